import type { KnownBlock, ModalView } from "@slack/types";
import { buttons } from "../texts/buttons.ts";
import { debateTexts } from "../texts/debate.ts";
import { actionIds } from "./action-ids.ts";
import { type AnswerPage, type LetterCard, notesWithoutButtons } from "./answer-page.ts";
import { clip } from "./clip.ts";
import { actions, button, linkButton, plain, smallPrint } from "./elements.ts";
import { answerButton } from "./followed-question.ts";
import { keepButton } from "./keep-button.ts";
import { linked, paragraph, quoteElements, richText, run } from "./rich-text.ts";
import { confirmedShare } from "./share-button.ts";
import { type ViewOrigin, writeOrigin } from "./view-metadata.ts";

const words = debateTexts.shortcut;

/** A longer message is known again by its beginning. */
const longestEcho = 160;

/**
 * The passages that fit the text of a message best, for the eyes of who asked.
 * @param page null when it holds no text
 */
export function messageSearchView(searched: string, page: AnswerPage | null, origin: ViewOrigin): ModalView {
  return {
    type: "modal",
    callback_id: actionIds.shareInThread,
    title: plain(words.title),
    close: plain(buttons.close),
    private_metadata: writeOrigin(origin),
    blocks:
      page === null
        ? [richText(paragraph(run(words.nothingToRead)))]
        : [
            richText(
              paragraph(
                run(page.letters.length === 0 ? page.heading : words.heading(clip(searched, longestEcho)), true),
              ),
            ),
            ...smallPrint(notesWithoutButtons(page).join(" ")),
            ...page.letters.flatMap((card): KnownBlock[] => [{ type: "divider" }, ...cardBlocks(card)]),
          ],
  };
}

function cardBlocks({ key, title, url, byline, passages, canBeAnswered }: LetterCard): KnownBlock[] {
  return [
    richText(paragraph(linked(title, url))),
    ...smallPrint(byline),
    ...passages.flatMap(({ id, quotes }) => [
      richText(...quotes.flatMap(quoteElements)),
      ...actions(
        confirmedShare(words.shareInThread, actionIds.shareInThread, id),
        keepButton(id),
        button(buttons.quote, actionIds.quote, id),
        ...(url === null ? [] : [linkButton(buttons.source, actionIds.source, url)]),
      ),
    ]),
    ...(canBeAnswered ? actions(answerButton(key)) : []),
  ];
}
