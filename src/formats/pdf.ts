import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { MAX_PDF_BYTES_HELD, MAX_PDF_MILLISECONDS, MAX_PDF_PAGES, MAX_PDF_PIECES_A_PAGE } from "./limits.ts";
import { layOutPdf } from "./pdf-layout.ts";
import type { PdfDocument } from "./pdf-page.ts";
import { type PdfJob, type PdfOutcome, readPdfInThread } from "./pdf-thread.ts";
import { refusal } from "./refusals.ts";
import type { SourceText } from "./source-text.ts";

// pdfjs-dist: the reader of Firefox, exactly 5.6.205, the last one for Node 20; Apache-2.0, released 2026.
const libraryName = "pdfjs-dist/legacy/build/pdf.mjs";

/** A PDF ends with `%%EOF`, give or take what a server or a mail program put after it. */
const END_BYTES = 4096;
/** A page of a letter holds more letters than this; below it, it is a picture of a page. */
const MIN_LETTERS_A_PAGE = 25;
/** How often the memory of the process is looked at while a PDF is read. */
const WATCH_MILLISECONDS = 100;

/**
 * A PDF: its lines in reading order.
 *
 * @throws UserError `encrypted`, `truncated`, `no-text` for a scan, `too-large`, `too-slow`
 */
export async function openPdf(bytes: Uint8Array, file: string): Promise<SourceText> {
  const end = Buffer.from(bytes.subarray(Math.max(0, bytes.length - END_BYTES))).toString("latin1");
  if (!end.includes("%%EOF")) throw refusal("truncated", file, "its end is missing");
  const document = await readPieces(bytes, file);
  const letters = document.pages.reduce(
    (count, page) => count + lettersOf(page.pieces.map(({ text }) => text).join("")),
    0,
  );
  if (letters < MIN_LETTERS_A_PAGE * document.pages.length || letters === 0) {
    throw refusal("no-text", file, `${document.pages.length} pages with ${letters} letters`);
  }
  return { file, text: layOutPdf(document), hints: {} };
}

const lettersOf = (text: string): number => text.match(/\p{L}/gu)?.length ?? 0;

/** Reads in a thread, which can be stopped when it takes too long or too much. */
async function readPieces(bytes: Uint8Array, file: string): Promise<PdfDocument> {
  const library = pathToFileURL(createRequire(import.meta.url).resolve(libraryName)).href;
  const job: PdfJob = { bytes: bytes.slice(), library, maxPages: MAX_PDF_PAGES, maxPieces: MAX_PDF_PIECES_A_PAGE };
  const source = `const { parentPort, workerData } = require("node:worker_threads");
(${readPdfInThread.toString()})((address) => import(address), parentPort, workerData);`;
  const held = process.memoryUsage.rss();
  const worker = new Worker(source, { eval: true, workerData: job, stdout: true, stderr: true, execArgv: [] });
  let watch: NodeJS.Timeout | undefined;
  const started = performance.now();
  try {
    const outcome = await new Promise<PdfOutcome>((resolve, reject) => {
      worker.once("message", resolve);
      worker.once("error", (error) => resolve({ kind: "failed", reason: "truncated", detail: error.message }));
      worker.once("exit", () => resolve({ kind: "failed", reason: "truncated", detail: "the reader stopped" }));
      watch = setInterval(() => {
        const elapsed = performance.now() - started;
        if (elapsed > MAX_PDF_MILLISECONDS) reject(refusal("too-slow", file, `${Math.round(elapsed)} ms`));
        if (process.memoryUsage.rss() - held > MAX_PDF_BYTES_HELD) {
          reject(refusal("too-large", file, "te veel geheugen nodig"));
        }
      }, WATCH_MILLISECONDS);
    });
    if (outcome.kind === "failed") throw refusal(outcome.reason, file, outcome.detail);
    return outcome.document;
  } finally {
    clearInterval(watch);
    await worker.terminate();
  }
}
