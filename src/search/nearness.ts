import type { Plan } from "./plan.ts";
import { paragraphBreak, type Segment } from "./segment.ts";

/**
 * Words that follow each other in a query and stand near each other in a passage tell more than the same words apart.
 */

/** How many words may stand between two that count as near. */
const window = 6;
/** What a pair side by side adds, as a share of the weight of the lighter of the two. */
const pairShare = 0.6;

/** What to add to the score of a passage. */
export function nearness(segment: Segment, passage: number, plan: Plan): number {
  if (plan.groups.length < 2) return 0;
  const places = placesOfGroups(segment, passage, plan);
  let bonus = 0;
  for (let at = 1; at < plan.groups.length; at++) {
    const gap = smallestGap(places[at - 1] ?? [], places[at] ?? []);
    if (gap > window) continue;
    const lighter = Math.min(plan.groups[at - 1]?.weight ?? 0, plan.groups[at]?.weight ?? 0);
    bonus += (pairShare * lighter) / gap;
  }
  return bonus;
}

/** For every group of the plan the places in the passage where one of its terms stands, in order. */
function placesOfGroups(segment: Segment, passage: number, plan: Plan): number[][] {
  const groupOf = new Map<number, number>();
  for (const [group, { terms }] of plan.groups.entries()) {
    for (const { term } of terms) {
      const row = segment.terms.row.get(term);
      if (row !== undefined && !groupOf.has(row)) groupOf.set(row, group);
    }
  }
  const { tokens, tokenStart } = segment.passages;
  const { termStart, terms } = segment.words;
  const places: number[][] = plan.groups.map(() => []);
  const start = tokenStart[passage] ?? 0;
  const end = tokenStart[passage + 1] ?? 0;
  for (let at = start; at < end; at++) {
    const word = tokens[at] ?? paragraphBreak;
    if (word === paragraphBreak) continue;
    for (let index = termStart[word] ?? 0; index < (termStart[word + 1] ?? 0); index++) {
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
