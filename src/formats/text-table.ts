import type { BlockWriter } from "./block-writer.ts";
import type { Layout } from "./layout-table.ts";
import { widthOf } from "./table-grid.ts";

/** How a form reads the cells of its tables. */
export interface CellReader<Place> {
  /** What a cell shows, on one line. */
  text: (cell: Place) => string;
  /** Whether a cell has no more than one line. */
  isLine: (cell: Place) => boolean;
  write: (cell: Place, writer: BlockWriter) => void;
}

/** Writes a table that only places text: `Datum 12 maart 2024` on one line, cells of more lines one after the other. */
export function writeTextTable<Place>(
  writer: BlockWriter,
  rows: readonly (readonly Place[])[],
  layout: Layout,
  reader: CellReader<Place>,
): void {
  const shown = rows.map((row) =>
    row.length === 1 || layout === "columns" ? row : row.filter((cell) => reader.text(cell) !== ""),
  );
  if (layout === "columns") {
    // An office and the name below it belong together.
    const width = widthOf(shown);
    for (let column = 0; column < width; column += 1) {
      for (const row of shown) {
        const cell = row[column];
        if (cell !== undefined) reader.write(cell, writer);
      }
    }
    return;
  }
  for (const row of shown) {
    if (row.length > 1 && row.every(reader.isLine)) {
      writer.start();
      for (const cell of row) {
        // What is bold here is a label; its place says so already.
        const text = writer.inline((inner) => reader.write(cell, inner)).replaceAll("**", "");
        writer.verbatim(` ${text}`);
      }
      writer.end();
    } else for (const cell of row) reader.write(cell, writer);
  }
}
