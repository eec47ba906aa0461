import type { Plan } from "./plan.ts";
import { paragraphBreak, type Segment } from "./segment.ts";

/**
 * Words that follow each other in a query and stand near each other in a passage tell more than the same words apart.
 */

/**
 * `window`: how many places two words may be apart and still count as near. `share`: what a pair side by side adds, as
 * a share of the weight of the lighter of the two.
 */
export const near = { window: 8, share: 0.9 };

/** For one segment and one plan: what to add to the score of a passage. */
export function openNearness(segment: Segment, plan: Plan): (passage: number) => number {
  if (plan.groups.length < 2) return () => 0;
  const groupOf = groupsOfTerms(segment, plan);
  return (passage) => {
    const places = placesOfGroups(segment, passage, groupOf, plan.groups.length);
    let bonus = 0;
    for (let at = 1; at < plan.groups.length; at++) {
      const gap = smallestGap(places[at - 1] ?? [], places[at] ?? []);
      if (gap > near.window) continue;
      const lighter = Math.min(plan.groups[at - 1]?.weight ?? 0, plan.groups[at]?.weight ?? 0);
      bonus += (near.share * lighter) / gap;
    }
    return bonus;
  };
}

/** By row of term the group that it belongs to. */
function groupsOfTerms(segment: Segment, plan: Plan): Map<number, number> {
  const groupOf = new Map<number, number>();
  for (const [group, { terms }] of plan.groups.entries()) {
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
