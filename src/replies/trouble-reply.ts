import { buttons } from "../texts/buttons.ts";
import { actionIds } from "./action-ids.ts";
import { actions, button } from "./elements.ts";
import { escapeText } from "./mrkdwn.ts";
import { placeValue } from "./page-place.ts";
import type { Reply } from "./reply.ts";
import { paragraph, richText, run } from "./rich-text.ts";

/** A page of results that has been forgotten: says so, and offers to search again. */
export function expiredReply(sentence: string): Reply {
  const { text, blocks } = troubleReply(sentence);
  const nowhere = placeValue({ page: "0", order: "best", path: [0] });
  return { text, blocks: [...blocks, ...actions(button(buttons.again, actionIds.filters, nowhere))] };
}

/** One sentence that says what is the matter. */
export function troubleReply(sentence: string): Reply {
  return { text: escapeText(sentence), blocks: [richText(paragraph(run(sentence)))] };
}
