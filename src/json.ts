import type { Answer, Hit } from "./answer.ts";
import type { UserError } from "./errors.ts";
import type { Asker, Day, LetterKind, Person, PlacedPassage, Question, ReadLetter } from "./letters/letter.ts";
import { passageId } from "./search/passage-index.ts";

/** The shapes that commands print with `--json`: the contract that other programs build on. */

/** Printed by `ask`. */
export interface AnswerJson {
  query: string;
  total: number;
  letters: number;
  hits: HitJson[];
  expanded: string[];
  corrected: { from: string; to: string }[];
}

interface HitJson {
  letter: {
    id: string;
    file: string;
    title: string;
    date: Day | null;
    kind: LetterKind;
    senders: Person[];
    url: string | null;
  };
  passage: {
    id: string;
    text: string;
    question: { numbers: number[]; askers: Asker[]; refersTo: PointerJson[] } | null;
  };
  score: number;
}

/** Printed by `parse`, with all that is read besides; a passage is named by the letter's id and its ordinal. */
export interface LetterJson extends Omit<ReadLetter, "questions"> {
  questions: (Omit<Question, "refersTo"> & { refersTo: PointerJson[] })[];
  passages: (PlacedPassage & { id: string })[];
}

interface PointerJson {
  text: string;
  /** The id of the passage that is meant. */
  target: string | null;
}

/** Printed by `ask` for a query that cannot be answered. */
export interface FailureJson {
  query: string;
  error: { code: string; message: string };
}

export function answerJson(typed: string, answer: Answer): AnswerJson {
  return {
    query: typed,
    total: answer.total,
    letters: answer.letters,
    hits: answer.hits.map(hitJson),
    expanded: answer.expanded,
    corrected: answer.corrected,
  };
}

function hitJson({ letter, passage, question, score }: Hit): HitJson {
  const { id, file, title, date, kind, senders, url } = letter;
  return {
    letter: { id, file, title, date, kind, senders, url },
    passage: {
      id: passage.id,
      text: passage.text,
      question: question && {
        numbers: question.numbers,
        askers: question.askers,
        refersTo: question.refersTo.map(({ text, target }) => ({
          text,
          target: target === null ? null : passageId(letter.key, letter.version, target),
        })),
      },
    },
    score,
  };
}

export function letterJson(letter: ReadLetter): LetterJson {
  const id = (ordinal: number): string => `${letter.id}#${ordinal}`;
  return {
    ...letter,
    questions: letter.questions.map((question) => ({
      ...question,
      refersTo: question.refersTo.map(({ text, target }) => ({ text, target: target === null ? null : id(target) })),
    })),
    passages: letter.passages.map((passage) => ({ id: id(passage.ordinal), ...passage })),
  };
}

/** `message` is the sentence for the person who asked, in Dutch. */
export function failureJson(typed: string, error: UserError): FailureJson {
  return { query: typed, error: { code: error.code, message: error.forUser } };
}
