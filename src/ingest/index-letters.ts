import { toIndexedLetter } from "../search/indexed-letter.ts";
import type { IndexedLetter, LetterCatalogue, LetterKey } from "../search/passage-index.ts";
import type { LetterReader } from "../store/letter-reader.ts";

/** All letters of the store, as an index is filled from them. */
export function catalogue(letters: LetterReader): LetterCatalogue {
  return {
    letters: letters.versions().map(({ key, version }) => ({ key, version: String(version) })),
    read: async (keys) => keys.flatMap((key) => indexedLetters(letters, key)),
  };
}

/** What an index is to know of a letter; empty when it is no longer there. */
export function indexedLetters(letters: LetterReader, key: LetterKey): IndexedLetter[] {
  const letter = letters.letter(key);
  if (letter === null) return [];
  const passages = letters.passagesOf(key, letter.version);
  return [toIndexedLetter(key, letter.version, { ...letter, passages })];
}
