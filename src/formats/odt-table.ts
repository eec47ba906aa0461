import { layoutOf } from "./layout-table.ts";
import type { OdtContext, WriteOdtBlocks } from "./odt-context.ts";
import { isShown } from "./odt-shown.ts";
import { type Cell, layOut } from "./table-grid.ts";
import { writeTextTable } from "./text-table.ts";
import { child, childElements, type Element, find, findAll, textOf } from "./tree.ts";

const isParagraph = ({ name }: Element): boolean => name === "text:p" || name === "text:h";

/** A table as cells, or, where it only places text, as the text it places. */
export function writeOdtTable(context: OdtContext, table: Element, writeBlocks: WriteOdtBlocks): void {
  const { writer, styles } = context;
  const rows = findAll(table, ({ name }) => name === "table:table-row").map((row) =>
    childElements(row, "table:table-cell"),
  );
  if ((table.attributes.get("table:name") ?? "").startsWith("parlementair")) {
    // The head of an official paper; the figure that stands for the chamber is an ornament.
    for (const cell of rows.flat()) if (!/^[12]$/.test(textOf(cell))) writeBlocks(context, cell);
    return;
  }
  const facts = new Map(rows.flat().map((cell) => [cell, readCell(context, cell)]));
  const text = (cell: Element): string => facts.get(cell)?.text ?? "";
  const paragraphs = (cell: Element): number => facts.get(cell)?.paragraphs ?? 0;
  const layout = layoutOf({
    rows: layOut(rows.map((row) => row.map((cell) => ({ ...spans(cell), text: text(cell) })))),
    mostParagraphs: rows.flat().reduce((most, cell) => Math.max(most, paragraphs(cell)), 0),
    isDrawn: rows.flat().some(({ attributes }) => styles.hasBorder(attributes.get("table:style-name"))),
    hasHeads: child(table, "table:table-header-rows") !== null,
  });
  if (layout !== null) {
    writeTextTable(writer, rows, layout, {
      text,
      isLine: (cell) => paragraphs(cell) <= 1 && find(cell, "text:line-break") === null,
      write: (cell, inner) => writeBlocks({ ...context, writer: inner }, cell),
    });
    return;
  }
  writer.table(
    layOut(
      rows.map((row) =>
        row.map(
          (cell): Cell => ({
            ...spans(cell),
            text: writer.inline((inner) => writeBlocks({ ...context, writer: inner }, cell)),
          }),
        ),
      ),
    ),
  );
}

/** What a cell shows on one line, and how many paragraphs of it have text. */
function readCell({ styles }: OdtContext, cell: Element): { text: string; paragraphs: number } {
  const texts = findAll(cell, isParagraph)
    .filter((each) => isShown(styles, each))
    .map(textOf)
    .filter((each) => each !== "");
  return { text: texts.join(" "), paragraphs: texts.length };
}

const spans = ({ attributes }: Element): Omit<Cell, "text"> => ({
  columns: Number(attributes.get("table:number-columns-spanned") ?? 1),
  rows: Number(attributes.get("table:number-rows-spanned") ?? 1),
});
