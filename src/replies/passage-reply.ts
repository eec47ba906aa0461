import type { CitedPassage } from "../answers/cited-passage.ts";
import { share } from "../texts/buttons.ts";
import { smallPrint } from "./elements.ts";
import { byline, titleOf } from "./letter-line.ts";
import { escapeText } from "./mrkdwn.ts";
import { type Lengths, quotesOf, unmarked } from "./passage-quotes.ts";
import type { Reply } from "./reply.ts";
import { linked, paragraph, quoteElements, richText, run } from "./rich-text.ts";

/** Passages are far shorter; what is longer still would be more than Slack takes in one message. */
const lengths: Lengths = { passage: 10_000, question: 3_000, answer: 7_000 };

/** A passage for everybody in a conversation: whole, with its source, and who shared it. */
export function sharedPassage({ letter, passage, question }: CitedPassage, sharer: string): Reply {
  const title = titleOf(letter);
  return {
    text: escapeText(`${share.spoken(title)}, ${byline(letter)}.`),
    blocks: [
      richText(paragraph(linked(title, letter.url))),
      ...smallPrint(byline(letter)),
      richText(...quotesOf(passage, question, unmarked, lengths).flatMap(quoteElements)),
      richText(paragraph(run(`${share.by} `), { type: "user", user_id: sharer })),
    ],
  };
}
