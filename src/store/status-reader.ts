import type { Database } from "better-sqlite3";
import { holds } from "./holds.ts";
import type { SourceState } from "./source-book.ts";
import { pragma } from "./sqlite.ts";

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

/** Messages that are to go out, and what is not known of those that went. */
export interface OutboxStatus {
  /** Not sent yet. */
  waiting: number;
  /** When the first of these was written: an instant in UTC, ISO 8601; null when none waits. */
  waitingSince: string | null;
  /** Begun, and nothing was heard of them since: they are looked for in Slack. */
  unheard: number;
  /** May be in Slack or not, and nobody could look; who made the subscription was told. */
  unsure: number;
  /** For places that are paused. */
  held: number;
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
  outbox: OutboxStatus;
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
      ...this.#held(),
      withdrawn: this.#count("letters WHERE withdrawn_at IS NOT NULL AND merged_into IS NULL"),
      quarantined: this.#count("quarantine"),
      notSearchable: this.#count("batches WHERE indexed_at IS NULL"),
      sources: this.#sources(),
      outbox: this.#outbox(),
      shape: Number(pragma(this.#database, "user_version")),
    }));
    return take();
  }

  /** Writes what is there already, to see whether that can be done. @throws SqliteError */
  tryWriting(): void {
    const shape = Number(pragma(this.#database, "user_version"));
    this.#database.exec(`PRAGMA user_version = ${shape}`);
  }

  #held(): Pick<StoreStatus, "letters" | "passages"> {
    const held = this.#database
      .prepare<[], Pick<StoreStatus, "letters" | "passages">>(
        `SELECT count(*) AS letters, coalesce(sum(passages), 0) AS passages
         FROM letters JOIN letter_names ON letter_key = key WHERE ${holds}`,
      )
      .get();
    if (held === undefined) throw new Error("count(*) gave no row");
    return held;
  }

  #count(what: string): number {
    return this.#database.prepare<[], number>(`SELECT count(*) FROM ${what}`).pluck().get() ?? 0;
  }

  #outbox(): OutboxStatus {
    const states = this.#database
      .prepare<[], { state: string; count: number; since: string }>(
        `SELECT state, count(*) AS count, min(written_at) AS since FROM outbox
         WHERE state IN ('waiting', 'sending', 'unsure', 'held') GROUP BY state`,
      )
      .all();
    const of = (name: string) => states.find(({ state }) => state === name);
    const count = (name: string) => of(name)?.count ?? 0;
    const waitingSince = of("waiting")?.since ?? null;
    return {
      waiting: count("waiting"),
      waitingSince,
      unheard: count("sending"),
      unsure: count("unsure"),
      held: count("held"),
    };
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
