import { type CellSetting, cellText } from "./pdf-cell-text.ts";
import { holdFigures, isFigure } from "./pdf-figures.ts";
import { type Grid, maxHead, settle, takeLine } from "./pdf-grid.ts";
import type { PdfLine } from "./pdf-lines.ts";

/** A column, or a row, of a table must have neighbours: two columns are often a label and what it labels. */
const minColumns = 3;
const minRows = 2;
/** Lines of one table; a longer one is read as two. */
const maxLines = 200;
/** Rows of a table stand closer than this, in parts of the size of the text. */
const maxPitch = 3.2;
/** Lines of a label beside whose middle or end the figures of its row stand. */
const maxLabel = 4;

/** What a look for a table found: its rows, or none in so many lines. */
export interface PdfTable {
  rows: string[][] | null;
  /** How many lines it takes. */
  lines: number;
}

/**
 * The table that begins at a line: lines whose chunks stand in the same columns, three or more of them, or two of which
 * the second holds figures.
 */
export function tableAt(lines: readonly PdfLine[], start: number, setting: CellSetting): PdfTable {
  const first = lines[start];
  if (first === undefined || first.chunks.length < 2 || !mayBegin(lines, start)) return { rows: null, lines: 1 };
  const taking: Grid = { columns: [], lines: [], places: [] };
  for (let at = start; at < lines.length && taking.lines.length < maxLines; at += 1) {
    const line = lines[at];
    if (line === undefined || (at > start && down(lines, at) > maxPitch * line.size)) break;
    if (line.chunks.length === 1 && !isOfRow(lines, at, taking, setting)) break;
    if (!takeLine(taking, line)) break;
  }
  const grid = settle(taking);
  const isTight = grid.lines.some(
    (_, at) => isFull(grid, at) && isFull(grid, at - 1) && isClose(grid.lines, at, setting),
  );
  const end = grid.lines.findLastIndex(
    (line, at) => line.chunks.length > 1 || (!isTight && isClose(grid.lines, at, setting)),
  );
  const taken = { ...grid, lines: grid.lines.slice(0, end + 1) };
  // Lines that are no table together are looked at again only where they may be the head of one.
  if (!isTable(taken)) return { rows: null, lines: Math.max(1, taken.lines.length - maxHead) };
  return { rows: toRows(taken, isTight, setting), lines: taken.lines.length };
}

/** Two columns without figures are soon seen to be no table, however many lines of a document have them. */
function mayBegin(lines: readonly PdfLine[], start: number): boolean {
  return lines.slice(start, start + maxHead + 1).some((line) => line.chunks.length >= minColumns || isFigure(line));
}

function isTable({ columns, lines }: Grid): boolean {
  if (columns.length < minColumns) return holdFigures(lines);
  return lines.filter(({ chunks }) => chunks.length >= Math.max(2, columns.length - 1)).length >= minRows;
}

/** How far a line stands below the one before it; endless where it does not. */
function down(lines: readonly PdfLine[], at: number): number {
  const [before, line] = [lines[at - 1], lines[at]];
  if (before === undefined || line === undefined || line.y >= before.y) return Number.POSITIVE_INFINITY;
  return before.bottom - line.y;
}

/** As close below the one before it as lines of one cell stand. */
function isClose(lines: readonly PdfLine[], at: number, { leading }: CellSetting): boolean {
  const line = lines[at];
  return line !== undefined && down(lines, at) <= leading(line);
}

/** Whether a line of a table begins in its first column and has most of the others: no such line goes on with a row. */
const isFull = ({ columns, lines, places }: Grid, at: number): boolean =>
  places[at]?.[0] === 0 && (lines[at]?.chunks.length ?? 0) >= Math.max(2, columns.length - 1);

/** Whether a line with a single chunk goes on with the cell above it, or is the beginning of a label of several lines. */
function isOfRow(lines: readonly PdfLine[], at: number, { columns }: Grid, setting: CellSetting): boolean {
  const [line, chunk] = [lines[at], lines[at]?.chunks[0]];
  if (line === undefined || chunk === undefined) return false;
  const place = columns.findIndex(({ x0, x1 }) => chunk.x0 <= x1 && chunk.x1 >= x0);
  const [column, next] = [columns[place], columns[place + 1]];
  if (column === undefined || chunk.x0 < column.x0 - line.size) return false;
  if (next === undefined ? place === 0 : chunk.x1 >= next.x0) return false;
  if (isClose(lines, at, setting)) return true;
  let below = at + 1;
  while (lines[below]?.chunks.length === 1 && isClose(lines, below, setting) && below < at + maxLabel) below += 1;
  return place === 0 && (lines[below]?.chunks.length ?? 0) >= columns.length && isClose(lines, below, setting);
}

function toRows(grid: Grid, isTight: boolean, setting: CellSetting): string[][] {
  const rows: string[][][] = [];
  grid.lines.forEach((line, at) => {
    const places = grid.places[at] ?? [];
    // In a table without room between its rows, a line that fills the first column and more begins one.
    const goesOn = isClose(grid.lines, at, setting) && (!isTight || line.chunks.length === 1 || places[0] !== 0);
    const row = (goesOn ? rows.at(-1) : undefined) ?? grid.columns.map(() => []);
    if (!goesOn) rows.push(row);
    line.chunks.forEach(({ text }, chunk) => {
      row[places[chunk] ?? 0]?.push(text);
    });
  });
  return rows.map((row) => row.map((cell) => cellText(cell, setting.known)));
}
