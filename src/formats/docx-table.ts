import { isOn, propertyValue } from "./docx-content.ts";
import type { DocxContext } from "./docx-context.ts";
import { drawsBorders } from "./docx-styles.ts";
import { type Cell, layOut, layoutParagraphs } from "./table-grid.ts";
import { child, type Element, find, findAll, textOf } from "./tree.ts";

/** A table with fewer columns than this and no lines is there to place text on the page (the head of a letter). */
const minDataColumns = 3;

const rowsOf = (table: Element): Element[] =>
  findAll(table, ({ name }) => name === "w:tr" || name === "w:tbl").filter(
    (each) => each.name === "w:tr" && !isGone(child(each, "w:trPr")),
  );

/** Whether a row was deleted, or is hidden. */
const isGone = (properties: Element | null): boolean =>
  child(properties, "w:del") !== null || isOn(child(properties, "w:hidden")) === true;

/** Whether a cell only continues the one above it: Word prints nothing of it. */
const isCovered = (cell: Element): boolean => {
  const merge = child(child(cell, "w:tcPr"), "w:vMerge");
  return merge !== null && propertyValue(merge) !== "restart";
};

/** The places that a row leaves open at its start (`w:gridBefore`) or end (`w:gridAfter`). */
function openPlaces(row: Element, property: string): Cell[] {
  const columns = Number(propertyValue(child(child(row, "w:trPr"), property)) ?? 0);
  return columns > 0 ? [{ text: "", columns, rows: 1 }] : [];
}
const cellsOf = (row: Element): Element[] =>
  findAll(row, ({ name }) => name === "w:tc" || name === "w:tbl").filter(({ name }) => name === "w:tc");

type WriteBlocks = (context: DocxContext, parent: Element) => void;

/** A table as cells, or, where it only places text, as the text it places: `Datum 24 maart 2024`. */
export function writeDocxTable(context: DocxContext, table: Element, writeBlocks: WriteBlocks): void {
  const { writer } = context;
  const rows = rowsOf(table);
  const cells = rows.map(cellsOf);
  const isLayout =
    cells.every((row) => row.length <= 1) ||
    cells.flat().some((cell) => paragraphsIn(cell) >= layoutParagraphs) ||
    (!hasBorders(context, table) && cells.some((row) => row.length < minDataColumns));
  if (isLayout) {
    writeLayout(context, cells, writeBlocks);
    return;
  }
  const write = (cell: Element): Cell => ({
    text: isCovered(cell) ? "" : writer.inline((inner) => writeBlocks({ ...context, writer: inner }, cell)),
    columns: Number(propertyValue(child(child(cell, "w:tcPr"), "w:gridSpan")) ?? 1),
    rows: 1,
  });
  writer.table(
    layOut(
      rows.map((row) => [
        ...openPlaces(row, "w:gridBefore"),
        ...cellsOf(row).map(write),
        ...openPlaces(row, "w:gridAfter"),
      ]),
    ),
  );
}

/** Paragraphs with text in them. */
const paragraphsIn = (cell: Element): number =>
  findAll(cell, ({ name }) => name === "w:p").filter((each) => textOf(each) !== "").length;

function hasBorders(context: DocxContext, table: Element): boolean {
  const properties = child(table, "w:tblPr");
  const own = child(properties, "w:tblBorders");
  if (own !== null && drawsBorders(own)) return true;
  if (own === null && context.styles.hasBorders(propertyValue(child(properties, "w:tblStyle")))) return true;
  return findAll(table, ({ name }) => name === "w:tcBorders").some(drawsBorders);
}

function writeLayout(context: DocxContext, rows: readonly (readonly Element[])[], writeBlocks: WriteBlocks): void {
  for (const row of rows) {
    const short = row.every(
      (cell) => findAll(cell, ({ name }) => name === "w:p").length <= 1 && find(cell, "w:tbl") === null,
    );
    if (short && row.length > 1) {
      context.writer.start();
      for (const cell of row) {
        context.writer.text(" ");
        // What is bold here is a label; its place says so already.
        const text = context.writer.inline((writer) => writeBlocks({ ...context, writer }, cell));
        context.writer.text(text.replaceAll("**", ""));
      }
      context.writer.end();
    } else for (const cell of row) writeBlocks(context, cell);
  }
}
