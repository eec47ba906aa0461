import type { Line } from "./lines.ts";

/** Furniture that says by its form alone what it is: it stands on a line of its own on nearly every page. */
const alone = [
  /^(?:ah|kst|h|kv|blg)-(?:[a-z\d]+-)*[a-z]*\d[a-z\d]*$|^kst-[a-z\d]+-[a-z\d]+$/i,
  /^ISSN\s?\d{4}\s?[-–]\s?\d{3}[\dX]$/i,
  /^[’'‘]s-Gravenhage,? \d{4}$/,
  /^Pagina \d+ (?:van|\/) \d+$/i,
];

/** The line at the foot of a page of parliament. A note may consist of just such a citation, hence `isAtFoot`. */
const runningHead =
  /^(?:Tweede|Eerste) Kamer(?: der Staten-Generaal)?, vergaderjaar \d{4}[–-]\d{4},\s(?:Aanhangsel(?: van de Handelingen)?|[\dA-Z][\d A-Z()-]{0,30},\s(?:nr\.\s?)?[\dA-Z]{1,6})(?:,?\s+\d{1,4})?$/;

/**
 * Marks page furniture on the lines: running heads, ISSN lines, publication ids, page numbers, rules.
 * Whoever wants to know what the furniture tells can read the marked lines.
 */
export function markFurniture(lines: Line[]): void {
  for (const line of lines) {
    if (alone.some((form) => form.test(line.text)) || /^(?:-{3,}|\*{3,}|_{3,}|[\s.·•─—_]{3,})$/.test(line.text))
      line.role = "furniture";
  }
  const heads = new Map<string, number>();
  for (const line of lines)
    if (runningHead.test(line.text)) heads.set(withoutPage(line.text), (heads.get(withoutPage(line.text)) ?? 0) + 1);
  for (const [at, line] of lines.entries()) {
    if (!runningHead.test(line.text)) continue;
    if ((heads.get(withoutPage(line.text)) ?? 0) > 1 || isAtFoot(lines, at)) line.role = "furniture";
  }
  for (const [at, line] of lines.entries()) if (isPageNumber(lines, at)) line.role = "furniture";
}

/** A running head without the page number after it. */
function withoutPage(text: string): string {
  return text.replace(/\s+\d{1,4}$/, "");
}

/** Whether nothing but a page number follows on the page, and no note waits for its text. */
function isAtFoot(lines: Line[], at: number): boolean {
  if (/^\d{1,3}$/.test(lines[at - 1]?.text ?? "") && lines[at - 1]?.role !== "furniture") return false;
  const next = lines[at + 1];
  if (!next || next.page) return true;
  const after = lines[at + 2];
  return /^\d{1,4}$/.test(next.text) && (!after || after.page);
}

/** A number alone at the edge of a page, next to the running head or with nothing after it on its page. */
function isPageNumber(lines: Line[], at: number): boolean {
  const line = lines[at];
  const previous = lines[at - 1];
  const next = lines[at + 1];
  if (!line || !/^(?:-\s*)?\d{1,4}(?:\s*-|\s?\/\s?\d{1,4})?$/.test(line.text)) return false;
  if (at === 0) return false;
  if (previous?.role === "furniture" && runningHead.test(previous.text)) return !next || next.page || next.blanks > 0;
  return !line.page && next?.page === true && line.blanks > 0 && !/^\d{1,3}$/.test(previous?.text ?? "");
}
