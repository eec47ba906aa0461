import type { LetterMentions, Page } from "./passage-index.ts";
import type { OpenSegment } from "./segment-search.ts";
import type { Candidate } from "./top-hits.ts";

/**
 * In how many passages of which letters something is said: what a timeline counts, without ranking all of them.
 */

/** @param counts for every open segment, by row of letter: how many passages match */
export function mentionsOf(counts: readonly Uint32Array[], open: readonly OpenSegment[]): LetterMentions[] {
  const mentions: LetterMentions[] = [];
  for (const [at, inLetters] of counts.entries()) {
    const letters = open[at]?.segment.letters ?? [];
    for (const [row, passages] of inLetters.entries()) {
      if (passages > 0) mentions.push({ day: letters[row]?.date ?? null, passages });
    }
  }
  return mentions;
}

/**
 * Of all that match, newest first, what may stand on a page or before it: whole days, as what comes first within a day
 * is only known when it has been looked at closely. So the pages of one answer fit together.
 */
export function onPage(
  candidates: readonly Candidate[],
  counts: readonly Uint32Array[],
  open: readonly OpenSegment[],
  { offset, limit, perLetter }: Page,
): Candidate[] {
  const most = perLetter ?? Number.POSITIVE_INFINITY;
  const hitsOn = new Map<number, number>();
  for (const [at, inLetters] of counts.entries()) {
    for (const [row, passages] of inLetters.entries()) {
      const day = open[at]?.days[row] ?? 0;
      if (passages > 0) hitsOn.set(day, (hitsOn.get(day) ?? 0) + Math.min(passages, most));
    }
  }
  let hits = 0;
  const firstLeftOut = [...hitsOn.keys()]
    .sort((a, b) => b - a)
    .find((day) => {
      if (hits >= offset + limit) return true;
      hits += hitsOn.get(day) ?? 0;
      return false;
    });
  if (firstLeftOut === undefined) return [...candidates];
  return candidates.filter(({ segment, passage }) => {
    const of = open[segment];
    return (of?.days[of.segment.passages.letter[passage] ?? 0] ?? 0) > firstLeftOut;
  });
}
