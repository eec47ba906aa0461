import MiniSearch, { type Options } from "minisearch";
import type { TermDocument } from "./segment.ts";

/**
 * How MiniSearch is set up inside a segment. What it is given has been analysed already, so it only splits at spaces.
 */

/**
 * BM25: how soon more of the same word stops counting (`k`, from 0), and how much a long passage is held against it
 * (`b`, 0 to 1). MiniSearch's `d` (BM25+) is off: it gives every match a floor, which favours passages that hold many
 * words of a long question once.
 */
export const bm25 = { k: 1.3, b: 0.85, d: 0 };

export const rareTermOptions: Options<TermDocument> = {
  fields: ["text", "above"],
  tokenize: (text) => (text === "" ? [] : text.split(" ")),
  processTerm: (term) => term,
  // A segment never changes, so there is nothing to clean up.
  autoVacuum: false,
  searchOptions: { combineWith: "OR", prefix: false, fuzzy: false, bm25 },
};

export function openRareTerms(): MiniSearch<TermDocument> {
  return new MiniSearch(rareTermOptions);
}
