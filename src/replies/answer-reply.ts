import type { ContextBlock, KnownBlock } from "@slack/types";
import type { AnswerPage, LetterCard, Quote } from "./answer-page.ts";
import { escapeText, mrkdwn } from "./mrkdwn.ts";
import type { Reply } from "./reply.ts";
import { paragraph, quotation, richText, run } from "./rich-text.ts";

/** Slack takes at most 4,000 characters of top-level text; ours stays far below and ends at a whole letter. */
const longestText = 2_000;

/** An answer as a Slack message. */
export function answerReply(page: AnswerPage): Reply {
  return {
    text: spoken(page),
    blocks: [
      richText(paragraph(run(page.heading, true))),
      ...context(page.notes.join(" ")),
      ...page.letters.flatMap((card): KnownBlock[] => [{ type: "divider" }, ...cardBlocks(card)]),
    ],
  };
}

function cardBlocks({ title, url, byline, quotes }: LetterCard): KnownBlock[] {
  const name = url === null ? run(title, true) : { type: "link" as const, url, text: title, style: { bold: true } };
  return [richText(paragraph(name)), ...context(byline), richText(...quotes.flatMap(quoteElements))];
}

function quoteElements({ label, parts }: Quote): ReturnType<typeof paragraph>[] {
  return [...(label === null ? [] : [paragraph(run(label, true))]), ...(parts.length === 0 ? [] : [quotation(parts)])];
}

function context(text: string): ContextBlock[] {
  return text === "" ? [] : [{ type: "context", elements: [{ type: "mrkdwn", text: mrkdwn(text) }] }];
}

function spoken({ heading, notes, letters }: AnswerPage): string {
  const lines = [
    `${heading}.`,
    ...(letters.length === 0 ? notes : letters.map(({ title, byline }) => `${title}, ${byline}.`)),
  ];
  const end = lines.findIndex((_, place) => lines.slice(0, place + 1).join("\n").length > longestText);
  return escapeText((end === -1 ? lines : lines.slice(0, Math.max(1, end))).join("\n"));
}
