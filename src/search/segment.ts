import type { Day, LetterKind } from "../letters/letter.ts";
import type { LetterKey, PassageId } from "../letters/stored-letter.ts";
import type { TextList, TextTable } from "./text-list.ts";

/**
 * A segment: the index over a few letters to a few hundred, never changed once built. Nearly all of it lies in typed
 * arrays, which are saved as they lie in memory, so that loading is little more than reading the file.
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
  /** Names with their offices. */
  senders: string[];
  dossier: string | null;
}

export interface SegmentPassages {
  ids: PassageId[];
  /** What few passages have, by row. */
  details: Map<number, PassageDetails>;
  /** Rows of letters; the passages of a letter stand together. */
  letter: Uint32Array;
  /** Where its words start in `tokens`; one more entry than there are passages. */
  tokenStart: Uint32Array;
  /** The words of every passage in order, as rows of `words`; {@link paragraphBreak} between paragraphs. */
  tokens: Uint32Array;
  /** How many words say something: the length in BM25. */
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
  /** In order of first appearance. */
  folded: TextTable;
  /** As printed where it stood first; empty when that is the folded form. */
  printed: TextList;
  /** In how many passages it stands. */
  passages: Uint32Array;
  /** Its terms, as rows of `terms`: from `termStart[row]` up to the next; the word itself first, then its parts. */
  termStart: Uint32Array;
  terms: Uint32Array;
}

export interface SegmentTerms {
  names: TextTable;
  /** Its postings: from `start[row]` up to the next. */
  start: Uint32Array;
  /** Rows of passages, ascending within a term. */
  passage: Uint32Array;
  frequency: Uint8Array;
  /** The words that have it, as rows of `words`: from `wordStart[row]` up to the next. */
  wordStart: Uint32Array;
  words: Uint32Array;
}

/** In how many passages a term stands. */
export function passagesOfTerm({ start }: SegmentTerms, row: number): number {
  return (start[row + 1] ?? 0) - (start[row] ?? 0);
}
