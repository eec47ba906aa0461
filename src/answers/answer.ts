import type { Page, PassageIndex, Query, SearchResult } from "../search/passage-index.ts";
import { parseQuery } from "../search/query.ts";
import type { Collection, LetterReader } from "../store/letter-reader.ts";
import { type CitedPassage, citedPassage } from "./cited-passage.ts";

/** A passage that answers a query, with its letter and, where it is one, its question. */
export interface Hit extends CitedPassage {
  score: number;
  /** Passages of the same letter that match and are thinned out. */
  moreInLetter: number;
}

/** An answer: what was understood, what was found, and what it was drawn from. */
export interface Answer extends Omit<SearchResult, "hits"> {
  query: Query;
  hits: Hit[];
  collection: Collection;
}

/**
 * Answers what a person typed: query, search, and the passages themselves from the store.
 *
 * @param order instead of what the query itself says
 * @throws UserError of `parseQuery` for a query that cannot be understood
 */
export async function answerQuery(
  typed: string,
  page: Page,
  parts: { index: PassageIndex; letters: LetterReader },
  order?: Query["order"],
): Promise<Answer> {
  const understood = parseQuery(typed);
  const query = order === undefined ? understood : { ...understood, order };
  const { hits, ...result } = await parts.index.search(query, page);
  return {
    ...result,
    query,
    collection: parts.letters.collection(),
    // A letter that was withdrawn between search and this look-up has no passage any more.
    hits: hits.flatMap(({ passage: id, score, moreInLetter }) => {
      const cited = citedPassage(id, parts.letters);
      return cited === null ? [] : [{ ...cited, score, moreInLetter }];
    }),
  };
}
