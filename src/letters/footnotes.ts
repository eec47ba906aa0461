import { isEnded } from "./headings.ts";
import { type Line, type Setting, wouldHaveFitted } from "./lines.ts";

/** A note as printed below the text: its mark, the lines that hold its text, and where it starts in the source. */
export interface PrintedNote {
  mark: string;
  /** Offset of the mark. */
  start: number;
  lines: Line[];
  /** Where the text starts in the first of `lines`. */
  textStart: number;
}

/** Whether a mark may stand in the text before an offset. */
type HasMark = (mark: string, before: number) => boolean;

/** `1 Kamerstukken …`, `<sup>1</sup> Kamerstukken …`, `1) Kamerstukken …`, or the mark alone with its text below. */
const opening = /^(?:<sup>\s*\(?(\d{1,3}|\*{1,3})\)?\s*<\/sup>|(\d{1,3})\)?)(?:\s+(?=\S)|$)/;

/** How notes mostly begin; needed only where nothing else tells a note from a numbered line of text. */
const citation =
  /^(?:Samenstelling:|Kamerst|Tweede Kamer|Eerste Kamer|Aanhangsel|Handelingen|Bijlage|Zie |Stb|Stcrt|Staatsblad|PbE|Pb |ECLI|https?:|www\.|«|“|"|\p{Lu}[\p{L}\d.’&-]{1,20}(?: [\p{L}\d.’&-]{1,20}){0,4},? (?:d\.d\. )?(?:(?:\d{1,2} )?\p{Ll}{3,9} )?(?:19|20)\d\d(?!\d))/u;

/**
 * Marks the lines of the notes printed in a document, and returns the notes. A plain number at the start of a line is a note only
 * where it is the next number in the sequence, where `hasMark` says that its mark can stand in the text before it, and
 * where the notes end a page or read like citations. Numbers skip only
 * where the notes between were lost with the foot of their page: then their marks are still in the text.
 *
 * @param hasMark whether a mark may stand in the text before an offset
 */
export function markNotes(lines: Line[], hasMark: HasMark, setting: Setting): PrintedNote[] {
  const notes: PrintedNote[] = [];
  let expected = 1;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    const found = line && line.role === null ? opening.exec(line.text) : null;
    if (!line || !found) continue;
    const explicit = found[1];
    const number = Number(found[2]);
    if (explicit === undefined && (number < expected || number > expected + mostLost)) continue;
    if (number > expected && !lostBefore(expected, number, line.start, hasMark)) continue;
    const block = readBlock(lines, at, explicit === undefined ? number : null, setting);
    const first = block.notes[0];
    if (!first) continue;
    if (explicit === undefined && !isCredible(lines, at, block, hasMark)) continue;
    for (const noteLine of lines.slice(at, block.next)) if (noteLine.role === null) noteLine.role = "note";
    for (const note of block.notes) {
      notes.push(note);
      if (/^\d+$/.test(note.mark)) expected = Number(note.mark) + 1;
    }
    at = block.next - 1;
  }
  return notes;
}

/** No note is longer than so many lines: what goes on is a text with a number before it. */
const longestNote = 40;

/** At most so many notes in a row may be lost with the foot of their page. */
export const mostLost = 6;

/** Whether the notes between two printed ones are lost but their marks are there, so that the sequence holds. */
function lostBefore(from: number, to: number, before: number, hasMark: HasMark): boolean {
  if (from === 1) return false;
  for (let number = from; number < to; number++) if (!hasMark(String(number), before)) return false;
  return true;
}

interface Block {
  notes: PrintedNote[];
  /** Index of the first line after the block. */
  next: number;
}

/**
 * Reads consecutive notes from line `at`; `number` is the plain number expected, null for explicit marks. None when
 * one of them is longer than a note can be.
 */
function readBlock(lines: Line[], at: number, number: number | null, setting: Setting): Block {
  const notes: PrintedNote[] = [];
  let next = at;
  let expected = number;
  let opened = at;
  let footPassed = false;
  // A note alone on the last page has room for more than its first line.
  let belowFoot = false;
  const textIsWhole = leavesNothingOpen(lines, at);
  for (let i = at; i < lines.length; i++) {
    const line = lines[i];
    if (!line) break;
    if (i - opened > longestNote) return { notes: [], next: at + 1 };
    if (line.role === "furniture" && i > at && !/^-{3,}$/.test(line.text)) {
      footPassed ||= (notes.at(-1)?.lines.length ?? 0) > 0;
      continue;
    }
    if (i > at && line.page) break;
    const found = line.role === null ? opening.exec(line.text) : null;
    const current = notes.at(-1);
    const opens =
      found !== null &&
      (found[1] !== undefined ? expected === null : expected !== null && Number(found[2]) === expected);
    if (opens && found) {
      opened = i;
      belowFoot = footPassed;
      footPassed = false;
      const textStart = line.start + found[0].length;
      const hasText = textStart < line.end;
      notes.push({
        mark: found[1] ?? found[2] ?? "",
        start: line.start,
        lines: hasText ? [line] : [],
        textStart: hasText ? textStart : -1,
      });
      if (expected !== null) expected++;
    } else if (!current || line.role !== null) break;
    else if (
      current.lines.length > 0 &&
      (footPassed ||
        (belowFoot && (isEnded(current.lines.at(-1)?.text ?? "") || !/^\p{Ll}/u.test(line.text))) ||
        (line.blanks > 0 && !goesOnBelow(current, line, setting, textIsWhole)))
    )
      break;
    else if (current.lines.length === 0 && !/\p{L}/u.test(line.text)) break;
    else {
      if (current.textStart < 0) current.textStart = line.start;
      current.lines.push(line);
    }
    next = i + 1;
  }
  return { notes: unstack(notes), next };
}

/** Whether the text above line `at` ends as a sentence does, furniture and notes passed over. */
function leavesNothingOpen(lines: Line[], at: number): boolean {
  for (let above = at - 1; above >= Math.max(0, at - longestNote); above--) {
    const line = lines[above];
    if (line && line.role === null) return isEnded(line.plain);
  }
  return false;
}

/**
 * Whether a note goes on below a blank line: some extractors set its first line, which has the raised mark, apart from
 * the rest. Something must be left open in it that the margin broke off: a quotation, a bracket, an address, a word; or
 * a sentence, where the text above the notes left none open that could go on here.
 */
function goesOnBelow(
  { lines: [first, ...more] }: PrintedNote,
  line: Line,
  setting: Setting,
  textIsWhole: boolean,
): boolean {
  if (first === undefined || more.length > 0 || line.blanks > 1 || line.page || line.label || !setting.wrapped)
    return false;
  if (wouldHaveFitted(first.text, line.text, setting)) return false;
  return leftOpen(first.text) || (textIsWhole && !isEnded(first.text) && /^[\p{Ll}«“("[]/u.test(line.text));
}

/** Whether a line ends inside a quotation, brackets or an address, in a broken word, or on a comma. */
function leftOpen(text: string): boolean {
  const count = (sign: string) => text.split(sign).length - 1;
  if (/[-‐,/]$/.test(text)) return true;
  return count("«") > count("»") || count("“") > count("”") || count("(") > count(")");
}

/** Two marks above each other and then their texts: one line each where the numbers agree. */
function unstack(notes: PrintedNote[]): PrintedNote[] {
  const empty = notes.filter((note) => note.lines.length === 0).length;
  const last = notes.at(-1);
  if (empty === 0 || !last) return notes;
  const stack = notes.slice(notes.length - 1 - empty);
  if (stack.some((note, at) => note.lines.length > 0 && at < empty))
    return notes.filter((note) => note.lines.length > 0);
  if (last.lines.length !== stack.length) return notes.filter((note) => note.lines.length > 0);
  const texts = last.lines;
  for (const [at, note] of stack.entries()) {
    const line = texts[at];
    if (!line) continue;
    note.lines = [line];
    note.textStart = line.start;
  }
  return notes;
}

/** A run of so many notes, counted from one to the next, is no list of something else if most of its marks are there. */
const fewestOfRun = 3;

function isCredible(lines: Line[], at: number, block: Block, hasMark: HasMark): boolean {
  const first = block.notes[0];
  const line = lines[at];
  if (!first || !line || block.notes.some((note) => note.lines.length === 0)) return false;
  const reads = block.notes.every(readsAsNote);
  const found = block.notes.filter((note) => hasMark(note.mark, note.start)).length;
  const marked = found === block.notes.length;
  const apart = line.blanks > 0 || /^\d+$/.test(line.text) || line.page || lines[at - 1]?.role === "furniture";
  let follows = block.next;
  while (lines[follows]?.role === "furniture") follows++;
  const after = lines[follows];
  const endsPage = !after || after.page || lines[block.next]?.role === "furniture";
  const broken = after !== undefined && /^\p{Ll}/u.test(after.text);
  // Before 2009 questions and answers were printed apart, each with its notes: those above "Antwoord" end there.
  const endsQuestions = after?.label?.side === "answer" && after.blanks > 0;
  // Of a run at the end of a page one mark may stand where it cannot be told from the number that it is glued to.
  const mostlyMarked = block.notes.length >= fewestOfRun && found >= block.notes.length * 0.6;
  if (apart) return (marked && (endsPage || reads || broken || endsQuestions)) || (endsPage && (reads || mostlyMarked));
  // Right below the text, as some extractors print them, only where all tells that these are notes.
  return marked && endsPage && reads;
}

/** Whether a note cites or lists something; what asks ("1 / Hoeveel vreemdelingen zijn in 2002 vertrokken?") does not. */
function readsAsNote(note: PrintedNote): boolean {
  if (note.lines.at(-1)?.plain.endsWith("?")) return false;
  return citation.test(textOf(note)) || note.lines.some(hasAddress);
}

function hasAddress({ text }: Line): boolean {
  return /https?:\/\/|www\./.test(text);
}

/** The start of a note's text, enough to see what it is. */
function textOf(note: PrintedNote): string {
  const line = note.lines[0];
  return line ? line.text.slice(Math.max(0, note.textStart - line.start)) : "";
}
