import { isName } from "./analyse.ts";
import type { TermGroup } from "./plan.ts";

/**
 * What a passage must hold to be an answer to a query, so that what merely shares a word with it is none.
 */

export interface Demands {
  /** A passage must hold so much of the total importance to be an answer; between 0 and 1. */
  leastCovered: number;
  /** And unless the best passage holds so much, there is no answer at all; more than 1 when that is clear beforehand. */
  bestCovered: number;
  /** A word must stand in the passage itself: only of people it is enough that the letter or the question is theirs. */
  needsText: boolean;
  /** Somebody who signs or asks was named, and an answer is theirs or names them. */
  needsPerson: boolean;
  /** A country was named, and an answer names it too. */
  needsCountry: boolean;
  /** And so much of the importance of the other words. */
  leastBeside: number;
}

/**
 * By the number of words that count: `least` and `best` as in {@link Demands} (the last holds for more). Of a few words
 * nearly all, but the longer the query, the less can one passage be expected to repeat. `known`: of a query of more than
 * `free` words the letters must know so much at all, or it is about something else. `fewWords`: in a query of at
 * most so many words a country must stand in the answer, and so must a person, and `beside` of the importance of the other words when one of
 * them is unknown.
 */
const coverage = {
  least: [0.5, 0.5, 0.55, 0.55, 0.45, 0.33, 0.25, 0.15, 0.12, 0.1, 0.08, 0.07, 0.06, 0.05],
  best: [0.5, 0.5, 0.55, 0.55, 0.45, 0.37, 0.33, 0.27, 0.24, 0.2, 0.18, 0.16, 0.14, 0.12, 0.1],
  known: 0.45,
  free: 3,
  fewWords: 6,
  beside: 0.3,
};

/** @param stands whether the letters hold a term */
export function demandsOf(groups: TermGroup[], stands: (term: string) => boolean): Demands {
  const important = groups.filter(({ importance }) => importance > 0);
  const known = important.reduce((sum, group) => sum + group.importance * bestKnown(group, stands), 0);
  const aboutElse = important.length > coverage.free && known < coverage.known * importanceOf(important);
  const telling = groups.filter(({ weak }) => !weak);
  const at = (table: number[]) => table[important.length] ?? table.at(-1) ?? 0;
  return {
    leastCovered: at(coverage.least),
    bestCovered: aboutElse ? Number.POSITIVE_INFINITY : at(coverage.best),
    needsText: !(telling.length > 0 && telling.every(isPerson)),
    needsPerson: groups.length <= coverage.fewWords && telling.some(isPerson),
    ...besideCountry(groups, stands),
  };
}

/** What the best match that the letters have for a word is worth; of a compound that may be a part of it. 0 to 1. */
function bestKnown({ terms }: TermGroup, stands: (term: string) => boolean): number {
  return Math.max(0, ...terms.filter(({ term }) => stands(term)).map(({ credit }) => credit));
}

/** Whether a word is the name of somebody who signed or asked. */
function isPerson({ terms }: TermGroup): boolean {
  return terms.some(({ term }) => isName(term));
}

/** A country alone is no answer to a question about something that the letters do not know: cricket in Pakistan. */
function besideCountry(
  groups: TermGroup[],
  stands: (term: string) => boolean,
): Pick<Demands, "needsCountry" | "leastBeside"> {
  const needsCountry = groups.length <= coverage.fewWords && groups.some(({ country }) => country);
  const others = groups.filter(({ country }) => !country);
  const matters = needsCountry && others.some((group) => !group.weak && bestKnown(group, stands) === 0);
  return { needsCountry, leastBeside: matters ? coverage.beside * importanceOf(others) : 0 };
}

/** What words count for together. */
export function importanceOf(groups: TermGroup[]): number {
  return groups.reduce((sum, { importance }) => sum + importance, 0);
}
