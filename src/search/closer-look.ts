import type { Plan, TermGroup } from "./plan.ts";
import { bm25 } from "./rare-terms.ts";
import { paragraphBreak, type Segment } from "./segment.ts";

/**
 * A closer look at a passage that was found: words that follow each other in a query and stand near each other in the
 * passage tell more than the same words apart, and the lighter words of a long query have not been counted yet.
 */

/**
 * `window`: how many places two words may be apart and still count as near. `share`: what a pair side by side adds, as
 * a share of the weight of the lighter of the two.
 */
export const near = { window: 8, share: 0.9 };

/** For one segment and one plan: what to add to the score of a passage. `averageLength`: of the whole index, in words. */
export function openCloserLook(segment: Segment, plan: Plan, averageLength: number): (passage: number) => number {
  const groups = plan.inOrder;
  if (groups.length < 2) return () => 0;
  const groupOf = groupsOfTerms(segment, groups);
  const counted = groups.map((group) => plan.groups.includes(group));
  return (passage) => {
    const places = placesOfGroups(segment, passage, groupOf, groups.length);
    const norm = bm25.k * (1 - bm25.b + (bm25.b * (segment.passages.length[passage] ?? 0)) / averageLength);
    let bonus = 0;
    for (const [at, { weight }] of groups.entries()) {
      const times = places[at]?.length ?? 0;
      if (counted[at] === false && times > 0) bonus += (weight * times * (bm25.k + 1)) / (times + norm);
      const gap = at === 0 ? Number.POSITIVE_INFINITY : smallestGap(places[at - 1] ?? [], places[at] ?? []);
      if (gap <= near.window) bonus += (near.share * Math.min(groups[at - 1]?.weight ?? 0, weight)) / gap;
    }
    return bonus;
  };
}

/** By row of term the group that it belongs to. */
function groupsOfTerms(segment: Segment, groups: TermGroup[]): Map<number, number> {
  const groupOf = new Map<number, number>();
  for (const [group, { terms }] of groups.entries()) {
    for (const { term } of terms) {
      const row = segment.terms.row.get(term);
      if (row !== undefined && !groupOf.has(row)) groupOf.set(row, group);
    }
  }
  return groupOf;
}

/** For every group of the plan the places in the passage where one of its terms stands, in order. */
function placesOfGroups(segment: Segment, passage: number, groupOf: Map<number, number>, groups: number): number[][] {
  const { tokens, tokenStart } = segment.passages;
  const { termStart, terms } = segment.words;
  const places: number[][] = Array.from({ length: groups }, () => []);
  const end = tokenStart[passage + 1] ?? 0;
  for (let at = tokenStart[passage] ?? 0; at < end; at++) {
    const word = tokens[at] ?? paragraphBreak;
    if (word === paragraphBreak) continue;
    const last = termStart[word + 1] ?? 0;
    for (let index = termStart[word] ?? 0; index < last; index++) {
      const group = groupOf.get(terms[index] ?? 0);
      if (group !== undefined) places[group]?.push(at);
    }
  }
  return places;
}

/** The distance between the nearest of both; in the other order it counts one more. At least 1. */
function smallestGap(first: number[], second: number[]): number {
  let smallest = Number.POSITIVE_INFINITY;
  let from = 0;
  for (const place of second) {
    while (from < first.length - 1 && (first[from + 1] ?? 0) <= place) from++;
    for (const other of [first[from], first[from + 1]]) {
      if (other === undefined) continue;
      smallest = Math.min(smallest, other <= place ? Math.max(1, place - other) : other - place + 1);
    }
  }
  return smallest;
}
