import { alternative, propertyValue, silent } from "./docx-content.ts";
import type { DocxContext } from "./docx-context.ts";
import { fieldInstructions } from "./docx-fields.ts";
import { withoutMark } from "./docx-notes.ts";
import type { NumberedParagraph } from "./docx-numbering.ts";
import { goesOnInNext, isRunIn } from "./docx-paragraph-marks.ts";
import { DocxRuns } from "./docx-runs.ts";
import type { DocxStyles } from "./docx-styles.ts";
import { writeDocxTable } from "./docx-table.ts";
import { listMarker } from "./list-marker.ts";
import { child, childElements, type Element, findAll } from "./tree.ts";

/** Writes the blocks of a body, a header, a cell or a note, in order. */
export function writeDocxBlocks(context: DocxContext, parent: Element): void {
  /** Paragraphs that are printed as one, because the marks between them are gone. */
  let joined: Element[] = [];
  const flush = (): void => {
    if (joined.length > 0) writeParagraph(context, joined);
    joined = [];
  };
  for (const element of childElements(parent)) {
    if (silent.has(element.name)) continue;
    if (isContents(context, element)) {
      for (const _ of findAll(element, ({ name }) => name === "w:sectPr")) context.notes.endSection();
      continue;
    }
    if (element.name === "w:p") {
      joined.push(element);
      if (!goesOnInNext(context, element)) flush();
    } else if (element.children.length > 0) {
      flush();
      if (element.name === "w:tbl") writeDocxTable(context, element, writeDocxBlocks);
      else if (element.name === "mc:AlternateContent") writeDocxBlocks(context, alternative(element));
      else writeDocxBlocks(context, element);
    }
  }
  flush();
}

/** Whether a paragraph is a line of the table of contents, or a block holds that table: it repeats titles. */
function isContents({ styles }: DocxContext, element: Element): boolean {
  if (element.name === "w:p") return styles.isContents(styleOf(child(element, "w:pPr")));
  const gallery = child(child(child(element, "w:sdtPr"), "w:docPartObj"), "w:docPartGallery");
  return propertyValue(gallery) === "Table of Contents";
}

/** @param parts one paragraph, or several that are printed as one: what it is, the last of them says */
function writeParagraph(context: DocxContext, parts: readonly Element[]): void {
  const { writer, styles } = context;
  // Text boxes are anchored in a paragraph but printed beside it.
  for (const box of parts.flatMap(textBoxes)) writeDocxBlocks(context, box);
  const properties = child(parts.at(-1) ?? null, "w:pPr");
  const level = headingLevel(styles, properties, styleOf(properties));
  const number = numberOf(context, parts);
  const marker = number === null ? "" : listMarker(number.marker);
  // `Vraag 4` and `1.3` are no markers of a list but words of the paragraph.
  const isItem = number !== null && level === null && (number.marker === "-" || marker !== "-");
  if (level !== null) writer.start({ kind: "heading", level });
  else if (isItem && number !== null) writer.start({ kind: "item", marker, depth: number.depth });
  else writer.start();
  if (number !== null && !isItem && number.marker !== "-" && number.marker !== "") writer.text(`${number.marker} `);
  const runs = new DocxRuns(context, (reference, printed) => writeNote(context, reference, printed));
  for (const part of parts) runs.paragraph(part);
  const isWritten = writer.end();
  // Word prints the number of an empty paragraph too, and letters put a question below it.
  if (!isWritten && isItem && number !== null && number.marker !== "-") {
    writer.text(number.marker);
    writer.end();
  }
  for (const part of parts) if (child(child(part, "w:pPr"), "w:sectPr") !== null) context.notes.endSection();
}

const styleOf = (properties: Element | null): string | undefined => propertyValue(child(properties, "w:pStyle"));

/** The number of the paragraph that is printed: of a title that runs into its text, or of the one whose mark is left. */
function numberOf(context: DocxContext, parts: readonly Element[]): NumberedParagraph | null {
  const counted = parts.find((part, at) =>
    at < parts.length - 1 ? isRunIn(context, part) : !goesOnInNext(context, part),
  );
  const properties = child(counted ?? null, "w:pPr");
  return context.numbering.next(properties, styleOf(properties));
}

function headingLevel(styles: DocxStyles, properties: Element | null, style: string | undefined): number | null {
  const outline = Number(propertyValue(child(properties, "w:outlineLvl")) ?? Number.NaN);
  return outline < 6 ? outline + 1 : styles.headingLevel(style);
}

/** The text boxes of a paragraph, each once, not those inside another. */
function textBoxes(element: Element): Element[] {
  return childElements(element).flatMap((each) => {
    if (each.name === "w:txbxContent") return [each];
    if (silent.has(each.name)) return [];
    return textBoxes(each.name === "mc:AlternateContent" ? alternative(each) : each);
  });
}

function writeNote(context: DocxContext, reference: Element, printed: string): void {
  const { writer, notes } = context;
  const { mark, body, links } = notes.take(reference, printed);
  writer.mark(mark);
  if (body === null) return;
  const text = writer.inline((inner) =>
    writeDocxBlocks({ ...context, writer: inner, links, instructions: fieldInstructions(body) }, body),
  );
  // Word's own sign for the mark has no text; what stands there as text the author typed.
  writer.note(mark, printed === "" ? text : withoutMark(mark, text));
}
