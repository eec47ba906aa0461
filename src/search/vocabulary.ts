import { asPart } from "./analyse.ts";

/** What a plan must know about the words of the whole index. */
export interface Vocabulary {
  passages: number;
  /** In how many passages a term stands. */
  passagesWithTerm(term: string): number;
  hasWord(folded: string): boolean;
  /** The word most likely meant when `folded` is a typing error; null when there is none. */
  repair(folded: string): string | null;
}

/** In how many passages a term stands in the text, as a word of its own or as a part of a compound; both count. */
export function passagesSaying(term: string, vocabulary: Vocabulary): number {
  return vocabulary.passagesWithTerm(term) + vocabulary.passagesWithTerm(asPart(term));
}
