import { BlockWriter } from "./block-writer.ts";
import { decodeText } from "./decode.ts";
import { writeDocxBlocks } from "./docx-blocks.ts";
import type { DocxContext } from "./docx-context.ts";
import { DocxNotes } from "./docx-notes.ts";
import { DocxNumbering } from "./docx-numbering.ts";
import { readDocxStyles } from "./docx-styles.ts";
import { parseXml } from "./parse-xml.ts";
import { refusal } from "./refusals.ts";
import type { Hints, SourceText } from "./source-text.ts";
import { child, childElements, type Element, find, findAll } from "./tree.ts";
import type { ZipParts } from "./zip.ts";

/*
 * Word files are read by ourselves, on yauzl and sax. mammoth was tried on paper and set aside: it drops headers and
 * footers (one ministry letter has its date there only), numbers a list anew after every interruption (question 2 would
 * become 1), and unpacks without a bound; reading round all three would leave it nothing to do.
 */

/** Whether a part of a Word file is read. */
export const isDocxPart = (path: string): boolean =>
  /^word\/(?:document|footnotes|endnotes|numbering|styles|header\d*|footer\d*)\.xml$|^word\/_rels\/(?:document|header\d*|footer\d*|footnotes)\.xml\.rels$/.test(
    path,
  );

/**
 * A Word file: the letter head in the header of its first page, its body, its notes; the lines of the other headers and
 * of the footers are in `hints.furniture`.
 *
 * @throws UserError `truncated` without a body, `broken-xml`, `no-text`
 */
export async function readDocx(parts: ZipParts, file: string): Promise<SourceText> {
  const part = async (name: string): Promise<Element | null> => {
    const bytes = parts.get(name);
    return bytes === undefined ? null : parseXml(decodeText(bytes, file), file);
  };
  const links = async (name: string): Promise<Map<string, string>> => relations(await part(`word/_rels/${name}.rels`));
  const document = await part("word/document.xml");
  const body = document === null ? null : child(document, "w:body");
  if (body === null) throw refusal("truncated", file, "no body in it");

  const styles = readDocxStyles(await part("word/styles.xml"));
  const numbering = new DocxNumbering(await part("word/numbering.xml"), styles);
  const notes = new DocxNotes(await part("word/footnotes.xml"), await part("word/endnotes.xml"));
  const targets = await links("document.xml");
  const context = { styles, numbering, notes };

  const write = (root: Element, own: Map<string, string>): BlockWriter => {
    const writer = new BlockWriter();
    writeDocxBlocks({ ...context, writer, links: own } satisfies DocxContext, root);
    return writer;
  };

  const first = firstPageHeader(body, targets);
  const heads = new Map<string, string[]>();
  for (const name of [...parts.keys()].filter((path) => /^word\/(?:header|footer)\d*\.xml$/.test(path)).sort()) {
    const root = await part(name);
    const short = name.replace("word/", "");
    if (root !== null)
      heads.set(
        short,
        distinct(
          write(root, await links(short))
            .finish()
            .split(/\n+/),
        ),
      );
  }
  const text = write(body, targets).finish();
  if (text === "") throw refusal("no-text", file, "a Word body");

  const head = first === null ? [] : (heads.get(first) ?? []).filter((line) => !isPageNumber(line));
  const furniture = distinct([...heads].filter(([name]) => name !== first).flatMap(([, lines]) => lines));
  const hints: Hints = furniture.length > 0 ? { furniture } : {};
  return { file, text: head.length === 0 ? text : `${head.join("\n\n")}\n\n${text}`, hints };
}

const distinct = (lines: readonly string[]): string[] =>
  lines.map((line) => line.trim()).filter((line, at, all) => line !== "" && all.indexOf(line) === at);

const isPageNumber = (line: string): boolean =>
  line.length < 30 && /^(?:pagina(?:\s*\d+)?|\d*)(?:\s+(?:van\s*)?\d*|van\s*\d*)?$/i.test(line);

function relations(root: Element | null): Map<string, string> {
  const found = root === null ? [] : childElements(root, "Relationship");
  return new Map(found.map(({ attributes }) => [attributes.get("Id") ?? "", attributes.get("Target") ?? ""]));
}

/** The header that is printed on the first page: of the first section, the one of type `first` where that is in force. */
function firstPageHeader(body: Element, targets: ReadonlyMap<string, string>): string | null {
  const section = findAll(body, ({ name }) => name === "w:sectPr")[0];
  if (section === undefined) return null;
  const wanted = find(section, "w:titlePg") === null ? "default" : "first";
  const reference = childElements(section, "w:headerReference").find(
    ({ attributes }) => attributes.get("w:type") === wanted,
  );
  const target = targets.get(reference?.attributes.get("r:id") ?? "");
  return target === undefined ? null : target.replace(/^\/?(?:word\/)?/, "");
}
