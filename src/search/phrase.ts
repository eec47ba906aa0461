import type { Segment } from "./segment.ts";

/**
 * Word groups: the passages of a segment in which folded words follow each other, within a paragraph.
 */

/** By row of passage: 1 where the phrase stands. One walk over the words of the segment. */
export function passagesWithPhrase(segment: Segment, phrase: string[]): Uint8Array {
  const { tokens, tokenStart, ids } = segment.passages;
  const found = new Uint8Array(ids.length);
  const rows: number[] = [];
  for (const word of phrase) {
    const row = segment.words.folded.rowOf(word);
    if (row < 0) return found;
    rows.push(row);
  }
  // Look for the word that stands in the fewest passages, then at its neighbours.
  const rarest = rows.reduce(
    (best, row, at) => (standsIn(segment, row) < standsIn(segment, rows[best] ?? 0) ? at : best),
    0,
  );
  const sought = rows[rarest] ?? 0;
  let passage = 0;
  for (let at = tokens.indexOf(sought); at >= 0; at = tokens.indexOf(sought, at + 1)) {
    while ((tokenStart[passage + 1] ?? 0) <= at) passage++;
    const first = at - rarest;
    if (first < (tokenStart[passage] ?? 0) || first + rows.length > (tokenStart[passage + 1] ?? 0)) continue;
    if (rows.every((row, offset) => tokens[first + offset] === row)) found[passage] = 1;
  }
  return found;
}

function standsIn(segment: Segment, row: number): number {
  return segment.words.passages[row] ?? 0;
}
