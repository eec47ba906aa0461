import type { PdfPiece } from "./pdf-page.ts";

/**
 * Headings whose letters stand apart, which come out as `I n l e i d i n g`. A word of four letters or more tells; the
 * shorter words and the numbers beside it are set as it is.
 */

const spacedWord = /^\p{L}(?: \p{L}){3,40}\p{P}?$/u;
const spaced = /^\S(?: \S){0,60}$/u;

/** The pieces of a page, in the order in which it draws them, with the letters of such headings put together. */
export function closeLetters(pieces: readonly PdfPiece[]): PdfPiece[] {
  const closed: PdfPiece[] = [];
  for (let at = 0; at < pieces.length; ) {
    const line = lineAt(pieces, at);
    const isSpaced = line.some(({ text }) => spacedWord.test(text.trim()));
    for (const piece of line) closed.push(isSpaced ? close(piece) : piece);
    at += line.length;
  }
  return closed;
}

/** The pieces from one on that are drawn on one baseline in one size. */
function lineAt(pieces: readonly PdfPiece[], from: number): PdfPiece[] {
  const first = pieces[from];
  if (first === undefined) return [];
  let end = from + 1;
  for (let next = pieces[end]; next !== undefined; end += 1, next = pieces[end]) {
    if (Math.abs(next.y - first.y) > 0.1 * first.size || Math.abs(next.size - first.size) > 0.1 * first.size) break;
  }
  return pieces.slice(from, end);
}

function close(piece: PdfPiece): PdfPiece {
  const text = piece.text.trim();
  if (!spaced.test(text)) return piece;
  const around = piece.text.split(text);
  return { ...piece, text: `${around[0] ?? ""}${text.replaceAll(" ", "")}${around[1] ?? ""}` };
}
