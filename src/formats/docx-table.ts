import { isOn, propertyValue } from "./docx-content.ts";
import type { DocxContext } from "./docx-context.ts";
import { drawsBorders } from "./docx-styles.ts";
import { layoutOf } from "./layout-table.ts";
import { type Cell, layOut } from "./table-grid.ts";
import { writeTextTable } from "./text-table.ts";
import { child, type Element, find, findAll, textOf } from "./tree.ts";

/** A table with fewer columns than this and no lines is there to place text on the page. */
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
  const facts = new Map(cells.flat().map((cell) => [cell, textsIn(cell)]));
  const text = (cell: Element): string => (isCovered(cell) ? "" : (facts.get(cell) ?? []).join(" "));
  const isDrawn = hasBorders(context, table);
  const mostParagraphs = cells.flat().reduce((most, cell) => Math.max(most, facts.get(cell)?.length ?? 0), 0);
  const found = layoutOf({
    rows: layOut(cells.map((row) => row.map((cell) => ({ text: text(cell), columns: columnsOf(cell), rows: 1 })))),
    mostParagraphs,
    isDrawn,
    hasHeads: findAll(table, ({ name }) => name === "w:tblHeader").length > 0,
  });
  // The head of an official paper is a table without lines, of which rows have fewer cells than it has columns.
  const isHead = !isDrawn && cells.some((row) => row.length < minDataColumns);
  const layout = found ?? (isHead ? "rows" : null);
  if (layout !== null) {
    writeTextTable(writer, cells, layout, {
      text,
      isLine: (cell) =>
        (facts.get(cell)?.length ?? 0) <= 1 && find(cell, "w:tbl") === null && find(cell, "w:br") === null,
      write: (cell, inner) => writeBlocks({ ...context, writer: inner }, cell),
    });
    return;
  }
  const write = (cell: Element): Cell => ({
    text: isCovered(cell) ? "" : writer.inline((inner) => writeBlocks({ ...context, writer: inner }, cell)),
    columns: columnsOf(cell),
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

const columnsOf = (cell: Element): number => Number(propertyValue(child(child(cell, "w:tcPr"), "w:gridSpan")) ?? 1);

/** The texts of the paragraphs of a cell that have one. */
const textsIn = (cell: Element): string[] =>
  findAll(cell, ({ name }) => name === "w:p")
    .map(textOf)
    .filter((text) => text !== "");

function hasBorders(context: DocxContext, table: Element): boolean {
  const properties = child(table, "w:tblPr");
  const own = child(properties, "w:tblBorders");
  if (own !== null && drawsBorders(own)) return true;
  if (own === null && context.styles.hasBorders(propertyValue(child(properties, "w:tblStyle")))) return true;
  return findAll(table, ({ name }) => name === "w:tcBorders").some(drawsBorders);
}
