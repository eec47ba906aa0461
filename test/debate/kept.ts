import { copyPassage, type DebateCollection, type KeptPassage } from "../../src/debate/kept-passage.ts";
import type { ReadLetter } from "../../src/letters/letter.ts";
import { readLetter } from "../../src/letters/parse.ts";
import { type LetterKey, passageId } from "../../src/letters/stored-letter.ts";
import { bundledLetters } from "../letters/bundled.ts";

/** Every passage of the bundled letters, as if somebody had kept them all, and the letters that they come from. */
export function keptFromBundled(): { collection: DebateCollection; letters: ReadLetter[] } {
  const letters = bundledLetters().map(readLetter);
  const passages = letters.flatMap((letter, place): KeptPassage[] => {
    const key = String(place + 1) as LetterKey;
    return letter.passages.map((passage) => ({
      id: 1000 * place + passage.ordinal,
      copy: copyPassage({ ...letter, key, version: 1 }, { ...passage, id: passageId(key, 1, passage.ordinal) }),
      keptBy: "U0001",
      keptAt: new Date("2026-01-05T08:00:00Z"),
      note: passage.ordinal === 2 ? "Let op: *nog* navragen <bij> DT&V\nen daarna [bellen](x)" : null,
    }));
  });
  return { collection: { name: "Debat over terugkeer & visum", passages }, letters };
}
