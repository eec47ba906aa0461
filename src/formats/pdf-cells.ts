import type { Chunk, PdfLine } from "./pdf-lines.ts";

/**
 * Rows of a table whose cells have lines of their own. A page draws such a row cell by cell, each from top to bottom; read
 * as lines, the cells would be mixed up.
 */

/** Two columns side by side may be text with a margin; three or more short ones are cells. */
const minCells = 3;
const maxCellLines = 12;
/** All in parts of the size of the text: distance of the lines of a cell, room between cells, how far a taller cell rises. */
const cellPitch = 1.4;
const cellGap = 0.5;
const highestRise = 6;
const sameLevel = 0.2;

interface Cell {
  chunks: Chunk[];
  x0: number;
  x1: number;
  top: number;
  bottom: number;
}

const toCell = (chunk: Chunk, line: PdfLine): Cell => ({
  chunks: [chunk],
  x0: chunk.x0,
  x1: chunk.x1,
  top: line.y,
  bottom: line.y,
});

/** The lines of a page with the lines of every row of such cells made one, in the order in which the page draws them. */
export function joinCells(lines: readonly PdfLine[]): PdfLine[] {
  const joined: PdfLine[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at];
    if (line === undefined) break;
    const row = rowAt(lines, at);
    joined.push(row === null ? line : row.line);
    at += row === null ? 1 : row.lines;
  }
  return joined;
}

function rowAt(lines: readonly PdfLine[], start: number): { line: PdfLine; lines: number } | null {
  const first = lines[start];
  if (first === undefined) return null;
  const cells = first.chunks.map((chunk) => toCell(chunk, first));
  let jumps = 0;
  let at = start + 1;
  for (let line = lines[at]; line !== undefined; at += 1, line = lines[at]) {
    const last = cells.at(-1);
    if (last === undefined || Math.abs(line.size - first.size) > sameLevel * first.size) break;
    if (goesOn(last, line)) {
      if (last.chunks.length >= maxCellLines) return null;
      extend(last, line);
    } else if (isBeside(cells, last, line)) {
      cells.push(...line.chunks.map((chunk) => toCell(chunk, line)));
      jumps += 1;
    } else break;
  }
  if (cells.length < minCells || jumps === 0) return null;
  const top = Math.max(...cells.map((cell) => cell.top));
  const bottom = Math.min(...cells.map((cell) => cell.bottom));
  const chunks = cells.map((cell) => ({
    text: cell.chunks.map(({ text }) => text).join(" "),
    x0: cell.x0,
    x1: cell.x1,
  }));
  const taken = lines.slice(start, at);
  return {
    line: {
      ...first,
      chunks,
      x1: Math.max(...cells.map((cell) => cell.x1)),
      y: top,
      bottom,
      bold: taken.every(({ bold }) => bold),
    },
    lines: taken.length,
  };
}

/** The next line of the same cell: close under it, in its column. */
function goesOn(cell: Cell, line: PdfLine): boolean {
  const down = cell.bottom - line.y;
  return (
    line.chunks.length === 1 && down > 0 && down <= cellPitch * line.size && line.x0 < cell.x1 && line.x1 > cell.x0
  );
}

function extend(cell: Cell, line: PdfLine): void {
  cell.chunks.push(...line.chunks);
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
        (cells.some((cell) => cell.chunks.length > 1)
          ? sameLevel * line.size + (top - bottom)
          : highestRise * line.size)
  );
}
