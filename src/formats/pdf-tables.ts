import type { Chunk, PdfLine } from "./pdf-lines.ts";

/** A column, or a row, of a table must have neighbours: two columns are often a label and what it labels. */
const minColumns = 3;
const minRows = 2;
/** Lines of one table; a longer one is read as two. */
const maxLines = 200;
/** Rows of a table stand closer than this, in parts of the size of the text. */
const maxPitch = 3.2;
/** Lines of one cell stand closer than this. */
const cellPitch = 1.35;

export interface PdfTable {
  rows: string[][];
  /** How many lines it takes. */
  lines: number;
}

/**
 * The table that begins at a line: lines with three or more chunks that stand in the same columns.
 *
 * @returns null when no table begins there
 */
export function tableAt(lines: readonly PdfLine[], start: number): PdfTable | null {
  const first = lines[start];
  if (first === undefined || first.chunks.length < minColumns) return null;
  const taken: PdfLine[] = [first];
  let columns = columnsOf(taken);
  for (let at = start + 1; at < lines.length && taken.length < maxLines; at += 1) {
    const line = lines[at];
    const before = lines[at - 1];
    if (
      line === undefined ||
      before === undefined ||
      before.bottom - line.y > maxPitch * line.size ||
      line.y >= before.y
    )
      break;
    if (line.chunks.length === 1 && !isContinuation(line, before, columns)) break;
    const wider = columnsOf([...taken, line]);
    if (wider.length < columns.length || wider.length < minColumns || wider.length > columns.length + 1) break;
    taken.push(line);
    columns = wider;
  }
  while (taken.length > 0 && taken.at(-1)?.chunks.length === 1) taken.pop();
  const full = taken.filter(({ chunks }) => chunks.length >= Math.max(2, columns.length - 1));
  if (full.length < minRows) return null;
  return { rows: toRows(taken, columns), lines: taken.length };
}

type Span = Pick<Chunk, "x0" | "x1">;

/** The columns that chunks of these lines stand in: what overlaps is one column. */
function columnsOf(lines: readonly PdfLine[]): Span[] {
  const spans = lines.flatMap(({ chunks }) => chunks.map(({ x0, x1 }) => ({ x0, x1 }))).sort((a, b) => a.x0 - b.x0);
  const columns: Span[] = [];
  for (const span of spans) {
    const last = columns.at(-1);
    if (last !== undefined && span.x0 <= last.x1) last.x1 = Math.max(last.x1, span.x1);
    else columns.push({ ...span });
  }
  return columns;
}

const columnOf = (chunk: Span, columns: readonly Span[]): number =>
  columns.findIndex(({ x0, x1 }) => chunk.x0 <= x1 && chunk.x1 >= x0);

/** A single chunk goes on with a cell when it stands close under the line and inside one column. */
function isContinuation(line: PdfLine, before: PdfLine, columns: readonly Span[]): boolean {
  const [chunk] = line.chunks;
  if (chunk === undefined || before.bottom - line.y > cellPitch * line.size) return false;
  const column = columns[columnOf(chunk, columns)];
  const place = columnOf(chunk, columns);
  const next = columns[place + 1];
  return (
    column !== undefined && (next === undefined ? place > 0 : chunk.x1 < next.x0) && chunk.x0 >= column.x0 - line.size
  );
}

function toRows(lines: readonly PdfLine[], columns: readonly Span[]): string[][] {
  const rows: string[][] = [];
  lines.forEach((line, at) => {
    const before = lines[at - 1];
    const close = before !== undefined && before.bottom - line.y <= cellPitch * line.size;
    // A line that fills the first column and more begins a row; one that leaves cells empty, close by, goes on.
    const goesOn = close && (line.chunks.length === 1 || columnOf(line.chunks[0] ?? { x0: 0, x1: 0 }, columns) > 0);
    const row = goesOn ? (rows.at(-1) ?? []) : columns.map(() => "");
    if (!goesOn) rows.push(row);
    for (const chunk of line.chunks) {
      const column = columnOf(chunk, columns);
      row[column] = [row[column] ?? "", chunk.text].filter((text) => text !== "").join(" ");
    }
  });
  return rows;
}
