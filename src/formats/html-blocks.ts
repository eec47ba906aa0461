import { publicationUrl } from "../letters/publication-ids.ts";
import type { BlockWriter } from "./block-writer.ts";
import type { HtmlNotes } from "./html-notes.ts";
import { listMarker } from "./list-marker.ts";
import { numeral } from "./numerals.ts";
import { endsInUnit, superscript } from "./superscript.ts";
import { type Cell, layOut, layoutParagraphs } from "./table-grid.ts";
import { cached, childElements, type Element, find, findAll, type Node, textOf } from "./tree.ts";

/** Elements that hold nothing of the publication. */
const silent = new Set(
  (
    "head script style nav header footer aside form button svg noscript template iframe select dialog object video " +
    "audio img"
  ).split(" "),
);
const silentIds = new Set(["kopregel", "voetregel", "inhoudsopgave"]);
const silentClasses =
  /(?:^|\s)(?:note-close|nav(?:igation|bar)?|menu|breadcrumbs?|kruimelpad|skip-?links?|cookie\S*|sr-only|visually-hidden|hidden|toc|inhoudsopgave)(?:\s|$)/i;

const blocks = new Set(
  (
    "address article blockquote body center dd details div dl dt fieldset figcaption figure h1 h2 h3 h4 h5 h6 hr html " +
    "li main ol p pre section summary table tbody td tfoot th thead tr ul caption"
  ).split(" "),
);

/** Headings of official pages that are printed as lines of the head of the paper, not as headings. */
const headLines = /kamervraagomschrijving|dossiertitel|kamervraagkop/;

interface Context {
  writer: BlockWriter;
  notes: HtmlNotes;
  isBlock: (element: Element) => boolean;
  listDepth: number;
}

/** Writes what an HTML tree shows, in order; the notes go to the end. */
export function writeHtmlBlocks(writer: BlockWriter, root: Element, notes: HtmlNotes): void {
  const context = { writer, notes, isBlock: blockTest(), listDepth: 0 };
  writeBlocks(context, root);
  writer.end();
  for (const { mark, content } of notes.bodies.values()) {
    writer.note(
      mark,
      writer.inline((inner) =>
        writeBlocks({ ...context, writer: inner }, { name: "div", attributes: new Map(), children: content }),
      ),
    );
  }
}

function isSilent(element: Element): boolean {
  const { attributes } = element;
  return (
    silent.has(element.name) ||
    silentIds.has(attributes.get("id") ?? "") ||
    silentClasses.test(attributes.get("class") ?? "") ||
    attributes.get("hidden") !== undefined ||
    attributes.get("aria-hidden") === "true"
  );
}

/** Whether an element of one page is a block, or holds one. */
function blockTest(): (element: Element) => boolean {
  const isBlock = cached((element) => blocks.has(element.name) || childElements(element).some(isBlock));
  return isBlock;
}

/** The children of a block: blocks one by one, and what stands between them as paragraphs. */
function writeBlocks(context: Context, parent: Element): void {
  let run: Node[] = [];
  const flush = (): void => {
    if (run.some((node) => textOf(node) !== "")) writeParagraph(context, run);
    run = [];
  };
  for (const node of parent.children) {
    if (typeof node !== "string" && (context.notes.bodies.has(node) || isSilent(node))) continue;
    if (typeof node !== "string" && context.isBlock(node)) {
      flush();
      writeBlock(context, node);
    } else run.push(node);
  }
  flush();
}

function writeParagraph(context: Context, nodes: readonly Node[]): void {
  context.writer.start();
  writeInline(context, nodes);
  context.writer.end();
}

function writeBlock(context: Context, element: Element): void {
  const level = /^h([1-6])$/.exec(element.name)?.[1];
  if (level !== undefined) {
    writeHeading(context, element, Number(level));
    return;
  }
  switch (element.name) {
    case "ul":
    case "ol":
      writeList(context, element);
      return;
    case "table":
      writeTable(context, element);
      return;
    case "pre":
      context.writer.start();
      context.writer.verbatim(rawText(element));
      context.writer.end();
      return;
    default:
      writeBlocks(context, element);
      return;
  }
}

function writeHeading(context: Context, element: Element, level: number): void {
  const classes = element.attributes.get("class") ?? "";
  const isTitle = headLines.test(classes) || (level === 1 && /stuktitel/.test(classes));
  context.writer.start(isTitle ? { kind: "paragraph" } : { kind: "heading", level });
  writeInline(context, element.children);
  context.writer.end();
}

function writeList(context: Context, list: Element): void {
  let number = Number(list.attributes.get("start") ?? 1);
  for (const item of childElements(list, "li")) {
    if (context.notes.bodies.has(item)) continue;
    const value = Number(item.attributes.get("value") ?? number);
    number = value + 1;
    // Official pages print the mark of an item themselves: `<p class="labeled"><span class="ol">a. </span>…`.
    const own = findAll(item, isOwnMarker)[0];
    const counted = list.name === "ol" ? `${numeral(value, list.attributes.get("type") ?? "1")}.` : "-";
    writeItem(
      context,
      own === undefined ? item : without(item, own),
      own === undefined ? counted : listMarker(textOf(own)),
    );
  }
}

const isOwnMarker = ({ name, attributes }: Element): boolean =>
  name === "span" && /(?:^|\s)(?:ol|nr|li-?nr|lidnr)(?:\s|$)/.test(attributes.get("class") ?? "");

function without(parent: Element, left: Element): Element {
  const children = parent.children.filter((node) => node !== left);
  return { ...parent, children: children.map((node) => (typeof node === "string" ? node : without(node, left))) };
}

/** The first text of an item stands behind its marker; what follows are paragraphs, and lists one deeper. */
function writeItem(context: Context, item: Element, marker: string): void {
  let first = true;
  let run: Node[] = [];
  const flush = (): void => {
    if (run.some((node) => textOf(node) !== "")) {
      context.writer.start(first ? { kind: "item", marker, depth: context.listDepth } : { kind: "paragraph" });
      writeInline(context, run);
      context.writer.end();
      first = false;
    }
    run = [];
  };
  for (const node of item.children) {
    if (typeof node === "string" || !context.isBlock(node)) run.push(node);
    else if (node.name === "ul" || node.name === "ol" || node.name === "table") {
      flush();
      writeBlock({ ...context, listDepth: context.listDepth + 1 }, node);
    } else {
      flush();
      run = [node];
      flush();
    }
  }
  flush();
}

function writeTable(context: Context, table: Element): void {
  const caption = find(table, "caption");
  if (caption !== null) writeParagraph(context, caption.children);
  const rows = findAll(table, ({ name }) => name === "tr" || name === "table").filter(({ name }) => name === "tr");
  const cells = rows.map((row) => childElements(row).filter(({ name }) => name === "td" || name === "th"));
  // One cell a row, or a text in a cell, is layout, not a table.
  const isText = (cell: Element): boolean => findAll(cell, ({ name }) => name === "p").length >= layoutParagraphs;
  if (cells.every((row) => row.length <= 1) || cells.flat().some(isText)) {
    for (const cell of cells.flat()) writeBlocks(context, cell);
    return;
  }
  context.writer.table(
    layOut(
      cells.map((row) =>
        row.map(
          (cell): Cell => ({
            text: context.writer.inline((inner) => writeBlocks({ ...context, writer: inner }, cell)),
            columns: Number(cell.attributes.get("colspan") ?? 1),
            rows: Number(cell.attributes.get("rowspan") ?? 1),
          }),
        ),
      ),
    ),
  );
}

const rawText = (node: Node): string => (typeof node === "string" ? node : node.children.map(rawText).join(""));

function writeInline(context: Context, nodes: readonly Node[]): void {
  for (const [at, node] of nodes.entries()) {
    const before = nodes[at - 1];
    if (typeof node === "string") context.writer.text(node);
    else if (!context.notes.bodies.has(node) && !isSilent(node))
      writeInlineElement(context, node, typeof before === "string" ? before : "");
  }
}

/** @param before the text right before the element, if any */
function writeInlineElement(context: Context, element: Element, before: string): void {
  const { writer, notes } = context;
  const inside = (): void => writeInline(context, element.children);
  const mark = notes.marks.get(element);
  if (mark !== undefined) {
    writer.mark(mark);
    return;
  }
  switch (element.name) {
    case "br":
      writer.lineBreak();
      return;
    case "b":
    case "strong":
      writer.bold(inside);
      return;
    case "sup": {
      // A superscript number that leads nowhere may still be a note; the reading of letters decides by the sequence.
      const text = textOf(element);
      const linked = findAll(element, (each) => notes.marks.has(each)).length > 0;
      if (linked || !/^\d{1,3}$/.test(text)) inside();
      else if (endsInUnit(before)) writer.text(superscript(text));
      else writer.mark(text);
      return;
    }
    case "a":
      writer.link(absolute(element.attributes.get("href") ?? ""), inside);
      return;
    default:
      // A block inside a line of text begins a new line.
      if (blocks.has(element.name)) writer.lineBreak();
      inside();
      return;
  }
}

/** Links between publications are relative: `stb-2020-118.html`, `blg-1007826.pdf`. */
function absolute(address: string): string {
  const id = /^\/?([^/.?#:]{1,80})\.(?:html|pdf)$/.exec(address)?.[1] ?? "";
  return publicationUrl(id) ?? address;
}
