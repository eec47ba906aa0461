import { BlockWriter } from "./block-writer.ts";
import { decodeText } from "./decode.ts";
import { hintsFromMetadata, type MetadataEntry } from "./metadata.ts";
import { writeOdtBlocks } from "./odt-blocks.ts";
import { boxesOf, isFrame, isLetterhead } from "./odt-frames.ts";
import { OdtNotes } from "./odt-notes.ts";
import { OdtNumbering } from "./odt-numbering.ts";
import { type OdtStyles, readOdtStyles } from "./odt-styles.ts";
import { parseXml } from "./parse-xml.ts";
import { refusal } from "./refusals.ts";
import type { Hints, SourceText } from "./source-text.ts";
import { child, type Element, find, findAll, textOf } from "./tree.ts";
import type { ZipParts } from "./zip.ts";

/** The parts of an ODT file that are read. */
export const odtParts: ReadonlySet<string> = new Set([
  "content.xml",
  "styles.xml",
  "meta.xml",
  "META-INF/manifest.xml",
]);

/**
 * An OpenDocument text: the header of its first page, its body, its notes and its metadata; the lines of the other headers,
 * of the footers and of frames at the foot of a page are in `hints.furniture`.
 *
 * @throws UserError `encrypted`, `truncated` without a body, `broken-xml`, `no-text`
 */
export async function readOdt(parts: ZipParts, file: string): Promise<SourceText> {
  const part = async (name: string): Promise<Element | null> => {
    const bytes = parts.get(name);
    return bytes === undefined ? null : parseXml(decodeText(bytes, file), file);
  };
  const manifest = await part("META-INF/manifest.xml");
  if (manifest !== null && find(manifest, "manifest:encryption-data") !== null) throw refusal("encrypted", file, "ODT");
  const content = await part("content.xml");
  const body = content === null ? null : find(content, "office:text");
  if (content === null || body === null) throw refusal("truncated", file, "no text in it");
  const styles = await part("styles.xml");
  const meta = await part("meta.xml");
  const known = readOdtStyles([styles, content]);
  const write = odtWriter(known, [styles, content]);
  const text = write(body);
  if (text === "") throw refusal("no-text", file, "an ODT body");
  // A frame that stands in no paragraph is tied to a page.
  const frames = findAll(body, (each) => isFrame(each) || isParagraph(each)).filter(isFrame);
  const header = styles === null ? null : firstPageHeader(styles, body, known);
  const head = [...(header === null ? [] : [header]), ...frames.filter(isLetterhead)]
    .flatMap((part) => write(part).split("\n\n"))
    .filter((block) => block.trim() !== "" && !isPageNumber(block.trim()));
  const furniture = [
    ...frames.filter((frame) => !isLetterhead(frame)).flatMap(linesOf),
    ...(styles === null ? [] : findAll(styles, isHeaderOrFooter).filter((each) => each !== header)).flatMap(linesOf),
  ].filter((line, at, lines) => line !== "" && lines.indexOf(line) === at);
  const hints: Hints = meta === null ? {} : hintsFromMetadata(entriesOfMeta(meta));
  return {
    file,
    text: [...head.map((block) => block.trim()), text].join("\n\n"),
    hints: furniture.length > 0 ? { ...hints, furniture } : hints,
  };
}

/** Writes parts of one text one after the other, so that its numbers go on. */
function odtWriter(styles: OdtStyles, roots: readonly (Element | null)[]): (part: Element) => string {
  const context = { styles, numbering: new OdtNumbering(styles), notes: new OdtNotes(roots) };
  return (part) => {
    const writer = new BlockWriter();
    if (isFrame(part))
      for (const box of boxesOf({ ...part, children: [part] })) writeOdtBlocks({ ...context, writer }, box);
    else writeOdtBlocks({ ...context, writer }, part);
    return writer.finish();
  };
}

const isHeaderOrFooter = ({ name }: Element): boolean => /^style:(?:header|footer)(?:-first|-left)?$/.test(name);

const isParagraph = ({ name }: Element): boolean => name === "text:p" || name === "text:h";

const linesOf = (part: Element): string[] => findAll(part, ({ name }) => name === "text:p").map(textOf);

const isPageNumber = (line: string): boolean => /^(?:pagina\s)?\d{0,4}(?:\s?(?:van|\/)\s?\d{1,4})?$/i.test(line);

/** The header that is printed on the first page, where a letter may have its date. */
function firstPageHeader(parts: Element, body: Element, styles: OdtStyles): Element | null {
  const pages = findAll(parts, ({ name }) => name === "style:master-page");
  const first = findAll(body, isParagraph)[0];
  const wanted = styles.masterPage(first?.attributes.get("text:style-name"));
  const named = (name: string | null): Element | undefined =>
    pages.find(({ attributes }) => attributes.get("style:name") === name);
  const page = named(wanted) ?? named("Standard") ?? pages[0] ?? null;
  const header = child(page, "style:header-first") ?? child(page, "style:header");
  return header?.attributes.get("style:display") === "false" ? null : header;
}

/** `meta:user-defined` entries are those of the official metadata; `dc:title` is the title of any ODT. */
function entriesOfMeta(meta: Element): MetadataEntry[] {
  const own = findAll(meta, ({ name }) => name === "meta:user-defined").map((element) => ({
    name: element.attributes.get("meta:name") ?? "",
    content: textOf(element),
  }));
  return [...own, { name: "title", content: textOf(child(find(meta, "office:meta"), "dc:title")) }];
}
