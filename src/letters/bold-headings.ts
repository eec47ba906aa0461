import { headingLevel, isEnded } from "./headings.ts";
import { type Line, partsParagraphs, type Setting } from "./lines.ts";

/** Headings in bold that the margin broke over two or three lines. */
export interface BoldHeadings {
  /** The level of each, by its first line. */
  levels: Map<Line, number>;
  /** Its other lines. */
  others: Set<Line>;
}

const allBold = /^\*\*[^*]+\*\*$/;
const mostLines = 3;
const longest = 250;

/**
 * Finds headings that are set apart as a whole, each line of which is bold. A run that ends as a sentence does is text in
 * bold, as questions are.
 */
export function findBoldHeadings(lines: Line[], setting: Setting): BoldHeadings {
  const found: BoldHeadings = { levels: new Map(), others: new Set() };
  const isOfRun = (line: Line | undefined) =>
    line !== undefined && line.role === null && line.label === null && allBold.test(line.text);
  for (let at = 0; at < lines.length; at++) {
    const first = lines[at];
    if (!first || !isOfRun(first) || !(partsParagraphs(first.blanks, setting) || lines[at - 1]?.role !== null))
      continue;
    const run = [first];
    for (let next = lines[at + run.length]; next && isOfRun(next) && next.blanks === 0 && !next.page; ) {
      run.push(next);
      next = lines[at + run.length];
    }
    const after = lines[at + run.length];
    const whole = run.map(({ plain }) => plain).join(" ");
    const isApart = after === undefined || partsParagraphs(after.blanks, setting) || after.page;
    at += run.length - 1;
    if (run.length < 2 || run.length > mostLines || whole.length > longest || !isApart || isEnded(whole)) continue;
    const level = headingLevel({ ...first, text: `**${whole}**`, plain: whole }, undefined, true, true, setting);
    if (level === 0) continue;
    found.levels.set(first, level);
    for (const line of run.slice(1)) found.others.add(line);
  }
  return found;
}
