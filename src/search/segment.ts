import type { Day, LetterKind } from "../letters/letter.ts";
import type { LetterKey, PassageId } from "./passage-index.ts";

/**
 * A segment: an index over a few letters to a few hundred, never changed once built. All that grows with the text is in
 * typed arrays, so that a segment is saved and loaded as it lies in memory and does not burden the garbage collector.
 *
 * Passages, letters, words and terms are known by their place (a "row") within the segment.
 */
export interface Segment {
  letters: SegmentLetter[];
  passages: SegmentPassages;
  words: SegmentWords;
  terms: SegmentTerms;
}

export interface SegmentLetter {
  key: LetterKey;
  date: Day | null;
  kind: LetterKind;
  senders: string[];
  dossier: string | null;
  /** Its passages: from this row, up to and without the next letter's. */
  firstPassage: number;
}

export interface SegmentPassages {
  ids: PassageId[];
  /** What few passages have, by row. */
  details: Map<number, PassageDetails>;
  letter: Uint32Array;
  /** Where its words start in `tokens`; one more entry than there are passages. */
  tokenStart: Uint32Array;
  /** The words of every passage in order, as rows of `words`; {@link paragraphBreak} between paragraphs. */
  tokens: Uint32Array;
  /** Words that count, for the length in BM25. */
  length: Uint16Array;
}

export interface PassageDetails {
  parties: string[];
  askers: string[];
  pointsTo: PassageId[];
  pointerOnly: boolean;
}

export const paragraphBreak = 0xffffffff;

export interface SegmentWords {
  /** Folded; in order of first appearance. */
  folded: string[];
  row: Map<string, number>;
  /** As printed where it stood first, when that is not the folded form. */
  printed: Map<number, string>;
  /** In how many passages it stands. */
  passages: Uint32Array;
  /** Its terms, as rows of `terms`: from `termStart[row]` up to the next; the word itself first, then its parts. */
  termStart: Uint32Array;
  terms: Uint32Array;
}

export interface SegmentTerms {
  names: string[];
  row: Map<string, number>;
  /** Where the postings of a term start; one more entry than there are terms. */
  start: Uint32Array;
  /** Rows of passages, ascending within a term. */
  passage: Uint32Array;
  /** How often, in quarters (see analyse.ts); 1 means that it stands in the headings or title only. */
  frequency: Uint8Array;
}

/** The weight of a term that stands above a passage (title, headings) and not in it. */
export const contextOnly = 1;

/** How many passages have the term, by whatever weight. */
export function passagesWith(terms: SegmentTerms, row: number): number {
  return (terms.start[row + 1] ?? 0) - (terms.start[row] ?? 0);
}
