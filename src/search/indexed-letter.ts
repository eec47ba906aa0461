import type { Letter, Passage, Question } from "../letters/letter.ts";
import { besidePointers } from "../letters/pointers.ts";
import { type LetterKey, type PassageId, passageId } from "../letters/stored-letter.ts";
import type { IndexedLetter, IndexedPassage } from "./passage-index.ts";

/**
 * A letter as the index wants it.
 */

/** An answer with no more letters than this beside its pointer does nothing but point. */
const restOfPointer = 60;

/** `version` is the version of the letter in the store; it makes the ids of passages unique. */
export function toIndexedLetter(key: LetterKey, version: number, letter: Letter): IndexedLetter {
  const idOf = (ordinal: number) => passageId(key, version, ordinal);
  return {
    key,
    title: letter.title,
    date: letter.date,
    kind: letter.kind,
    senders: letter.senders,
    dossier: letter.dossier,
    passages: letter.passages.map((passage) => toIndexedPassage(passage, questionOf(letter, passage), idOf)),
  };
}

function questionOf(letter: Letter, passage: Passage): Question | null {
  return passage.question === null ? null : (letter.questions[passage.question] ?? null);
}

function toIndexedPassage(
  { ordinal, headings, text }: Passage,
  question: Question | null,
  idOf: (ordinal: number) => PassageId,
): IndexedPassage {
  const askers = question?.askers ?? [];
  const targets = (question?.refersTo ?? []).flatMap(({ target }) => target ?? []);
  return {
    id: idOf(ordinal),
    headings,
    text,
    parties: [...new Set(askers.flatMap(({ party }) => party ?? []))],
    askers: askers.flatMap(({ name }) => name ?? []),
    pointsTo: [...new Set(targets)].filter((target) => target !== ordinal).map(idOf),
    pointerOnly: question !== null && onlyPoints(question),
  };
}

function onlyPoints(question: Question): boolean {
  const rest = besidePointers(question);
  return rest !== null && rest.length <= restOfPointer;
}
