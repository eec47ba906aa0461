import { createRequire } from "node:module";
import { GlobalFonts } from "@napi-rs/canvas";

/**
 * The letters of the picture: Liberation Sans (SIL Open Font License 1.1), which pdfjs-dist brings along, so that the
 * picture is the same on every machine, with or without fonts of its own.
 */

const family = "Terugkeer Sans";
const require = createRequire(import.meta.url);
for (const weight of ["Regular", "Bold"]) {
  const file = require.resolve(`pdfjs-dist/standard_fonts/LiberationSans-${weight}.ttf`);
  if (GlobalFonts.registerFromPath(file, family) === null) throw new Error(`no font: LiberationSans-${weight}`);
}

/** As `CanvasRenderingContext2D.font` wants it; size in pixels. */
export function font(size: number, weight: "normal" | "bold" = "normal"): string {
  return `${weight} ${size}px "${family}"`;
}

/** Latin as Dutch and its neighbours write it, with figures and punctuation: a test holds that the font has it all. */
const drawable = /^[ -~\u00a0-\u00ac\u00ae-\u017f\u0218-\u021b–—‘’‚“”„…€]*$/u;

/** Whether every character has a shape in the font; what has none would be drawn as an empty box. */
export function canDraw(text: string): boolean {
  return drawable.test(text.normalize("NFC"));
}
