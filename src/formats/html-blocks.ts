import { publicationUrl } from "../letters/publication-ids.ts";
import type { BlockWriter } from "./block-writer.ts";
import { cellReader } from "./html-cells.ts";
import type { HtmlContext, HtmlWriters } from "./html-context.ts";
import { writeHtmlList } from "./html-lists.ts";
import { writeHtmlTable } from "./html-table.ts";
import { endsInUnit, superscript } from "./superscript.ts";
import { cached, childElements, type Element, findAll, type Node, textOf } from "./tree.ts";

const blocks = new Set(
  (
    "address article blockquote body center dd details div dl dt fieldset figcaption figure h1 h2 h3 h4 h5 h6 hr html " +
    "li main ol p pre section summary table tbody td tfoot th thead tr ul caption"
  ).split(" "),
);

/** Headings of official pages that are printed as lines of the head of the paper, not as headings. */
const headLines = /kamervraagomschrijving|dossiertitel|kamervraagkop/;

/** What is known of a page before it is written. */
type PageReading = Pick<HtmlContext, "notes" | "styles" | "isShown">;

/** Writes what an HTML tree shows, in order; the notes go to the end. */
export function writeHtmlBlocks(writer: BlockWriter, root: Element, reading: PageReading): void {
  const context: HtmlContext = {
    ...reading,
    writer,
    isBlock: blockTest(),
    cell: cellReader(reading.isShown),
    listDepth: 0,
    counters: new Map(),
  };
  writeBlocks(context, root);
  writer.end();
  for (const { mark, content, isShown } of reading.notes.bodies.values()) {
    if (!isShown) continue;
    writer.note(
      mark,
      writer.inline((inner) =>
        writeBlocks({ ...context, writer: inner }, { name: "div", attributes: new Map(), children: content }),
      ),
    );
  }
}

/** Whether an element of one page is a block, or holds one. */
function blockTest(): (element: Element) => boolean {
  const isBlock = cached((element) => blocks.has(element.name) || childElements(element).some(isBlock));
  return isBlock;
}

/** The children of a block: blocks one by one, and what stands between them as paragraphs. */
function writeBlocks(context: HtmlContext, parent: Element): void {
  let run: Node[] = [];
  const flush = (): void => {
    if (run.some((node) => textOf(node) !== "")) writeParagraph(context, run);
    run = [];
  };
  for (const node of parent.children) {
    if (typeof node !== "string" && !context.isShown(node)) continue;
    if (typeof node !== "string" && context.isBlock(node)) {
      flush();
      writeBlock(context, node);
    } else run.push(node);
  }
  flush();
}

function writeParagraph(context: HtmlContext, nodes: readonly Node[]): void {
  context.writer.start();
  writeInline(context, nodes);
  context.writer.end();
}

function writeBlock(context: HtmlContext, element: Element): void {
  const level = /^h([1-6])$/.exec(element.name)?.[1];
  if (level !== undefined) {
    writeHeading(context, element, Number(level));
    return;
  }
  switch (element.name) {
    case "ul":
    case "ol":
      writeHtmlList(context, element, writers);
      return;
    case "table":
      writeHtmlTable(context, element, writers);
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

function writeHeading(context: HtmlContext, element: Element, level: number): void {
  const classes = element.attributes.get("class") ?? "";
  const isTitle = headLines.test(classes) || (level === 1 && /stuktitel/.test(classes));
  context.writer.start(isTitle ? { kind: "paragraph" } : { kind: "heading", level });
  writeInline(context, element.children);
  context.writer.end();
}

const writers: HtmlWriters = { blocks: writeBlocks, inline: writeInline };

const rawText = (node: Node): string => (typeof node === "string" ? node : node.children.map(rawText).join(""));

function writeInline(context: HtmlContext, nodes: readonly Node[]): void {
  for (const [at, node] of nodes.entries()) {
    const before = nodes[at - 1];
    if (typeof node === "string") context.writer.text(node);
    else if (context.isShown(node)) writeInlineElement(context, node, typeof before === "string" ? before : "");
  }
}

/** `1`, `1)`, `(1)`, and several marks at one place: `1, 2`. */
const raisedMarks = /^(?:\(?\d{1,3}\)?|\d{1,3}(?:\s?[,;]\s?\d{1,3}){1,5})$/;

/** Word writes the sign of an item for browsers that know no lists; in its symbol fonts a letter is a bullet. */
function isBulletOfWord(element: Element): boolean {
  const style = element.attributes.get("style") ?? "";
  return /mso-list:\s?ignore/i.test(style) && /^[o§·•\uf000-\uf0ff-]$/.test(textOf(element).trim());
}

/** @param before the text right before the element, if any */
function writeInlineElement(context: HtmlContext, element: Element, before: string): void {
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
      if (linked || !raisedMarks.test(text)) inside();
      else if (endsInUnit(before)) writer.text(superscript(text));
      else for (const [number] of text.matchAll(/\d+/g)) writer.mark(number);
      return;
    }
    case "a":
      writer.link(absolute(element.attributes.get("href") ?? ""), inside);
      return;
    default:
      if (isBulletOfWord(element)) {
        writer.text("• ");
        return;
      }
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
