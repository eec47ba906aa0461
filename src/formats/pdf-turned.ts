import type { PdfPage, PdfPiece } from "./pdf-page.ts";

/**
 * Pages that lie on their side, and text on a page that runs in another direction than the rest of it: a stamp, a mark in
 * the margin, names of columns that are set upright to save room.
 */

const quarters = [0, 90, 180, 270];
/** Degrees that a scanned or carelessly placed page may be off. */
const nearLevel = 5;
/** Upright names of columns: so many in a row, and how well they line up, in parts of their size. */
const minUpright = 3;
const sameEdge = 0.3;
const leastApart = 1.5;

export interface LevelPage {
  /** The page with level text only, turned so that most of it runs from left to right. */
  page: PdfPage;
  /** The rest of the text. */
  beside: string[];
}

/** Turns a page to the direction in which most of its letters run, and takes out what runs in another. */
export function levelPage({ pieces }: PdfPage): LevelPage {
  const main = directionOf(pieces);
  const turned = main === 0 ? pieces : pieces.map((piece) => turnBack(piece, main));
  const isLevel = ({ angle }: PdfPiece): boolean => angle <= nearLevel || angle >= 360 - nearLevel;
  if (turned.every(isLevel)) return { page: { pieces: turned }, beside: [] };
  const heads = uprightHeads(turned);
  const page = { pieces: turned.flatMap((piece) => heads.get(piece) ?? (isLevel(piece) ? piece : [])) };
  return { page, beside: textsOf(turned.filter((piece) => !isLevel(piece) && !heads.has(piece))) };
}

function directionOf(pieces: readonly PdfPiece[]): number {
  const letters = new Map(quarters.map((quarter) => [quarter, 0]));
  for (const { angle, text } of pieces) {
    const count = letters.get(angle);
    if (count !== undefined) letters.set(angle, count + text.trim().length);
  }
  return [...letters].reduce((most, each) => (each[1] > most[1] ? each : most))[0];
}

/** Turns the page by that angle, clockwise, around its corner. */
function turnBack(piece: PdfPiece, main: number): PdfPiece {
  const { x, y } = piece;
  const [left, base] = main === 90 ? [y, -x] : main === 180 ? [-x, -y] : [-y, x];
  return { ...piece, x: left, y: base, angle: (piece.angle - main + 360) % 360 };
}

/** Pieces that run upwards or downwards, side by side, and begin or end at the same height. */
function uprightHeads(pieces: readonly PdfPiece[]): Map<PdfPiece, PdfPiece> {
  const rows: PdfPiece[][] = [];
  for (const piece of pieces) {
    if ((piece.angle !== 90 && piece.angle !== 270) || piece.text.trim() === "") continue;
    const last = rows.at(-1)?.at(-1);
    const near = (a: number, b: number) => Math.abs(a - b) <= sameEdge * piece.size;
    const isBeside =
      last !== undefined &&
      last.angle === piece.angle &&
      (near(footOf(last), footOf(piece)) || near(topOf(last), topOf(piece))) &&
      piece.x - last.x > leastApart * piece.size;
    if (isBeside) rows.at(-1)?.push(piece);
    else rows.push([piece]);
  }
  const heads = rows.filter(({ length }) => length >= minUpright);
  return new Map(
    heads.flatMap((row) => {
      const foot = row.reduce((lowest, piece) => Math.min(lowest, footOf(piece)), Number.POSITIVE_INFINITY);
      return row.map((piece) => [piece, layDown(piece, foot)] as const);
    }),
  );
}

const footOf = ({ y, width, angle }: PdfPiece): number => (angle === 90 ? y : y - width);
const topOf = ({ y, width, angle }: PdfPiece): number => (angle === 90 ? y + width : y);

/** As if it were level, at the foot of its row: where the name of a column stands. */
const layDown = (piece: PdfPiece, foot: number): PdfPiece => ({
  ...piece,
  x: piece.angle === 90 ? piece.x - piece.size : piece.x,
  y: foot,
  width: piece.size,
  angle: 0,
});

/** Pieces that follow each other in one direction as one text. */
function textsOf(pieces: readonly PdfPiece[]): string[] {
  const texts: { text: string; angle: number }[] = [];
  for (const { text, angle } of pieces) {
    const last = texts.at(-1);
    if (last?.angle === angle) last.text += text;
    else texts.push({ text, angle });
  }
  return texts.map(({ text }) => text.replace(/\s+/gu, " ").trim()).filter((text) => text !== "");
}
