import type { PdfLine } from "./pdf-lines.ts";

/** How a document is set, found from all of its lines. */
export interface PdfSetting {
  /** Usual distance of baselines for a size of text (rounded), in points. */
  pitch: ReadonlyMap<number, number>;
  /** Right edge of the column for a left edge and a size of text (both rounded). */
  edge: ReadonlyMap<string, number>;
}

/** A gap larger than this many usual ones is white space between paragraphs. */
const paragraphGap = 1.3;
/** Text that differs more in size is something else: a heading, a note. */
const sizeChange = 0.08;

const sizeKey = (line: PdfLine): number => Math.round(line.size * 2) / 2;
const edgeKey = (line: PdfLine): string => `${Math.round(line.x0 / 4)} ${sizeKey(line)}`;

/** Finds the setting of a document from its pages. */
export function measure(pages: readonly (readonly PdfLine[])[]): PdfSetting {
  const gaps = new Map<number, Map<number, number>>();
  const edges = new Map<string, number[]>();
  for (const page of pages) {
    page.forEach((line, at) => {
      if (line.chunks.length === 1) addTo(edges, edgeKey(line), line.x1);
      const before = page[at - 1];
      const gap = before === undefined ? 0 : Math.round((before.bottom - line.y) * 4) / 4;
      if (before === undefined || sizeKey(before) !== sizeKey(line) || gap <= 0 || gap > line.size * 2.5) return;
      const counts = gaps.get(sizeKey(line)) ?? new Map<number, number>();
      gaps.set(sizeKey(line), counts.set(gap, (counts.get(gap) ?? 0) + 1));
    });
  }
  return {
    pitch: new Map([...gaps].map(([size, counts]) => [size, mostFrequent(counts)])),
    edge: new Map([...edges].map(([key, rights]) => [key, columnEdge(rights)])),
  };
}

function addTo(lists: Map<string, number[]>, key: string, value: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

/** The most frequent gap; among equals the smallest. */
function mostFrequent(counts: ReadonlyMap<number, number>): number {
  return [...counts].reduce((best, each) =>
    each[1] > best[1] || (each[1] === best[1] && each[0] < best[0]) ? each : best,
  )[0];
}

/** How far lines reach: as far as the second longest does, for one may stick out (a long address). */
function columnEdge(rights: readonly number[]): number {
  const sorted = [...rights].sort((a, b) => b - a);
  return (sorted.length > 3 ? sorted[1] : sorted[0]) ?? 0;
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

function hadRoom(before: PdfLine, line: PdfLine, setting: PdfSetting): boolean {
  const edge = setting.edge.get(edgeKey(before));
  const chunk = line.chunks[0];
  if (edge === undefined || chunk === undefined || before.chunks.length > 1) return false;
  const word = /^\S+/u.exec(chunk.text)?.[0] ?? "";
  const width = ((chunk.x1 - chunk.x0) * word.length) / Math.max(1, chunk.text.length);
  return before.x1 + width + line.size < edge;
}

const mark = /<sup>[^<]*<\/sup>$/u;
const dash = /^[–—-]\s/u;

/** A line that ends without an end of sentence and goes on in lower case, or with a dash, is broken inside a sentence. */
function inSentence(before: string, text: string): boolean {
  if (/[-‐\u00ad]$/u.test(before)) return true;
  if (/[.?!:;»”"')]$/u.test(before.replace(mark, ""))) return false;
  return /^[\p{Ll}\d(]/u.test(text) || (dash.test(text) && !dash.test(before));
}
