import type { IndexedLetter, IndexedPassage, LetterCatalogue } from "../search/passage-index.ts";
import { type LetterReader, passageId, type StoredLetter, type StoredPassage } from "../store/letter-reader.ts";

/** All letters of the store, as an index is filled from them. */
export function catalogue(letters: LetterReader): LetterCatalogue {
  return {
    letters: letters.versions().map(({ key, version }) => ({ key, version: String(version) })),
    read: async (keys) => keys.flatMap((key) => indexedLetters(letters, key)),
  };
}

/** What an index is to know of a letter; empty when it is no longer there. */
export function indexedLetters(letters: LetterReader, key: StoredLetter["key"]): IndexedLetter[] {
  const letter = letters.letter(key);
  if (letter === null) return [];
  return [
    {
      key,
      title: letter.title,
      date: letter.date,
      kind: letter.kind,
      senders: letter.senders.flatMap(({ name, office }) => (office === null ? [name] : [name, office])),
      dossier: letter.dossier,
      passages: letters.passagesOf(key, letter.version).map((passage) => indexedPassage(letter, passage)),
    },
  ];
}

function indexedPassage(letter: StoredLetter, passage: StoredPassage): IndexedPassage {
  const question = passage.question === null ? null : (letter.questions[passage.question] ?? null);
  const pointers = question?.refersTo ?? [];
  return {
    id: passage.id,
    headings: passage.headings,
    text: passage.text,
    parties: [...new Set((question?.askers ?? []).flatMap(({ party }) => (party === null ? [] : [party])))],
    askers: (question?.askers ?? []).flatMap(({ name }) => (name === null ? [] : [name])),
    pointsTo: pointers.flatMap(({ target }) =>
      target === null ? [] : [passageId(letter.key, letter.version, target)],
    ),
    pointerOnly: pointers.length > 0 && question?.answer?.trim() === pointers.map(({ text }) => text).join(" "),
  };
}
