import type { Database } from "better-sqlite3";
import type { Letter } from "../letters/letter.ts";
import type { LetterKey } from "../search/passage-index.ts";

/** A letter that comes in. `contentHash` tells whether it is the same reading of the same file as before. */
export interface Arrival {
  letter: Letter;
  file: string;
  contentHash: string;
}

/** What a batch did; `changed` are the letters whose passages are to be indexed anew, `new` and `updated` together. */
export interface BatchOutcome {
  new: number;
  unchanged: number;
  updated: number;
  changed: LetterKey[];
}

/** Writes letters; every batch is one transaction, whole or not at all. */
export class LetterWriter {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * Adds a batch of letters.
   *
   * @param source where they come from: `folder`, later the name of an official source
   * @param arrivedAt the instant of arrival
   */
  addBatch(source: string, arrivedAt: Date, arrivals: readonly Arrival[]): BatchOutcome {
    return this.#database.transaction(() => this.#addBatch(source, arrivedAt, arrivals)).immediate();
  }

  /** The same, but only when there is no letter at all; null when there is one. Two processes may start at once. */
  fillEmpty(source: string, arrivedAt: Date, arrivals: readonly Arrival[]): BatchOutcome | null {
    const fill = this.#database.transaction(() => {
      const filled = this.#database.prepare("SELECT 1 FROM letters LIMIT 1").get() !== undefined;
      return filled ? null : this.#addBatch(source, arrivedAt, arrivals);
    });
    return fill.immediate();
  }

  #addBatch(source: string, arrivedAt: Date, arrivals: readonly Arrival[]): BatchOutcome {
    const batch = Number(
      this.#database
        .prepare("INSERT INTO batches (source, arrived_at) VALUES (?, ?)")
        .run(source, arrivedAt.toISOString()).lastInsertRowid,
    );
    const outcome: BatchOutcome = { new: 0, unchanged: 0, updated: 0, changed: [] };
    for (const arrival of arrivals) {
      const known = this.#known(arrival);
      if (known?.contentHash === arrival.contentHash) {
        outcome.unchanged += 1;
        continue;
      }
      const key = known?.key ?? this.#newLetter(arrival);
      this.#addVersion(key, (known?.version ?? 0) + 1, batch, arrival);
      outcome[known === null ? "new" : "updated"] += 1;
      outcome.changed.push(String(key) as LetterKey);
    }
    return outcome;
  }

  #known(arrival: Arrival): { key: number; version: number; contentHash: string } | null {
    const row = this.#database
      .prepare<[string], { key: number; version: number; contentHash: string }>(
        `SELECT key, letters.version, content_hash AS contentHash
         FROM publication_ids
         JOIN letters ON key = publication_ids.letter_key
         JOIN versions ON versions.letter_key = key AND versions.version = letters.version
         WHERE publication_ids.id = ?`,
      )
      .get(arrival.letter.id);
    return row ?? null;
  }

  #newLetter(arrival: Arrival): number {
    const { lastInsertRowid } = this.#database.prepare("INSERT INTO letters (version) VALUES (1)").run();
    const key = Number(lastInsertRowid);
    this.#database.prepare("INSERT INTO publication_ids (id, letter_key) VALUES (?, ?)").run(arrival.letter.id, key);
    return key;
  }

  #addVersion(key: number, version: number, batch: number, arrival: Arrival): void {
    const { passages, ...letter } = arrival.letter;
    this.#database
      .prepare(
        `INSERT INTO versions (letter_key, version, batch, file, content_hash, date, letter)
         VALUES (?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(key, version, batch, arrival.file, arrival.contentHash, letter.date, JSON.stringify(letter));
    const insert = this.#database.prepare(
      "INSERT INTO passages (letter_key, version, ordinal, passage) VALUES (?, ?, ?, ?)",
    );
    for (const passage of passages) insert.run(key, version, passage.ordinal, JSON.stringify(passage));
    this.#database.prepare("UPDATE letters SET version = ? WHERE key = ?").run(version, key);
  }
}
