import { type PdfLine, toChunk } from "./pdf-lines.ts";

/**
 * Marks of two notes at one place, which a page draws as one number: `1011` stands for notes 10 and 11. They are parted
 * where the whole is the mark of no note, and its parts follow each other and are.
 */

const run = /<sup>(\d{2,9})<\/sup>/g;
const atHead = /^<sup>(\d{1,3})<\/sup>/;
/** A document has fewer notes. */
const highest = 999;

/** The lines of every page with such marks parted. */
export function partMarks(pages: readonly (readonly PdfLine[])[]): PdfLine[][] {
  const notes = new Set(pages.flat().flatMap(({ chunks }) => atHead.exec(chunks[0]?.text ?? "")?.[1] ?? []));
  const parted = (text: string): string =>
    text.replace(run, (whole, digits: string) => {
      const marks = notes.has(digits) ? null : marksIn(digits, notes);
      if (marks !== null) return marks.map((mark) => `<sup>${mark}</sup>`).join("");
      return Number(digits) > highest ? digits : whole;
    });
  return pages.map((page) =>
    page.map((line) =>
      line.chunks.some(({ text }) => text.includes("<sup>"))
        ? {
            ...line,
            chunks: line.chunks.map(({ bits }) => toChunk(bits.map((bit) => ({ ...bit, text: parted(bit.text) })))),
          }
        : line,
    ),
  );
}

/** Digits as numbers that follow each other, each the mark of a note where the notes are known. */
function marksIn(digits: string, notes: ReadonlySet<string>): string[] | null {
  for (const length of [1, 2, 3]) {
    const marks: string[] = [];
    let next = Number(digits.slice(0, length));
    let rest = digits;
    while (rest !== "" && rest.startsWith(String(next))) {
      marks.push(String(next));
      rest = rest.slice(String(next).length);
      next += 1;
    }
    const isKnown = notes.size === 0 ? digits.length > 3 : marks.every((mark) => notes.has(mark));
    if (rest === "" && marks.length > 1 && isKnown) return marks;
  }
  return null;
}
