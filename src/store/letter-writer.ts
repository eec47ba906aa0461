import { createHash } from "node:crypto";
import type { Database } from "better-sqlite3";
import { type Form, formsByWorth } from "../formats/form.ts";
import { readCorrection } from "../letters/corrections.ts";
import type { ReadLetter } from "../letters/letter.ts";
import type { LetterKey } from "../search/passage-index.ts";
import type { Arrival, Refusal } from "./arrival.ts";

/** What a batch did; `changed` are the letters whose passages are to be indexed anew, `new` and `updated` together. */
export interface BatchOutcome {
  new: number;
  unchanged: number;
  updated: number;
  quarantined: number;
  changed: LetterKey[];
}

interface KnownLetter {
  key: number;
  version: number;
  form: Form;
  contentHash: string;
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** A letter that was read from XML does not become worse by its PDF coming in later. */
function isBetter(known: Form, arriving: Form): boolean {
  return formsByWorth.indexOf(known) < formsByWorth.indexOf(arriving);
}

/** Writes letters; every batch is one transaction, whole or not at all. */
export class LetterWriter {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * Adds a batch of letters, and the files of the batch that could not be read.
   *
   * @param source where they come from: `folder`, later the name of an official source
   * @param arrivedAt the instant of arrival
   */
  addBatch(source: string, arrivedAt: Date, arrivals: readonly Arrival[], refused: readonly Refusal[]): BatchOutcome {
    const add = this.#database.transaction(() => {
      const batch = this.#newBatch(source, arrivedAt);
      const outcome: BatchOutcome = { new: 0, unchanged: 0, updated: 0, quarantined: refused.length, changed: [] };
      for (const arrival of arrivals) this.#addArrival(batch, arrival, outcome);
      for (const refusal of refused) this.#quarantine(batch, refusal);
      return outcome;
    });
    return add.immediate();
  }

  #newBatch(source: string, arrivedAt: Date): number {
    const insert = this.#database.prepare("INSERT INTO batches (source, arrived_at) VALUES (?, ?)");
    return Number(insert.run(source, arrivedAt.toISOString()).lastInsertRowid);
  }

  #addArrival(batch: number, arrival: Arrival, outcome: BatchOutcome): void {
    const known = this.#known(arrival);
    if (known !== null && (known.contentHash === arrival.contentHash || isBetter(known.form, arrival.form))) {
      outcome.unchanged += 1;
      return;
    }
    const key = known?.key ?? this.#newLetter(arrival);
    this.#addVersion(key, (known?.version ?? 0) + 1, batch, arrival);
    outcome[known === null ? "new" : "updated"] += 1;
    outcome.changed.push(String(key) as LetterKey);
  }

  /** A file that comes in again while it cannot be read is kept once, with the newest reason. */
  #quarantine(batch: number, { file, bytes, reason }: Refusal): void {
    this.#database
      .prepare(
        `INSERT INTO quarantine (file, content_hash, batch, code, reason, bytes) VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT (file, content_hash) DO UPDATE SET batch = excluded.batch, code = excluded.code,
           reason = excluded.reason`,
      )
      .run(file, sha256(bytes ?? new Uint8Array()), batch, reason.code, reason.message, bytes);
  }

  #known(arrival: Arrival): KnownLetter | null {
    const row = this.#database
      .prepare<[string], KnownLetter>(
        `SELECT key, letters.version, form, content_hash AS contentHash
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
        `INSERT INTO versions (letter_key, version, batch, file, form, content_hash, date, letter)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(key, version, batch, arrival.file, arrival.form, arrival.contentHash, letter.date, JSON.stringify(letter));
    const insert = this.#database.prepare(
      "INSERT INTO passages (letter_key, version, ordinal, passage) VALUES (?, ?, ?, ?)",
    );
    for (const passage of passages) insert.run(key, version, passage.ordinal, JSON.stringify(passage));
    const cite = this.#database.prepare(
      "INSERT OR IGNORE INTO citations (cited, letter_key, version) VALUES (?, ?, ?)",
    );
    for (const { id } of letter.references) if (id !== null) cite.run(id, key, version);
    this.#addNames(key, version, letter);
    this.#database.prepare("UPDATE letters SET version = ? WHERE key = ?").run(version, key);
  }

  /** What the letter is called, for the finder, and of which letter it says to be a correction. */
  #addNames(key: number, version: number, letter: Omit<ReadLetter, "passages">): void {
    const { title, date, dossier, documentNumber, caseNumber, ministryReference } = letter;
    this.#database
      .prepare("INSERT OR REPLACE INTO letter_names VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
      .run(key, version, title, date, dossier, documentNumber, caseNumber, condensed(ministryReference));
    const correction = readCorrection(letter);
    if (correction === null || correction.of === null) return;
    this.#database
      .prepare("INSERT INTO corrections (corrected, letter_key, version, how) VALUES (?, ?, ?, ?)")
      .run(correction.of, key, version, correction.how);
  }
}

function condensed(reference: string | null): string | null {
  return reference === null ? null : reference.replaceAll(" ", "").toUpperCase();
}
