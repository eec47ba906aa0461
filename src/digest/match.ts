import { UserError } from "../errors.ts";
import type { LetterKey, PassageId } from "../letters/stored-letter.ts";
import type { Marking, PassageIndex } from "../search/passage-index.ts";
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

/**
 * Every query once, among the letters that it is asked of; those that are not understood are left out.
 *
 * @returns null while the index is being filled
 */
export async function matchEach(
  asked: ReadonlyMap<string, ReadonlySet<LetterKey>>,
  index: PassageIndex,
): Promise<Map<string, Matches> | null> {
  const matches = new Map<string, Matches>();
  const searches = [...asked].map(async ([query, among]) => {
    try {
      const found = await matchLetters(query, among, index);
      if (found === null) return "loading";
      matches.set(query, found);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
    }
    return "told";
  });
  // All at once, so that none waits for the way that another's answer has to go.
  return (await Promise.all(searches)).includes("loading") ? null : matches;
}
