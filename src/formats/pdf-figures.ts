import type { PdfLine } from "./pdf-lines.ts";

/**
 * Tables of two columns. A label with its value looks the same; figures below each other tell a table.
 */

const figure = /^[-–−+±<>≤≥€$£]?\s?\d[\d.,\s]*(?:%|‰|\p{L}{1,3}|\*{1,3})?(?:<sup>.{1,6}<\/sup>)?$/u;
const nothing = /^(?:[-–−—.]|n\.?v\.?t\.?|nb|onbekend)$/i;
/** What a letterhead labels, and the page numbers of a list of contents. */
const letterhead =
  /:$|^(?:datum|betreft|(?:ons|uw)?\s?kenmerk|(?:onze|uw)?\s?referentie|bijlagen?|dossier|nr|nummer|pagina|telefoon|tel|fax|zaaknummer|t|f)\.?$/i;
const ofPages = /^(?:pagina|blz|pag)\b/i;
/** So many figures below each other, fewer under a head. */
const minFigures = 3;
const minUnderHead = 2;
/** In parts of the size of the text. */
const sameEdge = 0.2;

/** Whether a text is a figure: `1 340`, `€ 2,5`, `12%`. */
export const isFigureText = (text: string): boolean => figure.test(text);

/** Whether a figure stands in the second column of a line. */
export const isFigure = ({ chunks }: PdfLine): boolean => isFigureText(chunks[1]?.text ?? "");

/** Whether lines of two chunks are rows of a table with figures in its second column. */
export function holdFigures(lines: readonly PdfLine[]): boolean {
  const rows = lines.filter(({ chunks }) => chunks.length === 2);
  const figures = rows.filter(isFigure);
  const [head] = rows;
  const isHeaded = head?.chunks.every(({ text }) => /^\D+$/.test(text)) ?? false;
  const body = isHeaded ? rows.slice(1) : rows;
  if (figures.length < (isHeaded ? minUnderHead : minFigures)) return false;
  if (rows.some(({ chunks }) => letterhead.test(chunks[0]?.text ?? "") || ofPages.test(chunks[1]?.text ?? "")))
    return false;
  if (!body.every((row) => isFigure(row) || nothing.test(row.chunks[1]?.text ?? ""))) return false;
  return isHeaded || (!isContents(figures) && isSetRight(figures));
}

/** Numbers of pages never go down. */
function isContents(figures: readonly PdfLine[]): boolean {
  const numbers = figures.map(({ chunks }) => Number(/^\d{1,3}$/.exec(chunks[1]?.text ?? "")?.[0] ?? Number.NaN));
  return numbers.every((number, at) => number >= (numbers[at - 1] ?? 0));
}

/** Figures of different lengths that end at the same place: values in a letterhead begin at the same place. */
function isSetRight(figures: readonly PdfLine[]): boolean {
  const spread = (edges: number[]): number => Math.max(...edges) - Math.min(...edges);
  const size = figures[0]?.size ?? 0;
  const lefts = spread(figures.map(({ chunks }) => chunks[1]?.x0 ?? 0));
  const rights = spread(figures.map(({ x1 }) => x1));
  return rights <= sameEdge * size && lefts > sameEdge * size;
}
