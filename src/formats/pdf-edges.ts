import type { PdfLine } from "./pdf-lines.ts";

/** Right edge of the column for a left edge and a size of text (`edgeKey`), in points. */
export type Edges = ReadonlyMap<string, number>;

/** So many sentences broken at narrower lines tell that a page has a narrower column; fewer may be broken by hand. */
const minBreaks = 3;

/** Sizes that are told apart. */
export const sizeKey = (line: PdfLine): number => Math.round(line.size * 2) / 2;

/** Lines that begin at the same place, in the same size, are broken at the same edge. */
export const edgeKey = (line: PdfLine): string => `${Math.round(line.x0 / 4)} ${sizeKey(line)}`;

/**
 * The edges at which the lines of every page are broken: those of the document, but on a page whose sentences are broken
 * where their next word would have fitted by those, such as a letter before its wider annex, those of the page.
 */
export function columnEdges(pages: readonly (readonly PdfLine[])[]): Edges[] {
  const all = edgesOf(pages);
  return pages.map((page) => {
    const own = edgesOf([page]);
    const edges = new Map(all);
    for (const [key, reached] of breaksOf(page)) {
      const edge = all.get(key);
      const early = reached.filter((end) => edge !== undefined && end < edge);
      const ownEdge = own.get(key);
      if (early.length >= minBreaks && ownEdge !== undefined) edges.set(key, ownEdge);
    }
    return edges;
  });
}

function edgesOf(pages: readonly (readonly PdfLine[])[]): Map<string, number> {
  const rights = new Map<string, number[]>();
  for (const line of pages.flat()) if (line.chunks.length === 1) addTo(rights, edgeKey(line), line.x1);
  return new Map([...rights].map(([key, ends]) => [key, columnEdge(ends)]));
}

/** Of every line that is broken inside a sentence: where its next word would have ended. */
function breaksOf(page: readonly PdfLine[]): Map<string, number[]> {
  const reached = new Map<string, number[]>();
  page.forEach((line, at) => {
    const before = page[at - 1];
    if (before === undefined || before.chunks.length > 1 || edgeKey(before) !== edgeKey(line) || before.y <= line.y)
      return;
    const [left, right] = [before.chunks[0]?.text ?? "", line.chunks[0]?.text ?? ""];
    if (inSentence(left, right) && !/[-‐\u00ad]$/u.test(left))
      addTo(reached, edgeKey(before), before.x1 + firstWord(line) + line.size);
  });
  return reached;
}

function addTo(lists: Map<string, number[]>, key: string, value: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

/** How far lines reach: as far as the second longest does, for one may stick out (a long address). */
function columnEdge(rights: readonly number[]): number {
  const sorted = [...rights].sort((a, b) => b - a);
  return (sorted.length > 3 ? sorted[1] : sorted[0]) ?? 0;
}

/** About the width of the first word of a line, in points. */
export function firstWord(line: PdfLine): number {
  const chunk = line.chunks[0];
  if (chunk === undefined) return 0;
  const word = /^\S+/u.exec(chunk.text)?.[0] ?? "";
  return ((chunk.x1 - chunk.x0) * word.length) / Math.max(1, chunk.text.length);
}

const mark = /<sup>[^<]*<\/sup>$/u;
const dash = /^[–—-]\s/u;

/** A line that ends without an end of sentence and goes on in lower case, or with a dash, is broken inside a sentence. */
export function inSentence(before: string, text: string): boolean {
  if (/[-‐\u00ad]$/u.test(before)) return true;
  if (/[.?!:;»”"')]$/u.test(before.replace(mark, ""))) return false;
  return /^[\p{Ll}\d(]/u.test(text) || (dash.test(text) && !dash.test(before));
}
