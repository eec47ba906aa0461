import { joinLooseAccents } from "./accents.ts";
import { readAnnounced } from "./announced.ts";
import { markBarePageNumbers } from "./bare-page-numbers.ts";
import { markContents } from "./contents.ts";
import type { PrintedNote } from "./footnotes.ts";
import { markFurniture } from "./furniture.ts";
import { findAnswerHead, type HeaderItem, markHeader } from "./header.ts";
import type { Removal } from "./inline.ts";
import { type JoinContext, joinLines, type SetMark } from "./join.ts";
import type { Label } from "./labels.ts";
import type { Person, PlacedFootnote, Repair } from "./letter.ts";
import { cutLine, type Line, measureSetting, type Role, splitLines } from "./lines.ts";
import { readNotes } from "./notes.ts";
import { splitNumberLabels } from "./number-labels.ts";
import { type Group, groupLines } from "./paragraphs.ts";
import { markMovers, markSignatures } from "./signatures.ts";
import { dropLabelsInSentences, splitInlineLabels } from "./split-labels.ts";
import { wordCounter } from "./word-count.ts";

/**
 * What is mended, so that the body can be quoted. Nothing but white space is ever added; what falls away is counted.
 */
export const repairKinds = {
  line: "a line end inside a paragraph became a space or nothing",
  hyphen: "the hyphen of a word broken at a line end fell away",
  markup: "Markdown signs fell away",
  page: "a paragraph was joined across a page break",
  mark: "a footnote mark was taken out of the text",
  note: "a footnote was taken out of the text",
  furniture: "a line of page furniture was taken out",
  contents: "a line of a table of contents was taken out",
} as const;

/** A paragraph, heading, label, list or table of the repaired body. */
export interface Block {
  role: "body" | "heading" | "label";
  /** Offsets in the body. */
  start: number;
  end: number;
  text: string;
  level: number;
  label: Label | null;
  bold: boolean;
  /** Whether a signature, a head or a table of contents stands before it. */
  apart: boolean;
}

/** A stretch of the source with one role. */
export interface Span {
  start: number;
  end: number;
  role: Role;
}

/** Whether a paper has labels of this side. */
export function hasLabel({ blocks }: Pick<Reading, "blocks">, side: Label["side"]): boolean {
  return blocks.some(({ label }) => label?.side === side);
}

/** A document after page repair: everything that its kind-specific readers work on. */
export interface Reading {
  /** The text read: NFC, no loose accents, no soft hyphens but at line ends, one kind of hyphen, line ends `\n`. All spans and removals are offsets in it. */
  source: string;
  /** Every character that is not white space, in exactly one span, in order. */
  spans: Span[];
  /** What of the spans of body, headings, labels and notes did not come into the body or the notes. */
  removals: Removal[];
  body: string;
  blocks: Block[];
  header: { name: HeaderItem["name"]; text: string }[];
  furniture: string[];
  footnotes: PlacedFootnote[];
  signers: Person[];
  movers: Person[];
  repairs: Repair[];
}

/** Repairs the pages of a document and says what every part of it is. Never throws; takes linear time. */
export function readText(text: string): Reading {
  // A soft hyphen inside a line is not to be seen; at its end the word goes on below.
  // The hyphens that Word has for never and always breaking a line are hyphens: EU‑lidstaat is EU-lidstaat.
  const shown = text
    .replace(/\r\n?/g, "\n")
    .replace(/\u00ad(?=\S)/g, "")
    .replace(/[\u2010\u2011]/g, "-");
  const source = joinLooseAccents(shown.normalize("NFC"));
  const printed = splitLines(source);
  dropLabelsInSentences(printed);
  let lines = splitInlineLabels(printed);
  const setting = measureSetting(lines);
  const known = wordCounter(source);
  markFurniture(lines);
  const { notes, marks } = readNotes(source, lines, known, setting);
  markBarePageNumbers(lines);
  const movers = markMovers(lines);
  const signed = markSignatures(lines);
  const header: HeaderItem[] = [];
  for (const from of [0, ...signed.after]) header.push(...markHeader(lines, from, setting));
  const further = header.some(({ name }) => name === "answered") ? null : findAnswerHead(lines);
  if (further) header.push(...markHeader(lines.slice(0, further.to), further.from, setting));
  const head = header.map((item) => ({ name: item.name, text: item.lines.map(({ plain }) => plain).join(" ") }));
  lines = splitNumberLabels(lines, readAnnounced(head), setting);
  markContents(lines);
  const context: JoinContext = { source, marks, known };
  const made = makeBody(groupLines(lines, setting), context);
  const footnotes = notes.map((note, at) => {
    const joined = joinLines(noteLines(note), { ...context, marks: [] });
    for (const removal of joined.removals) made.removals.push(removal);
    return { mark: note.mark, text: joined.text, at: made.marks.get(at) ?? null };
  });
  made.removals.sort((a, b) => a.start - b.start);
  return {
    source,
    spans: spansOf(lines, marks),
    removals: made.removals,
    body: made.body,
    blocks: made.blocks,
    header: header.map((item) => ({ name: item.name, text: joinLines(item.lines, context).text })),
    furniture: lines.filter((line) => line.role === "furniture").map((line) => line.text),
    footnotes,
    signers: signed.senders,
    movers,
    repairs: countRepairs(lines, marks, notes.length, made),
  };
}

function noteLines(note: PrintedNote): Line[] {
  return note.lines.map((line, at) =>
    at === 0 && note.textStart > line.start ? cutLine(line, note.textStart, line.end) : line,
  );
}

interface Made {
  body: string;
  blocks: Block[];
  marks: Map<number, number>;
  removals: Removal[];
  joints: number;
  pages: number;
}

/** Makes the body, and marks the lines of its headings and labels as such. */
function makeBody(groups: Iterable<Group>, context: JoinContext): Made {
  const made: Made = { body: "", blocks: [], marks: new Map(), removals: [], joints: 0, pages: 0 };
  const texts: string[] = [];
  let start = 0;
  for (const group of groups) {
    let text = "";
    for (const item of group.items) {
      if (group.role !== "body") for (const line of item) line.role = group.role;
      const joined = joinLines(item, group.rows ? { ...context, rows: true } : context);
      const at = text === "" ? start : start + text.length + 1;
      for (const mark of joined.marks) if (!made.marks.has(mark.note)) made.marks.set(mark.note, at + mark.at);
      for (const removal of joined.removals) made.removals.push(removal);
      made.joints += joined.joints;
      if (joined.text !== "") text = text === "" ? joined.text : `${text}\n${joined.text}`;
    }
    if (text === "") continue;
    made.pages += group.acrossPages;
    made.blocks.push({
      role: group.role,
      start,
      end: start + text.length,
      text,
      level: group.level,
      label: group.label,
      bold: group.bold,
      apart: group.apart,
    });
    texts.push(text);
    start += text.length + 2;
  }
  made.body = texts.join("\n\n");
  return made;
}

/** Lines of one role that follow each other are one span, cut where a note's mark stands. */
function spansOf(lines: Line[], marks: SetMark[]): Span[] {
  const spans: Span[] = [];
  const add = (start: number, end: number, role: Role) => {
    if (start >= end) return;
    const last = spans.at(-1);
    if (last?.role === role && role !== "note-mark") last.end = end;
    else spans.push({ start, end, role });
  };
  let next = 0;
  for (const line of lines) {
    const role = line.role ?? "body";
    let from = line.start;
    while (next < marks.length && (marks[next]?.start ?? 0) < line.end) {
      const mark = marks[next++];
      if (!mark || mark.start < from) continue;
      add(from, mark.start, role);
      add(mark.start, mark.end, "note-mark");
      from = mark.end;
    }
    add(from, line.end, role);
  }
  return spans;
}

function countRepairs(lines: Line[], marks: SetMark[], notes: number, made: Made): Repair[] {
  const of = (kind: string) => made.removals.filter((one) => one.kind === kind).length;
  const counts: Record<keyof typeof repairKinds, number> = {
    line: made.joints,
    hyphen: of("hyphen"),
    markup: of("markup"),
    page: made.pages,
    mark: marks.length,
    note: notes,
    furniture: lines.filter((line) => line.role === "furniture").length,
    contents: lines.filter((line) => line.role === "contents").length,
  };
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => ({ kind, count }));
}
