import type { Database } from "better-sqlite3";
import type { LetterKey } from "../letters/stored-letter.ts";
import { holds } from "./holds.ts";

/** A letter that holds now, and the version of it. */
export interface HeldLetter {
  key: LetterKey;
  version: number;
}

/** Everything there is to search, and the last batch that it takes account of. */
export interface Snapshot {
  letters: HeldLetter[];
  lastBatch: number;
}

/** Which batches came in, what each changed, and which are not in the index of the running bot yet. */
export class BatchLedger {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  snapshot(): Snapshot {
    const take = this.#database.transaction(() => ({
      letters: this.#database
        .prepare<[], { key: number; version: number }>(`SELECT key, version FROM letters WHERE ${holds} ORDER BY key`)
        .all()
        .map(({ key, version }) => ({ key: String(key) as LetterKey, version })),
      lastBatch: this.#database.prepare<[], number>("SELECT coalesce(max(id), 0) FROM batches").pluck().get() ?? 0,
    }));
    return take();
  }

  /** The batches that came in after one, in order. */
  after(batch: number): number[] {
    return this.#database
      .prepare<[number], number>("SELECT id FROM batches WHERE id > ? ORDER BY id")
      .pluck()
      .all(batch);
  }

  /** Letters whose place in the index a batch changes. */
  changes(batch: number): LetterKey[] {
    return this.#database
      .prepare<[number], number>("SELECT letter_key FROM batch_changes WHERE batch = ? ORDER BY letter_key")
      .pluck()
      .all(batch)
      .map((key) => String(key) as LetterKey);
  }

  /** Notes, for who looks how the bot is doing, that all letters up to and including those of a batch can be searched. */
  markSearchable(upTo: number, at: Date): void {
    this.#database
      .prepare("UPDATE batches SET indexed_at = ? WHERE indexed_at IS NULL AND id <= ?")
      .run(at.toISOString(), upTo);
  }
}
