import { layOutPdf } from "./pdf-layout.ts";
import { readPdf } from "./pdf-reader.ts";
import { levelPage } from "./pdf-turned.ts";
import { refusal } from "./refusals.ts";
import type { SourceText } from "./source-text.ts";

/** A PDF ends with `%%EOF`, give or take what a server or a mail program put after it. */
const endBytes = 4096;
/** A page of a letter holds more letters than this; below it, it is a picture of a page. */
const minLettersAPage = 25;

/**
 * A PDF: its lines in reading order. What is printed across or along its pages, such as a stamp, is no text of it and is
 * told as furniture.
 *
 * @throws UserError `encrypted`, `truncated`, `no-text` for a scan, `too-large`, `too-slow`
 */
export async function openPdf(bytes: Uint8Array, file: string): Promise<SourceText> {
  const end = Buffer.from(bytes.subarray(Math.max(0, bytes.length - endBytes))).toString("latin1");
  if (!end.includes("%%EOF")) throw refusal("truncated", file, "its end is missing");
  const document = await readPdf(bytes, file);
  const { pages } = document;
  const letters = pages.reduce(
    (sum, page) => sum + page.pieces.reduce((count, piece) => count + lettersOf(piece.text), 0),
    0,
  );
  if (letters === 0 || letters < minLettersAPage * pages.length) {
    throw refusal("no-text", file, `${pages.length} pages with ${letters} letters`);
  }
  const level = pages.map(levelPage);
  const furniture = [...new Set(level.flatMap(({ beside }) => beside))];
  const text = layOutPdf({ ...document, pages: level.map(({ page }) => page) });
  return { file, text, hints: furniture.length === 0 ? {} : { furniture } };
}

const lettersOf = (text: string): number => text.match(/\p{L}/gu)?.length ?? 0;
