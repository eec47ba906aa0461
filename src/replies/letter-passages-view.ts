import type { KnownBlock, ModalView } from "@slack/types";
import type { Hit } from "../answers/answer.ts";
import type { Marking } from "../search/passage-index.ts";
import { buttons, letterPassagesTexts } from "../texts/buttons.ts";
import { actionIds } from "./action-ids.ts";
import { actions, button, plain, smallPrint } from "./elements.ts";
import { answerButtons } from "./followed-question.ts";
import { byline, titleOf } from "./letter-line.ts";
import { amongOthers, quotesOf, withoutRepeatedHeadings } from "./passage-quotes.ts";
import { linked, paragraph, quoteElements, richText } from "./rich-text.ts";

/** A modal takes 100 blocks; each passage takes two. */
const mostPassages = 45;

/** A modal with every passage of one letter that answers a query, best first. */
export function letterPassagesView(hits: readonly Hit[], marking: Marking): ModalView {
  const shown = hits.slice(0, mostPassages);
  const letter = hits[0]?.letter;
  const passages = withoutRepeatedHeadings(
    shown.map(({ passage, question }) => ({
      id: passage.id,
      quotes: quotesOf(passage, question, marking, amongOthers),
    })),
  );
  return {
    type: "modal",
    title: plain(letterPassagesTexts.title),
    close: plain(buttons.close),
    blocks: [
      ...(letter === undefined
        ? []
        : [richText(paragraph(linked(titleOf(letter), letter.url))), ...smallPrint(byline(letter))]),
      ...(shown.length < hits.length ? smallPrint(letterPassagesTexts.part(shown.length, hits.length)) : []),
      ...passages.flatMap(({ id, quotes }): KnownBlock[] => [
        richText(...quotes.flatMap(quoteElements)),
        ...actions(button(buttons.context, actionIds.context, id), button(buttons.quote, actionIds.quote, id)),
      ]),
      ...(letter === undefined ? [] : actions(...answerButtons(letter))),
    ],
  };
}
