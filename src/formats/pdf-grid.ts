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

/**
 * Places all lines of a grid again, now that all of them are known: rows with an empty cell tell little of the columns,
 * so that those with all cells go first.
 */
export function settle(grid: Grid): Grid {
  const isWhole = ({ chunks }: PdfLine): boolean => chunks.length === grid.columns.length;
  const [first, ...others] = grid.lines.filter(isWhole);
  if (first === undefined) return grid;
  const whole: Grid = { columns: first.chunks.map(({ x0, x1 }) => ({ x0, x1 })), lines: [first], places: [] };
  if (!others.every((line) => takeLine(whole, line))) return grid;
  const settled: Grid = { columns: whole.columns, lines: [], places: [] };
  return grid.lines.every((line) => takeLine(settled, line)) ? settled : grid;
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
  const isWhole = line.chunks.length === columns.length;
  const places = isWhole ? [...columns.keys()] : nearest(line.chunks, columns);
  const wider = columns.map((column) => ({ ...column }));
  for (const [at, chunk] of line.chunks.entries()) {
    const column = wider[places[at] ?? -1];
    const over = columns.filter((other) => distance(chunk, other) === 0);
    if (column === undefined || (over.length > 0 && !isWhole && distance(chunk, column) > 0)) return null;
    // What stands over several columns, or beside all of them, does not tell where they are.
    if (over.length !== 1 && !isWhole) continue;
    column.x0 = Math.min(column.x0, chunk.x0);
    column.x1 = Math.max(column.x1, chunk.x1);
  }
  const isApart = wider.every(({ x0 }, at) => x0 > (wider[at - 1]?.x1 ?? Number.NEGATIVE_INFINITY));
  return isApart ? { columns: wider, places } : null;
}

/** How far text stands from a column; 0 where it is in it or over it. */
const distance = (text: Column, column: Column): number => Math.max(0, column.x0 - text.x1, text.x0 - column.x1);

/** The columns in which chunks stand, from left to right, with the least distance between them altogether. */
function nearest(chunks: readonly Column[], columns: readonly Column[]): number[] {
  let best: { far: number; places: number[] }[] = columns.map(() => ({ far: 0, places: [] }));
  for (const [count, chunk] of chunks.entries()) {
    let before: { far: number; places: number[] } | undefined;
    best = columns.map((column, at) => {
      const left = count === 0 ? { far: 0, places: [] } : best[at - 1];
      if (left !== undefined && (before === undefined || left.far < before.far)) before = left;
      if (before === undefined) return { far: Number.POSITIVE_INFINITY, places: [] };
      return { far: before.far + distance(chunk, column), places: [...before.places, at] };
    });
  }
  return best.reduce((least, each) => (each.far < least.far ? each : least), {
    far: Number.POSITIVE_INFINITY,
    places: [],
  }).places;
}
