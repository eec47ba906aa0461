import type { KnownBlock, ModalView } from "@slack/types";
import { buttons, share } from "../texts/buttons.ts";
import { debateTexts } from "../texts/debate.ts";
import { actionIds } from "./action-ids.ts";
import { type AnswerPage, type LetterCard, notesWithoutButtons } from "./answer-page.ts";
import { actions, button, linkButton, plain, smallPrint } from "./elements.ts";
import { answerButton } from "./followed-question.ts";
import { keepButton } from "./keep-button.ts";
import { linked, paragraph, quoteElements, richText, run } from "./rich-text.ts";
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
            richText(paragraph(run(page.letters.length === 0 ? page.heading : words.heading(echo(searched)), true))),
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
        button(words.shareInThread, actionIds.shareInThread, id, {
          confirm: {
            title: plain(share.title),
            text: plain(share.ask),
            confirm: plain(share.confirm),
            deny: plain(share.deny),
          },
        }),
        keepButton(id),
        button(buttons.quote, actionIds.quote, id),
        ...(url === null ? [] : [linkButton(buttons.source, actionIds.source, url)]),
      ),
    ]),
    ...(canBeAnswered ? actions(answerButton(key)) : []),
  ];
}

function echo(text: string): string {
  const graphemes = [...new Intl.Segmenter("nl").segment(text)].map(({ segment }) => segment);
  return graphemes.length <= longestEcho ? text : `${graphemes.slice(0, longestEcho).join("").trimEnd()}…`;
}
