import type { MessagePort } from "node:worker_threads";
import type { PdfDocument, PdfFont, PdfPage } from "./pdf-page.ts";

/** What the thread is given. */
export interface PdfJob {
  bytes: Uint8Array;
  /** Address of the pdfjs-dist module. */
  library: string;
  maxPages: number;
  maxPieces: number;
}

/** What the thread sends back: the document, or why there is none. */
export type PdfOutcome =
  | { kind: "read"; document: PdfDocument }
  | { kind: "failed"; reason: "encrypted" | "truncated" | "too-large"; detail: string };

/** The part of pdfjs-dist that is used; its own types do not cover `commonObjs` and what fonts tell of themselves. */
interface PdfLibrary {
  getDocument(options: Record<string, unknown>): { promise: Promise<LibraryDocument> };
}
interface LibraryDocument {
  numPages: number;
  getPage(number: number): Promise<LibraryPage>;
}
interface LibraryPage {
  getTextContent(): Promise<{ items: LibraryItem[] }>;
  getOperatorList(): Promise<unknown>;
  commonObjs: { has(name: string): boolean; get(name: string): LibraryFont };
  cleanup(): void;
}
interface LibraryItem {
  str?: string;
  fontName: string;
  transform: number[];
  width: number;
}
interface LibraryFont {
  name?: string;
  bold?: boolean;
  black?: boolean;
  widths?: (number | null)[];
  toUnicode?: { _map?: (string | number | null)[] };
}

/**
 * Takes the pieces of text out of a PDF. It runs in a thread of its own, started from its own source text (Node 20 loads
 * no TypeScript in a thread, and the tests run from TypeScript), so it may use nothing from outside but its arguments.
 */
export async function readPdfInThread(
  load: (address: string) => Promise<PdfLibrary>,
  port: MessagePort,
  job: PdfJob,
): Promise<void> {
  const send = (outcome: PdfOutcome): void => port.postMessage(outcome);
  try {
    const library = await load(job.library);
    const document = await library.getDocument({
      data: job.bytes,
      isEvalSupported: false,
      useSystemFonts: false,
      disableFontFace: true,
      useWorkerFetch: false,
      fontExtraProperties: true,
      // Images are not looked at.
      maxImageSize: 1,
      stopAtErrors: false,
      verbosity: 0,
    }).promise;
    if (document.numPages > job.maxPages) {
      send({ kind: "failed", reason: "too-large", detail: `${document.numPages} pagina's` });
      return;
    }
    const pages: PdfPage[] = [];
    const fonts = new Map<string, PdfFont>();
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      if (items.length > job.maxPieces) {
        send({ kind: "failed", reason: "too-large", detail: `${items.length} stukken tekst op pagina ${number}` });
        return;
      }
      if (items.some(({ fontName }) => fontName !== undefined && !fonts.has(fontName))) await page.getOperatorList();
      pages.push({ pieces: items.flatMap((item) => piece(item)) });
      for (const { fontName } of items) {
        if (fontName !== undefined && !fonts.has(fontName)) fonts.set(fontName, font(page, fontName));
      }
      page.cleanup();
    }
    send({ kind: "read", document: { pages, fonts } });
  } catch (error) {
    const name = error instanceof Error ? error.name : "";
    const detail = error instanceof Error ? error.message : String(error);
    send({ kind: "failed", reason: name === "PasswordException" ? "encrypted" : "truncated", detail });
  }

  function piece(item: LibraryItem): PdfPage["pieces"] {
    const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = item.transform;
    const text = item.str ?? "";
    if (text === "") return [];
    const size = Math.hypot(c, d);
    return [
      { text, x, y, width: item.width, size, font: item.fontName, turned: Math.abs(b) > Math.abs(a) * 0.1 || a < 0 },
    ];
  }

  function font(page: LibraryPage, name: string): PdfFont {
    const widths = new Map<string, number>();
    if (!page.commonObjs.has(name)) return { bold: false, widths };
    const found = page.commonObjs.get(name);
    const map = found.toUnicode?._map ?? [];
    (found.widths ?? []).forEach((width, code) => {
      const meant = map[code];
      const character = typeof meant === "number" ? String.fromCodePoint(meant) : meant;
      if (typeof width === "number" && typeof character === "string") widths.set(character, width);
    });
    const bold = found.bold === true || found.black === true || /bold|black|heavy|demi/i.test(found.name ?? "");
    return { bold, widths };
  }
}
