import type { DocxContext } from "./docx-context.ts";
import { type DocxStyles, isOn } from "./docx-styles.ts";
import { writeDocxTable } from "./docx-table.ts";
import { listMarker } from "./list-marker.ts";
import { child, childElements, type Element, textOf } from "./tree.ts";

/** What was deleted or moved away, and what only steers Word. */
const silent = new Set([
  "w:del",
  "w:moveFrom",
  "w:instrText",
  "w:delText",
  "w:pPr",
  "w:rPr",
  "w:sectPr",
  "w:sdtPr",
  "w:fldData",
]);

/** Writes the blocks of a body, a header, a cell or a note, in order. */
export function writeDocxBlocks(context: DocxContext, parent: Element): void {
  for (const element of childElements(parent)) {
    if (silent.has(element.name)) continue;
    if (element.name === "w:p") writeParagraph(context, element);
    else if (element.name === "w:tbl") writeDocxTable(context, element, writeDocxBlocks);
    else if (element.name === "mc:AlternateContent") writeDocxBlocks(context, alternative(element));
    else writeDocxBlocks(context, element);
  }
}

/** The same content is given in a newer and an older form; one of them counts. */
const alternative = (element: Element): Element =>
  child(element, "mc:Choice") ?? child(element, "mc:Fallback") ?? { ...element, children: [] };

function writeParagraph(context: DocxContext, paragraph: Element): void {
  const { writer, styles, numbering } = context;
  // Text boxes are anchored in a paragraph but printed beside it.
  for (const box of textBoxes(paragraph)) writeDocxBlocks(context, box);
  const properties = child(paragraph, "w:pPr");
  const style = child(properties, "w:pStyle")?.attributes.get("w:val");
  const level = headingLevel(styles, properties, style);
  const number = textOfRuns(paragraph) === "" ? null : numbering.next(properties, style);
  const marker = number === null ? "" : listMarker(number.marker);
  // `Vraag 4` and `1.3` are no markers of a list but words of the paragraph.
  const isItem = number !== null && level === null && (number.marker === "-" || marker !== "-");
  if (level !== null) writer.start({ kind: "heading", level });
  else if (isItem && number !== null) writer.start({ kind: "item", marker, depth: number.depth });
  else writer.start();
  if (number !== null && !isItem && number.marker !== "-" && number.marker !== "") writer.text(`${number.marker} `);
  writeRuns(context, paragraph, styles.isBold(style));
  writer.end();
}

function headingLevel(styles: DocxStyles, properties: Element | null, style: string | undefined): number | null {
  const outline = Number(child(properties, "w:outlineLvl")?.attributes.get("w:val") ?? Number.NaN);
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

const textOfRuns = (element: Element): string =>
  childElements(element)
    .map((each) =>
      each.name === "w:t"
        ? textOf(each)
        : silent.has(each.name) || each.name === "w:txbxContent"
          ? ""
          : textOfRuns(each),
    )
    .join("");

function writeRuns(context: DocxContext, parent: Element, bold: boolean): void {
  for (const element of childElements(parent)) {
    if (silent.has(element.name) || element.name === "w:drawing" || element.name === "w:pict") continue;
    if (element.name === "w:r") writeRun(context, element, bold);
    else if (element.name === "w:hyperlink") {
      const address = context.links.get(element.attributes.get("r:id") ?? "") ?? "";
      context.writer.link(address, () => writeRuns(context, element, bold));
    } else if (element.name === "mc:AlternateContent") writeRuns(context, alternative(element), bold);
    else writeRuns(context, element, bold);
  }
}

function writeRun(context: DocxContext, run: Element, bold: boolean): void {
  const { writer, styles } = context;
  const properties = child(run, "w:rPr");
  if (isOn(child(properties, "w:vanish")) === true) return;
  const style = child(properties, "w:rStyle")?.attributes.get("w:val");
  const raised =
    child(properties, "w:vertAlign")?.attributes.get("w:val") === "superscript" || styles.isSuperscript(style);
  const text = childElements(run, "w:t").map(textOf).join("");
  const ownMark = childElements(run).find(({ attributes }) => isSet(attributes.get("w:customMarkFollows")));
  if (ownMark !== undefined) {
    writeNote(context, ownMark, text);
    return;
  }
  if (raised && /^(?:\d{1,3}|\*{1,3})$/.test(text)) {
    writer.mark(text);
    return;
  }
  const write = (): void => {
    for (const piece of childElements(run)) writePiece(context, piece);
  };
  if (isOn(child(properties, "w:b")) ?? (styles.isBold(style) || bold)) writer.bold(write);
  else write();
}

function writePiece(context: DocxContext, piece: Element): void {
  const { writer } = context;
  switch (piece.name) {
    case "w:t":
      writer.text(piece.children.join(""));
      return;
    case "w:tab":
    case "w:ptab":
      writer.text(" ");
      return;
    case "w:br":
    case "w:cr":
      if (["textWrapping", undefined].includes(piece.attributes.get("w:type"))) writer.lineBreak();
      else writer.text(" ");
      return;
    case "w:noBreakHyphen":
      writer.text("-");
      return;
    case "w:footnoteReference":
    case "w:endnoteReference":
      writeNote(context, piece, "");
      return;
    case "mc:AlternateContent":
      for (const each of childElements(alternative(piece))) writePiece(context, each);
      return;
    default:
      return;
  }
}

const isSet = (flag: string | undefined): boolean => flag !== undefined && flag !== "0" && flag !== "false";

function writeNote(context: DocxContext, reference: Element, ownMark: string): void {
  const { mark, body } = context.notes.take(reference, ownMark);
  context.writer.mark(mark);
  if (body !== null) {
    context.writer.note(
      mark,
      context.writer.inline((writer) => writeDocxBlocks({ ...context, writer }, body)),
    );
  }
}
