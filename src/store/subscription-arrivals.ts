import type { Database } from "better-sqlite3";
import type { Day, LetterKind, PublicationId } from "../letters/letter.ts";
import type { LetterKey } from "../letters/stored-letter.ts";
import { holds } from "./holds.ts";

/** A letter whose version that holds now came in lately: what digests are decided on. */
export interface ArrivedLetter {
  key: LetterKey;
  version: number;
  /** The batch in which this version came in, and when. */
  batch: number;
  arrivedAt: Date;
  /** The batch in which the letter first came in, in whatever version. */
  firstBatch: number;
  date: Day | null;
  kind: LetterKind;
  dossier: string | null;
  /** The dossier of the version before; null when it had none, or there was no version before. */
  dossierBefore: string | null;
}

interface Row {
  letter_key: number;
  version: number;
  batch: number;
  arrived_at: string;
  first_batch: number;
  date: string | null;
  kind: string;
  dossier: string | null;
  dossier_before: string | null;
}

/** Reads what came in, by batch. */
export class Arrivals {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** The newest batch; 0 when there never was one. */
  lastBatch(): number {
    return Number(this.#database.prepare("SELECT coalesce(max(id), 0) FROM batches").pluck().get());
  }

  /** The last batch that came in before an instant; 0 when there is none. */
  lastBatchBefore(instant: Date): number {
    return Number(
      this.#database
        .prepare("SELECT coalesce(max(id), 0) FROM batches WHERE arrived_at < ?")
        .pluck()
        .get(instant.toISOString()),
    );
  }

  /** Letters whose version that holds now came in after the batch `after`, up to and including `until`. */
  between(after: number, until: number): ArrivedLetter[] {
    return this.#database
      .prepare<[number, number], Row>(
        `SELECT now.letter_key, now.version, now.batch, arrived_at, now.date,
           (SELECT min(batch) FROM versions AS any WHERE any.letter_key = now.letter_key) AS first_batch,
           now.letter ->> '$.kind' AS kind, now.letter ->> '$.dossier' AS dossier,
           before.letter ->> '$.dossier' AS dossier_before
         FROM versions AS now
         JOIN letters ON key = now.letter_key AND letters.version = now.version
         JOIN batches ON batches.id = now.batch
         LEFT JOIN versions AS before ON before.letter_key = now.letter_key AND before.version = now.version - 1
         WHERE now.batch > ? AND now.batch <= ? AND ${holds}
         ORDER BY now.batch, now.letter_key`,
      )
      .all(after, until)
      .map((row) => ({
        key: String(row.letter_key) as LetterKey,
        version: row.version,
        batch: row.batch,
        arrivedAt: new Date(row.arrived_at),
        firstBatch: row.first_batch,
        date: row.date as Day | null,
        kind: row.kind as LetterKind,
        dossier: row.dossier,
        dossierBefore: row.dossier_before,
      }));
  }

  /** The letters published under these ids, as far as they are known. */
  withIds(ids: readonly PublicationId[]): Map<PublicationId, LetterKey> {
    const rows = this.#database
      .prepare<[string], { id: string; letter_key: number }>(
        "SELECT id, letter_key FROM publication_ids WHERE id IN (SELECT value FROM json_each(?))",
      )
      .all(JSON.stringify(ids));
    return new Map(rows.map(({ id, letter_key }) => [id as PublicationId, String(letter_key) as LetterKey]));
  }
}
