import type { Line } from "./lines.ts";
import { clean, isNameText, nameIn, officeLine, pastFurniture, type Signature } from "./signature-parts.ts";

/** Signatures beside each other, in columns of plain text, in the cells of a table, or run together on one line. */

/** What parts columns in plain text. */
export const column = / {3,}|\t/;

/** Where the next office begins on a line: "De Minister van Zee, De Staatssecretaris van Zand,". */
const nextOffice = /(?<=,)\s(?=(?:de|het)\s(?:minister|staatssecretaris)\s)/i;
/** Where the next name begins, which only initials tell: "A. Duin B. van Zand". */
const nextName = /(?<=\p{L})\s(?=(?:\p{Lu}\p{Ll}?\.\s?){1,6}\s?(?:\p{Ll}{1,4}\s){0,3}\p{Lu})/u;

/**
 * Offices beside each other from line `at` on, over one line or more, and below them a line of as many names. Where the
 * names cannot be told apart nobody signed: a wrong office is worse than none.
 */
export function readColumns(lines: Line[], at: number): Signature | null {
  const line = lines[at];
  if (!line) return null;
  const isRunTogether = !column.test(line.plain);
  let offices = line.plain.split(isRunTogether ? nextOffice : column);
  if (offices.length < 2) return null;
  const used = [line];
  for (let more = lines[at + used.length]; more?.role === null && more.blanks === 0; more = lines[at + used.length]) {
    const parts = more.plain.split(column);
    if (parts.length !== offices.length || parts.map(nameIn).every(isNameText) || used.length === 3) break;
    offices = offices.map((office, place) => `${office} ${parts[place]}`);
    used.push(more);
  }
  const below = pastFurniture(lines, at + used.length);
  const names = lines[below];
  if (!names || names.role !== null) return null;
  const called = names.plain.split(isRunTogether ? nextName : column).map(nameIn);
  if (!offices.every((office) => officeLine.test(office)) || !called.every(isNameText)) return null;
  const found = { lines: [...used, names], next: below + 1 };
  if (offices.length !== called.length) return isRunTogether ? { persons: [], ...found } : null;
  return { persons: called.map((name, place) => ({ name, office: clean(offices[place] ?? "") })), ...found };
}

/** No signature has more rows. */
const mostRows = 12;
const isRule = /^[|\s:-]+$/;

/** A table whose every column is one signature: an office above a name, or a name above an office. */
export function readTableOfSigners(lines: Line[], at: number): Signature | null {
  const rows: Line[] = [];
  for (let next = at; next < lines.length && rows.length <= mostRows; next++) {
    const line = lines[next];
    if (line?.role !== null || !line.text.startsWith("|") || (next > at && line.blanks > 0)) break;
    rows.push(line);
  }
  if (rows.length < 2 || rows.length > mostRows) return null;
  const cells = rows.filter(({ text }) => !isRule.test(text)).map(({ plain }) => cellsOf(plain));
  const columns = (cells[0] ?? [])
    .map((_, place) => cells.map((row) => row[place] ?? "").filter((cell) => cell !== ""))
    .filter((parts) => parts.length > 0);
  const persons = columns.map(personIn);
  if (persons.length === 0) return null;
  const known = persons.flatMap((person) => person ?? []);
  return known.length === persons.length ? { persons: known, lines: rows, next: at + rows.length } : null;
}

function cellsOf(row: string): string[] {
  return row
    .replace(/^\||\|$/g, "")
    .split("|")
    .map((cell) => cell.replaceAll("<br>", " ").trim());
}

function personIn(parts: string[]) {
  const [first = "", ...rest] = parts;
  const [last = ""] = parts.slice(-1);
  const above = parts.slice(0, -1).join(" ");
  if (officeLine.test(above) && isNameText(nameIn(last))) return { name: nameIn(last), office: clean(above) };
  const below = rest.join(" ");
  return isNameText(nameIn(first)) && officeLine.test(below) ? { name: nameIn(first), office: clean(below) } : null;
}
