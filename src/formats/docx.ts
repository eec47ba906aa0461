import { BlockWriter } from "./block-writer.ts";
import { writeDocxBlocks } from "./docx-blocks.ts";
import { isOn } from "./docx-content.ts";
import type { DocxContext } from "./docx-context.ts";
import { fieldInstructions } from "./docx-fields.ts";
import { DocxLists } from "./docx-lists.ts";
import { DocxNotes, type NoteSource } from "./docx-notes.ts";
import { DocxNumbering } from "./docx-numbering.ts";
import { DocxParts } from "./docx-parts.ts";
import { readDocxStyles } from "./docx-styles.ts";
import { refusal } from "./refusals.ts";
import type { Hints, SourceText } from "./source-text.ts";
import { child, childElements, type Element, findAll } from "./tree.ts";
import type { ZipParts } from "./zip.ts";

/*
 * Word files are read by ourselves, on yauzl and sax. mammoth was tried on paper and set aside: it drops headers and
 * footers (one ministry letter has its date there only), numbers a list anew after every interruption (question 2 would
 * become 1), and unpacks without a bound; reading round all three would leave it nothing to do.
 */

/**
 * A Word file: the letter head in the header of its first page, its body, its notes; the lines of the other headers and
 * of the footers are in `hints.furniture`.
 *
 * @param main the path of its main part
 * @throws UserError `truncated` without a body, `broken-xml`, `no-text`
 */
export async function readDocx(zipped: ZipParts, main: string, file: string): Promise<SourceText> {
  const parts = await DocxParts.open(zipped, main, file);
  const read = (type: string): Promise<Element | null> => parts.read(parts.pathOf(type));
  const notesOf = async (type: string): Promise<NoteSource> => ({
    root: await read(type),
    links: await parts.links(parts.pathOf(type)),
  });
  const document = await parts.read(main);
  const body = document === null ? null : child(document, "w:body");
  if (body === null) throw refusal("truncated", file, "no body in it");

  const styles = readDocxStyles(await read("styles"));
  const lists = new DocxLists(await read("numbering"), styles);
  const sections = findAll(body, ({ name }) => name === "w:sectPr");
  const notes = new DocxNotes(await notesOf("footnotes"), await notesOf("endnotes"), await read("settings"), sections);

  const write = (root: Element, links: Map<string, string>): string => {
    const writer = new BlockWriter();
    // A header is printed on many pages; its lists do not count on in the text.
    const numbering = new DocxNumbering(lists);
    const instructions = fieldInstructions(root);
    writeDocxBlocks({ styles, notes, numbering, instructions, writer, links } satisfies DocxContext, root);
    return writer.finish();
  };

  const first = firstPageHeader(sections[0] ?? null, parts);
  const heads = new Map<string, string[]>();
  for (const path of parts.headsAndFeet()) {
    const root = await parts.read(path);
    if (root !== null) heads.set(path, distinct(write(root, await parts.links(path)).split(/\n+/)));
  }
  const text = write(body, await parts.links(main));
  if (text === "") throw refusal("no-text", file, "a Word body");

  const head = first === null ? [] : (heads.get(first) ?? []).filter((line) => !isPageNumber(line));
  const furniture = distinct([...heads].filter(([path]) => path !== first).flatMap(([, lines]) => lines));
  const hints: Hints = furniture.length > 0 ? { furniture } : {};
  return { file, text: head.length === 0 ? text : `${head.join("\n\n")}\n\n${text}`, hints };
}

const distinct = (lines: readonly string[]): string[] =>
  lines.map((line) => line.trim()).filter((line, at, all) => line !== "" && all.indexOf(line) === at);

const isPageNumber = (line: string): boolean =>
  line.length < 30 && /^(?:pagina(?:\s*\d+)?|\d*)(?:\s+(?:van\s*)?\d*|van\s*\d*)?$/i.test(line);

/** The header that is printed on the first page: of the first section, the one of type `first` where that is in force. */
function firstPageHeader(section: Element | null, parts: DocxParts): string | null {
  if (section === null) return null;
  const wanted = isOn(child(section, "w:titlePg")) === true ? "first" : "default";
  const reference = childElements(section, "w:headerReference").find(
    ({ attributes }) => attributes.get("w:type") === wanted,
  );
  return parts.pathOfRelation(reference?.attributes.get("r:id") ?? "");
}
