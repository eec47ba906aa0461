import type { BlockWriter } from "./block-writer.ts";
import { numeral } from "./numerals.ts";
import type { OdtStyles } from "./odt-styles.ts";
import { type Cell, layOut, layoutParagraphs } from "./table-grid.ts";
import { child, childElements, type Element, findAll, type Node, textOf } from "./tree.ts";

/** Elements that hold nothing of the running text. */
const silent = new Set(
  (
    "text:tracked-changes text:sequence-decls office:forms office:annotation office:annotation-end " +
    "text:table-of-content svg:title svg:desc text:variable-decls text:user-field-decls"
  ).split(" "),
);

interface Context {
  writer: BlockWriter;
  styles: OdtStyles;
  /** Lines of frames that belong to the page, not to the text. */
  frames: string[];
  /** Numbers given out so far, per list style and level, for lists that go on. */
  counters: Map<string, number>;
}

/** Writes the body of an ODT text; what stands in frames that are tied to a page comes back, line by line. */
export function writeOdtBlocks(writer: BlockWriter, body: Element, styles: OdtStyles): string[] {
  const context: Context = { writer, styles, frames: [], counters: new Map() };
  writeBlocks(context, body);
  writer.end();
  return context.frames;
}

function writeBlocks(context: Context, parent: Element): void {
  for (const element of childElements(parent)) if (!silent.has(element.name)) writeBlock(context, element);
}

function writeBlock(context: Context, element: Element): void {
  switch (element.name) {
    case "text:p":
      writeParagraph(context, element);
      return;
    case "text:h":
      context.writer.start({ kind: "heading", level: Number(element.attributes.get("text:outline-level") ?? 1) });
      writeInline(context, element.children);
      context.writer.end();
      return;
    case "text:list":
      writeList(context, element, 1, element.attributes.get("text:style-name"));
      return;
    case "table:table":
      writeTable(context, element);
      return;
    case "draw:frame":
      context.frames.push(
        ...findAll(element, ({ name }) => name === "text:p")
          .map(textOf)
          .filter((line) => line !== ""),
      );
      return;
    default:
      writeBlocks(context, element);
      return;
  }
}

function writeParagraph(context: Context, element: Element): void {
  context.writer.start();
  writeStyled(context, element);
  context.writer.end();
}

function writeStyled(context: Context, element: Element): void {
  const inside = (): void => writeInline(context, element.children);
  if (context.styles.isBold(element.attributes.get("text:style-name"))) context.writer.bold(inside);
  else inside();
}

function writeList(context: Context, list: Element, level: number, style: string | undefined): void {
  const numbering = context.styles.numbering(style, level);
  const key = `${style ?? ""} ${level}`;
  const goesOn =
    list.attributes.get("text:continue-numbering") === "true" ||
    list.attributes.get("text:continue-list") !== undefined;
  let number = goesOn ? (context.counters.get(key) ?? 0) + 1 : (numbering?.start ?? 1);
  for (const item of childElements(list)) {
    if (item.name !== "text:list-item") {
      if (item.name === "text:list-header") writeBlocks(context, item);
      continue;
    }
    number = Number(item.attributes.get("text:start-value") ?? number);
    const marker = numbering === null ? "-" : `${numeral(number, numbering.format)}${numbering.suffix}`;
    let first = true;
    for (const part of childElements(item)) {
      if (part.name === "text:list")
        writeList(context, part, level + 1, part.attributes.get("text:style-name") ?? style);
      else if (part.name === "text:p" && first) {
        context.writer.start({ kind: "item", marker, depth: level - 1 });
        writeInline(context, part.children);
        context.writer.end();
        first = false;
      } else writeBlock(context, part);
    }
    context.counters.set(key, number);
    number += 1;
  }
}

const isParagraph = (element: Element): boolean => element.name === "text:p" && textOf(element) !== "";

function writeTable(context: Context, table: Element): void {
  const rows = findAll(table, ({ name }) => name === "table:table-row");
  const cellsOf = (row: Element): Element[] => childElements(row, "table:table-cell");
  // The head of an official paper, and a table of one column, are layout.
  const isLayout =
    (table.attributes.get("table:name") ?? "").startsWith("parlementair") ||
    rows.every((row) => cellsOf(row).length <= 1) ||
    rows.flatMap(cellsOf).some((cell) => findAll(cell, isParagraph).length >= layoutParagraphs);
  if (isLayout) {
    // The figure that stands for the chamber is an ornament.
    for (const cell of rows.flatMap(cellsOf)) if (!/^[12]$/.test(textOf(cell))) writeBlocks(context, cell);
    return;
  }
  context.writer.table(
    layOut(
      rows.map((row) =>
        cellsOf(row).map(
          (cell): Cell => ({
            text: context.writer.inline((writer) => writeBlocks({ ...context, writer }, cell)),
            columns: Number(cell.attributes.get("table:number-columns-spanned") ?? 1),
            rows: Number(cell.attributes.get("table:number-rows-spanned") ?? 1),
          }),
        ),
      ),
    ),
  );
}

function writeInline(context: Context, nodes: readonly Node[]): void {
  for (const node of nodes) {
    if (typeof node === "string") context.writer.text(node);
    else if (!silent.has(node.name)) writeInlineElement(context, node);
  }
}

function writeInlineElement(context: Context, element: Element): void {
  const { writer, styles } = context;
  switch (element.name) {
    case "text:s":
    case "text:tab":
      writer.text(" ");
      return;
    case "text:line-break":
      writer.lineBreak();
      return;
    case "text:soft-page-break":
      return;
    case "text:note":
      writeNote(context, element);
      return;
    case "text:a":
      writer.link(element.attributes.get("xlink:href") ?? "", () => writeInline(context, element.children));
      return;
    case "text:span": {
      const text = textOf(element);
      const isMark =
        styles.isSuperscript(element.attributes.get("text:style-name")) && /^(?:\d{1,3}|\*{1,3})$/.test(text);
      if (isMark) writer.mark(text);
      else writeStyled(context, element);
      return;
    }
    case "draw:frame": {
      const box = findAll(element, ({ name }) => name === "draw:text-box")[0];
      if (box !== undefined)
        context.frames.push(
          ...childElements(box)
            .map(textOf)
            .filter((line) => line !== ""),
        );
      return;
    }
    default:
      writeInline(context, element.children);
      return;
  }
}

function writeNote(context: Context, note: Element): void {
  const mark = textOf(child(note, "text:note-citation")) || "*";
  context.writer.mark(mark);
  const body = child(note, "text:note-body");
  if (body !== null) {
    context.writer.note(
      mark,
      context.writer.inline((writer) => writeBlocks({ ...context, writer }, body)),
    );
  }
}
