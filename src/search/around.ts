import { lowerBound } from "../letters/lower-bound.ts";
import type { Plan, TermGroup } from "./plan.ts";
import type { Segment } from "./segment.ts";

/**
 * An answer may be spread over passages that follow each other: one names the liaison officers, the next the embassies
 * where they work. Where no passage by itself covers enough of a query, its neighbours are looked at too.
 */

/** So many passages before and after it, of the same letter, count as one with a passage. */
const reach = 2;

/** The passage itself must hold this share of what is asked of one that stands alone. */
export const leastAlone = 0.75;

/** And all together so much of the importance of the query: more than is asked of one passage. */
const leastTogether = 0.62;

/** So many passages of a segment are looked at, so that a query that finds nothing costs little more. */
const most = 200;

/** For one segment and one plan: whether a passage and its neighbours together hold enough of the query. */
export function openLookAround(segment: Segment, { groups, totalImportance }: Plan): (passage: number) => boolean {
  const sought = groups
    .filter(({ importance }) => importance > 0)
    .map((group) => ({ group, rows: rowsOf(segment, group) }));
  let looked = 0;
  return (passage) => {
    if (looked++ >= most) return false;
    const [from, to] = neighbours(segment, passage);
    let held = 0;
    for (const { group, rows } of sought) {
      const credit = Math.max(
        0,
        ...rows.filter(({ row }) => standsBetween(segment, row, from, to)).map((one) => one.credit),
      );
      held += credit * group.importance;
    }
    return held >= leastTogether * totalImportance;
  };
}

function rowsOf({ terms }: Segment, group: TermGroup): { row: number; credit: number }[] {
  return group.terms
    .map(({ term, credit }) => ({ row: terms.names.rowOf(term), credit }))
    .filter(({ row }) => row >= 0);
}

/** The first and the last of the passages around one, of its letter. */
function neighbours({ passages: { letter } }: Segment, passage: number): [number, number] {
  const own = letter[passage];
  let from = passage;
  while (passage - from < reach && from > 0 && letter[from - 1] === own) from--;
  let to = passage;
  while (to - passage < reach && letter[to + 1] === own) to++;
  return [from, to];
}

/** Whether one of these passages has a term. */
function standsBetween({ terms: { start, passage } }: Segment, row: number, from: number, to: number): boolean {
  const postings = passage.subarray(start[row], start[row + 1]);
  return (postings[lowerBound(postings, (one) => one < from)] ?? Number.POSITIVE_INFINITY) <= to;
}
