import type { PdfLine } from "./pdf-lines.ts";

/** How far below a line the next line of the same cell, or of the same text, stands at most, in points. */
export type Leading = (line: PdfLine) => number;

/** All in parts of the size of the text: what printers use; more than the widest leading is white space. */
const usual = 1.4;
const widest = 1.7;
/** Lines of one text do not all stand at the same distance to a hair: a browser sets them to the pixel. */
const near = 0.1;
const tolerance = 1.06;
/** So many lines of a size tell how text of that size is set; of fewer, the text of the document tells. */
const minLines = 4;

const sizeKey = (line: PdfLine): number => Math.round(line.size * 2) / 2;

/** How the lines of a document are set below each other, told by those that begin at the same place. */
export function leadingOf(pages: readonly (readonly PdfLine[])[]): Leading {
  const counts = new Map<number, Map<number, number>>();
  for (const page of pages) {
    page.forEach((line, at) => {
      const before = page[at - 1];
      if (before === undefined || line.chunks.length > 1 || before.chunks.length > 1) return;
      if (sizeKey(before) !== sizeKey(line) || Math.abs(before.x0 - line.x0) > 0.2 * line.size) return;
      const part = Math.round(((before.y - line.y) / line.size) * 50) / 50;
      if (part <= 0.8 || part > widest) return;
      const ofSize = counts.get(sizeKey(line)) ?? new Map<number, number>();
      counts.set(sizeKey(line), ofSize.set(part, (ofSize.get(part) ?? 0) + 1));
    });
  }
  const told = [...counts].map(([size, parts]) => ({ size, lines: sum(parts), part: middle(parts) }));
  const text = told.reduce((most, each) => (each.lines > most.lines ? each : most), { lines: 0, part: 0 });
  return (line) => {
    const own = told.find(({ size, lines }) => size === sizeKey(line) && lines >= minLines) ?? text;
    return Math.max(usual, own.part * tolerance) * line.size;
  };
}

const sum = (counts: ReadonlyMap<number, number>): number => [...counts.values()].reduce((all, one) => all + one, 0);

/** The mean of the most frequent distance and those near to it. */
function middle(counts: ReadonlyMap<number, number>): number {
  const [most] = [...counts].reduce((best, each) => (each[1] > best[1] ? each : best), [0, 0]);
  const alike = new Map([...counts].filter(([part]) => Math.abs(part - most) <= near));
  return [...alike].reduce((all, [part, count]) => all + part * count, 0) / sum(alike);
}
