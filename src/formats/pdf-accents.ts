import type { PdfFont, PdfPiece } from "./pdf-page.ts";

/**
 * Joins accents to the letters they stand over or under. A font without `ć` draws `c`, goes back, and draws `´` over it; as
 * text that is `Kostic´`. Only the place tells: the `´` of `foto´s` stands beside its neighbours and is left alone.
 */

/** Accents that take a place of their own, and what each is as a combining character. */
const combining: Readonly<Record<string, string>> = {
  "`": "\u0300",
  "\u02cb": "\u0300",
  "´": "\u0301",
  "\u02ca": "\u0301",
  "^": "\u0302",
  ˆ: "\u0302",
  "~": "\u0303",
  "˜": "\u0303",
  "¯": "\u0304",
  "\u02c9": "\u0304",
  "˘": "\u0306",
  "˙": "\u0307",
  "¨": "\u0308",
  "°": "\u030a",
  "˚": "\u030a",
  "˝": "\u030b",
  ˇ: "\u030c",
  "¸": "\u0327",
  "˛": "\u0328",
};

/** Parts of the size: how far two pieces must overlap to lie over each other; how wide a gap is a space. */
const leastOverlap = 0.1;
const spaceWidth = 0.15;
/** Width of an accent or a letter of which the font says nothing, in thousandths of the size. */
const usualWidth = 400;

const asCombining = (character: string): string | undefined =>
  /^\p{M}$/u.test(character) ? character : combining[character];

/** A letter with an accent as one character; null where there is no such letter. */
function compose(letter: string, accent: string): string | null {
  if (!/^\p{L}$/u.test(letter)) return null;
  // TeX takes the dot away before it puts an accent on.
  const base = letter === "ı" ? "i" : letter === "ȷ" ? "j" : letter;
  const composed = (base + accent).normalize("NFC");
  return [...composed].length === 1 ? composed : null;
}

/**
 * The pieces of a page with accents joined to their letters; the pieces that held only an accent are gone.
 *
 * @param pieces in the order in which the page draws them
 */
export function joinAccents(pieces: readonly PdfPiece[], fonts: ReadonlyMap<string, PdfFont>): PdfPiece[] {
  const joined: PdfPiece[] = [];
  for (const piece of pieces) {
    const before = joined.at(-1);
    if (before === undefined || !overlap(before, piece)) joined.push(piece);
    else {
      const merged = accentAfter(before, piece, fonts) ?? accentBefore(before, piece);
      if (merged === null) joined.push(piece);
      else joined.splice(-1, 1, ...merged);
    }
  }
  return joined;
}

const right = (piece: PdfPiece): number => piece.x + piece.width;

/** On one line (an accent over a capital may be set higher), and the second begins before the first ends. */
function overlap(before: PdfPiece, piece: PdfPiece): boolean {
  return (
    Math.abs(before.y - piece.y) < before.size * 0.5 &&
    piece.x < right(before) - before.size * leastOverlap &&
    right(piece) > before.x
  );
}

/** `Kostic` and then `´ en …` over the c. */
function accentAfter(before: PdfPiece, piece: PdfPiece, fonts: ReadonlyMap<string, PdfFont>): PdfPiece[] | null {
  const [first = "", ...others] = piece.text;
  const accent = asCombining(first);
  const letters = [...before.text];
  const composed = accent === undefined ? null : compose(letters.at(-1) ?? "", accent);
  if (composed === null) return null;
  const base = { ...before, text: [...letters.slice(0, -1), composed].join("") };
  const rest = others.join("").trimStart();
  if (rest === "") return [base];
  // Going forward again after the accent looks like a space; the width of what follows tells whether there is one.
  const width = (widthOf(rest, fonts.get(piece.font)) * piece.size) / 1000;
  const left = Math.max(right(before), right(piece) - width);
  const space = left - right(before) > piece.size * spaceWidth ? " " : "";
  return [base, { ...piece, text: space + rest, x: right(before), width: right(piece) - right(before) }];
}

/** `Kosti´` and then `c` under the accent, as TeX draws it. */
function accentBefore(before: PdfPiece, piece: PdfPiece): PdfPiece[] | null {
  const letters = [...before.text];
  const accent = asCombining(letters.at(-1) ?? "");
  const [first = "", ...others] = piece.text;
  const composed = accent === undefined ? null : compose(first, accent);
  if (composed === null) return null;
  const rest = letters.slice(0, -1).join("");
  const letter = { ...piece, text: composed + others.join("") };
  return rest === "" ? [letter] : [{ ...before, text: rest, width: Math.max(0, piece.x - before.x) }, letter];
}

const widthOf = (text: string, font: PdfFont | undefined): number =>
  [...text].reduce((sum, character) => sum + (font?.widths.get(character) ?? usualWidth), 0);
