import type { Line } from "./lines.ts";
import { awaitsFigure } from "./paragraphs.ts";

/**
 * Numbers of pages that neither a form feed nor a foot tells: alone on a line, with blank ones around it. Such a number
 * may be a label, a cell of a table or a figure of the text, hence only those that nothing else can be.
 */

const bareNumber = /^\d{1,4}$/;

/** A page holds so many characters at least, and a paper begins with page 1: `2021` on a line is no page of a letter. */
const shortestPage = 200;

/** A text has so many characters. */
const fewestBetween = 100;

/** Marks them as furniture. To be called when notes have been found, whose marks can stand alone too. */
export function markBarePageNumbers(lines: Line[]): void {
  const bare: number[] = [];
  lines.forEach((line, at) => {
    const next = lines[at + 1];
    if (line.role === null && line.blanks > 0 && bareNumber.test(line.text) && (!next || next.blanks > 0))
      bare.push(at);
  });
  const inside = bare.filter((at) => isInSentence(lines, at));
  const isAtEnd = bare.at(-1) === lines.length - 1 && areApart(lines, bare);
  const all = (inside.length > 0 || isAtEnd) && riseByOne(lines, bare) ? bare : [];
  for (const at of all.length > 0 ? all : inside) mark(lines[at]);
}

function mark(line: Line | undefined): void {
  if (line) line.role = "furniture";
}

/** Only a page break can have put a number into the middle of a sentence. */
function isInSentence(lines: Line[], at: number): boolean {
  const [before, line, next] = [lines[at - 1], lines[at], lines[at + 1]];
  if (before?.role !== null || next?.role !== null || !line) return false;
  if (Number(line.text) > 2 + line.start / shortestPage) return false;
  if (!/[\p{L},]$/u.test(before.plain)) return false;
  return /^\p{Ll}/u.test(next.plain) || (awaitsFigure(before.plain) && /^(?:€\s?)?\d.*\p{L}/u.test(next.plain));
}

/** Whether the numbers in these lines rise by one from 1, or from 2 where the first page has none. */
function riseByOne(lines: Line[], bare: number[]): boolean {
  const numbers = bare.map((at) => Number(lines[at]?.text));
  const [first = 0] = numbers;
  return bare.length > 1 && (first === 1 || first === 2) && numbers.every((number, at) => number === first + at);
}

/** Whether a text stands between each of these lines and the one before it; cells of a table are nearer. */
function areApart(lines: Line[], bare: number[]): boolean {
  return bare.every((at, which) => {
    const before = lines[bare[which - 1] ?? -1];
    return (lines[at]?.start ?? 0) - (before?.end ?? 0) >= fewestBetween;
  });
}
