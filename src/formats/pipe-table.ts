import { widthOf } from "./table-grid.ts";

/** A Markdown table; the first row is its head. Rows may differ in length; empty rows are left out. Empty for no cells. */
export function pipeTable(rows: readonly (readonly string[])[]): string {
  const full = rows.filter((row) => row.some((cell) => cell !== ""));
  const width = widthOf(full);
  if (width === 0) return "";
  const line = (cells: readonly string[]): string =>
    `| ${Array.from({ length: width }, (_, at) => (cells[at] ?? "").replaceAll("|", "\\|")).join(" | ")} |`;
  const [head = [], ...body] = full;
  return [line(head), `|${" --- |".repeat(width)}`, ...body.map(line)].join("\n");
}
