import type { PdfFont, PdfPiece } from "./pdf-page.ts";
import { endsInUnit, superscript } from "./superscript.ts";

/** Text of a line without a gap in it that is wider than a space between words usually is. */
export interface Bit {
  text: string;
  x0: number;
  x1: number;
}

/** Text of a line without a wide gap in it; more than one of them are columns, or a label and what it labels. */
export interface Chunk extends Bit {
  /** What it is made of, from left to right: where one ends and the next begins, a column may (`pdf-columns.ts`). */
  bits: readonly Bit[];
}

/** A printed line. */
export interface PdfLine {
  chunks: Chunk[];
  x0: number;
  x1: number;
  /** Baseline; of a row of cells that of its first line, and in `bottom` that of its last. */
  y: number;
  bottom: number;
  /** Height of the largest text in it. */
  size: number;
  /** Whether all of its letters are bold. */
  bold: boolean;
}

/** All in parts of the size of the text. */
const sameBaseline = 0.25;
/** How far a raised or lowered piece stands from the line, how much smaller it is, how near to what it belongs to. */
const highestRaised = 0.75;
const smallerBy = 0.85;
const nearest = 1;
const spaceWidth = 0.12;
/** A gap wider than this may part two columns, as one of justified text may be too. */
const bitGap = 0.5;
/** About the width of a space in any font. */
const usualSpace = 0.25;
/** A gap wider than this parts two chunks; spaces of justified text are narrower. */
const widestGap = 1.6;

/** How many pieces of a line are looked back at. */
const neighbours = 40;

/** The mark of a note, or of more of them: together, or with commas between them. */
const noteMark = /^\s*(\d{1,9}|\*{1,3}|\d{1,3}(?:\s?[,;]\s?\d{1,3}|\s\d{1,3}){1,4})\s*$/u;

/** Puts the pieces of a page together to lines, in the order in which the page draws them. */
export function buildLines(pieces: readonly PdfPiece[], fonts: ReadonlyMap<string, PdfFont>): PdfLine[] {
  const groups: PdfPiece[][] = [];
  let spaced = false;
  for (const piece of pieces) {
    if (piece.text.trim() === "") {
      spaced = true;
      continue;
    }
    const group = groups.at(-1);
    if (group !== undefined && goesOn(group, piece)) {
      // The same words drawn twice, a little apart, are a way to make them bold.
      if (group.slice(-neighbours).some((other) => isDouble(other, piece))) continue;
      group.push(spaced && !/^\s/.test(piece.text) ? { ...piece, text: ` ${piece.text}` } : piece);
    } else groups.push([piece]);
    spaced = false;
  }
  return groups.map((group) => toLine(group, fonts)).filter((line) => line.chunks.length > 0);
}

const right = (piece: PdfPiece): number => piece.x + piece.width;

const isDouble = (a: PdfPiece, b: PdfPiece): boolean =>
  a.text.trim() === b.text.trim() && Math.abs(a.x - b.x) < a.size * 0.1 && Math.abs(a.y - b.y) < a.size * 0.1;

function goesOn(line: readonly PdfPiece[], piece: PdfPiece): boolean {
  const group = line.slice(-neighbours);
  const last = group.at(-1);
  if (last === undefined) return false;
  const main = group.reduce((largest, each) => (each.size > largest.size ? each : largest));
  if (piece.x < last.x) return group.some((other) => isDouble(other, piece));
  if (Math.abs(piece.y - main.y) <= sameBaseline * Math.max(piece.size, main.size)) return true;
  // Raised or lowered, and close to what stands before it (or after it: the mark at the head of a note).
  const [small, large] = piece.size < main.size ? [piece, main] : [main, piece];
  return (
    small.size <= large.size * smallerBy &&
    Math.abs(piece.y - main.y) <= highestRaised * large.size &&
    piece.x - right(last) <= nearest * large.size
  );
}

function toLine(group: readonly PdfPiece[], fonts: ReadonlyMap<string, PdfFont>): PdfLine {
  const main = group.reduce((largest, each) => (each.size > largest.size ? each : largest));
  const chunks: Bit[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const piece of group) {
    const gap = piece.x - end;
    const bits = chunks.at(-1);
    const bit = bits?.at(-1);
    const isSpaced = bit !== undefined && (/\s$/.test(bit.text) || /^\s/.test(piece.text));
    const begun: Bit = { text: "", x0: piece.x, x1: inkRight(piece) };
    let current = bit ?? begun;
    if (bits === undefined || gap > widestGap * main.size) {
      current = begun;
      chunks.push([current]);
    } else if (inkLeft(piece) - current.x1 > bitGap * main.size) {
      current = begun;
      bits.push(current);
    } else if (!isSpaced && (gap > spaceWidth * main.size || isGlued(current, piece))) current.text += " ";
    current.text += textOf(piece, main, current.text);
    current.x1 = Math.max(current.x1, inkRight(piece));
    end = Math.max(end, right(piece));
  }
  const full = chunks.map(toChunk).filter(({ text }) => text !== "");
  const lettered = group.filter((piece) => /[\p{L}\p{N}]/u.test(piece.text) && piece.size > main.size * smallerBy);
  return {
    chunks: full,
    x0: full[0]?.x0 ?? main.x,
    x1: full.at(-1)?.x1 ?? right(main),
    y: main.y,
    bottom: main.y,
    size: main.size,
    bold: lettered.length > 0 && lettered.every((piece) => fonts.get(piece.font)?.bold === true),
  };
}

/** Bits beside each other as one text. */
export function toChunk(parts: readonly Bit[]): Chunk {
  const bits = parts
    .map((bit) => ({ ...bit, text: bit.text.replace(/\s+/gu, " ").trim() }))
    .filter(({ text }) => text !== "");
  return {
    text: bits.map(({ text }) => text).join(" "),
    x0: bits[0]?.x0 ?? 0,
    x1: bits.reduce((right, { x1 }) => Math.max(right, x1), Number.NEGATIVE_INFINITY),
    bits,
  };
}

/** Where the letters of a piece begin and end, without the spaces that it begins or ends with. */
const inkLeft = (piece: PdfPiece): number =>
  piece.x + (piece.text.length - piece.text.trimStart().length) * usualSpace * piece.size;
const inkRight = (piece: PdfPiece): number =>
  right(piece) - (piece.text.length - piece.text.trimEnd().length) * usualSpace * piece.size;

/** The space after a note mark is small, as the mark is; words never follow a mark without one. */
const isGlued = (current: Bit, piece: PdfPiece): boolean =>
  current.text.endsWith("</sup>") && /^[\p{L}\p{N}(«“]/u.test(piece.text);

/** The text of a piece; a raised number is a note mark, but after a unit of measure it is a power. */
function textOf(piece: PdfPiece, main: PdfPiece, before: string): string {
  const raised = piece.size <= main.size * smallerBy && piece.y - main.y > main.size * 0.1;
  const mark = noteMark.exec(piece.text)?.[1];
  if (!raised || mark === undefined) return piece.text;
  if (endsInUnit(before)) return superscript(mark);
  const marks = mark.split(/\D+/).filter((one) => one !== "");
  const all = marks.length > 1 ? marks.map((one) => `<sup>${one}</sup>`).join("") : `<sup>${mark}</sup>`;
  return `${all}${/\s$/.test(piece.text) ? " " : ""}`;
}
