import { windows1252Character } from "./windows-1252.ts";

/**
 * Undoes double encoding: UTF-8 that was once read as Windows-1252 and written as UTF-8 again, so that `cliënten`
 * became `cliÃ«nten`. Only what is certain is undone: a sequence that is valid UTF-8 and that nobody would write.
 */

const byteOf = new Map<string, number>();
for (let byte = 0x80; byte <= 0xff; byte += 1) {
  byteOf.set(windows1252Character(byte), byte);
  // The five holes of Windows-1252, and Latin-1 readers, leave the byte as a C1 control character.
  if (byte < 0xa0) byteOf.set(String.fromCharCode(byte), byte);
}

const continuation = `[${[...byteOf]
  .filter(([, byte]) => byte < 0xc0)
  .map(([character]) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`)
  .join("")}]`;

/** `Ã` or `Â` with a symbol, `â€`, `â‚` with a third: no Dutch, French or Portuguese word has these. */
const certainForms = `[\\u00c2\\u00c3]${continuation}|\\u00e2[\\u20ac\\u201a\\u0080\\u0082]${continuation}`;

/**
 * Sequences that a person could have written (`Ä…`), which stand for letters in names such as Yeşilgöz and Kostić and
 * for combining accents. Undone only in a text that also holds certain ones.
 */
const likelyForms = `[\\u00c4\\u00c5\\u00cc]${continuation}`;

const certain = new RegExp(certainForms, "u");
const certainOrLikely = new RegExp(`${certainForms}|${likelyForms}`, "gu");

const utf8 = new TextDecoder("utf-8", { fatal: true });

function undo(sequence: string): string {
  const bytes = Uint8Array.from(sequence, (character) => byteOf.get(character) ?? 0);
  try {
    return utf8.decode(bytes);
  } catch {
    return sequence;
  }
}

/** Text encoded more often than this is beyond repair. */
const maxRounds = 3;

/** The text with double encoding undone where that is certain; other text comes back as it is. Linear. */
export function undoDoubleEncoding(text: string): string {
  let repaired = text;
  for (let round = 0; round < maxRounds && certain.test(repaired); round += 1) {
    repaired = repaired.replace(certainOrLikely, undo);
  }
  return repaired;
}
