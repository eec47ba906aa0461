import type { LetterKey } from "../letters/stored-letter.ts";
import type { Page, SearchHit } from "./passage-index.ts";
import type { OpenSegment } from "./segment-search.ts";
import type { Candidate } from "./top-hits.ts";

/**
 * One page of the ranked passages, thinned so that one long letter does not fill it.
 */

export interface PagedHit {
  hit: SearchHit;
  candidate: Candidate;
}

/** `matching`: how many passages of a letter (its row in an open segment) match, on this page or not. */
export function pageOf(
  ranked: Candidate[],
  page: Page,
  open: OpenSegment[],
  matching: (segment: number, letter: number) => number,
): PagedHit[] {
  const shown = new Map<LetterKey, number>();
  const kept: PagedHit[] = [];
  for (const candidate of ranked) {
    const segment = open[candidate.segment]?.segment;
    const passage = segment?.passages.ids[candidate.passage];
    const row = segment?.passages.letter[candidate.passage] ?? 0;
    const letter = segment?.letters[row]?.key;
    if (passage === undefined || letter === undefined) continue;
    const before = shown.get(letter) ?? 0;
    if (page.perLetter !== null && before >= page.perLetter) continue;
    shown.set(letter, before + 1);
    const moreInLetter = page.perLetter === null ? 0 : Math.max(0, matching(candidate.segment, row) - page.perLetter);
    kept.push({ hit: { passage, letter, score: candidate.score, moreInLetter }, candidate });
  }
  return kept.slice(page.offset, page.offset + page.limit);
}
