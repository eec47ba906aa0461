import { type Found, refusal } from "./refusals.ts";

/** The forms in which a publication comes. */
export type Form = "xml" | "html" | "odt" | "docx" | "pdf" | "text";

/** Best first: XML says what everything is, a text file nothing. */
export const formsByWorth: readonly Form[] = ["xml", "html", "odt", "docx", "pdf", "text"];

/** What a file turns out to be from its first bytes; `zip` is told further by what is in it. */
export type Content = "pdf" | "zip" | "xml" | "html" | "text";

/** How far into the file the mark of a PDF may stand (as readers of PDF accept it), and how much of a text is looked at. */
const headBytes = 1024;

/** How an old Office file begins, and, in one, the name under which a Word file with a password is kept. */
const oldOffice = "\u00d0\u00cf\u0011\u00e0";
const encryptedPackage = [..."EncryptedPackage"].join("\u0000");

/** Forms that are known by their first bytes and not read. */
const otherForms: readonly (readonly [string, Found])[] = [
  [oldOffice, ["old-office"]],
  ["\u0089PNG", ["image"]],
  ["\u00ff\u00d8\u00ff", ["image"]],
  ["GIF8", ["image"]],
  ["II*\u0000", ["image"]],
  ["MM\u0000*", ["image"]],
  ["{\\rtf", ["rtf"]],
  ["\u001f\u008b", ["gzip"]],
  ["7z\u00bc\u00af", ["7z"]],
  ["Rar!", ["rar"]],
  ["\u007fELF", ["program"]],
  ["MZ\u0090", ["program"]],
  ["%!PS", ["postscript"]],
];

const latin = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");

/** The characters at the start, without byte order mark and without the zero bytes of UTF-16, for looking only. */
const start = (bytes: Uint8Array): string =>
  latin(bytes.subarray(0, headBytes))
    .replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, "")
    .replaceAll("\u0000", "")
    .trimStart();

/**
 * What a file is, by its content; its name only tells XML without a head from text.
 *
 * @throws UserError `unknown-form` for images, old Office files and the like
 */
export function contentOf(bytes: Uint8Array, file: string): Content {
  const head = latin(bytes.subarray(0, headBytes));
  const other = otherForms.find(([mark]) => head.startsWith(mark));
  if (head.startsWith(oldOffice) && latin(bytes).includes(encryptedPackage)) throw refusal("encrypted", file, "Office");
  if (other !== undefined) throw refusal("unknown-form", file, other[1]);
  if (head.startsWith("PK\u0003\u0004") || head.startsWith("PK\u0005\u0006")) return "zip";
  if (head.includes("%PDF-")) return "pdf";
  const text = start(bytes);
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)?<(?:!doctype\s+html|html)\b/i.test(text)) return "html";
  // Markdown may begin with an anchor or an address: `<a id="brief"></a>`.
  if (isMarkdownName(file) && !text.startsWith("<?xml")) return "text";
  if (text.startsWith("<?xml") || /^<[\w:.-]+[\s/>]/.test(text)) return nameSaysHtml(file) ? "html" : "xml";
  if (nameSaysHtml(file) && /<[a-z][^<>]*>/i.test(text)) return "html";
  return "text";
}

const nameSaysHtml = (file: string): boolean => /\.x?html?$/i.test(file);

/** Whether a file is Markdown by its name. Text of other names is never taken for it: a `\` there is what was written. */
export const isMarkdownName = (file: string): boolean => /\.(?:md|markdown)$/i.test(file);

/** The form that a file name promises; null where it promises none. */
export function formOfName(file: string): Form | null {
  const extension = /\.([a-z]{2,5})$/i.exec(file)?.[1]?.toLowerCase() ?? "";
  const byExtension: Readonly<Record<string, Form>> = {
    xml: "xml",
    html: "html",
    htm: "html",
    xhtml: "html",
    odt: "odt",
    docx: "docx",
    pdf: "pdf",
    txt: "text",
    md: "text",
    text: "text",
  };
  return byExtension[extension] ?? null;
}

/** Whether a file is the metadata that stands beside a publication, by its name. */
export const isMetadataName = (file: string): boolean => /(?:^|\.)metadata(?:_owms)?\.xml$/i.test(file);

/**
 * Of the files of one publication, the one that is read: the best form wins (XML, then HTML, ODT, Word, PDF, text),
 * among equals the first.
 *
 * @param files names without folder; the publication's metadata may be among them
 * @returns null when none of them is a publication
 */
export function chooseForm<File extends { name: string }>(files: readonly File[]): File | null {
  const worth = (file: File): number => {
    const form = formOfName(file.name);
    return form === null ? formsByWorth.length : formsByWorth.indexOf(form);
  };
  const candidates = files.filter(({ name }) => !isMetadataName(name));
  return candidates.reduce<File | null>(
    (best, file) => (best === null || worth(file) < worth(best) ? file : best),
    null,
  );
}
