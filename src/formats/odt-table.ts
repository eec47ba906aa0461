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
  const paragraphs = (cell: Element): Element[] =>
    findAll(cell, isParagraph).filter((each) => isShown(styles, each) && textOf(each) !== "");
  const text = (cell: Element): string => paragraphs(cell).map(textOf).join(" ");
  const layout = layoutOf({
    rows: layOut(rows.map((row) => row.map((cell) => ({ ...spans(cell), text: text(cell) })))),
    mostParagraphs: Math.max(0, ...rows.flat().map((cell) => paragraphs(cell).length)),
    isDrawn: rows.flat().some(({ attributes }) => styles.hasBorder(attributes.get("table:style-name"))),
    hasHeads: child(table, "table:table-header-rows") !== null,
  });
  if (layout !== null) {
    writeTextTable(writer, rows, layout, {
      text,
      isLine: (cell) => paragraphs(cell).length <= 1 && find(cell, "text:line-break") === null,
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

const spans = ({ attributes }: Element): Omit<Cell, "text"> => ({
  columns: Number(attributes.get("table:number-columns-spanned") ?? 1),
  rows: Number(attributes.get("table:number-rows-spanned") ?? 1),
});
