import { layoutParagraphs, widthOf } from "./table-grid.ts";

/*
 * Tables that only place text on a page: a letterhead (`Datum | 12 maart 2024`), signatures beside each other. They are
 * read as text, a table of data as a table. A page and an ODT file tell the two apart in the same way.
 */

/** What a table looks like, whatever its form. */
export interface TableShape {
  /** The text of every cell, row by row; a cell that reaches over more columns is followed by empty ones. */
  rows: readonly (readonly string[])[];
  /** Paragraphs of the cell that has the most. */
  mostParagraphs: number;
  /** Whether lines are drawn. */
  isDrawn: boolean;
  /** Whether it has cells that are said to be heads, or look like them. */
  hasHeads: boolean;
}

/** How a table that only places text is read: its rows one by one, or its columns one by one. */
export type Layout = "rows" | "columns";

/** With fewer columns, a table without lines only places text. */
const minDataColumns = 3;

const headLabel =
  /^(?:datum|betreft|onderwerp|(?:ons|uw) kenmerk|kenmerk|(?:onze|uw) referentie|referentie|uw (?:brief|bericht)(?: van)?|bijlagen?(?:\(n\))?|aan|van|cc|contactpersoon|telefoon|e-?mail|directie|afdeling|auteur)\s?:?$/i;
/** A letterhead has at least one of these. */
const mainLabel = /^(?:datum|betreft|onderwerp|(?:ons |uw )?kenmerk)/i;

const officeCell =
  /^(?:(?:de|het|mede namens de|namens de)\s)?(?:(?:demissionair|waarnemend)e?\s)?(?:vice-?)?(?:minister|staatssecretaris)\b[^.?!:;]{0,200}$/i;

const figure = /^[€$]?\s?[-–+]?\s?\d[\d.,\s]{0,20}(?:%|procent|mln\.?|miljoen)?$/;

/** Whether a table only places text, and in which order that is read; null for a table of data. */
export function layoutOf({ rows, mostParagraphs, isDrawn, hasHeads }: TableShape): Layout | null {
  const shown = withoutEmptyColumns(rows.filter((row) => row.some((cell) => cell !== "")));
  const width = widthOf(shown);
  if (width <= 1 || rows.every((row) => row.length <= 1)) return "rows";
  if (!isDrawn && shown.some(isOffices)) return "columns";
  if (mostParagraphs >= layoutParagraphs || isLetterhead(shown)) return "rows";
  if (isDrawn || hasHeads || width >= minDataColumns) return null;
  return hasFigures(shown) ? null : "rows";
}

/** Columns in which nothing stands, or only the colon behind a label, keep others apart. */
function withoutEmptyColumns(rows: readonly (readonly string[])[]): string[][] {
  const width = widthOf(rows);
  const kept = Array.from({ length: width }, (_, at) => rows.some((row) => !["", ":"].includes(row[at] ?? "")));
  return rows.map((row) => row.filter((_, at) => kept[at] === true));
}

/** Two or more offices beside each other sign. */
function isOffices(row: readonly string[]): boolean {
  const cells = row.filter((cell) => cell !== "");
  return cells.length > 1 && cells.every((cell) => officeCell.test(cell));
}

function isLetterhead(rows: readonly (readonly string[])[]): boolean {
  const areLabels = (cells: readonly string[]): boolean =>
    cells.length > 0 && cells.every((cell) => headLabel.test(cell)) && cells.some((cell) => mainLabel.test(cell));
  const [head = [], values] = rows;
  const labels = rows.map((row) => row[0] ?? "").filter((cell) => cell !== "");
  // Labels above their values, once: a list of letters has many rows below the same words.
  return areLabels(labels) || (rows.length === 2 && values !== undefined && areLabels(head));
}

/** Below its head, the last column of a table of figures holds nothing else. */
function hasFigures(rows: readonly (readonly string[])[]): boolean {
  const last = rows.slice(1).map((row) => row.at(-1) ?? "");
  return last.length > 0 && last.every((cell) => figure.test(cell));
}
