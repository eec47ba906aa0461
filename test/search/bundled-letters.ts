import { readFileSync } from "node:fs";
import { readLetter } from "../../src/letters/parse.ts";
import type { LetterKey } from "../../src/letters/stored-letter.ts";
import { toIndexedLetter } from "../../src/search/indexed-letter.ts";
import type { IndexedLetter } from "../../src/search/passage-index.ts";

const names = [
  "000_7df26c8d7eac436b",
  "001_8c0d2c453858b144",
  "002_6713fa9d5adb0f98",
  "003_6b92dd7e8c9cbb95",
  "004_dfcbf42ef2d25e5b",
];

/** The bundled letters as the bot indexes them; the name of the file is the key. */
export function bundledLetters(): IndexedLetter[] {
  return names.map((name) => {
    const text = readFileSync(new URL(`../../data/letters/${name}.txt`, import.meta.url), "utf8").normalize("NFC");
    return toIndexedLetter(name as LetterKey, 1, readLetter({ file: `${name}.txt`, text, hints: {} }));
  });
}
