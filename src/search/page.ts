import type { LetterKey, Page, SearchHit } from "./passage-index.ts";
import type { OpenSegment } from "./segment-search.ts";
import type { Candidate } from "./top-hits.ts";

/**
 * One page of the ranked passages, thinned so that one long letter does not fill it.
 */

export interface PagedHit {
  hit: SearchHit;
  candidate: Candidate;
}

/** `matching`: how many passages of every letter match, on this page or not. */
export function pageOf(
  ranked: Candidate[],
  page: Page,
  open: OpenSegment[],
  matching: Map<LetterKey, number>,
): PagedHit[] {
  const shown = new Map<LetterKey, number>();
  const kept: PagedHit[] = [];
  for (const candidate of ranked) {
    const segment = open[candidate.segment]?.segment;
    const passage = segment?.passages.ids[candidate.passage];
    const letter = segment?.letters[segment.passages.letter[candidate.passage] ?? 0]?.key;
    if (passage === undefined || letter === undefined) continue;
    const before = shown.get(letter) ?? 0;
    if (page.perLetter !== null && before >= page.perLetter) continue;
    shown.set(letter, before + 1);
    kept.push({ hit: { passage, letter, score: candidate.score, moreInLetter: 0 }, candidate });
  }
  if (page.perLetter !== null) {
    const least = page.perLetter;
    for (const { hit } of kept) hit.moreInLetter = Math.max(0, (matching.get(hit.letter) ?? 0) - least);
  }
  return kept.slice(page.offset, page.offset + page.limit);
}
