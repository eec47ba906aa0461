/** Rows by what they belong to: those of `owner` stand in `rows` from `start[owner]` up to the next, ascending. */
export interface GroupedRows {
  start: Uint32Array;
  rows: Uint32Array;
}

/**
 * Turns "the targets of every row" into "the rows of every target": a counting sort.
 *
 * @param start where the targets of each row start in `targets`; one more entry than there are rows
 * @param count how many targets there are
 */
export function rowsByTarget(start: Uint32Array, targets: Uint32Array, count: number): GroupedRows {
  const ends = new Uint32Array(count + 1);
  for (const target of targets) ends[target + 1] = (ends[target + 1] ?? 0) + 1;
  for (let target = 0; target < count; target++) ends[target + 1] = (ends[target + 1] ?? 0) + (ends[target] ?? 0);
  const next = ends.slice();
  const rows = new Uint32Array(targets.length);
  for (let row = 0; row + 1 < start.length; row++) {
    for (let at = start[row] ?? 0; at < (start[row + 1] ?? 0); at++) {
      const target = targets[at] ?? 0;
      const place = next[target] ?? 0;
      rows[place] = row;
      next[target] = place + 1;
    }
  }
  return { start: ends, rows };
}
