import { type CellSetting, cellText } from "./pdf-cell-text.ts";
import { type Bit, type PdfLine, toChunk } from "./pdf-lines.ts";

/**
 * Rows of a table whose cells have lines of their own. A page draws such a row cell by cell, each from top to bottom; read
 * as lines, the cells would be mixed up.
 */

/** Two columns side by side may be text with a margin; three or more short ones are cells. */
const minCells = 3;
const maxCellLines = 12;
/** More cells are no row of a table. */
const maxCells = 100;
/** Two are cells where names stand below them in the same columns: offices, of so many lines, at most so far above. */
const maxOfficeLines = 4;
const pairReach = 10;
/** Room for a hand between an office and a name, in lines; less is a line of a letterhead and the next. */
const signedGap = 1.8;
/** All in parts of the size of the text: room between cells, how far a taller cell rises, how well edges line up. */
const cellGap = 0.5;
const highestRise = 6;
const sameLevel = 0.2;

interface Cell {
  bits: Bit[];
  x0: number;
  x1: number;
  top: number;
  bottom: number;
}

const toCell = (bit: Bit, line: PdfLine): Cell => ({
  bits: [bit],
  x0: bit.x0,
  x1: bit.x1,
  top: line.y,
  bottom: line.y,
});

/** The lines of a page with the lines of every row of such cells made one, in the order in which the page draws them. */
export function joinCells(lines: readonly PdfLine[], setting: CellSetting): PdfLine[] {
  const joined: PdfLine[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at];
    if (line === undefined) break;
    const row = rowAt(lines, at, setting);
    joined.push(row === null ? line : row.line);
    at += row === null ? 1 : row.lines;
  }
  return joined;
}

function rowAt(
  lines: readonly PdfLine[],
  start: number,
  setting: CellSetting,
): { line: PdfLine; lines: number } | null {
  const first = lines[start];
  if (first === undefined || first.chunks.length > maxCells) return null;
  const cells = first.chunks.map((chunk) => toCell(chunk, first));
  let jumps = 0;
  let at = start + 1;
  for (let line = lines[at]; line !== undefined; at += 1, line = lines[at]) {
    const last = cells.at(-1);
    if (last === undefined || Math.abs(line.size - first.size) > sameLevel * first.size) break;
    if (goesOn(last, line, setting)) {
      if (last.bits.length >= maxCellLines) return null;
      extend(last, line);
    } else if (isBeside(cells, last, line)) {
      if (cells.length + line.chunks.length > maxCells) return null;
      cells.push(...line.chunks.map((chunk) => toCell(chunk, line)));
      jumps += 1;
    } else break;
  }
  const isRow = cells.length >= minCells ? jumps > 0 : at > start + 1 && isSigned(cells, lines, at, setting);
  return isRow ? { line: toRow(cells, lines.slice(start, at), setting), lines: at - start } : null;
}

function toRow(cells: readonly Cell[], taken: readonly PdfLine[], { known }: CellSetting): PdfLine {
  const chunks = cells.map(({ bits, x0, x1 }) =>
    toChunk([
      {
        text: cellText(
          bits.map(({ text }) => text),
          known,
        ),
        x0,
        x1,
      },
    ]),
  );
  return {
    chunks,
    x0: Math.min(...cells.map(({ x0 }) => x0)),
    x1: Math.max(...cells.map(({ x1 }) => x1)),
    y: Math.max(...cells.map(({ top }) => top)),
    bottom: Math.min(...cells.map(({ bottom }) => bottom)),
    size: taken[0]?.size ?? 0,
    bold: taken.every(({ bold }) => bold),
  };
}

/** The next line of the same cell: close under it, in its column. */
function goesOn(cell: Cell, line: PdfLine, { leading }: CellSetting): boolean {
  const down = cell.bottom - line.y;
  return line.chunks.length === 1 && down > 0 && down <= leading(line) && line.x0 < cell.x1 && line.x1 > cell.x0;
}

function extend(cell: Cell, line: PdfLine): void {
  cell.bits.push(...line.chunks);
  cell.x0 = Math.min(cell.x0, line.x0);
  cell.x1 = Math.max(cell.x1, line.x1);
  cell.bottom = line.y;
}

/** The first line of the next cell: to the right of all before it, at the height of the row. */
function isBeside(cells: readonly Cell[], last: Cell, line: PdfLine): boolean {
  const top = Math.max(...cells.map((cell) => cell.top));
  const bottom = Math.min(...cells.map((cell) => cell.bottom));
  return (
    line.x0 > last.x1 + cellGap * line.size &&
    line.y >= bottom - sameLevel * line.size &&
    line.y <=
      top +
        (cells.some((cell) => cell.bits.length > 1) ? sameLevel * line.size + (top - bottom) : highestRise * line.size)
  );
}

/** Offices side by side: both begin at one height, and below them, with room to sign, are names in the same columns. */
function isSigned(cells: readonly Cell[], lines: readonly PdfLine[], at: number, { leading }: CellSetting): boolean {
  const [left, right] = cells;
  const [names, after] = [lines[at], lines[at + 1]];
  if (left === undefined || right === undefined || names?.chunks.length !== cells.length) return false;
  if (cells.some(({ bits }) => bits.length > maxOfficeLines)) return false;
  const down = Math.min(left.bottom, right.bottom) - names.y;
  const close = leading(names);
  const near = (a: number, b: number | undefined) => Math.abs(a - (b ?? 0)) <= sameLevel * names.size;
  // A name takes one line: more are a text with a label beside it.
  const goesOn = after !== undefined && after.y < names.y && names.y - after.y <= close;
  return (
    !goesOn &&
    near(left.top, right.top) &&
    down >= signedGap * close &&
    down <= pairReach * names.size &&
    cells.every(({ x0 }, place) => near(x0, names.chunks[place]?.x0))
  );
}
