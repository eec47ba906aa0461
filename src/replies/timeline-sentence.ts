import { findCountries } from "../letters/countries.ts";
import type { CountryCode, Question } from "../letters/letter.ts";
import { fold } from "../search/fold.ts";
import { findMatches, type Range } from "../search/highlight.ts";
import type { Marking } from "../search/passage-index.ts";
import { sentencesOf } from "../search/sentences.ts";
import { type SnippetPart, snippet } from "../search/snippet.ts";
import { texts } from "../texts/answer.ts";
import { timelineTexts } from "../texts/timeline.ts";
import { questionLabel } from "./passage-quotes.ts";

/** What to look for in a passage: the words found and, of a filter by country, the countries. */
export interface Sought {
  marking: Marking;
  countries: readonly CountryCode[];
}

/** One sentence of a passage, verbatim. */
export interface Sentence {
  /** Who speaks, where a passage is two people speaking: question and answer. */
  label: string | null;
  /** With `…` where a very long sentence is cut between words. */
  parts: SnippetPart[];
}

/** A sentence longer than this, in UTF-16 code units, is cut. */
const longestSentence = 600;
/** A line of fewer words is a heading or an item of a list rather than a sentence. */
const leastWords = 5;
/** Forms of a word begin alike. */
const familyBeginning = 6;

/**
 * The sentence that says most of what was sought. Of a question with its answer it is the answer's, unless the question
 * says more; the label tells which, for they are two people.
 */
export function bestSentence(passage: { text: string }, question: Question | null, sought: Sought): Sentence {
  const [best] = voices(passage.text, question)
    .map(({ label, text }) => ({ label, ...bestOf(text, sought) }))
    .sort((a, b) => b.worth - a.worth);
  if (best === undefined) throw new Error("nobody speaks in a passage");
  const ranges = rangesIn(best.sentence, sought);
  const { parts, cutBefore, cutAfter } = snippet(best.sentence, ranges, longestSentence);
  return {
    label: best.label,
    parts: [
      ...(cutBefore ? [{ text: "… ", match: false }] : []),
      ...parts,
      ...(cutAfter ? [{ text: " …", match: false }] : []),
    ],
  };
}

/** Who speaks in a passage; the answer first, as it wins from a question that says as much. */
function voices(text: string, question: Question | null): { label: string | null; text: string }[] {
  if (question === null) return [{ label: null, text }];
  const asked = questionLabel(question);
  if (question.answer === null) return [{ label: timelineTexts.unanswered(asked), text: question.question }];
  return [
    { label: texts.answer.answer, text: question.answer },
    { label: asked, text: question.question },
  ];
}

/** The first of the sentences that are worth most. */
function bestOf(text: string, sought: Sought): { sentence: string; worth: number } {
  let best = { sentence: text.trim(), worth: -1 };
  for (const { start, end } of sentencesOf(text)) {
    const sentence = text.slice(start, end);
    const worth = worthOf(sentence, rangesIn(sentence, sought));
    if (worth > best.worth) best = { sentence, worth };
  }
  return best;
}

/** Different words found count most; then that it is a sentence at all. */
function worthOf(sentence: string, ranges: readonly Range[]): number {
  const families = new Set(ranges.map(({ start, end }) => fold(sentence.slice(start, end)).slice(0, familyBeginning)));
  return families.size + (sentence.split(/\s+/, leastWords).length >= leastWords ? 0.5 : 0);
}

function rangesIn(sentence: string, { marking, countries }: Sought): Range[] {
  const matches = findMatches(sentence, marking);
  if (matches.length > 0 || countries.length === 0) return matches;
  return findCountries(sentence).filter(({ code }) => countries.includes(code));
}
