/**
 * The printed lines of a document, before anything is known about them: where they stand, how far apart they are,
 * where a page begins. Everything later works on these lines.
 */

import { findMarking, type Removal, without } from "./inline.ts";
import { type Label, readLabel } from "./labels.ts";
import { opensMore } from "./small-words.ts";

/** What a stretch of the source is. `body`, `heading` and `label` together make up the repaired body. */
export type Role =
  | "body"
  | "heading"
  | "label"
  | "note-mark"
  | "note"
  | "header"
  | "signature"
  | "furniture"
  | "contents";

export interface Line {
  /** Offsets in the source, white space at both ends left out. */
  start: number;
  end: number;
  text: string;
  /** Its Markdown, as offsets in the source. */
  marking: readonly Removal[];
  /** The text without its Markdown. */
  plain: string;
  /** Blank lines before it. */
  blanks: number;
  /** Whether it is the first line of a page, as far as the text shows. */
  page: boolean;
  /** null as long as nobody has said what it is; what stays null is body. */
  role: Role | null;
  /** The label that it is; null for all other lines. */
  label: Label | null;
}

/** How a document is set; the same line break means different things in different settings. */
export interface Setting {
  /** Every line is followed by a blank one, so that only two blank lines or more part paragraphs. */
  doubleSpaced: boolean;
  /** Lines are broken at a margin; otherwise every line is a paragraph. */
  wrapped: boolean;
  /** Printed width of a full line, in the unit of `printedWidth`. */
  width: number;
}

/**
 * A margin note and the text beside it, as a text extractor that keeps columns prints them; the place and year of
 * publication stand beside the running head, also where the columns are not kept.
 */
const besideMargin =
  /^(?:(nr\. ?\S{1,8}|\d{2} \d{3}(?:[- ][IVXLCA-Z\d]{1,6})?|[’'‘]s-gravenhage \d{4})\s{3,}(?=\S)|([’'‘]s-gravenhage \d{4})\s+(?=(?:Tweede|Eerste) Kamer(?: der Staten-Generaal)?, vergaderjaar \d))/i;

/** Nothing so short is a margin note with text beside it; a text may have very many lines that are shorter. */
const shortestMargin = 8;

/** Splits a text into its lines that are not blank, in order. */
export function splitLines(source: string): Line[] {
  const lines: Line[] = [];
  const indented: Line[] = [];
  let filled = 0;
  let shifted = 0;
  let blanks = 0;
  let page = false;
  for (let from = 0; from < source.length; ) {
    const to = endOfLine(source, from);
    let start = from;
    while (start < to && isSpace(source.charCodeAt(start))) start++;
    if (start === to) blanks++;
    else {
      let end = to;
      while (isSpace(source.charCodeAt(end - 1))) end--;
      const line = newLine(source.slice(start, end), start, blanks, page);
      filled++;
      if (start > from) {
        shifted++;
        if (start - from <= 2 && !/^[-•*]\s/.test(line.text)) indented.push(line);
      }
      lines.push(line);
      splitMargin(lines);
      blanks = 0;
      page = false;
    }
    if (source[to] === "\f") {
      page = true;
      blanks = Math.max(0, blanks - 1);
    }
    from = to + 1;
  }
  // Some extractors print a page break as one space before the first line of the page. That is what it means only
  // where nearly all other lines start at the margin.
  if (shifted <= Math.max(2, filled / 12)) for (const line of indented) line.page = true;
  return lines;
}

function endOfLine(source: string, from: number): number {
  for (let at = from; at < source.length; at++) {
    const code = source.charCodeAt(at);
    if (code === lineFeed || code === formFeed) return at;
  }
  return source.length;
}

const lineFeed = 0x0a;
const formFeed = 0x0c;

/** As `\s` has it. */
function isSpace(code: number): boolean {
  if (code < 0x80) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  return code >= 0xa0 && /\s/.test(String.fromCharCode(code));
}

function newLine(text: string, start: number, blanks: number, page: boolean): Line {
  const marking = findMarking(text, start);
  return {
    start,
    end: start + text.length,
    text,
    marking,
    plain: marking.length === 0 ? text.trim() : without(marking, text, start),
    blanks,
    page,
    role: null,
    label: readLabel(text),
  };
}

function splitMargin(lines: Line[]): void {
  const line = lines.at(-1);
  const margin = line && line.text.length > shortestMargin ? besideMargin.exec(line.text) : null;
  const left = margin?.[1] ?? margin?.[2];
  if (!line || !margin || !left) return;
  const right = line.start + margin[0].length;
  const beside = cutLine(line, right, line.end);
  Object.assign(line, cutLine(line, line.start, line.start + left.length));
  lines.push({ ...beside, blanks: 0, page: false });
}

/** A part of a line, as a line: offsets as in the source. */
export function cutLine(line: Line, start: number, end: number): Line {
  const text = line.text.slice(start - line.start, end - line.start);
  return { ...newLine(text, start, line.blanks, line.page), role: line.role };
}

const narrow = new Set("iljtfr.,;:'’‘!|()[] -");
const wide = new Set("mwMW");

/** Widths by character code; all others are as wide as an `n`. */
const widths = Float64Array.from({ length: 0x80 }, (_none, code) => widthOf(String.fromCharCode(code)));

function widthOf(letter: string): number {
  if (narrow.has(letter)) return 0.55;
  const isCapital = letter >= "A" && letter <= "Z";
  return wide.has(letter) ? 1.5 : isCapital ? 1.25 : 1;
}

/** Roughly how wide a text is in a proportional letter, after what is `before` wide; an `n` counts as 1. */
function printedWidth(text: string, before = 0): number {
  let width = before;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const isPair = code >= 0xd800 && code < 0xdc00;
    width += widths[code] ?? (isPair ? 1 : widthOf(text.charAt(at)));
    if (isPair) at++;
  }
  return width;
}

/**
 * Where lines are broken, from the widths of all lines, rising: among the widest is mostly one that is broken there. In a
 * short text that may be a long line instead, such as an address: it stands out, and below it several end near a margin.
 */
function marginOf(widths: number[]): number {
  const widest = Math.floor(widths.length * 0.95);
  for (let at = widest; at > widest - fewestBroken; at--) {
    const width = widths[at] ?? 0;
    if ((widths[at - fewestBroken + 1] ?? 0) >= width * 0.85) return width;
    if (width < (widths[at - 1] ?? 0) * standsOut) break;
  }
  return widths[widest] ?? 0;
}

/** A line that reaches so far was broken at the margin; no page is set narrower than the second, in `n`s. */
const nearMargin = 0.85;
const leastMargin = 55;

/** So many lines end near a margin at least, and fewer stand out beyond it. */
const fewestBroken = 3;
const standsOut = 1.2;

/** Lines measured at most; more would not tell more. */
const measured = 3000;

/** Measures how a document is set. `lines` are all its lines. */
export function measureSetting(lines: Line[]): Setting {
  const sample = lines.slice(0, measured);
  const lengths = sample.map((line) => line.text.length).sort((a, b) => a - b);
  const wrapped = (lengths[Math.floor(lengths.length * 0.9)] ?? 0) <= 130;
  const widths = sample.map((line) => (line.text.length > 400 ? 400 : printedWidth(line.text))).sort((a, b) => a - b);
  const width = marginOf(widths);
  let single = 0;
  let broken = 0;
  let full = 0;
  for (let at = 1; at < lines.length; at++) {
    const before = lines[at - 1];
    const line = lines[at];
    if (!before || !line || line.blanks !== 1) continue;
    single++;
    if (!/[\p{L}\p{N},-]$/u.test(before.text.slice(-2))) continue;
    if (/^\p{Ll}/u.test(line.text)) broken++;
    const goesOn =
      /^[\p{Ll}\p{N}]/u.test(line.text) || /[,-]$/.test(before.text) || opensMore.test(before.text.slice(-12));
    if (goesOn && at < measured && printedWidth(before.text) >= width * nearMargin) full++;
  }
  const followed = Math.max(1, lines.length - 1);
  // In a short letter, of which the head has many lines, those that the margin broke tell it.
  const isSpaced = single > followed * 0.5 && broken > single * 0.3;
  const isSpacedThroughout =
    wrapped && width >= leastMargin && single > followed * 0.85 && full >= fewestBroken && full > single * 0.15;
  return { doubleSpaced: lines.length > 8 && (isSpaced || isSpacedThroughout), wrapped, width };
}

/** Whether a blank run of this size parts paragraphs. */
export function partsParagraphs(blanks: number, setting: Setting): boolean {
  return blanks >= (setting.doubleSpaced ? 2 : 1);
}

/** In running lines: whether a line ended well before the margin though more would have fitted, as headings and closings do. */
export function isCutShort(line: string, next: string, setting: Setting): boolean {
  return setting.wrapped && wouldHaveFitted(line, next, { ...setting, width: setting.width * 0.85 });
}

/** Whether `word` would still have fitted on a line, so that its line ended on purpose. */
export function wouldHaveFitted(line: string, next: string, setting: Setting): boolean {
  const end = next.search(/\s/);
  const word = end < 0 ? next : next.slice(0, end);
  return printedWidth(word, printedWidth(" ", printedWidth(line))) < setting.width * 0.93;
}
