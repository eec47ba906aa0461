import { strToU8, zipSync } from "fflate";
import { openDocument } from "../../src/formats/open.ts";
import type { SourceText } from "../../src/formats/source-text.ts";

/** The prefixes that Word writes; what they stand for is not looked at. */
export const namespaces = `xmlns:w="w" xmlns:r="r" xmlns:mc="mc" xmlns:wps="wps" xmlns:m="m"`;

/** A paragraph. */
export const p = (inside: string, properties = ""): string => `<w:p><w:pPr>${properties}</w:pPr>${inside}</w:p>`;

/** A run of text. */
export const r = (text: string, properties = ""): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;

/** A part of a Word file: `part("styles", …)`. */
export const part = (name: string, inside: string): string => `<w:${name} ${namespaces}>${inside}</w:${name}>`;

/**
 * A small Word file.
 *
 * @param parts the other parts, by their path in the folder `word`
 */
function docx(body: string, parts: Record<string, string> = {}): Uint8Array {
  const files = Object.entries(parts).map(([name, inside]) => [`word/${name}`, strToU8(inside)] as const);
  const document = strToU8(part("document", `<w:body>${body}</w:body>`));
  return zipSync({ "word/document.xml": document, ...Object.fromEntries(files) });
}

export const open = async (body: string, parts?: Record<string, string>): Promise<SourceText> =>
  openDocument(docx(body, parts), "brief.docx");

export const textOf = async (body: string, parts?: Record<string, string>): Promise<string> =>
  (await open(body, parts)).text;

/** One level of a list of Word. */
export const level = (depth: number, format: string, text: string, more = ""): string =>
  `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`;

/** A list, and the number (`w:numId`) under which paragraphs use it. */
export const list = (id: number, ...levels: string[]): string =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.join("")}</w:abstractNum><w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`;

/** Properties of a paragraph of a list. */
export const inList = (id: number, depth = 0): string =>
  `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${id}"/></w:numPr>`;

/** A table; every cell is given as its paragraphs. */
export const table = (rows: readonly (readonly string[])[], properties = ""): string =>
  `<w:tbl><w:tblPr>${properties}</w:tblPr>${rows.map((cells) => row(cells)).join("")}</w:tbl>`;

export const row = (cells: readonly string[], properties = ""): string =>
  `<w:tr><w:trPr>${properties}</w:trPr>${cells.map((cell) => `<w:tc>${cell}</w:tc>`).join("")}</w:tr>`;

/** Borders, which make a table one of data. */
export const lines = `<w:tblBorders><w:top w:val="single"/></w:tblBorders>`;
