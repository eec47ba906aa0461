import type MiniSearch from "minisearch";
import type { Day, LetterKind } from "../letters/letter.ts";
import type { LetterKey, PassageId } from "./passage-index.ts";

/**
 * A segment: the index over a few letters to a few hundred, never changed once built. MiniSearch is its inverted index.
 * Beside it stands what MiniSearch does not keep (the words of a passage in their order) or does not do fast (walking
 * the postings of terms that nearly every passage has), in typed arrays that are saved as they lie in memory.
 *
 * Passages, letters, words and terms are known by their place (a "row") within the segment.
 */
export interface Segment {
  letters: SegmentLetter[];
  passages: SegmentPassages;
  words: SegmentWords;
  terms: SegmentTerms;
  /** Finds passages (its ids are rows) by their rarer terms. */
  rare: MiniSearch<TermDocument>;
}

/** What MiniSearch is given of a passage: analysed terms with a space between, those from above it apart. */
export interface TermDocument {
  id: number;
  text: string;
  above: string;
}

export interface SegmentLetter {
  key: LetterKey;
  date: Day | null;
  kind: LetterKind;
  senders: string[];
  dossier: string | null;
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
  /** In how many passages it stands. */
  passages: Uint32Array;
  /** The postings of the common terms: from `start[row]` up to the next; a rare term has none here. */
  start: Uint32Array;
  /** Rows of passages, ascending within a term. */
  passage: Uint32Array;
  frequency: Uint8Array;
}

export function isCommon(terms: SegmentTerms, row: number): boolean {
  return terms.start[row] !== terms.start[row + 1];
}
