import type { Marking } from "./passage-index.ts";
import { type Word, wordsOf } from "./words.ts";

/**
 * Finding in a text again what a search found in it.
 */

/** Offsets in UTF-16 code units, `start` inclusive, `end` exclusive. */
export interface Range {
  start: number;
  end: number;
}

/** The places to mark, in order, never overlapping. Word groups are marked from their first word to their last. */
export function findMatches(text: string, marking: Marking): Range[] {
  const words = wordsOf(text);
  const terms = new Set(marking.terms);
  const phrases = phrasesByFirstWord(marking.phrases);
  const ranges: Range[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (word === undefined) break;
    const length = longestPhrase(words, at, phrases.get(word.folded) ?? []);
    if (length === 0 && !terms.has(word.folded)) continue;
    const last = words[at + Math.max(1, length) - 1] ?? word;
    ranges.push({ start: word.start, end: last.end });
    at += Math.max(0, length - 1);
  }
  return ranges;
}

function phrasesByFirstWord(phrases: string[]): Map<string, string[][]> {
  const byFirst = new Map<string, string[][]>();
  for (const phrase of phrases) {
    const words = phrase.split(" ");
    const [first] = words;
    if (first !== undefined && first !== "") byFirst.set(first, [...(byFirst.get(first) ?? []), words]);
  }
  return byFirst;
}

/** How many words the longest phrase that stands here has; 0 when none does. */
function longestPhrase(words: Word[], at: number, phrases: string[][]): number {
  let longest = 0;
  for (const phrase of phrases) {
    if (phrase.length > longest && phrase.every((word, offset) => words[at + offset]?.folded === word))
      longest = phrase.length;
  }
  return longest;
}
