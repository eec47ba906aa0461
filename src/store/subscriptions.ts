import type { Database, Statement } from "better-sqlite3";
import type { Place } from "../digest/place.ts";
import type { Frequency, Pause, Subject, Subscription } from "../digest/subscription.ts";
import type { Day } from "../letters/letter.ts";
import type { LetterKey } from "../letters/stored-letter.ts";
import { FollowedQuestions, type OpenQuestion } from "./followed-questions.ts";

/** What a person chooses; the rest of a subscription follows from it. */
export interface Wish {
  team: string;
  place: Place;
  maker: string;
  /** Letters where nothing else is said. */
  subject?: Subject;
  query: string;
  /** The one set of questions whose answer is awaited. */
  question?: LetterKey | null;
  frequency: Frequency;
}

/** What was sent to a subscription before. */
export interface Delivery {
  subscription: number;
  letter: LetterKey;
  version: number;
}

interface Row {
  id: number;
  team: string;
  place: string;
  maker: string;
  subject: string;
  query: string;
  question: number | null;
  question_title: string | null;
  frequency: string;
  made_at: string;
  paused: string | null;
  paused_since: string | null;
  seen_batch: number;
  last_turn: string | null;
}

/** With the title of the questions that one is about. */
const select = `SELECT subscriptions.*, letter_names.title AS question_title
  FROM subscriptions LEFT JOIN letter_names ON letter_key = question`;

/** Who follows what, and what was sent of it. */
export class Subscriptions {
  readonly #database: Database;
  /** Asked every minute. */
  readonly #active: Statement<[], Row>;

  constructor(database: Database) {
    this.#database = database;
    this.#active = database.prepare(`${select} WHERE paused IS NULL ORDER BY id`);
  }

  /**
   * Makes a subscription; letters up to and including `seenBatch` are not new to it.
   *
   * @param awaited questions of before whose answer it waits for
   */
  add(wish: Wish, seenBatch: number, madeAt: Date, awaited: readonly OpenQuestion[] = []): Subscription {
    const add = this.#database.transaction(() => {
      const id = this.#insert(wish, seenBatch, madeAt);
      new FollowedQuestions(this.#database).follow(id, awaited);
      return this.one(id);
    });
    const made = add.immediate();
    if (made === null) throw new Error("a subscription was written and is not there");
    return made;
  }

  #insert(wish: Wish, seenBatch: number, madeAt: Date): number {
    const { lastInsertRowid } = this.#database
      .prepare(
        `INSERT INTO subscriptions (team, place, maker, subject, query, question, frequency, made_at, seen_batch)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(
        wish.team,
        wish.place,
        wish.maker,
        wish.subject ?? "letters",
        wish.query,
        wish.question == null ? null : Number(wish.question),
        JSON.stringify(wish.frequency),
        madeAt.toISOString(),
        seenBatch,
      );
    return Number(lastInsertRowid);
  }

  one(id: number): Subscription | null {
    const row = this.#database.prepare<[number], Row>(`${select} WHERE id = ?`).get(id);
    return row === undefined ? null : subscription(row);
  }

  /** Those of a place, in the order in which they were made. */
  at(team: string, place: Place): Subscription[] {
    return this.#database
      .prepare<[string, string], Row>(`${select} WHERE team = ? AND place = ? ORDER BY id`)
      .all(team, place)
      .map(subscription);
  }

  /** Those that a person made, wherever they go. */
  madeBy(team: string, maker: string): Subscription[] {
    return this.#database
      .prepare<[string, string], Row>(`${select} WHERE team = ? AND maker = ? ORDER BY id`)
      .all(team, maker)
      .map(subscription);
  }

  /** Those that are not paused. */
  active(): Subscription[] {
    return this.#active.all().map(subscription);
  }

  change(id: number, { query, frequency }: Pick<Wish, "query" | "frequency">): void {
    this.#database
      .prepare("UPDATE subscriptions SET query = ?, frequency = ? WHERE id = ?")
      .run(query, JSON.stringify(frequency), id);
  }

  pause(id: number, reason: Pause["reason"], since: Date): void {
    this.#database
      .prepare("UPDATE subscriptions SET paused = ?, paused_since = ? WHERE id = ? AND paused IS NULL")
      .run(reason, since.toISOString(), id);
  }

  resume(id: number): void {
    this.#database.prepare("UPDATE subscriptions SET paused = NULL, paused_since = NULL WHERE id = ?").run(id);
  }

  /** Forgets a subscription with all that was noted of it. */
  remove(id: number): void {
    this.#database.prepare("DELETE FROM subscriptions WHERE id = ?").run(id);
  }

  /** What was sent before of these letters. */
  delivered(letters: readonly LetterKey[]): Delivery[] {
    return this.#database
      .prepare<[string], { subscription: number; letter_key: number; version: number }>(
        `SELECT subscription, letter_key, version FROM digest_letters
         WHERE letter_key IN (SELECT value FROM json_each(?)) ORDER BY subscription, letter_key, version`,
      )
      .all(JSON.stringify(letters.map(Number)))
      .map(({ letter_key, ...row }) => ({ ...row, letter: String(letter_key) as LetterKey }));
  }
}

function subscription(row: Row): Subscription {
  return {
    id: row.id,
    team: row.team,
    place: row.place as Place,
    maker: row.maker,
    subject: row.subject as Subject,
    query: row.query,
    question:
      row.question === null ? null : { key: String(row.question) as LetterKey, title: row.question_title ?? "" },
    frequency: JSON.parse(row.frequency) as Frequency,
    madeAt: new Date(row.made_at),
    paused:
      row.paused === null || row.paused_since === null
        ? null
        : { reason: row.paused as Pause["reason"], since: new Date(row.paused_since) },
    seenBatch: row.seen_batch,
    lastTurn: row.last_turn as Day | null,
  };
}
