import type { MessagePort } from "node:worker_threads";
import type { PdfDocument, PdfFont, PdfPage } from "./pdf-page.ts";
import type { Found } from "./refusals.ts";

/** What the thread is given for one document. */
export interface PdfJob {
  bytes: Uint8Array;
  maxPages: number;
  maxPieces: number;
}

/** What the thread sends back: the document, or why there is none. */
export type PdfOutcome =
  | { kind: "read"; document: PdfDocument }
  | { kind: "failed"; reason: "encrypted" | "truncated"; detail: string }
  | { kind: "too-large"; found: Found };

/** The part of pdfjs-dist that is used; its own types do not cover `commonObjs` and what fonts tell of themselves. */
interface PdfLibrary {
  getDocument(options: Record<string, unknown>): LoadingTask;
}
interface LoadingTask {
  promise: Promise<LibraryDocument>;
  destroy(): Promise<void>;
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
  fontName?: string;
  transform?: number[];
  width?: number;
}
interface LibraryFont {
  name?: string;
  bold?: boolean;
  black?: boolean;
  /** By character code; of the standard fonts by the name of the glyph. */
  widths?: Record<string, number | null>;
  toUnicode?: { _map?: Record<string, string | number | null> };
}

/**
 * Takes the pieces of text out of one PDF after another. It runs in a thread of its own, started from its own source text
 * (Node 20 loads no TypeScript in a thread, and the tests run from TypeScript), so it may use nothing from outside but its
 * arguments.
 */
export function servePdfs(library: Promise<PdfLibrary>, port: MessagePort): void {
  port.on("message", async (job: PdfJob) => port.postMessage(await attempt(job)));

  async function attempt(job: PdfJob): Promise<PdfOutcome> {
    let task: LoadingTask | null = null;
    try {
      task = (await library).getDocument({
        data: job.bytes,
        isEvalSupported: false,
        useSystemFonts: false,
        disableFontFace: true,
        useWorkerFetch: false,
        fontExtraProperties: true,
        // Images are not looked at.
        maxImageSize: 1,
        verbosity: 0,
      });
      return await read(await task.promise, job);
    } catch (error) {
      const isError = error instanceof Error;
      const reason = isError && error.name === "PasswordException" ? "encrypted" : "truncated";
      return { kind: "failed", reason, detail: isError ? error.message : String(error) };
    } finally {
      await task?.destroy();
    }
  }

  async function read(document: LibraryDocument, job: PdfJob): Promise<PdfOutcome> {
    const { numPages } = document;
    if (numPages > job.maxPages) return { kind: "too-large", found: ["pages", numPages] };
    const pages: PdfPage[] = [];
    const fonts = new Map<string, PdfFont>();
    let count = 0;
    for (let number = 1; number <= numPages; number += 1) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      count += items.length;
      if (count > job.maxPieces) {
        return { kind: "too-large", found: ["pieces-of-text", job.maxPieces] };
      }
      const unknown = new Set(
        items.flatMap(({ fontName = "" }) => (fonts.has(fontName) || fontName === "" ? [] : [fontName])),
      );
      // Fonts tell of themselves once the page was drawn.
      if (unknown.size > 0) await page.getOperatorList();
      for (const name of unknown) fonts.set(name, fontOf(page, name));
      pages.push({ pieces: items.flatMap(pieceOf) });
      page.cleanup();
    }
    return { kind: "read", document: { pages, fonts } };
  }

  function pieceOf(item: LibraryItem): PdfPage["pieces"] {
    const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = item.transform ?? [];
    if (item.str === undefined || item.str === "") return [];
    const angle = (Math.round((Math.atan2(b, a) * 180) / Math.PI) + 360) % 360;
    return [{ text: item.str, x, y, width: item.width ?? 0, size: Math.hypot(c, d), font: item.fontName ?? "", angle }];
  }

  function fontOf(page: LibraryPage, name: string): PdfFont {
    const widths = new Map<string, number>();
    if (!page.commonObjs.has(name)) return { bold: false, widths };
    const font = page.commonObjs.get(name);
    const map = font.toUnicode?._map ?? {};
    for (const [code, width] of Object.entries(font.widths ?? {})) {
      const meant = map[code];
      const character = typeof meant === "number" ? String.fromCodePoint(meant) : meant;
      if (typeof width === "number" && typeof character === "string") widths.set(character, width);
    }
    const bold = font.bold === true || font.black === true || /bold|black|heavy|demi/i.test(font.name ?? "");
    return { bold, widths };
  }
}
