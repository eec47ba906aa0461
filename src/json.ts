import type { Answer, Hit } from "./answer.ts";
import type { UserError } from "./errors.ts";
import type { Asker, Day, LetterKind, Person } from "./letters/letter.ts";
import type { PassageId } from "./search/passage-index.ts";
import { passageId } from "./store/letter-reader.ts";

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
    question: { numbers: number[]; askers: Asker[]; refersTo: { text: string; target: PassageId | null }[] } | null;
  };
  score: number;
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

/** `message` is the sentence for the person who asked, in Dutch. */
export function failureJson(typed: string, error: UserError): FailureJson {
  return { query: typed, error: { code: error.code, message: error.forUser } };
}
