import type { Bit, PdfLine } from "./pdf-lines.ts";

/** A column of a table: from the leftmost of its letters to the rightmost. */
export type Column = Pick<Bit, "x0" | "x1">;

/** A table while it is read: its columns, and of every line in it the column in which each of its chunks begins. */
export interface Grid {
  columns: readonly Column[];
  lines: PdfLine[];
  places: (readonly number[])[];
}

/** A line with more cells is no row of a table. */
const maxColumns = 40;
/** Lines of a head: names of groups of columns, names of columns, units. */
export const maxHead = 6;

/**
 * Takes a line into a grid. Where it has more cells than those before it, they are its head, and cells of theirs may stand
 * over several of its columns.
 *
 * @returns whether the line stands in the columns of the others; if not, the grid is as it was
 */
export function takeLine(grid: Grid, line: PdfLine): boolean {
  if (line.chunks.length > maxColumns) return false;
  if (line.chunks.length <= grid.columns.length) {
    const set = placesOf(line, grid.columns);
    if (set === null) return false;
    grid.columns = set.columns;
    grid.lines.push(line);
    grid.places.push(set.places);
    return true;
  }
  if (grid.lines.length > maxHead) return false;
  const grown: Grid = { columns: columnsUnder(grid.lines, line), lines: [], places: [] };
  if (grown.columns.length > maxColumns || ![...grid.lines, line].every((each) => takeLine(grown, each))) return false;
  Object.assign(grid, grown);
  return true;
}

/** The cells of a line, and what stands beside all of them in the lines above: the name of a column without a unit. */
function columnsUnder(head: readonly PdfLine[], line: PdfLine): Column[] {
  const columns: Column[] = line.chunks.map(({ x0, x1 }) => ({ x0, x1 }));
  for (const { x0, x1 } of head.flatMap(({ chunks }) => chunks)) {
    if (!columns.some((column) => x0 <= column.x1 && x1 >= column.x0)) columns.push({ x0, x1 });
  }
  return columns.sort((a, b) => a.x0 - b.x0);
}

/** The column of each chunk of a line, and the columns as wide as they are with it. */
function placesOf(line: PdfLine, columns: readonly Column[]): { columns: Column[]; places: number[] } | null {
  const wider = columns.map((column) => ({ ...column }));
  const places: number[] = [];
  for (const chunk of line.chunks) {
    const over = columns.flatMap((column, at) => (chunk.x0 <= column.x1 && chunk.x1 >= column.x0 ? [at] : []));
    const isWhole = line.chunks.length === columns.length;
    const at = isWhole ? places.length : (over[0] ?? nearest(chunk, columns, places.at(-1) ?? -1));
    const column = wider[at];
    if (column === undefined || at <= (places.at(-1) ?? -1)) return null;
    places.push(at);
    if (over.length > 1 && !isWhole) continue;
    column.x0 = Math.min(column.x0, chunk.x0);
    column.x1 = Math.max(column.x1, chunk.x1);
  }
  const isApart = wider.every(({ x0 }, at) => x0 > (wider[at - 1]?.x1 ?? Number.NEGATIVE_INFINITY));
  return isApart ? { columns: wider, places } : null;
}

function nearest(chunk: Column, columns: readonly Column[], after: number): number {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  columns.forEach(({ x0, x1 }, at) => {
    const distance = Math.max(x0 - chunk.x1, chunk.x0 - x1);
    if (at > after && distance < least) [best, least] = [at, distance];
  });
  return best;
}
