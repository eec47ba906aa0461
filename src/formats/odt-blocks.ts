import type { OdtContext } from "./odt-context.ts";
import { boxesOf, isFrame } from "./odt-frames.ts";
import { writeOdtList } from "./odt-lists.ts";
import { isShown } from "./odt-shown.ts";
import { writeOdtTable } from "./odt-table.ts";
import { endsInUnit, superscript } from "./superscript.ts";
import { child, childElements, type Element, type Node, textOf } from "./tree.ts";

/** Writes the blocks of a body, a page header, a cell or a note, in order; frames that are tied to a page are left out. */
export function writeOdtBlocks(context: OdtContext, parent: Element): void {
  for (const element of childElements(parent)) if (isShown(context.styles, element)) writeBlock(context, element);
}

function writeBlock(context: OdtContext, element: Element): void {
  const { writer, numbering } = context;
  switch (element.name) {
    case "text:p":
    case "text:h":
      writeParagraph(context, element, (heading) => {
        if (heading === null) {
          writer.start();
          return;
        }
        const number = numbering.heading(element, heading);
        writer.start({ kind: "heading", level: heading });
        if (number !== "" && textOf(element) !== "") writer.text(`${number} `);
      });
      return;
    case "text:list":
      writeOdtList(context, element, { paragraph: writeParagraph, block: writeBlock });
      return;
    case "table:table":
      writeOdtTable(context, element, writeOdtBlocks);
      return;
    default:
      if (!isFrame(element)) writeOdtBlocks(context, element);
      return;
  }
}

/** @param begin starts the block; it is given the level of a heading, null for a paragraph */
function writeParagraph(context: OdtContext, element: Element, begin: (heading: number | null) => void): void {
  // Text boxes are tied to a paragraph but printed beside it.
  for (const box of boxesOf(element)) writeOdtBlocks(context, box);
  begin(element.name === "text:h" ? Number(element.attributes.get("text:outline-level") ?? 1) : null);
  writeStyled(context, element);
  context.writer.end();
}

function writeStyled(context: OdtContext, element: Element): void {
  const inside = (): void => writeInline(context, element.children);
  if (context.styles.isBold(element.attributes.get("text:style-name"))) context.writer.bold(inside);
  else inside();
}

function writeInline(context: OdtContext, nodes: readonly Node[]): void {
  for (const [at, node] of nodes.entries()) {
    const before = nodes[at - 1];
    if (typeof node === "string") context.writer.text(node);
    else if (isShown(context.styles, node) && !isFrame(node))
      writeInlineElement(context, node, typeof before === "string" ? before : "");
  }
}

/** @param before the text right before the element, if any */
function writeInlineElement(context: OdtContext, element: Element, before: string): void {
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
      const isRaised = styles.isSuperscript(element.attributes.get("text:style-name"));
      if (!isRaised || !/^(?:\d{1,3}|\*{1,3})$/.test(text)) writeStyled(context, element);
      else if (endsInUnit(before)) writer.text(superscript(text));
      else writer.mark(text);
      return;
    }
    default:
      writeInline(context, element.children);
      return;
  }
}

function writeNote(context: OdtContext, note: Element): void {
  const mark = context.notes.mark(note);
  context.writer.mark(mark);
  const body = child(note, "text:note-body");
  if (body !== null) {
    context.writer.note(
      mark,
      context.writer.inline((writer) => writeOdtBlocks({ ...context, writer }, body)),
    );
  }
}
