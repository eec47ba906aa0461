import type { HtmlContext, HtmlWriters } from "./html-context.ts";
import { layoutOf } from "./layout-table.ts";
import { type Cell, layOut } from "./table-grid.ts";
import { writeTextTable } from "./text-table.ts";
import { childElements, type Element, find, findAll, type Node, textOf } from "./tree.ts";

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
  const cellText = (cell: Element): string => shownText(context, cell);
  const layout = layoutOf({
    rows: layOut(rows.map((row) => row.map((cell) => ({ ...spans(cell), text: cellText(cell) })))),
    mostParagraphs: Math.max(0, ...rows.flat().map((cell) => findAll(cell, ({ name }) => name === "p").length)),
    isDrawn: isDrawn(context, table, rows),
    hasHeads: caption !== null || rows.flat().some(({ name }) => name === "th") || areHeads(rows[0] ?? []),
  });
  if (layout !== null) {
    writeTextTable(writer, rows, layout, {
      text: cellText,
      isLine: (cell) => findAll(cell, breaksLine).length <= 1 && find(cell, "br") === null,
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

/** More of a cell is not looked at to tell a table of data from one that only places text. */
const shownCharacters = 400;

function shownText(context: HtmlContext, cell: Element): string {
  let text = "";
  const visit = (node: Node): void => {
    if (text.length > shownCharacters) return;
    if (typeof node === "string") text += node.slice(0, shownCharacters);
    else if (context.isShown(node)) {
      if (node.name === "br" || breaksLine(node)) text += " ";
      for (const each of node.children) visit(each);
    }
  };
  visit(cell);
  return text.replace(/\s+/gu, " ").trim();
}

const breaksLine = ({ name }: Element): boolean => /^(?:p|div|li|h[1-6]|table)$/.test(name);

function isDrawn({ styles }: HtmlContext, table: Element, rows: readonly (readonly Element[])[]): boolean {
  const border = table.attributes.get("border") ?? (table.attributes.has("rules") ? "1" : "0");
  return border !== "0" || styles.hasBorder(table) || rows.flat().some(styles.hasBorder);
}

/** A first row that is bold from end to end names the columns. */
function areHeads(row: readonly Element[]): boolean {
  const isBold = (cell: Element): boolean => {
    const bold = findAll(cell, ({ name }) => name === "b" || name === "strong").map(textOf);
    return bold.join("") !== "" && bold.join(" ") === textOf(cell);
  };
  return row.length > 1 && row.every(isBold);
}
