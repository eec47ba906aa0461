import { openCloserLook } from "./closer-look.ts";
import type { Query } from "./passage-index.ts";
import type { Plan } from "./plan.ts";
import { lowerPointers } from "./pointers.ts";
import type { OpenSegment } from "./segment-search.ts";
import type { Candidate } from "./top-hits.ts";

/**
 * The final order of the best passages.
 */

/** Scores that differ less than this share are as good as equal, and then the newest letter comes first. */
const equalWithin = 0.02;

/**
 * So many of the best are looked at more closely than by their words alone, and put in order together. Those after
 * them follow, as many at a time, so that pages never overlap, however far somebody leafs.
 */
export const rankedTogether = 60;

/** Best first. `candidates` are in order of their words alone, and their scores are changed. */
export function rank(
  candidates: Candidate[],
  open: OpenSegment[],
  plan: Plan,
  order: Query["order"],
  averageLength: number,
): Candidate[] {
  const ranked: Candidate[] = [];
  for (let at = 0; at < candidates.length; at += rankedTogether) {
    const together = candidates.slice(at, at + rankedTogether);
    ranked.push(...rankTogether(together, open, plan, order, averageLength));
  }
  return ranked;
}

function rankTogether(
  candidates: Candidate[],
  open: OpenSegment[],
  plan: Plan,
  order: Query["order"],
  averageLength: number,
): Candidate[] {
  const looks = new Map<number, (passage: number) => number>();
  for (const candidate of candidates) {
    const segment = open[candidate.segment]?.segment;
    if (segment === undefined) continue;
    const look = looks.get(candidate.segment) ?? openCloserLook(segment, plan, averageLength);
    looks.set(candidate.segment, look);
    candidate.score += look(candidate.passage);
  }
  lowerPointers(candidates, ({ segment }) => open[segment]?.pointers);
  const byDay = order === "newest" || plan.groups.length === 0;
  return candidates
    .map((candidate) => ({ candidate, day: dateOf(candidate, open), step: byDay ? 0 : stepOf(candidate) }))
    .sort((a, b) => b.step - a.step || compare(b.day, a.day) || better(a.candidate, b.candidate))
    .map(({ candidate }) => candidate);
}

/** By score, then by place, so that the order is the same every time. */
function better(a: Candidate, b: Candidate): number {
  return b.score - a.score || a.segment - b.segment || a.passage - b.passage;
}

/** Scores in steps of one size in proportion, so that "as good as equal" holds for all of a row of passages. */
function stepOf(candidate: Candidate): number {
  return Math.round(Math.log(Math.max(candidate.score, 1e-9)) / equalWithin);
}

function dateOf({ segment, passage }: Candidate, open: OpenSegment[]): string {
  const { letters, passages } = open[segment]?.segment ?? { letters: [], passages: null };
  return letters[passages?.letter[passage] ?? 0]?.date ?? "";
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
