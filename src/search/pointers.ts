import type { Segment } from "./segment.ts";
import type { Candidate } from "./top-hits.ts";

/**
 * Answers that only point elsewhere ("zie het antwoord op vraag 4"). Who finds such a question wants the answer it
 * points to, so that answer is found with it, and stands above it.
 */

/** By row of a passage that does nothing but point: the rows of the passages it points to, as far as they are known. */
export type Pointers = Map<number, number[]>;

/** How far below the answer it points to a pointer stands at least. */
const below = 0.9;

export function pointersOf({ passages: { ids, details } }: Segment): Pointers {
  const pointing = [...details].filter(([, { pointerOnly }]) => pointerOnly);
  if (pointing.length === 0) return new Map();
  const rowOf = new Map(ids.map((id, row) => [id, row]));
  return new Map(pointing.map(([row, { pointsTo }]) => [row, pointsTo.flatMap((id) => rowOf.get(id) ?? [])]));
}

/** Lowers the scores of pointers to below those of their targets. `candidates` are changed. */
export function lowerPointers(
  candidates: Candidate[],
  pointersIn: (candidate: Candidate) => Pointers | undefined,
): void {
  for (const candidate of candidates) {
    const targets = pointersIn(candidate)?.get(candidate.passage);
    if (targets === undefined) continue;
    if (targets.length === 0) candidate.score *= below;
    for (const target of targets) {
      const found = candidates.find(({ segment, passage }) => segment === candidate.segment && passage === target);
      if (found === undefined) continue;
      found.score = Math.max(found.score, candidate.score);
      candidate.score = Math.min(candidate.score, found.score * below);
    }
  }
}
