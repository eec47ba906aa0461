/** Tables in plain text: lines above each other whose cells are parted by tabs or by room as wide as three blanks. */

/** What stands between two cells of a row. */
export const partsCells = /\t+| {3,}/;
const entrySign = /^(?:[-•–]|\(?[\da-z]{1,2}[.)])\s+/;
const figure = /^[-+–€]?\s?\d[\d.,]*\s?%?$/;

/** Cells are no longer than this; a longer one is a text beside another. */
const longestCell = 60;

/**
 * Whether two lines, one right above the other, are rows of one table: as many cells in each and, so that two columns of
 * text are none, a figure at the end of one of them.
 */
export function areRows(above: string, below: string): boolean {
  if (!mayBeRow(above) || !mayBeRow(below)) return false;
  const rows = [above, below].map((text) => text.split(partsCells));
  const [first = [], second = []] = rows;
  if (first.length < 2 || first.length !== second.length) return false;
  return rows.flat().every((cell) => cell.length <= longestCell) && rows.some((row) => figure.test(row.at(-1) ?? ""));
}

function mayBeRow(text: string): boolean {
  return text.length > 2 && (text.includes("\t") || text.includes("   ")) && !entrySign.test(text);
}
