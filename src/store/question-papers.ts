import type { Database } from "better-sqlite3";
import type { Day, ReadLetter } from "../letters/letter.ts";
import type { LetterKey } from "../letters/stored-letter.ts";
import { repliesTo } from "../letters/written-questions.ts";
import { holds } from "./holds.ts";

/** What came in reply to questions, newest first; of letters that hold. */
export interface Replies {
  answers: LetterKey[];
  /** Notices that there is no answer yet. */
  notices: LetterKey[];
}

interface Candidate {
  question: number;
  paper: number;
  kind: "antwoord" | "mededeling";
  /** 1: of the same case. 0: of the same day, and one of the two has no case number. */
  is_certain: number;
}

/** Reads which papers reply to which written questions. */
export class QuestionPapers {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** What came in reply to each of these questions; those to which nothing came are left out. */
  repliesTo(questions: readonly LetterKey[]): Map<LetterKey, Replies> {
    const candidates = this.#database
      .prepare<[string], Candidate>(
        `SELECT asked.letter_key AS question, paper.letter_key AS paper, paper.kind,
           paper.case_number IS NOT NULL AND asked.case_number IS NOT NULL AS is_certain
         FROM question_papers AS asked
         JOIN question_papers AS paper ON paper.case_number = asked.case_number
           OR (paper.submitted = asked.submitted AND (paper.case_number IS NULL OR asked.case_number IS NULL))
         JOIN letters ON key = paper.letter_key AND ${holds}
         JOIN versions ON versions.letter_key = key AND versions.version = letters.version
         WHERE asked.letter_key IN (SELECT value FROM json_each(?)) AND paper.kind IN ('antwoord', 'mededeling')
         ORDER BY versions.date DESC, key DESC`,
      )
      .all(JSON.stringify(questions.map(Number)));
    const read = new Map<number, ReadLetter>();
    const replies = new Map<LetterKey, Replies>();
    for (const { question, paper, kind, is_certain } of candidates) {
      if (is_certain === 0 && !repliesTo(this.#letter(question, read), this.#letter(paper, read))) continue;
      const key = String(question) as LetterKey;
      const own = replies.get(key) ?? { answers: [], notices: [] };
      replies.set(key, own);
      own[kind === "antwoord" ? "answers" : "notices"].push(String(paper) as LetterKey);
    }
    return replies;
  }

  /** Questions that hold and have no answer, oldest first; of those submitted up to and including a day when one is given. */
  unanswered(submittedUntil: Day | null): LetterKey[] {
    const asked = this.#database
      .prepare<[{ until: Day | null }], number>(
        `SELECT letter_key FROM question_papers JOIN letters ON key = letter_key AND ${holds}
         WHERE kind = 'vragen' AND (:until IS NULL OR submitted <= :until) ORDER BY submitted, letter_key`,
      )
      .pluck()
      .all({ until: submittedUntil })
      .map((key) => String(key) as LetterKey);
    const replies = this.repliesTo(asked);
    return asked.filter((key) => (replies.get(key)?.answers.length ?? 0) === 0);
  }

  #letter(key: number, read: Map<number, ReadLetter>): ReadLetter {
    const known = read.get(key);
    if (known !== undefined) return known;
    const text = this.#database
      .prepare<[number], string>(
        "SELECT letter FROM letters JOIN versions USING (version) WHERE key = ? AND letter_key = key",
      )
      .pluck()
      .get(key);
    const letter = JSON.parse(text ?? "{}") as ReadLetter;
    read.set(key, letter);
    return letter;
  }
}
