import type { Database } from "better-sqlite3";
import type { Delivery, Origin, Retry } from "./arrival.ts";

/** Writes, within a batch, what a source says of its documents. */
export class SourceWriter {
  readonly #database: Database;
  readonly #source: string;
  readonly #at: string;

  constructor(database: Database, source: string, at: string) {
    this.#database = database;
    this.#source = source;
    this.#at = at;
  }

  /** Where a document comes from, in one word. */
  originOf(externalId: string): string {
    return `${this.#source} ${externalId}`;
  }

  /** Notes which letter a document is; it waits for no second attempt any more. */
  link({ externalId, stamp, url, etag, lastModified }: Origin, key: number): void {
    this.#database
      .prepare(
        `INSERT INTO origins (source, external_id, letter_key, stamp, url, etag, last_modified)
         VALUES (?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (source, external_id) DO UPDATE SET letter_key = excluded.letter_key, stamp = excluded.stamp,
           url = excluded.url, etag = excluded.etag, last_modified = excluded.last_modified, withdrawn_at = NULL`,
      )
      .run(this.#source, externalId, key, stamp, url, etag, lastModified);
    this.#settle(externalId);
  }

  /** Notes that the source no longer has a document; the letter that it was, null when it was none. */
  unlink(externalId: string): number | null {
    this.#settle(externalId);
    const key = this.#database
      .prepare<[string, string, string], number>(
        "UPDATE origins SET withdrawn_at = ? WHERE source = ? AND external_id = ? RETURNING letter_key",
      )
      .pluck()
      .get(this.#at, this.#source, externalId);
    return key ?? null;
  }

  /** Whether any source still has a letter; a copy in a folder does not keep a withdrawn letter up. */
  vouchedFor(key: number): boolean {
    return (
      this.#database
        .prepare(
          "SELECT 1 FROM origins WHERE letter_key = ? AND source NOT IN ('folder', 'inbox') AND withdrawn_at IS NULL LIMIT 1",
        )
        .get(key) !== undefined
    );
  }

  retryLater({ externalId, document, attempts, dueAt }: Retry): void {
    this.#database
      .prepare(
        `INSERT INTO retries (source, external_id, document, attempts, due_at) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (source, external_id) DO UPDATE SET document = excluded.document, attempts = excluded.attempts,
           due_at = excluded.due_at`,
      )
      .run(this.#source, externalId, document, attempts, dueAt?.toISOString() ?? null);
  }

  note({ cursor, unchanged = [] }: Delivery): void {
    for (const { externalId, stamp, url, etag, lastModified } of unchanged) {
      this.#database
        .prepare(
          `UPDATE origins SET stamp = ?, url = ?, etag = ?, last_modified = ? WHERE source = ? AND external_id = ?`,
        )
        .run(stamp, url, etag, lastModified, this.#source, externalId);
      this.#settle(externalId);
    }
    if (cursor === undefined) return;
    this.#database
      .prepare(
        `INSERT INTO sources (source, cursor) VALUES (?, ?) ON CONFLICT (source) DO UPDATE SET cursor = excluded.cursor`,
      )
      .run(this.#source, cursor);
  }

  #settle(externalId: string): void {
    this.#database.prepare("DELETE FROM retries WHERE source = ? AND external_id = ?").run(this.#source, externalId);
    this.#database.prepare("DELETE FROM quarantine WHERE origin = ?").run(this.originOf(externalId));
  }
}
