import { bm25 } from "./bm25.ts";
import type { Plan, TermGroup } from "./plan.ts";
import { paragraphBreak, type Segment } from "./segment.ts";

/**
 * A closer look at a passage that was found: words that follow each other in a query and stand near each other in the
 * passage tell more than the same words apart, and the lighter words of a long query have not been counted yet.
 */

/**
 * `window`: how many places two words may be apart and still count as near. `share`: what a pair side by side adds, as
 * a share of the weight of the lighter of the two.
 */
const near = { window: 8, share: 0.9 };

/** For one segment and one plan: what to add to the score of a passage. `averageLength`: of the whole index, in words. */
export function openCloserLook(segment: Segment, plan: Plan, averageLength: number): (passage: number) => number {
  const groups = plan.inOrder;
  if (groups.length < 2) return () => 0;
  const groupOf = groupsOfTerms(segment, groups);
  const counted = groups.map((group) => plan.groups.includes(group));
  const places: number[][] = groups.map(() => []);
  return (passage) => {
    const found = findPlaces(segment, passage, groupOf, places);
    const norm = bm25.k * (1 - bm25.b + (bm25.b * (segment.passages.length[passage] ?? 0)) / averageLength);
    let bonus = 0;
    for (const at of found) {
      const own = places[at] ?? [];
      const weight = groups[at]?.weight ?? 0;
      if (counted[at] === false) bonus += (weight * own.length * (bm25.k + 1)) / (own.length + norm);
      const before = places[at - 1];
      if (before === undefined || before.length === 0) continue;
      const gap = smallestGap(before, own);
      if (gap <= near.window) bonus += (near.share * Math.min(groups[at - 1]?.weight ?? 0, weight)) / gap;
    }
    for (const at of found) places[at] = [];
    return bonus;
  };
}

/** By row of term the group that it belongs to, counted from 1; 0 for none. */
function groupsOfTerms(segment: Segment, groups: TermGroup[]): Uint16Array {
  const groupOf = new Uint16Array(segment.terms.names.length);
  for (const [group, { terms }] of groups.entries()) {
    for (const { term } of terms) {
      const row = segment.terms.names.rowOf(term);
      if (row >= 0 && groupOf[row] === 0) groupOf[row] = group + 1;
    }
  }
  return groupOf;
}

/**
 * Fills `places`: for every group the places in the passage where one of its terms stands, in order.
 *
 * @returns the groups that have any
 */
function findPlaces(
  { passages: { tokens, tokenStart }, words: { termStart, terms } }: Segment,
  passage: number,
  groupOf: Uint16Array,
  places: number[][],
): number[] {
  const found: number[] = [];
  const end = tokenStart[passage + 1] ?? 0;
  for (let at = tokenStart[passage] ?? 0; at < end; at++) {
    const word = tokens[at] ?? paragraphBreak;
    if (word === paragraphBreak) continue;
    const last = termStart[word + 1] ?? 0;
    for (let index = termStart[word] ?? 0; index < last; index++) {
      const group = groupOf[terms[index] ?? 0] ?? 0;
      if (group === 0) continue;
      const own = places[group - 1];
      if (own?.length === 0) found.push(group - 1);
      own?.push(at);
    }
  }
  return found;
}

/** The distance between the nearest of both; in the other order it counts one more. At least 1. */
function smallestGap(first: number[], second: number[]): number {
  let smallest = Number.POSITIVE_INFINITY;
  let from = 0;
  for (const place of second) {
    while (from < first.length - 1 && (first[from + 1] ?? 0) <= place) from++;
    const before = first[from] ?? 0;
    const gap = before <= place ? Math.max(1, place - before) : before - place + 1;
    if (gap < smallest) smallest = gap;
    const after = first[from + 1];
    if (after !== undefined && after > place && after - place + 1 < smallest) smallest = after - place + 1;
  }
  return smallest;
}
