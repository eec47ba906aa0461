import type { CellSetting } from "./pdf-cell-text.ts";
import { joinCells } from "./pdf-cells.ts";
import type { PdfLine } from "./pdf-lines.ts";

/** Blocks of a page that are put in order; a letter has fewer than 20. */
const maxBlocks = 1_000;

/** A stretch of lines drawn one below the other. */
interface Block {
  lines: PdfLine[];
  top: number;
  bottom: number;
}

/**
 * Lines in reading order. A page is drawn in blocks (a column, a margin, a foot), each from top to bottom; blocks stay in
 * the order in which they are drawn, unless one lies wholly above another that was drawn before it, or in a gap of it:
 * printers draw what is placed by itself, such as a heading, after the text around it.
 */
export function inReadingOrder(lines: readonly PdfLine[], setting: CellSetting): PdfLine[] {
  const ordered: Block[] = [];
  const blocks = toBlocks(joinRows(joinCells(lines, setting)));
  // A page drawn in so many bits has no order worth finding.
  if (blocks.length > maxBlocks) return blocks.flatMap((block) => block.lines);
  for (const block of blocks) {
    const place = ordered.findIndex((other) => block.bottom >= other.top);
    if (place >= 0) ordered.splice(place, 0, block);
    else if (!ordered.some((other) => putIntoGap(other, block))) ordered.push(block);
  }
  return ordered.flatMap((block) => block.lines);
}

const topOf = (line: PdfLine): number => line.y + line.size * 0.8;

function toBlocks(lines: readonly PdfLine[]): Block[] {
  const blocks: Block[] = [];
  for (const line of lines) {
    const block = blocks.at(-1);
    if (block !== undefined && line.y < block.bottom) {
      block.lines.push(line);
      block.bottom = line.bottom;
    } else blocks.push({ lines: [line], top: topOf(line), bottom: line.bottom });
  }
  return blocks;
}

/** Puts a block between two lines of another, where there is room for it and it stands in the same column. */
function putIntoGap(other: Block, block: Block): boolean {
  const [first] = block.lines;
  if (first === undefined) return false;
  const place = other.lines.findIndex((line) => topOf(line) <= block.bottom);
  const above = other.lines[place - 1];
  const below = other.lines[place];
  if (above === undefined || below === undefined || above.bottom < block.top) return false;
  if (!(first.x0 < below.x1 && first.x1 > below.x0) && !(first.x0 < above.x1 && first.x1 > above.x0)) return false;
  other.lines = [...other.lines.slice(0, place), ...block.lines, ...other.lines.slice(place)];
  return true;
}

/** A label and what it labels are one line, also where they are drawn one after the other. */
function joinRows(lines: readonly PdfLine[]): PdfLine[] {
  const rows: PdfLine[] = [];
  for (const line of lines) {
    const row = rows.at(-1);
    if (row === undefined || !isSameRow(row, line)) rows.push({ ...line, chunks: [...line.chunks] });
    else {
      row.chunks = [...row.chunks, ...line.chunks].sort((a, b) => a.x0 - b.x0);
      row.x0 = Math.min(row.x0, line.x0);
      row.x1 = Math.max(row.x1, line.x1);
      row.size = Math.max(row.size, line.size);
      row.bold = row.bold && line.bold;
    }
  }
  return rows;
}

const isSameRow = (row: PdfLine, line: PdfLine): boolean =>
  Math.abs(row.y - line.y) <= 0.2 * Math.min(row.size, line.size) &&
  Math.abs(row.size - line.size) <= 0.1 * row.size &&
  (line.x0 > row.x1 + 0.5 * row.size || line.x1 < row.x0 - 0.5 * row.size);
