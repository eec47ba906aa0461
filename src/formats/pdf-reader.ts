import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { maxPdfBytesHeld, maxPdfMilliseconds, maxPdfPages, maxPdfPieces, pdfIdleMilliseconds } from "./limits.ts";
import type { PdfDocument } from "./pdf-page.ts";
import { type PdfJob, type PdfOutcome, servePdfs } from "./pdf-thread.ts";
import { refusal } from "./refusals.ts";

/*
 * PDFs are read in a thread, so that the bot goes on answering, and so that one that takes too long or too much can be
 * stopped. The thread is kept for the next PDF of a batch, and ended when none comes.
 */

const require = createRequire(import.meta.url);
// pdfjs-dist: the reader of Firefox; pinned, as later ones leave out the Node that we support.
const library = (): string => pathToFileURL(require.resolve("pdfjs-dist/legacy/build/pdf.mjs")).href;

/** How often time and memory are looked at while a PDF is read. */
const watchMilliseconds = 100;

let idle: { worker: Worker; timer: NodeJS.Timeout } | null = null;

function takeWorker(): Worker {
  if (idle !== null) {
    const { worker, timer } = idle;
    clearTimeout(timer);
    idle = null;
    worker.ref();
    return worker;
  }
  const source = `(${servePdfs.toString()})(import(${JSON.stringify(library())}), require("node:worker_threads").parentPort);`;
  return new Worker(source, { eval: true, stdout: true, stderr: true, execArgv: [] });
}

function giveBack(worker: Worker): void {
  if (idle !== null) {
    void worker.terminate();
    return;
  }
  const kept = worker;
  const timer = setTimeout(() => {
    idle = null;
    void kept.terminate();
  }, pdfIdleMilliseconds);
  timer.unref();
  // Neither the thread nor the wait for the next PDF keeps the program from ending.
  for (const event of ["message", "error", "exit"]) worker.removeAllListeners(event);
  worker.unref();
  idle = { worker, timer };
}

/**
 * The pieces of text of a PDF, page by page.
 *
 * @throws UserError `encrypted`, `truncated`, `too-large`, `too-slow`
 */
export async function readPdf(bytes: Uint8Array, file: string): Promise<PdfDocument> {
  const worker = takeWorker();
  const held = process.memoryUsage.rss();
  const started = performance.now();
  let watch: NodeJS.Timeout | undefined;
  let outcome: PdfOutcome;
  try {
    outcome = await new Promise<PdfOutcome>((resolve, reject) => {
      worker.once("message", resolve);
      worker.once("error", (error) => reject(refusal("truncated", file, String(error))));
      worker.once("exit", () => reject(refusal("truncated", file, "the reader stopped")));
      watch = setInterval(() => {
        const elapsed = performance.now() - started;
        const grown = process.memoryUsage.rss() - held;
        if (elapsed > maxPdfMilliseconds) reject(refusal("too-slow", file, `${Math.round(elapsed)} ms`));
        if (grown > maxPdfBytesHeld) reject(refusal("too-large", file, ["memory"]));
      }, watchMilliseconds);
      // A copy in memory of its own, which can be handed over: a Buffer may be a part of a pool, and so is its slice.
      const job: PdfJob = { bytes: new Uint8Array(bytes), maxPages: maxPdfPages, maxPieces: maxPdfPieces };
      worker.postMessage(job, [job.bytes.buffer as ArrayBuffer]);
    });
  } catch (error) {
    await worker.terminate();
    throw error;
  } finally {
    clearInterval(watch);
  }
  giveBack(worker);
  if (outcome.kind === "failed") throw refusal(outcome.reason, file, outcome.detail);
  if (outcome.kind === "too-large") throw refusal("too-large", file, outcome.found);
  return outcome.document;
}
