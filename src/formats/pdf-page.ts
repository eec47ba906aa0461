/** A piece of text as a PDF draws it: one font, one size, one baseline. Lengths are in points, y grows upwards. */
export interface PdfPiece {
  text: string;
  /** Left end and baseline. */
  x: number;
  y: number;
  width: number;
  /** Height of the font. */
  size: number;
  /** Key in `PdfDocument.fonts`. */
  font: string;
  /** Direction in which the text runs, in whole degrees: 0 from left to right, 90 from below upwards. */
  angle: number;
}

export interface PdfFont {
  bold: boolean;
  /** Width of characters in thousandths of the size; those that the font does not tell are absent. */
  widths: ReadonlyMap<string, number>;
}

export interface PdfPage {
  pieces: PdfPiece[];
}

/** What is taken out of a PDF; the layout is read from it elsewhere. */
export interface PdfDocument {
  pages: PdfPage[];
  fonts: ReadonlyMap<string, PdfFont>;
}
