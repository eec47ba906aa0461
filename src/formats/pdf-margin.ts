import type { PdfLine } from "./pdf-lines.ts";

/**
 * The column at the right of a ministry's letter, with its address, its reference and the number of the page. Printers
 * draw it before the text or after it; it belongs to the head of the page, and never into a sentence that goes on over
 * the page.
 */

/** In parts of the size of the text: room between text and margin. */
const room = 0.8;
/** A margin is printed smaller than the text, and is at most so wide, as part of the width of the text. */
const smaller = 0.93;
const narrow = 0.45;
const minLines = 2;
const maxLines = 100;

/** How the text of a document is set, in points. */
interface TextColumn {
  size: number;
  left: number;
  width: number;
}

/** The lines of every page, in the order in which it draws them, with those of its margin first, from top to bottom. */
export function marginsFirst(pages: readonly (readonly PdfLine[])[]): PdfLine[][] {
  const text = textColumn(pages.flat());
  return pages.map((lines) => {
    const margin = new Set(text === null ? [] : marginOf(lines, text));
    return [...[...margin].sort((a, b) => b.y - a.y), ...lines.filter((line) => !margin.has(line))];
  });
}

function marginOf(lines: readonly PdfLine[], text: TextColumn): PdfLine[] {
  const right = text.left + text.width;
  const small = lines.filter((line) => line.size <= text.size * smaller && line.x0 > right);
  const begins = groupedBy(small, ({ x0 }) => Math.round(x0));
  const edges = [...begins].filter(([, { length }]) => length >= minLines).map(([x0]) => x0);
  for (const edge of edges.sort((a, b) => a - b)) {
    const margin = small.filter(({ x0 }) => x0 >= edge - 1);
    if (margin.length > maxLines) continue;
    const isNarrow = Math.max(...margin.map(({ x1 }) => x1)) - edge <= narrow * text.width;
    if (!isNarrow) continue;
    const taken = new Set(margin);
    // Small type within reach of the text is part of it: a table, or a note.
    const reaching = lines.filter((line) => !taken.has(line) && line.x1 + room * text.size > edge);
    if (!reaching.some((line) => margin.some(({ y }) => Math.abs(y - line.y) < text.size))) return margin;
  }
  return [];
}

/** The size in which most of a document is printed, where such lines begin and how wide most of them are. */
function textColumn(lines: readonly PdfLine[]): TextColumn | null {
  const sizes = groupedBy(lines, ({ size }) => Math.round(size * 4) / 4);
  const letters = (some: readonly PdfLine[]): number =>
    some.reduce((sum, { chunks }) => sum + chunks.reduce((count, { text }) => count + text.length, 0), 0);
  const [size, own] = [...sizes].reduce((most, each) => (letters(each[1]) > letters(most[1]) ? each : most), [0, []]);
  const lefts = groupedBy(own, ({ x0 }) => Math.round(x0));
  const [left, column] = [...lefts].reduce((most, each) => (each[1].length > most[1].length ? each : most), [0, []]);
  // Last lines of paragraphs are short.
  const width = column.map(({ x0, x1 }) => x1 - x0).sort((a, b) => a - b)[Math.floor(column.length * 0.7)];
  return width === undefined ? null : { size, left, width };
}

function groupedBy<T>(all: readonly T[], keyOf: (one: T) => number): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group === undefined) groups.set(keyOf(one), [one]);
    else group.push(one);
  }
  return groups;
}
