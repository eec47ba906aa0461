import type { Segment } from "./segment.ts";
import type { Candidate } from "./top-hits.ts";

/**
 * Answers that only point elsewhere ("zie het antwoord op vraag 4"). Who finds such a question wants the answer it
 * points to, so that answer is found with it, and stands above it.
 */

/** How far below the answer it points to a pointer stands at least. */
const below = 0.9;

/** Rows of the passages that a passage points to and does no more than that; empty for every other passage. */
function targetsOf(segment: Segment, passage: number): number[] {
  const details = segment.passages.details.get(passage);
  if (details === undefined || !details.pointerOnly) return [];
  return details.pointsTo.map((id) => segment.passages.ids.indexOf(id)).filter((row) => row >= 0);
}

/** Adds what matched passages point to. `score`: by row of passage, of what matches; targets are added to it. */
export function followPointers(segment: Segment, allowed: Uint8Array | null, score: Map<number, number>): void {
  for (const passage of segment.passages.details.keys()) {
    const own = score.get(passage);
    if (own === undefined) continue;
    for (const target of targetsOf(segment, passage)) {
      if (allowed !== null && allowed[target] === 0) continue;
      score.set(target, Math.max(score.get(target) ?? 0, own));
    }
  }
}

/** Lowers the scores of pointers to below those of their targets. `candidates` are changed. */
export function lowerPointers(candidates: Candidate[], segmentOf: (candidate: Candidate) => Segment | undefined): void {
  for (const candidate of candidates) {
    const segment = segmentOf(candidate);
    const details = segment?.passages.details.get(candidate.passage);
    if (segment === undefined || details?.pointerOnly !== true) continue;
    for (const target of targetsOf(segment, candidate.passage)) {
      const found = candidates.find(({ segment: row, passage }) => row === candidate.segment && passage === target);
      if (found === undefined) continue;
      found.score = Math.max(found.score, candidate.score);
      candidate.score = Math.min(candidate.score, found.score * below);
    }
    if (details.pointsTo.length === 0) candidate.score *= below;
  }
}
