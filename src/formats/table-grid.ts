/** A cell as the forms give it: its text, and over how many columns and rows it reaches. */
export interface Cell {
  text: string;
  columns: number;
  rows: number;
}

/** No table of a letter is wider or a cell taller; a file that says so is wrong. */
const maxSpan = 200;

/** A cell with this many paragraphs holds a text, not a value: such a table only places text on the page. */
export const layoutParagraphs = 4;

/** No table of a letter has more. */
const maxColumns = 200;

const bounded = (span: number): number => (Number.isInteger(span) && span > 1 ? Math.min(span, maxSpan) : 1);

/** The cells of the longest row. There may be more rows than a call takes arguments. */
export const widthOf = (rows: readonly (readonly unknown[])[]): number =>
  rows.reduce((width, row) => Math.max(width, row.length), 0);

/** Rows of cells to rows of equal columns: the places that a wide or tall cell covers are left empty. */
export function layOut(rows: readonly (readonly Cell[])[]): string[][] {
  /** Of each column, how many rows below are still covered by a tall cell. */
  const covered: number[] = [];
  return rows.map((cells) => {
    const row: string[] = [];
    const pass = (): void => {
      while ((covered[row.length] ?? 0) > 0) {
        covered[row.length] = (covered[row.length] ?? 0) - 1;
        row.push("");
      }
    };
    for (const cell of cells) {
      if (row.length > maxColumns) break;
      pass();
      for (let column = 0; column < bounded(cell.columns); column += 1) {
        covered[row.length] = bounded(cell.rows) - 1;
        row.push(column === 0 ? cell.text : "");
      }
    }
    pass();
    return row;
  });
}
