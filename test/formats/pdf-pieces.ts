import { layOutPdf } from "../../src/formats/pdf-layout.ts";
import type { PdfFont, PdfPiece } from "../../src/formats/pdf-page.ts";

/** Pages of a PDF as they come out of the reader, made by hand. */

const narrow = "fijlrtI.,:;!'()- ";
/** About the widths of Helvetica. */
const widthOf = (character: string): number =>
  narrow.includes(character) ? 278 : "´`¨¸ˇ˘".includes(character) ? 333 : 556;
const letters = [..."abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ .,-()´`¨¸ˇ˘"];
const widths = new Map(letters.map((letter) => [letter, widthOf(letter)]));
/** `plain` and `bold`. */
export const fonts = new Map<string, PdfFont>([
  ["plain", { bold: false, widths }],
  ["bold", { bold: true, widths }],
]);

/** Width in points. */
export const measure = (text: string, size: number): number =>
  [...text].reduce((sum, character) => sum + (widthOf(character) * size) / 1000, 0);

/** A piece of text at a place, of size 10 in `plain` unless told. */
export function piece(text: string, x: number, y: number, more: Partial<PdfPiece> = {}): PdfPiece {
  const size = more.size ?? 10;
  return { text, x, y, size, width: measure(text, size), font: "plain", angle: 0, ...more };
}

/** The text of a document of these pages. */
export const lay = (...pages: PdfPiece[][]): string => layOutPdf({ pages: pages.map((pieces) => ({ pieces })), fonts });
