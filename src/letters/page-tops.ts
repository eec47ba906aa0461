import { findDate } from "./dates.ts";
import type { Line } from "./lines.ts";

/** What stands at the top of pages after the first: a title that comes back, or the head of a ministry's letter. */

/** How many characters a line of a letterhead has at most. */
export const widestMargin = 65;

/** What a title at the top of every page has beside it: its number, before it or behind it. */
const numberBeside = /^\d{1,3}\s+(?=\D)|(?<=[^\s\d])\s+\d{1,3}$/;

/** A title that comes back at the top of pages, with the number of each, or on many of them. */
export function markRunningTitles(lines: Line[]): void {
  const tops = new Map<string, { line: Line; isNumbered: boolean }[]>();
  let page = 1;
  lines.forEach((line, at) => {
    if (!line.page || at === 0) return;
    page++;
    const number = numberBeside.exec(line.text)?.[0].trim();
    const title = line.text.replace(numberBeside, "");
    if (title.length < shortestTitle || line.role !== null || line.label || isSentenceEnd.test(title)) return;
    const same = tops.get(title) ?? [];
    tops.set(title, same);
    same.push({ line, isNumbered: number === String(page) });
  });
  for (const same of tops.values()) {
    const isTitle = same.length >= 3 || (same.length === 2 && same.every(({ isNumbered }) => isNumbered));
    if (isTitle) for (const { line } of same) line.role = "furniture";
  }
}

const shortestTitle = 8;
const isSentenceEnd = /[.?!:;,]$/;

/** Who wrote a letter, as every page of it says at its top. */
const unit = /^(?:directoraat|directie|ministerie|afdeling|bureau)(?!\p{L})/iu;
const reference = /^(?:ons kenmerk|onze referentie|kenmerk)\s*:?/i;
const dated = /^datum\s*:?/i;
const isName = /^\p{Lu}[^.?!:;\d]{2,40}$/u;
const isReference = /^\S{0,12}\d\S{2,20}$/;

/** The top of a page of a ministry's letter: who wrote it, its day and its number, each with a value or none of it. */
export function markPageHead(lines: Line[], from: number): void {
  let next = from;
  let said = 0;
  for (; next < from + 12; next++) {
    const line = lines[next];
    if (line?.role !== null || line.text.length > widestMargin) break;
    // "Directoraat-Generaal / Migratie": the margin broke its name.
    const goesOn = next > from && line.blanks === 0 && unit.test(lines[next - 1]?.plain ?? "");
    const label = [dated, reference].find((form) => form.test(line.plain));
    if (unit.test(line.plain) || (goesOn && !label && isName.test(line.plain))) continue;
    if (!label) break;
    const beside = line.plain.replace(label, "").trim();
    const value = beside || (lines[next + 1]?.plain ?? "");
    if (!(label === dated ? findDate(value) !== null && value.length < 24 : isReference.test(value))) break;
    if (beside === "") next++;
    said++;
  }
  if (said > 0) for (const line of lines.slice(from, next)) line.role = "furniture";
}
