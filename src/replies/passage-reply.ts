import type { CitedPassage } from "../cited-passage.ts";
import { share } from "../texts/buttons.ts";
import { texts } from "../texts.ts";
import { smallPrint } from "./elements.ts";
import { byline } from "./letter-line.ts";
import { escapeText } from "./mrkdwn.ts";
import { quotesOf, whole } from "./passage-quotes.ts";
import type { Reply } from "./reply.ts";
import { linked, paragraph, quoteElements, richText, run } from "./rich-text.ts";

/** Nothing is marked in a passage that stands by itself. */
const unmarked = { terms: [], phrases: [] };

/** A passage for everybody in a conversation: whole, with its source, and who shared it. */
export function sharedPassage({ letter, passage, question }: CitedPassage, sharer: string): Reply {
  const title = letter.title || texts.answer.untitled;
  return {
    text: escapeText(`${share.spoken(title)}, ${byline(letter)}.`),
    blocks: [
      richText(paragraph(linked(title, letter.url))),
      ...smallPrint(byline(letter)),
      richText(...quotesOf(passage, question, unmarked, whole).flatMap(quoteElements)),
      richText(paragraph(run(`${share.by} `), { type: "user", user_id: sharer })),
    ],
  };
}
