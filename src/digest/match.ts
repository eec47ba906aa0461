import type { LetterKey, Marking, PassageId, PassageIndex } from "../search/passage-index.ts";
import { parseQuery } from "../search/query.ts";

/** The passages of new letters that answer a query, best first, and what to mark in them. */
export interface Matches {
  letters: Map<LetterKey, PassageId[]>;
  marking: Marking;
  /** Typing errors that were repaired. */
  corrected: { from: string; to: string }[];
}

/** So many passages of a letter are shown with it. */
const passagesOfLetter = 2;
/** A letter with many passages must not crowd out another. */
const noLimit = 1_000_000;

/**
 * Which of some letters answer a query. They are weighed as when all letters are searched: what a word tells, and
 * whether it is a typing error, depends on all of them.
 *
 * @returns null while the index is being filled: what it does not have yet cannot be told to be no answer
 * @throws UserError of `parseQuery`
 */
export async function matchLetters(
  typed: string,
  among: ReadonlySet<LetterKey>,
  index: PassageIndex,
): Promise<Matches | null> {
  const query = parseQuery(typed);
  const filters = { ...query.filters, letters: among };
  const page = { offset: 0, limit: noLimit, perLetter: passagesOfLetter };
  const { hits, marking, corrected, loading } = await index.search({ ...query, filters }, page);
  if (loading !== undefined) return null;
  const letters = new Map<LetterKey, PassageId[]>();
  for (const { letter, passage } of hits) letters.set(letter, [...(letters.get(letter) ?? []), passage]);
  return { letters, marking, corrected };
}
