import { fold } from "./fold.ts";

/**
 * Taking a text apart into words. A word here is a run of letters or a number as Dutch papers print them: `DT&V`,
 * `ILO's`, `2.640`, `19 637`, `25bis`. A hyphen parts words: `EU-lidstaten` is two.
 */

/** A word with its place: offsets in UTF-16 code units, `start` inclusive, `end` exclusive. */
export interface Word {
  start: number;
  end: number;
  /** The form for comparing: folded, thousands without separator, without a possessive `'s`. */
  folded: string;
}

/** Thousands in groups first, then other numbers, then words; each branch is linear. */
const wordPattern =
  /(?:(?<![\d.,])\d{1,3}(?:[ .\u00a0]\d{3})+(?!\d))|\d+(?:[.,]\d+)*\p{L}*|\p{L}[\p{L}\p{M}\p{N}]*(?:&\p{L}[\p{L}\p{M}\p{N}]*)*(?:['’]\p{L}{1,2}(?!\p{L}))?/gu;

/** The words of a text, in order. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(wordPattern)) {
    words.push({ start: match.index, end: match.index + match[0].length, folded: comparable(match[0]) });
  }
  return words;
}

/** The words of a text as printed, in order; cheaper than {@link wordsOf} where places do not matter. */
export function printedWords(text: string): string[] {
  return text.match(wordPattern) ?? [];
}

/** The form of one printed word for comparing. */
export function comparable(printed: string): string {
  const folded = fold(printed);
  const first = folded.charCodeAt(0);
  if (first >= 48 && first <= 57) return folded.replace(/[ .\u00a0](?=\d{3}(?!\d))/g, "");
  const apostrophe = folded.indexOf("'");
  return apostrophe > 0 ? folded.slice(0, apostrophe) : folded;
}

/** The comparable words of a text, in order. */
export function comparableWords(text: string): string[] {
  return printedWords(text).map(comparable);
}
