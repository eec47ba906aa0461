import type { LetterKey } from "../letters/stored-letter.ts";
import { toIndexedLetter } from "../search/indexed-letter.ts";
import type { IndexedLetter, LetterCatalogue } from "../search/passage-index.ts";
import type { HeldLetter } from "../store/batch-ledger.ts";
import type { LetterReader } from "../store/letter-reader.ts";

/** Letters of the store, as an index is filled from them. */
export function catalogue(letters: LetterReader, held: readonly HeldLetter[] = letters.versions()): LetterCatalogue {
  return {
    letters: held.map(({ key, version }) => ({ key, version: String(version) })),
    read: async (keys: LetterKey[]) => keys.flatMap((key) => indexedLetters(letters, key)),
  };
}

/** What an index is to know of a letter; empty when it is no longer there, or was found to be another one. */
export function indexedLetters(letters: LetterReader, key: LetterKey): IndexedLetter[] {
  const letter = letters.letter(key);
  if (letter === null || letter.key !== key) return [];
  const passages = letters.passagesOf(key, letter.version);
  return [toIndexedLetter(key, letter.version, { ...letter, passages })];
}
