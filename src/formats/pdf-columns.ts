import { isFigureText } from "./pdf-figures.ts";
import { type Bit, type PdfLine, toChunk } from "./pdf-lines.ts";

/**
 * Columns that stand close to each other. A gap of two spaces may be one of justified text; where the lines above and
 * below have a gap at the same place, with the same edge beside it, it parts two columns.
 */

/** All in parts of the size of the text: how exactly edges line up; how much of a gap lines must have in common. */
const sameEdge = 0.15;
const leastCommon = 0.25;
/** How far apart rows of a table stand; what is signed stands further from the office above it. */
const rowReach = 4;
const signedReach = 10;
const sameSize = 0.1;
/** Lines that are looked at above and below a gap. */
const maxNeighbours = 12;
/** Words of a line that stand apart; more in one line are no columns. */
const maxBits = 100;

/** What begins an entry of a list, or a note, is no column, however well such marks line up. */
const marker = /^(?:\p{P}|\p{S}|\p{Co}|o|<sup>.{1,9}<\/sup>|[([]?(?:\d{1,3}|\p{L}|[ivx]{1,5})[.)\]]?)$/u;

/** Between two bits of a line. */
interface Gap {
  line: PdfLine;
  left: Bit;
  right: Bit;
  /** Wider than any space: it parts two columns in any case. */
  isWide: boolean;
  isFirst: boolean;
}

/** The lines of a page, in the order in which it draws them, with columns parted that stand close to each other. */
export function partColumns(lines: readonly PdfLine[]): PdfLine[] {
  const sorted = lines.map((line) => ({ line, gaps: gapsOf(line) })).sort((a, b) => b.line.y - a.line.y);
  const parted = new Map<PdfLine, PdfLine>();
  sorted.forEach(({ line, gaps }, at) => {
    if (gaps.every(({ isWide }) => isWide)) return;
    const above = sorted.slice(Math.max(0, at - maxNeighbours), at).reverse();
    const below = sorted.slice(at + 1, at + 1 + maxNeighbours);
    const cuts = gaps.filter((gap) => gap.isWide || isCut(gap, [above, below]));
    if (cuts.some(({ isWide }) => !isWide)) parted.set(line, partAt(line, cuts));
  });
  return lines.map((line) => parted.get(line) ?? line);
}

function gapsOf(line: PdfLine): Gap[] {
  const bits = line.chunks.flatMap((chunk) => chunk.bits.map((bit, at) => ({ bit, begins: at === 0 })));
  if (bits.length > maxBits) return [];
  return bits.flatMap(({ bit, begins }, at) => {
    const before = bits[at - 1];
    return before === undefined ? [] : [{ line, left: before.bit, right: bit, isWide: begins, isFirst: at === 1 }];
  });
}

function partAt(line: PdfLine, cuts: readonly Gap[]): PdfLine {
  const begins = new Set(cuts.map(({ right }) => right));
  const parts: Bit[][] = [];
  for (const bit of line.chunks.flatMap(({ bits }) => bits)) {
    if (parts.length === 0 || begins.has(bit)) parts.push([bit]);
    else parts.at(-1)?.push(bit);
  }
  return { ...line, chunks: parts.map(toChunk) };
}

type Neighbours = readonly { line: PdfLine; gaps: readonly Gap[] }[];

/** Two lines with the same gap tell, or one with the same edges on both sides whose gap is wide or before figures too. */
function isCut(gap: Gap, sides: readonly Neighbours[]): boolean {
  const alike = sides.flatMap((side) => gapsLike(gap, side));
  if (gap.isFirst && marker.test(gap.left.text) && alike.every(({ left }) => marker.test(left.text))) return false;
  if (alike.length >= 2) return true;
  const isSure = ({ right, isWide }: Gap) => isWide || (isFigureText(right.text) && isFigureText(gap.right.text));
  return alike.some((other) => isSure(other) && linesUp(gap.left, other.left, gap.line.size));
}

/** The gaps at the place of a gap in the lines that follow each other from it, up to one that has none there. */
function gapsLike(gap: Gap, side: Neighbours): Gap[] {
  const { size } = gap.line;
  const found: Gap[] = [];
  let from = gap.line;
  for (const { line, gaps } of side) {
    const distance = Math.abs(line.y - from.y);
    if (distance > signedReach * size) break;
    const other = gaps.find(({ left, right }) => common(gap, left.x1, right.x0) >= leastCommon * size);
    if (other === undefined) {
      // What stands beside, or wholly to one side of the gap, leaves it open.
      const lies = line.chunks.some(({ x0, x1 }) => x0 < gap.right.x0 && x1 > gap.left.x1);
      if (lies) break;
      continue;
    }
    if (Math.abs(line.size - size) > sameSize * size || !linesUp(gap.right, other.right, size)) continue;
    const isSigned =
      Math.abs(gap.left.x0 - other.left.x0) < sameEdge * size &&
      Math.abs(gap.right.x0 - other.right.x0) < sameEdge * size;
    if (distance > (isSigned ? signedReach : rowReach) * size) break;
    found.push(other);
    from = line;
  }
  return found;
}

const common = (gap: Gap, x0: number, x1: number): number => Math.min(gap.right.x0, x1) - Math.max(gap.left.x1, x0);

/** Whether two cells of one column are set to its left, to its right or in its middle. */
function linesUp(a: Bit, b: Bit, size: number): boolean {
  const near = (first: number, second: number) => Math.abs(first - second) <= sameEdge * size;
  return near(a.x0, b.x0) || near(a.x1, b.x1) || near(a.x0 + a.x1, b.x0 + b.x1);
}
