import type { Database } from "better-sqlite3";
import type { Origin, ReadBy, Retry } from "./arrival.ts";

/** No document waits longer for its next attempt (see sync.ts), in milliseconds. */
const longestWait = 8 * 24 * 3_600_000;

/** A document that became a letter, as it was when it was last read. */
export interface KnownOrigin extends Origin {
  withdrawn: boolean;
  /** By which code its letter was read; null where that was not noted. */
  readBy: ReadBy | null;
}

/** How a source is doing. Instants in UTC, ISO 8601. */
export interface SourceState {
  source: string;
  cursor: string | null;
  /** When a run last ended well. */
  syncedAt: string | null;
  /** When it first failed after that. */
  failingSince: string | null;
  /** Code of the last failure, and its sentence for the log. */
  fault: string | null;
  reason: string | null;
  /** Before this instant it does not want to be asked. */
  notBefore: string | null;
  /** When the maintainers were told of the failure. */
  toldAt: string | null;
}

/** What is kept of each source between runs. */
export class SourceBook {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Of a source that was never asked, everything is null. */
  state(source: string): SourceState {
    const found = this.states().find((state) => state.source === source);
    const none = { syncedAt: null, failingSince: null, fault: null, reason: null, notBefore: null, toldAt: null };
    return found ?? { source, cursor: null, ...none };
  }

  states(): SourceState[] {
    return this.#database
      .prepare<[], SourceState>(
        `SELECT source, cursor, synced_at AS syncedAt, failing_since AS failingSince, fault, reason,
           not_before AS notBefore, told_at AS toldAt FROM sources ORDER BY source`,
      )
      .all();
  }

  /** A document as it was when it was last read; null when it never became a letter. */
  origin(source: string, externalId: string): KnownOrigin | null {
    const row = this.#database
      .prepare<
        [string, string],
        Origin & { withdrawn: number } & ({ opener: null; reader: null } | { opener: string; reader: string })
      >(
        `SELECT external_id AS externalId, stamp, url, etag, last_modified AS lastModified,
           withdrawn_at IS NOT NULL AS withdrawn, opener, reader
         FROM origins LEFT JOIN readings USING (letter_key) WHERE source = ? AND external_id = ?`,
      )
      .get(source, externalId);
    if (row === undefined) return null;
    const { opener, reader, withdrawn, ...origin } = row;
    return { ...origin, withdrawn: withdrawn === 1, readBy: opener === null ? null : { opener, reader } };
  }

  /** The failed attempts at a document; null when there are none. */
  retry(source: string, externalId: string): Pick<Retry, "document" | "attempts"> | null {
    const row = this.#database
      .prepare<[string, string], Pick<Retry, "document" | "attempts">>(
        "SELECT document, attempts FROM retries WHERE source = ? AND external_id = ?",
      )
      .get(source, externalId);
    return row ?? null;
  }

  /**
   * Documents whose next attempt is due, longest due first; also those that would wait longer than any does, as they
   * were noted by a clock that ran ahead and has been set back since.
   */
  dueRetries(source: string, at: Date): Retry[] {
    return this.#database
      .prepare<[string, string, string], { externalId: string; document: string; attempts: number; dueAt: string }>(
        `SELECT external_id AS externalId, document, attempts, due_at AS dueAt FROM retries
         WHERE source = ? AND (due_at <= ? OR due_at > ?) ORDER BY due_at`,
      )
      .all(source, at.toISOString(), new Date(at.getTime() + longestWait).toISOString())
      .map((row) => ({ ...row, dueAt: new Date(row.dueAt) }));
  }

  /** A run ended well. */
  succeeded(source: string, at: Date): void {
    this.#database
      .prepare(
        `INSERT INTO sources (source, synced_at) VALUES (?, ?)
         ON CONFLICT (source) DO UPDATE SET synced_at = excluded.synced_at, failing_since = NULL, fault = NULL,
           reason = NULL, not_before = NULL, told_at = NULL`,
      )
      .run(source, at.toISOString());
  }

  /** A run ended with a failure; the first of a row is remembered. */
  failed(source: string, at: Date, fault: string, reason: string, notBefore: Date | null): void {
    this.#database
      .prepare(
        `INSERT INTO sources (source, failing_since, fault, reason, not_before) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (source) DO UPDATE SET failing_since = coalesce(failing_since, excluded.failing_since),
           fault = excluded.fault, reason = excluded.reason, not_before = excluded.not_before`,
      )
      .run(source, at.toISOString(), fault, reason, notBefore?.toISOString() ?? null);
  }

  /** The maintainers were told of the failure. */
  told(source: string, at: Date): void {
    this.#database.prepare("UPDATE sources SET told_at = ? WHERE source = ?").run(at.toISOString(), source);
  }
}
