import type { Answer, Hit } from "../answers/answer.ts";
import type { Prepared } from "../digest/prepared.ts";
import type { Subject } from "../digest/subscription.ts";
import type { UserError } from "../errors.ts";
import type { SyncOutcome } from "../ingest/sync.ts";
import type { SyncFailure } from "../ingest/sync-all.ts";
import type { Asker, Day, LetterKind, Person, PlacedPassage, Question, ReadLetter } from "../letters/letter.ts";
import { passageId } from "../letters/stored-letter.ts";
import type { LetterReader } from "../store/letter-reader.ts";
import type { StoreStatus } from "../store/status-reader.ts";

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

/** Printed by `sync`, one for every source; `error` is in English, for the maintainer. */
export type SyncJson = SyncOutcome | { source: string; error: { code: string; message: string } };

export function syncJson(result: SyncOutcome | SyncFailure): SyncJson {
  if (!("error" in result)) return result;
  const { code, message } = result.error;
  return { source: result.source, error: { code, message } };
}

/** Printed by `status`. Instants are in UTC, ISO 8601. */
export interface StatusJson extends Omit<StoreStatus, "shape"> {
  /** null where no sync is planned. */
  nextSync: string | null;
  versions: { terugkeer: string; node: string; database: number };
}

export function statusJson({ shape, ...status }: StoreStatus, nextSync: Date | null, version: string): StatusJson {
  return {
    ...status,
    nextSync: nextSync?.toISOString() ?? null,
    versions: { terugkeer: version, node: process.versions.node, database: shape },
  };
}

/**
 * Printed by `digest --dry-run`, one for every subject of every place. `letters` are those that came in (`letters`), or
 * the questions (`answers`, `overdue`); `subscriptions` are the numbers that people see.
 */
export interface DigestJson {
  team: string;
  place: string;
  subject: Subject;
  letters: { id: string; title: string; version: number; subscriptions: number[] }[];
}

export function digestJson({ team, place, subject, letters: all }: Prepared, letters: LetterReader): DigestJson {
  return {
    team,
    place,
    subject,
    letters: all.flatMap(({ key, version, subscriptions }) => {
      const letter = letters.lastKnown(key)?.letter;
      return letter === undefined ? [] : [{ id: letter.id, title: letter.title, version, subscriptions }];
    }),
  };
}
