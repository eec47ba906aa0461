import type { PdfLine } from "./pdf-lines.ts";

/** How far back the left neighbour of a table cell is looked for, in lines. */
const LOOK_BACK = 4;

/** A stretch of lines drawn one below the other. */
interface Block {
  lines: PdfLine[];
  top: number;
  bottom: number;
}

/**
 * Lines in reading order. A page is drawn in blocks (a column, a margin, a foot), each from top to bottom; blocks stay
 * whole and in the order in which they are drawn, unless one lies wholly above another that was drawn before it.
 */
export function inReadingOrder(lines: readonly PdfLine[]): PdfLine[] {
  const blocks: Block[] = [];
  for (const line of joinRows(lines)) {
    const block = blocks.at(-1);
    if (block !== undefined && line.y < block.bottom) {
      block.lines.push(line);
      block.bottom = line.y;
    } else blocks.push({ lines: [line], top: line.y + line.size, bottom: line.y });
  }
  const ordered: Block[] = [];
  for (const block of blocks) {
    const place = ordered.findIndex((other) => block.bottom >= other.top);
    if (place < 0) ordered.push(block);
    else ordered.splice(place, 0, block);
  }
  return ordered.flatMap((block) => block.lines);
}

/** Cells of a table row that are drawn one after the other, each with its own lines, become one line again. */
function joinRows(lines: readonly PdfLine[]): PdfLine[] {
  const rows: PdfLine[] = [];
  for (const line of lines) {
    const near = rows.slice(-LOOK_BACK);
    const row = near.find((other) => isSameRow(other, line));
    if (row === undefined) rows.push({ ...line, chunks: [...line.chunks] });
    else {
      row.chunks.push(...line.chunks);
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
  line.x0 > row.x1 + 0.5 * row.size;
