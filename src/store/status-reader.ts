import type { Database } from "better-sqlite3";
import type { SourceState } from "./source-book.ts";

/** The last batch of a source that changed anything. */
export interface LastBatch {
  /** Instant in UTC, ISO 8601. */
  at: string;
  new: number;
  updated: number;
  withdrawn: number;
}

export interface SourceStatus extends Omit<SourceState, "cursor" | "source" | "toldAt"> {
  source: string;
  lastBatch: LastBatch | null;
  /** Documents that wait for another attempt. */
  waiting: number;
}

/** How the bot is doing, as far as its store knows. */
export interface StoreStatus {
  letters: number;
  passages: number;
  withdrawn: number;
  quarantined: number;
  /** Batches whose letters are not all searchable yet. */
  notSearchable: number;
  sources: SourceStatus[];
  /** Number of the database's shape. */
  shape: number;
}

/** Reads how the bot is doing: for `npm run status`, for a person who asks, for a monitor. */
export class StatusReader {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  read(): StoreStatus {
    const take = this.#database.transaction(() => ({
      letters: this.#count("letters WHERE withdrawn_at IS NULL AND merged_into IS NULL"),
      passages: this.#count(
        `letters JOIN passages ON letter_key = key AND passages.version = letters.version
         WHERE withdrawn_at IS NULL AND merged_into IS NULL`,
      ),
      withdrawn: this.#count("letters WHERE withdrawn_at IS NOT NULL AND merged_into IS NULL"),
      quarantined: this.#count("quarantine"),
      notSearchable: this.#count("batches WHERE indexed_at IS NULL"),
      sources: this.#sources(),
      shape: Number(this.#database.pragma("user_version", { simple: true })),
    }));
    return take();
  }

  /** Writes what is there already, to see whether that can be done. @throws SqliteError */
  tryWriting(): void {
    const shape = Number(this.#database.pragma("user_version", { simple: true }));
    this.#database.pragma(`user_version = ${shape}`);
  }

  #count(what: string): number {
    return this.#database.prepare<[], number>(`SELECT count(*) FROM ${what}`).pluck().get() ?? 0;
  }

  #sources(): SourceStatus[] {
    return this.#database
      .prepare<[], Omit<SourceStatus, "lastBatch">>(
        `SELECT names.source, synced_at AS syncedAt, failing_since AS failingSince, fault, reason,
           not_before AS notBefore,
           (SELECT count(*) FROM retries WHERE retries.source = names.source AND due_at IS NOT NULL) AS waiting
         FROM (SELECT source FROM batches UNION SELECT source FROM sources) AS names
         LEFT JOIN sources ON sources.source = names.source ORDER BY names.source`,
      )
      .all()
      .map((state) => ({ ...state, lastBatch: this.#lastBatch(state.source) }));
  }

  /** A batch in which nothing could be read changed nothing. */
  #lastBatch(source: string): LastBatch | null {
    const row = this.#database
      .prepare<[string], LastBatch>(
        `SELECT arrived_at AS at, sum(change = 'new') AS new, sum(change IN ('updated', 'restored')) AS updated,
           sum(change = 'withdrawn') AS withdrawn
         FROM batches JOIN batch_changes ON batch = id WHERE source = ? GROUP BY id ORDER BY id DESC LIMIT 1`,
      )
      .get(source);
    return row ?? null;
  }
}
