import type { Line } from "./lines.ts";
import { markPageHead, markRunningTitles, widestMargin } from "./page-tops.ts";

const placeAndYear = /^[’'‘]s-Gravenhage,? \d{4}$/;

const pageOfPages = /^(?:Pagina|Blad|Pag\.?)\s\d{1,4}(?:\s?(?:van|\/)\s?\d{1,4})?$/i;

/** Furniture that says by its form alone what it is: it stands on a line of its own on nearly every page. */
const alone = [
  /^(?:ah|kst|h|kv|blg)-(?:[a-z\d]+-)*[a-z]*\d[a-z\d]*$|^kst-[a-z\d]+-[a-z\d]+$/i,
  // The printer's own number and name, which stood above the ISSN until about 2009.
  /^(?:K(?:VR|ST)\d{3,6}|\d{4}(?:tk|ek)k(?:vr|st)[\da-z-]{2,24}|Sdu Uitgevers)$/,
  /^ISSN\s?\d{4}\s?[-–]\s?\d{3}[\dX]$/i,
  placeAndYear,
  pageOfPages,
];

const rule = /^(?:-{3,}|\*{3,}|_{3,}|[\s.·•─—_]{3,})$/;

/** Whether a line that is furniture already is a rule across the page. */
export function isRule({ role, text }: Line): boolean {
  return role === "furniture" && rule.test(text);
}

/** How all of these begin, and how long they are at least. */
const beginsAlone = /^[akhbips\d’'‘*_.·•─—-]/i;
const shortest = 3;

const pageNumber = /^(?:-\s*)?\d{1,4}(?:\s*-|\s?\/\s?\d{1,4})?$/;
const shortNumber = /^\d{1,4}$/;

/** The line at the foot of a page of parliament. A note may consist of just such a citation, hence `isAtFoot`. */
const runningHead =
  /^(?:Tweede|Eerste) Kamer(?: der Staten-Generaal)?, vergaderjaar \d{4}[–-]\d{4},\s(?:Aanhangsel(?: van de Handelingen)?|Vragen|[\dA-Z](?:[\d A-Z()-]|\sen\s){0,30},\s(?:nr\.\s?)?[\dA-Z]{1,6}[a-z]?)(?:,?\s+\d{1,4})?$/;

/** Such a line with the number of its page. */
const withPage = /,\s(?:nr\.\s?\d{1,5}[a-z]?|[A-Z]{1,3}|Vragen|Aanhangsel(?: van de Handelingen)?),?\s+\d{1,4}$/;

/** Of an Aanhangsel, with the number of the page: as a citation it would name a paper, with a longer number. */
const headOfAanhangsel = /, (?:Aanhangsel(?: van de Handelingen)?|Vragen)(?:,?\s+\d{1,2})?$/;

/**
 * Marks page furniture on the lines: running heads, ISSN lines, publication ids, page numbers, rules.
 * Whoever wants to know what the furniture tells can read the marked lines.
 */
export function markFurniture(lines: Line[]): void {
  for (const line of lines) {
    if (
      line.text.length >= shortest &&
      beginsAlone.test(line.text) &&
      (rule.test(line.text) || alone.some((form) => form.test(line.text)))
    )
      line.role = "furniture";
  }
  markRunningHeads(lines);
  markBesideFoot(lines);
  markRunningTitles(lines);
  lines.forEach((line, at) => {
    if (at > 0 && (line.page || isPageOfPages(lines[at - 1]))) markPageHead(lines, at);
  });
  markRepeatedMargins(lines);
  let page = 1;
  let last = 0;
  lines.forEach((line, at) => {
    if (line.page && at > 0) page++;
    if (!isPageNumber(lines, at, page, last + 1)) return;
    line.role = "furniture";
    last = Number.parseInt(line.text.replace(/^\D+/, ""), 10);
  });
}

/** Whether a line, which the form that it has marked already, is the number of a page among all. */
function isPageOfPages(line: Line | undefined): boolean {
  return line?.role === "furniture" && pageOfPages.test(line.text);
}

/** The printer's number of a paper of the nineties, and the name of the ministry; elsewhere they may be something else. */
const printersNumber = /^\d[A-Z]\d{4}$/;
const ministry = /^Ministerie van \p{Lu}[\p{L} ,-]{2,60}$/u;

/** What is furniture because of the line below it: a number above the ISSN, a ministry above the number of the page. */
function markBesideFoot(lines: Line[]): void {
  lines.forEach((line, at) => {
    const below = lines[at + 1];
    if (line.role !== null || below?.role !== "furniture" || below.blanks > 0) return;
    const isFoot = pageOfPages.test(below.text) ? ministry.test(line.text) : printersNumber.test(line.text);
    if (isFoot) line.role = "furniture";
  });
}

/** What a ministry prints in the margin of every page. */
const marginLabel = /^(?:datum|ons kenmerk|onze referentie|kenmerk|directoraat|directie)(?!\p{L})/iu;

/** A letterhead has at most so many lines. */
const longestLetterhead = 60;

/**
 * The margin of a ministry's letter, which comes back next to the number of each page: lines that all stand in the
 * letterhead, broken there as they are here or not.
 */
function markRepeatedMargins(lines: Line[]): void {
  if (!lines.some(isPageOfPages)) return;
  const isWide = (text: string) => text.split(/\s{3,}/).some((column) => column.length > widestMargin);
  const firstLong = lines.findIndex(({ text }) => isWide(text) && !/^>? ?Retouradres/i.test(text));
  const head = lines.slice(0, Math.min(firstLong < 0 ? lines.length : firstLong, longestLetterhead));
  const printed = ` ${head.map(({ plain }) => plain.replace(/\s+/g, " ")).join(" ")} `;
  const comesBack = (at: number): boolean => {
    const line = lines[at];
    return !!line && at >= head.length && line.role === null && printed.includes(` ${line.plain} `);
  };
  lines.forEach((line, at) => {
    if (!isPageOfPages(line)) return;
    for (const step of [1, -1]) {
      const run: Line[] = [];
      for (let beside = at + step; comesBack(beside); beside += step) run.push(...lines.slice(beside, beside + 1));
      if (run.some((line) => marginLabel.test(line.plain))) for (const line of run) line.role = "furniture";
    }
  });
}

/** A running head comes back on every page, or stands at the foot of one. */
function markRunningHeads(lines: Line[]): void {
  const heads = new Map<string, number[]>();
  lines.forEach(({ text }, at) => {
    if (!runningHead.test(text)) return;
    const head = withoutPage(text);
    const same = heads.get(head);
    if (same) same.push(at);
    else heads.set(head, [at]);
  });
  for (const places of heads.values())
    for (const at of places) {
      const line = lines[at];
      if (line && (places.length > 1 || isAtFoot(lines, at))) line.role = "furniture";
    }
}

/** A running head without the page number after it. */
function withoutPage(text: string): string {
  return text.replace(/(?<!\s)\s+\d{1,4}$/, "");
}

/**
 * Whether nothing but a page number follows on the page, or the line can be nothing else: beside the place of
 * publication, or of an Aanhangsel. A note may wait for such a line as its text.
 */
function isAtFoot(lines: Line[], at: number): boolean {
  if (placeAndYear.test(lines[at - 1]?.text ?? "") || headOfAanhangsel.test(lines[at]?.text ?? "")) return true;
  if (/^\d{1,3}$/.test(lines[at - 1]?.text ?? "") && lines[at - 1]?.role !== "furniture") return false;
  const next = lines[at + 1];
  if (!next || next.page) return true;
  const after = lines[at + 2];
  return shortNumber.test(next.text) && (!after || after.page);
}

/**
 * A number alone at the foot of a page: next to the running head, or with nothing after it and about as high as the
 * page is; the last number of a table is not. Where no blank parts it from the next page it must be the next number.
 */
function isPageNumber(lines: Line[], at: number, page: number, expected: number): boolean {
  const line = lines[at];
  const previous = lines[at - 1];
  const next = lines[at + 1];
  if (!line || !pageNumber.test(line.text)) return false;
  if (at === 0) return false;
  // At the top of a page, in the middle of a sentence: elsewhere it may be the number of a question.
  if (line.page && line.text === String(page))
    return page > 1 && previous !== undefined && previous.role === null && /[\p{L},-]$/u.test(previous.text);
  if (!next && page > 1 && expected > 1 && line.blanks > 0 && line.text === String(expected)) return true;
  if (/^-\s*\d+\s*-$/.test(line.text)) return true;
  if (previous?.role === "furniture" && withPage.test(previous.text)) return false;
  if (previous?.role === "furniture" && runningHead.test(previous.text))
    return !next || next.page || next.blanks > 0 || line.text === String(expected);
  if (line.page || !next?.page || line.blanks === 0 || /^\d{1,3}$/.test(previous?.text ?? "")) return false;
  return Math.abs(Number.parseInt(line.text.replace(/^\D+/, ""), 10) - page) <= 1;
}
