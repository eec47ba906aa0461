import type { Question } from "./letters/letter.ts";
import type { Page, PassageIndex, Query, SearchResult } from "./search/passage-index.ts";
import { parseQuery } from "./search/query.ts";
import type { Collection, LetterReader, StoredLetter, StoredPassage } from "./store/letter-reader.ts";

/** A passage that answers a query, with its letter and, where it is one, its question. */
export interface Hit {
  letter: StoredLetter;
  passage: StoredPassage;
  question: Question | null;
  score: number;
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
 * @throws UserError of `parseQuery` for a query that cannot be understood
 */
export async function answerQuery(
  typed: string,
  page: Page,
  parts: { index: PassageIndex; letters: LetterReader },
): Promise<Answer> {
  const query = parseQuery(typed);
  const { hits, ...result } = await parts.index.search(query, page);
  return {
    ...result,
    query,
    collection: parts.letters.collection(),
    // A letter that was withdrawn between search and this look-up has no passage any more.
    hits: hits.flatMap(({ letter: key, passage: id, score }) => {
      const letter = parts.letters.letter(key);
      const passage = parts.letters.passage(id);
      if (letter === null || passage === null) return [];
      const question = passage.question === null ? null : (letter.questions[passage.question] ?? null);
      return [{ letter, passage, question, score }];
    }),
  };
}
