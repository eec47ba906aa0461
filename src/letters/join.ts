import { joint } from "./hyphens.ts";
import type { Removal } from "./inline.ts";
import type { Line } from "./lines.ts";
import { lowerBound } from "./lower-bound.ts";
import { partsCells } from "./table-rows.ts";

/** A note's mark in the text: `note` is the place of the note in the document's list, -1 where its note was lost. */
export interface SetMark {
  start: number;
  end: number;
  note: number;
}

/** Lines read as one text. */
export interface Joined {
  text: string;
  /** Where marks stood, as offsets in `text`. */
  marks: { note: number; at: number }[];
  removals: Removal[];
  /** How many line ends were read as a space or as nothing. */
  joints: number;
}

/** What joining needs to know of the document. `marks` are in order. */
export interface JoinContext {
  source: string;
  marks: SetMark[];
  /** How often a word, in small letters, stands in the document. */
  known: (word: string) => number;
  /** Whether these lines are rows of a table, so that what parts their cells stays to be seen. */
  rows?: boolean;
}

/**
 * Reads lines as one text: marking and note marks fall away, words broken at a line end are made whole, runs of white
 * space become one space. Nothing else changes, and nothing is added but white space.
 */
export function joinLines(lines: Line[], context: JoinContext): Joined {
  const [only] = lines;
  if (only && lines.length === 1) return cleanLine(only, context);
  const marks: Joined["marks"] = [];
  const removals: Removal[] = [];
  // What a space parts, put together at the end: a text that grows line by line is a chain of as many strings.
  const parts: string[] = [];
  let part = "";
  // Of all of these together.
  let length = 0;
  // The last line apart from what it belongs to, as its hyphen may fall away.
  let last = "";
  // What has been read of the last word, or as much of it as tells how it goes on.
  let tail = "";
  let lastSource = -1;
  let joints = 0;
  for (const line of lines) {
    const clean = cleanLine(line, context);
    for (const removal of clean.removals) removals.push(removal);
    if (clean.text === "") {
      for (const { note } of clean.marks) marks.push({ note, at: length + last.length });
      continue;
    }
    if (last !== "") {
      const { dropHyphen, glue } = joint(tail, clean.text, context.known);
      if (dropHyphen) {
        last = last.slice(0, -1);
        tail = tail.slice(0, -1);
        removals.push({ start: lastSource, end: lastSource + 1, kind: "hyphen" });
      }
      length += last.length + glue.length;
      if (glue === "") part += last;
      else {
        parts.push(part === "" ? last : part + last);
        part = tail = "";
      }
      joints++;
    }
    for (const { note, at } of clean.marks) marks.push({ note, at: length + at });
    last = clean.text;
    const space = clean.text.lastIndexOf(" ");
    tail = (space < 0 ? tail + clean.text : clean.text.slice(space + 1)).slice(-400);
    lastSource = clean.lastSource;
  }
  parts.push(part + last);
  return { text: parts.join(" "), marks, removals, joints };
}

/** One line, read. */
interface CleanLine extends Joined {
  /** Offset in the source of the last character kept. */
  lastSource: number;
}

function cleanLine(line: Line, context: JoinContext): CleanLine {
  const { source, rows } = context;
  const marksHere = marksIn(line, context.marks);
  if (marksHere.length === 0 && line.plain === line.text && !unevenSpace.test(line.text))
    return { text: line.text, marks: none, removals: none, joints: 0, lastSource: line.end - 1 };
  const removals = outside(line.marking, marksHere);
  const cuts: { start: number; end: number; note: number | null }[] = [
    ...removals.map(({ start, end }) => ({ start, end, note: null })),
    ...marksHere,
  ].sort((a, b) => a.start - b.start);
  const text = new CleanText(rows ? betweenCells : " ");
  const marks: CleanLine["marks"] = [];
  let from = line.start;
  let lastSource = line.start;
  const keep = (to: number) => {
    const trimmed = source.slice(from, to).trimEnd();
    if (trimmed !== "") lastSource = from + trimmed.length - 1;
    text.add(source.slice(from, to));
  };
  for (const cut of cuts) {
    keep(cut.start);
    if (cut.note !== null) {
      marks.push({ note: cut.note, at: text.length - (text.last === " " ? 1 : 0) });
      // "gesproken.3Toekomstige": the mark stood where the space belongs.
      if (/[.?!»”)]/.test(text.last) && /^[\p{L}«“(]/u.test(source.slice(cut.end, cut.end + 2))) text.add(" ");
    }
    from = cut.end;
  }
  keep(line.end);
  return { text: text.toString().trimEnd(), marks, removals, joints: 0, lastSource };
}

/** One space, as wide as three: `10 000` and `20` beside it are not 10 000 20. */
const betweenCells = "\u2003";

/** White space that does not stay as it is. */
const unevenSpace = /[^\S ]| {2}/;
const none: never[] = [];

/** Removals that lie outside all marks; both lists are in order. */
function outside(removals: readonly Removal[], marks: SetMark[]): Removal[] {
  let next = 0;
  return removals.filter((one) => {
    while (next < marks.length && (marks[next]?.end ?? 0) <= one.start) next++;
    const mark = marks[next];
    return !mark || mark.start >= one.end;
  });
}

/**
 * A text in the making, in which every run of white space is one space and none stands at the start; a run that parts
 * cells is `gap`.
 */
class CleanText {
  length = 0;
  last = "";
  readonly #gap: string;
  #pieces: string[] = [];

  constructor(gap: string) {
    this.#gap = gap;
  }

  add(part: string): void {
    const single =
      this.#gap === " "
        ? part.replace(/\s+/g, " ")
        : part.replace(/\s+/g, (run) => (partsCells.test(run) ? this.#gap : " "));
    const piece = this.last === " " || this.last === "" ? single.trimStart() : single;
    if (piece === "") return;
    this.#pieces.push(piece);
    this.length += piece.length;
    this.last = piece.at(-1) ?? "";
  }

  toString(): string {
    return this.#pieces.join("");
  }
}

function marksIn(line: Line, marks: SetMark[]): SetMark[] {
  if (marks.length === 0) return none;
  const here: SetMark[] = [];
  for (let at = lowerBound(marks, ({ start }) => start < line.start); at < marks.length; at++) {
    const mark = marks[at];
    if (!mark || mark.start >= line.end) break;
    here.push(mark);
  }
  return here;
}
