import type { Passage, Question } from "../letters/letter.ts";
import { findMatches } from "../search/highlight.ts";
import type { Marking } from "../search/passage-index.ts";
import { type SnippetPart, snippet } from "../search/snippet.ts";
import { texts } from "../texts/answer.ts";
import { listed } from "../texts/dutch.ts";
import { clip } from "./clip.ts";
import { askerNames } from "./letter-line.ts";

/** A stretch of a letter, verbatim but for `…` where it is cut; `label` says what it is (question, answer). */
export interface Quote {
  label: string | null;
  /** The label is a heading of the letter, not ours. */
  isHeading: boolean;
  parts: SnippetPart[];
}

/** Longest quotations in characters. */
export interface Lengths {
  passage: number;
  question: number;
  answer: number;
}

const longestHeading = 300;

/** Nothing is marked. */
export const unmarked: Marking = { terms: [], phrases: [] };

/**
 * Among others in a list: a passage up to the first length is shown whole, a longer one as its best sentences, so that
 * eight of them stay within what Slack takes in one message.
 */
export const amongOthers: Lengths = { passage: 900, question: 400, answer: 750 };

/** Nothing is cut. */
export const whole: Lengths = { passage: Infinity, question: Infinity, answer: Infinity };

/** A passage as it is shown: under its heading, or as a question and its answer. */
export function quotesOf(
  passage: Pick<Passage, "text" | "headings">,
  question: Question | null,
  marking: Marking,
  lengths: Lengths,
): Quote[] {
  if (question === null) {
    const heading = passage.headings.at(-1);
    const label = heading === undefined ? null : clip(heading, longestHeading);
    return [{ label, isHeading: true, parts: quote(passage.text, marking, lengths.passage) }];
  }
  const asked = {
    label: questionLabel(question),
    isHeading: false,
    parts: quote(question.question, marking, lengths.question),
  };
  return question.answer === null
    ? [asked, { label: texts.answer.unanswered, isHeading: false, parts: [] }]
    : [asked, { label: texts.answer.answer, isHeading: false, parts: quote(question.answer, marking, lengths.answer) }];
}

/** Passages that stand under one heading name it once; questions are each labelled. */
export function withoutRepeatedHeadings<T extends { quotes: Quote[] }>(passages: readonly T[]): T[] {
  let above: string | null = null;
  return passages.map((passage) => ({
    ...passage,
    quotes: passage.quotes.map((quote) => {
      const repeats = quote.isHeading && quote.label === above;
      above = quote.label ?? above;
      return repeats ? { ...quote, label: null } : quote;
    }),
  }));
}

/** `Vraag 2 en 3 (Van Wijngaarden, VVD)`. */
export function questionLabel({ numbers, askers }: Pick<Question, "numbers" | "askers">): string {
  return texts.answer.question(listed(numbers.map(String)), askerNames(askers));
}

function quote(text: string, marking: Marking, longest: number): SnippetPart[] {
  const { parts, cutBefore, cutAfter } = snippet(text, findMatches(text, marking), longest);
  return [
    ...(cutBefore ? [{ text: "… ", match: false }] : []),
    ...parts,
    ...(cutAfter ? [{ text: " …", match: false }] : []),
  ];
}
