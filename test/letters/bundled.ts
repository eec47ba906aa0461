import { readFileSync } from "node:fs";
import type { Hints, SourceText } from "../../src/formats/source-text.ts";

const folder = new URL("../../data/letters/", import.meta.url);

/** The bundled letters as they are read when the bot starts: text with the hints of letters.json. */
export function bundledLetters(): SourceText[] {
  const listed = JSON.parse(readFileSync(new URL("letters.json", folder), "utf8")) as (Hints & { file: string })[];
  return listed.map(({ file, ...hints }) => ({ file, text: readFileSync(new URL(file, folder), "utf8"), hints }));
}

/** One bundled letter by the start of its file name: `"003"`. */
export function bundledLetter(start: string): SourceText {
  const letter = bundledLetters().find(({ file }) => file.startsWith(start));
  if (!letter) throw new Error(`no bundled letter ${start}`);
  return letter;
}
