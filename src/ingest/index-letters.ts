import type { IndexedLetter, IndexedPassage, PassageIndex } from "../search/passage-index.ts";
import { type LetterReader, passageId, type StoredLetter, type StoredPassage } from "../store/letter-reader.ts";

/** How many letters go to the index at a time: enough to be quick, few enough to keep memory flat. */
const portion = 50;

/** Puts every letter of the store into an index. */
export async function indexAll(letters: LetterReader, index: PassageIndex): Promise<void> {
  let waiting: IndexedLetter[] = [];
  for (const { letter, passages } of letters.all()) {
    waiting.push(indexedLetter(letter, passages));
    if (waiting.length < portion) continue;
    await index.add(waiting);
    waiting = [];
  }
  await index.add(waiting);
}

/** What the index is to know of a letter. */
export function indexedLetter(letter: StoredLetter, passages: readonly StoredPassage[]): IndexedLetter {
  return {
    key: letter.key,
    title: letter.title,
    date: letter.date,
    kind: letter.kind,
    senders: letter.senders.flatMap(({ name, office }) => (office === null ? [name] : [name, office])),
    dossier: letter.dossier,
    passages: passages.map((passage) => indexedPassage(letter, passage)),
  };
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
