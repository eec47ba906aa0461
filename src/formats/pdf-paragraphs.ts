import { columnEdges, type Edges, edgeKey, firstWord, inSentence, sizeKey } from "./pdf-edges.ts";
import type { PdfLine } from "./pdf-lines.ts";

/** How a page is set. */
export interface PdfSetting {
  /** Usual distance of baselines for a size of text (rounded), in points. */
  pitch: ReadonlyMap<number, number>;
  /** Where lines are broken on this page. */
  edge: Edges;
}

/** A gap larger than this many usual ones is white space between paragraphs. */
const paragraphGap = 1.3;
/** Text that differs more in size is something else: a heading, a note. */
const sizeChange = 0.08;

/** Finds the setting of every page of a document: the distance of its lines from all pages, its column from each. */
export function measure(pages: readonly (readonly PdfLine[])[]): PdfSetting[] {
  const gaps = new Map<number, Map<number, number>>();
  for (const page of pages) {
    page.forEach((line, at) => {
      const before = page[at - 1];
      const gap = before === undefined ? 0 : Math.round((before.bottom - line.y) * 4) / 4;
      if (before === undefined || sizeKey(before) !== sizeKey(line) || gap <= 0 || gap > line.size * 2.5) return;
      const counts = gaps.get(sizeKey(line)) ?? new Map<number, number>();
      gaps.set(sizeKey(line), counts.set(gap, (counts.get(gap) ?? 0) + 1));
    });
  }
  const pitch = new Map([...gaps].map(([size, counts]) => [size, mostFrequent(counts)]));
  return columnEdges(pages).map((edge) => ({ pitch, edge }));
}

/** The most frequent gap; among equals the smallest. */
function mostFrequent(counts: ReadonlyMap<number, number>): number {
  return [...counts].reduce((best, each) =>
    each[1] > best[1] || (each[1] === best[1] && each[0] < best[0]) ? each : best,
  )[0];
}

/**
 * Whether a paragraph begins at a line. White space, another size or weight says so; else that the first word would
 * still have fitted on the line before, unless that would break a sentence in two.
 */
export function breaksBefore(page: readonly PdfLine[], at: number, setting: PdfSetting): boolean {
  const line = page[at];
  const before = page[at - 1];
  if (line === undefined || before === undefined) return false;
  const gap = before.bottom - line.y;
  const size = Math.max(line.size, before.size);
  const pitch = setting.pitch.get(sizeKey(line)) ?? line.size * 1.25;
  if (gap <= 0 || gap > pitch * paragraphGap) return true;
  if (Math.abs(line.size - before.size) > sizeChange * size || line.bold !== before.bold) return true;
  const text = line.chunks[0]?.text ?? "";
  if (/^<sup>/.test(text)) return true;
  return hadRoom(before, line, setting) && !inSentence(before.chunks.at(-1)?.text ?? "", text);
}

/** Whether the first word of a line would have fitted on the line before, which is no row of columns that it goes on. */
function hadRoom(before: PdfLine, line: PdfLine, setting: PdfSetting): boolean {
  const [mark, second] = before.chunks;
  const isRow = second !== undefined && !listMark.test(mark?.text ?? "");
  if (isRow && (line.chunks.length > 1 || line.x0 > second.x0 - line.size)) return false;
  const edge = setting.edge.get(edgeKey(isRow ? line : before));
  if (edge === undefined || (second !== undefined && !isRow)) return false;
  return before.x1 + firstWord(line) + line.size < edge;
}

/** What stands before an entry of a list. */
const listMark = /^(?:[–—•o§-]|\(?(?:\d{1,3}|[a-z])[.)])$/u;
