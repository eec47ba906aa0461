import type { HtmlContext, HtmlWriters } from "./html-context.ts";
import { layoutOf } from "./layout-table.ts";
import { type Cell, layOut } from "./table-grid.ts";
import { writeTextTable } from "./text-table.ts";
import { childElements, type Element, find, findAll } from "./tree.ts";

/** A table as cells, or, where it only places text, as the text it places. */
export function writeHtmlTable(context: HtmlContext, table: Element, write: HtmlWriters): void {
  const { writer } = context;
  const caption = find(table, "caption");
  if (caption !== null && context.isShown(caption)) {
    writer.start();
    write.inline(context, caption.children);
    writer.end();
  }
  const rows = rowsOf(table)
    .filter(context.isShown)
    .map((row) => childElements(row).filter((cell) => isCell(cell) && context.isShown(cell)));
  const layout = layoutOf({
    rows: layOut(rows.map((row) => row.map((cell) => ({ ...spans(cell), text: context.cell(cell).text })))),
    mostParagraphs: rows.flat().reduce((most, cell) => Math.max(most, context.cell(cell).paragraphs), 0),
    isDrawn: isDrawn(context, table, rows),
    hasHeads: caption !== null || rows.flat().some(({ name }) => name === "th") || areHeads(context, rows[0] ?? []),
  });
  if (layout !== null) {
    writeTextTable(writer, rows, layout, {
      text: (cell) => context.cell(cell).text,
      isLine: (cell) => context.cell(cell).blocks <= 1 && context.cell(cell).breaks === 0,
      write: (cell, inner) => write.blocks({ ...context, writer: inner }, cell),
    });
    return;
  }
  writer.table(
    layOut(
      rows.map((row) =>
        row.map((cell): Cell => {
          const text = writer.inline((inner) => write.blocks({ ...context, writer: inner }, cell));
          return { ...spans(cell), text };
        }),
      ),
    ),
  );
}

/** The rows as shown: those of a foot below the others, wherever they are written. */
function rowsOf(table: Element): Element[] {
  const below = (part: Element): Element[] =>
    findAll(part, ({ name }) => name === "tr" || name === "tfoot" || name === "table");
  const found = below(table);
  const feet = found.filter(({ name }) => name === "tfoot");
  return [...found, ...feet.flatMap(below)].filter(({ name }) => name === "tr");
}

const isCell = ({ name }: Element): boolean => name === "td" || name === "th";

const spans = ({ attributes }: Element): Omit<Cell, "text"> => ({
  columns: Number(attributes.get("colspan") ?? 1),
  rows: Number(attributes.get("rowspan") ?? 1),
});

function isDrawn({ styles }: HtmlContext, table: Element, rows: readonly (readonly Element[])[]): boolean {
  const border = table.attributes.get("border") ?? (table.attributes.has("rules") ? "1" : "0");
  return border !== "0" || styles.hasBorder(table) || rows.flat().some(styles.hasBorder);
}

/** A first row that is bold from end to end names the columns. */
function areHeads(context: HtmlContext, row: readonly Element[]): boolean {
  const isBold = (cell: Element): boolean => {
    const { text, bold } = context.cell(cell);
    return text !== "" && text === bold;
  };
  return row.length > 1 && row.every(isBold);
}
