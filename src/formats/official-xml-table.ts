import type { BlockWriter } from "./block-writer.ts";
import { type Cell, layOut } from "./table-grid.ts";
import { child, childElements, type Element, type Node, textOf } from "./tree.ts";

const partsInOrder = ["thead", "tbody", "tfoot"];

/** A CALS table: `table/{title,tgroup/{colspec,thead,tfoot,tbody}/row/entry}`; a cell may span named columns (`namest`, `nameend`). */
export function writeOfficialTable(
  writer: BlockWriter,
  table: Element,
  writeCell: (inner: BlockWriter, nodes: readonly Node[]) => void,
): void {
  const title = child(table, "title");
  if (title !== null && textOf(title) !== "") {
    writer.start();
    writeCell(writer, title.children);
    writer.end();
  }
  for (const group of childElements(table, "tgroup")) {
    const names = childElements(group, "colspec").map(
      ({ attributes }, at) => attributes.get("colname") ?? `col${at + 1}`,
    );
    const rows = childElements(group)
      .filter(({ name }) => partsInOrder.includes(name))
      // The schema has the foot before the body; it is printed below it.
      .toSorted((a, b) => partsInOrder.indexOf(a.name) - partsInOrder.indexOf(b.name))
      .flatMap((part) => childElements(part, "row"))
      .map((row) =>
        childElements(row, "entry").map(
          (entry): Cell => ({
            text: writer.inline((inner) => writeCell(inner, entry.children)),
            columns:
              names.indexOf(entry.attributes.get("nameend") ?? "") -
              names.indexOf(entry.attributes.get("namest") ?? "") +
              1,
            rows: Number(entry.attributes.get("morerows") ?? 0) + 1,
          }),
        ),
      );
    writer.table(layOut(rows));
  }
}
