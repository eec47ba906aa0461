import { markNotes, mostLost, type PrintedNote } from "./footnotes.ts";
import type { SetMark } from "./join.ts";
import type { Line, Setting } from "./lines.ts";
import { explicitScore, type MarkCandidate } from "./mark-candidate.ts";
import { type MarkWanted, placeMarks } from "./mark-places.ts";
import { findCandidates } from "./note-marks.ts";
import { readSignedNotes } from "./signed-notes.ts";

/**
 * Finds the notes of a document and the place of their marks; the lines of notes are marked as such.
 *
 * @param known how often a word or number stands in the document
 */
export function readNotes(
  source: string,
  lines: Line[],
  known: (word: string) => number,
  setting: Setting,
): { notes: PrintedNote[]; marks: SetMark[] } {
  const signed = readSignedNotes(source, lines);
  const taken = new Set(signed.marks.map(({ end }) => end));
  const candidates = inText(findCandidates(source, known), lines).filter(({ end }) => !taken.has(end));
  const earliest = new Map<string, number>();
  for (const one of candidates) if (!earliest.has(one.number)) earliest.set(one.number, one.start);
  const notes = markNotes(lines, (mark, before) => (earliest.get(mark) ?? before) < before, setting);
  const outside = inText(candidates, lines);
  const wanted = markWanted(notes, lines);
  const placed = placeMarks(wanted, outside).flatMap((one, at) =>
    one ? [{ start: one.start, end: one.end, note: wanted[at]?.note ?? -1 }] : [],
  );
  const ofSigned = signed.marks.map((mark) => ({ ...mark, note: mark.note + notes.length }));
  const marks = [...placed, ...otherMarks(source, outside, placed, notes), ...ofSigned];
  marks.sort((a, b) => a.start - b.start);
  return { notes: [...notes, ...signed.notes], marks: withCommas(source, marks) };
}

/** Between two marks at one place a comma belongs to them: `<sup>1</sup>, <sup>2</sup>`. */
function withCommas(source: string, marks: SetMark[]): SetMark[] {
  return marks.map((mark, at) => {
    const end = marks[at - 1]?.end ?? mark.start;
    const isComma = end < mark.start && mark.start - end <= 3 && /^\s?[,;]\s?$/.test(source.slice(end, mark.start));
    return isComma ? { ...mark, start: end } : mark;
  });
}

/** The marks to be found, in order: those of the notes, and between them those of notes lost with the foot of a page. */
function markWanted(notes: PrintedNote[], lines: Line[]): (MarkWanted & { note: number })[] {
  const pages = lines.filter((line, at) => line.page || lines[at - 1]?.role === "note").map((line) => line.start);
  let page = 0;
  let next = 0;
  let last = 0;
  return notes.flatMap((note, at) => {
    while (next < pages.length && (pages[next] ?? 0) < note.start) page = pages[next++] ?? 0;
    const number = Number(note.mark);
    const lost = last > 0 && number > last + 1 && number <= last + 1 + mostLost ? number - last - 1 : 0;
    const from = last + 1;
    if (number > 0) last = number;
    const where = { limit: note.start, page };
    if (lost === 0) return { ...where, mark: note.mark, note: at };
    return [
      ...Array.from({ length: lost }, (_, by) => ({ ...where, mark: String(from + by), note: -1 })),
      { ...where, mark: note.mark, note: at },
    ];
  });
}

/**
 * Explicit marks that no note was found for: a mark printed twice, or one whose note was lost. After a unit of measure
 * (`m<sup>2</sup>`) it is no mark.
 */
function otherMarks(source: string, candidates: MarkCandidate[], placed: SetMark[], notes: PrintedNote[]): SetMark[] {
  const taken = new Set(placed.map(({ start }) => start));
  const byMark = new Map(notes.map((note, at) => [note.mark, at]));
  return candidates.flatMap(({ start, end, number, score }) => {
    const before = source.slice(Math.max(0, start - 4), start);
    if (score < explicitScore || taken.has(start) || !/(?:\p{L}{3}|[.?!»”’"'),;:*])\s?$/u.test(before)) return [];
    return [{ start, end, note: byMark.get(number) ?? -1 }];
  });
}

/** The candidates that stand in lines of text. Both lists are in order. */
function inText(candidates: MarkCandidate[], lines: Line[]): MarkCandidate[] {
  let at = 0;
  return candidates.filter(({ start }) => {
    while ((lines[at]?.end ?? Number.POSITIVE_INFINITY) <= start) at++;
    const line = lines[at];
    return line !== undefined && line.start <= start && line.role === null;
  });
}
