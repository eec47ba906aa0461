import type { LetterMentions } from "./passage-index.ts";
import type { OpenSegment } from "./segment-search.ts";

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
