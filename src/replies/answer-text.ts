import type { AnswerPage, LetterCard } from "./answer-page.ts";
import type { Quote } from "./passage-quotes.ts";

/** How a match is marked where letters cannot be bold. */
export type Emphasis = (text: string) => string;

/** An answer as plain text, for the terminal: the same words as in Slack. */
export function answerText(page: AnswerPage, emphasis: Emphasis): string {
  return [[page.heading, ...page.notes].join("\n"), ...page.letters.map((card) => cardText(card, emphasis))].join(
    "\n\n",
  );
}

function cardText({ title, url, byline, passages }: LetterCard, emphasis: Emphasis): string {
  const quotes = passages.flatMap((passage) => passage.quotes.map((quote) => quoteText(quote, emphasis)));
  return [emphasis(title), byline, ...(url === null ? [] : [url]), ...quotes].join("\n");
}

function quoteText({ label, parts }: Quote, emphasis: Emphasis): string {
  const text = parts.map((part) => (part.match ? emphasis(part.text) : part.text)).join("");
  const lines = text === "" ? [] : text.split("\n").map((line) => (line === "" ? "" : `  ${line}`));
  return [...(label === null ? [] : [`${label}:`]), ...lines].join("\n");
}
