import { headingLevel, isEnded, isPartyHeading } from "./headings.ts";
import { type Line, partsParagraphs, type Setting } from "./lines.ts";
import { opensMore } from "./small-words.ts";

/** Headings that the margin broke over two or three lines. */
export interface BrokenHeadings {
  /** The level of each, by its first line. */
  levels: Map<Line, number>;
  /** Its other lines. */
  others: Set<Line>;
}

const allBold = /^\*\*[^*]+\*\*$/;
const mostLines = 3;
const longest = 250;

/** Finds headings of several lines: those that are set in bold, and those that name the party whose questions follow. */
export function findBrokenHeadings(lines: Line[], setting: Setting): BrokenHeadings {
  const found: BrokenHeadings = { levels: new Map(), others: new Set() };
  findBold(lines, setting, found);
  findParties(lines, setting, found);
  return found;
}

/**
 * Headings that are set apart as a whole, each line of which is bold. A run that ends as a sentence does is text in bold,
 * as questions are.
 */
function findBold(lines: Line[], setting: Setting, found: BrokenHeadings): void {
  const isOfRun = (line: Line | undefined) =>
    line !== undefined && line.role === null && line.label === null && allBold.test(line.text);
  for (let at = 0; at < lines.length; at++) {
    const first = lines[at];
    if (!first || !isOfRun(first) || !(partsParagraphs(first.blanks, setting) || lines[at - 1]?.role !== null))
      continue;
    let end = at + 1;
    while (isOfRun(lines[end]) && lines[end]?.blanks === 0 && !lines[end]?.page) end++;
    const run = lines.slice(at, end);
    const after = lines[end];
    const whole = run.map(({ plain }) => plain).join(" ");
    const isApart = after === undefined || partsParagraphs(after.blanks, setting) || after.page;
    at = end - 1;
    if (run.length < 2 || run.length > mostLines || whole.length > longest || !isApart || isEnded(whole)) continue;
    const level = headingLevel({ ...first, text: `**${whole}**`, plain: whole }, undefined, true, true, setting);
    if (level === 0) continue;
    found.levels.set(first, level);
    for (const line of run.slice(1)) found.others.add(line);
  }
}

/** "Vragen en opmerkingen van de leden van de VVD-fractie en / reactie van de Minister", which has no line to itself. */
function findParties(lines: Line[], setting: Setting, found: BrokenHeadings): void {
  for (let at = 0; at + 1 < lines.length; at++) {
    const first = lines[at];
    if (first?.role !== null || first.label || !beginsParty.test(first.plain) || isWhole(first.plain)) continue;
    const others = lines.slice(at + 1, at + mostLines);
    let whole = first.plain;
    const run: Line[] = [];
    for (const line of others) {
      const goesOn = opensMore.test(whole) || whole.endsWith("-") || /^\p{Ll}/u.test(line.plain);
      if (line.role !== null || line.label || line.blanks > 0 || line.page || !goesOn) break;
      whole = whole.endsWith("-") ? whole + line.plain : `${whole} ${line.plain}`;
      run.push(line);
      if (isWhole(whole)) break;
    }
    if (run.length === 0 || !isWhole(whole)) continue;
    const level = headingLevel({ ...first, plain: whole }, undefined, true, true, setting);
    if (level === 0) continue;
    found.levels.set(first, level);
    for (const line of run) found.others.add(line);
  }
}

const beginsParty =
  /^[*#\s]{0,8}(?:\d+(?:\.\d+)*[.)]?\s|[IVX]+[.)]?\s)?(?:vragen|inbreng|opmerkingen|beantwoording|antwoorden|reactie)\s/i;

/** Whether a text is such a heading, and leaves nothing open: "… en reactie van de" has more below it. */
function isWhole(text: string): boolean {
  return isPartyHeading(text) && !isEnded(text) && !opensMore.test(text);
}
