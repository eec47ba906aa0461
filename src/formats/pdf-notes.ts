import type { PdfLine } from "./pdf-lines.ts";

/**
 * Notes that go over the page. The rest stands at the foot of the next page, above the notes of that page, in the size of
 * notes: it is put below the lines that it goes on from.
 */

const head = /^<sup>\d{1,3}<\/sup>/;
/** All in parts of the size of a note: how alike sizes are, how close lines of notes stand. */
const sameSize = 0.06;
const closest = 1.6;
/** Between one note and the next there may be some room. */
const apart = 2.5;
const pitch = 1.2;
/** Notes are printed smaller than the text above them. */
const smaller = 0.93;
/** A note that fills more of the next page is some other text. */
const maxLines = 30;

/** The pages of a document, their lines in reading order, with every note in one piece on the page where it begins. */
export function keepNotesWhole(pages: readonly (readonly PdfLine[])[]): PdfLine[][] {
  const whole = pages.map((page) => [...page]);
  whole.forEach((page, number) => {
    const before = whole[number - 1];
    const end = before === undefined ? -1 : endOfNotes(before);
    const last = before?.[end];
    if (before === undefined || last === undefined) return;
    const rest = restOf(page, last);
    before.splice(end + 1, 0, ...below(last, page.splice(rest.start, rest.length)));
  });
  return whole;
}

/** Lines as if they stood close below another. */
function below(last: PdfLine, lines: readonly PdfLine[]): PdfLine[] {
  const up = (lines[0]?.y ?? 0) - (last.bottom - pitch * last.size);
  return lines.map((line) => ({ ...line, y: line.y - up, bottom: line.bottom - up }));
}

const textOf = (line: PdfLine): string => line.chunks[0]?.text ?? "";

const isAlike = (line: PdfLine, other: PdfLine): boolean => Math.abs(line.size - other.size) <= sameSize * other.size;

/** The place of the last line of the last note at the foot of a page; -1 where there is none. */
function endOfNotes(page: readonly PdfLine[]): number {
  const first = page.findLastIndex((line) => head.test(textOf(line)));
  let end = first;
  for (let next = page[end + 1]; first >= 0 && next !== undefined; next = page[end + 1]) {
    const line = page[end];
    if (line === undefined || !isAlike(next, line) || next.y >= line.y || line.y - next.y > closest * line.size) break;
    end += 1;
  }
  return end;
}

/** Where on a page the rest of a note stands whose last line is given: below larger text, above the first note if any. */
function restOf(page: readonly PdfLine[], last: PdfLine): { start: number; length: number } {
  const none = { start: 0, length: 0 };
  const first = page.findIndex((line) => head.test(textOf(line)) && isAlike(line, last));
  const end = first < 0 ? page.findLastIndex((line) => isAlike(line, last)) + 1 : first;
  let start = end;
  for (let line = page[start - 1]; line !== undefined; line = page[start - 1]) {
    const room = start < end ? closest : apart;
    const isClose = start === page.length || Math.abs(line.y - (page[start]?.y ?? 0)) <= room * line.size;
    const isFoot = first < 0 && start === end;
    if (!isAlike(line, last) || line.chunks.length > 1 || !(isClose || isFoot)) break;
    start -= 1;
  }
  const above = page[start - 1];
  const isBelowText = above !== undefined && above.size * smaller >= last.size;
  if (start === end || !isBelowText || end - start > maxLines) return none;
  // Without notes of its own, small print at the foot of a page may be anything; a sentence that goes on is the note.
  return first < 0 && /[.?!»”"')]$/u.test(last.chunks.at(-1)?.text ?? "") ? none : { start, length: end - start };
}
