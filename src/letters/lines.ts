/**
 * The printed lines of a document, before anything is known about them: where they stand, how far apart they are,
 * where a page begins. Everything later works on these lines.
 */

import { plain } from "./inline.ts";

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
  /** The text without its Markdown. */
  plain: string;
  /** Blank lines before it. */
  blanks: number;
  /** Whether it is the first line of a page, as far as the text shows. */
  page: boolean;
  /** null as long as nobody has said what it is; what stays null is body. */
  role: Role | null;
  /** The number of a question whose label is nothing but its number; null for all other lines. */
  question: number | null;
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

/** A margin note and the text beside it, as a text extractor that keeps columns prints them. */
const besideMargin = /^(nr\. ?\S{1,8}|\d{2} \d{3}(?:[- ][IVXLCA-Z\d]{1,6})?|[’'‘]s-gravenhage \d{4})\s{3,}(?=\S)/i;

/** Splits a text into its lines that are not blank, in order. */
export function splitLines(source: string): Line[] {
  const lines: Line[] = [];
  let blanks = 0;
  let page = false;
  let from = 0;
  const lineEnd = /[\n\f]/g;
  const oneSpaceIsPage = indentMarksPages(source);
  while (from < source.length) {
    lineEnd.lastIndex = from;
    const to = lineEnd.exec(source)?.index ?? source.length;
    const raw = source.slice(from, to);
    const text = raw.trim();
    if (text === "") blanks++;
    else {
      const indent = raw.length - raw.trimStart().length;
      const start = from + indent;
      const first = page || (oneSpaceIsPage && (indent === 1 || indent === 2) && !/^[-•*]\s/.test(text));
      lines.push({
        start,
        end: start + text.length,
        text,
        plain: plain(text),
        blanks,
        page: first,
        role: null,
        question: null,
      });
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
  return lines;
}

function splitMargin(lines: Line[]): void {
  const line = lines.at(-1);
  const margin = line && besideMargin.exec(line.text);
  if (!line || !margin?.[1]) return;
  const right = line.start + margin[0].length;
  const beside = cutLine(line, right, line.end);
  Object.assign(line, cutLine(line, line.start, line.start + margin[1].length));
  lines.push({ ...beside, blanks: 0, page: false });
}

/** A part of a line, as a line: offsets as in the source. */
export function cutLine(line: Line, start: number, end: number): Line {
  const text = line.text.slice(start - line.start, end - line.start);
  return { ...line, start, end, text, plain: plain(text) };
}

/**
 * Some extractors print a page break as one space before the first line of the page. That is what it means only
 * where nearly all other lines start at the margin.
 */
function indentMarksPages(source: string): boolean {
  let filled = 0;
  let indented = 0;
  for (const raw of source.split(/[\n\f]/)) {
    if (raw.trim() === "") continue;
    filled++;
    if (/^\s/.test(raw)) indented++;
  }
  return indented <= Math.max(2, filled / 12);
}

const narrow = new Set("iljtfr.,;:'’‘!|()[] -");
const wide = new Set("mwMW");

/** Roughly how wide a text is in a proportional letter; an `n` counts as 1. */
function printedWidth(text: string): number {
  let width = 0;
  for (const letter of text) {
    if (letter >= "a" && letter <= "z") width += narrow.has(letter) ? 0.55 : wide.has(letter) ? 1.5 : 1;
    else if (narrow.has(letter)) width += 0.55;
    else width += letter >= "A" && letter <= "Z" ? (wide.has(letter) ? 1.5 : 1.25) : 1;
  }
  return width;
}

/** Lines measured at most; more would not tell more. */
const measured = 3000;

/** Measures how a document is set. `lines` are all its lines. */
export function measureSetting(lines: Line[]): Setting {
  const sample = lines.slice(0, measured);
  const lengths = sample.map((line) => line.text.length).sort((a, b) => a - b);
  const wrapped = (lengths[Math.floor(lengths.length * 0.9)] ?? 0) <= 130;
  const widths = sample.map((line) => (line.text.length > 400 ? 400 : printedWidth(line.text))).sort((a, b) => a - b);
  const width = widths[Math.floor(widths.length * 0.95)] ?? 0;
  let single = 0;
  let broken = 0;
  for (let at = 1; at < lines.length; at++) {
    const before = lines[at - 1];
    const line = lines[at];
    if (!before || !line || line.blanks !== 1) continue;
    single++;
    if (/[\p{L}\p{N},-]$/u.test(before.text.slice(-2)) && /^\p{Ll}/u.test(line.text)) broken++;
  }
  const doubleSpaced = lines.length > 8 && single > (lines.length - 1) * 0.5 && broken > single * 0.3;
  return { doubleSpaced, wrapped, width };
}

/** Whether a blank run of this size parts paragraphs. */
export function partsParagraphs(blanks: number, setting: Setting): boolean {
  return blanks >= (setting.doubleSpaced ? 2 : 1);
}

/** Whether `word` would still have fitted on a line, so that its line ended on purpose. */
export function wouldHaveFitted(line: string, next: string, setting: Setting): boolean {
  const word = next.split(/\s/, 1)[0] ?? "";
  return printedWidth(`${line} ${word}`) < setting.width * 0.93;
}
