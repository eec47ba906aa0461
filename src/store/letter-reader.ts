import type { Database, Statement } from "better-sqlite3";
import { readCorrection, type Standing } from "../letters/corrections.ts";
import type { Day, PlacedPassage, ReadLetter } from "../letters/letter.ts";
import {
  type LetterKey,
  type PassageId,
  passageId,
  type StoredLetter,
  type StoredPassage,
} from "../letters/stored-letter.ts";
import type { ReadBy } from "./arrival.ts";
import { readIntact } from "./checksum.ts";
import { holds } from "./holds.ts";

/** A letter as it was last held, and when it was withdrawn; null while it holds. */
export interface LastKnownLetter {
  letter: StoredLetter;
  withdrawnAt: string | null;
}

/** What the collection holds; the days are those of its oldest and newest dated letter. */
export interface Collection {
  letters: number;
  passages: number;
  oldest: Day | null;
  newest: Day | null;
}

interface VersionRow {
  letter_key: number;
  version: number;
  file: string;
  letter: string;
  letter_sum: number;
  withdrawn_at: string | null;
}

interface PassageRow {
  letter_key: number;
  version: number;
  ordinal: number;
  passage: string;
  passage_sum: number;
}

/** A file that could not be read, as kept. */
export interface QuarantinedFile {
  file: string;
  code: string;
  /** One English sentence for the maintainer. */
  reason: string;
  bytes: Uint8Array | null;
}

/** SHA-256 in hex of a file, and of the file together with what was known of it from elsewhere. */
export interface FileIdentity {
  fileHash: string;
  contentHash: string;
}

/** What a file would be read as: the same file, by the same code, is the same letter. */
export interface ReadIdentity extends FileIdentity {
  readBy: ReadBy;
}

/** Reads letters; only versions that hold now, unless a passage is asked for by its id. */
export class LetterReader {
  readonly #database: Database;
  // Asked several times for every answer.
  readonly #lastBatch: Statement<[], number>;
  readonly #lastKnown: Statement<[number], VersionRow>;
  readonly #version: Statement<[number, number], VersionRow>;
  readonly #corrections: Statement<[number, number], Standing["corrected"][number]>;
  readonly #passage: Statement<[number, number, number], PassageRow>;
  readonly #passages: Statement<[number, number], PassageRow>;
  /** Figures of the whole collection, as they were after a batch. */
  #counted: { lastBatch: number; collection: Collection; years: number[] } | null = null;

  constructor(database: Database) {
    this.#database = database;
    this.#lastBatch = database.prepare<[], number>("SELECT coalesce(max(id), 0) FROM batches").pluck();
    this.#lastKnown = database.prepare(
      `WITH RECURSIVE one (key) AS (
         SELECT ? UNION SELECT merged_into FROM letters JOIN one USING (key) WHERE merged_into IS NOT NULL
       )
       SELECT letter_key, versions.version, file, letter, letter_sum, withdrawn_at
       FROM one JOIN letters USING (key)
       JOIN versions ON letter_key = key AND versions.version = letters.version WHERE merged_into IS NULL`,
    );
    this.#version = database.prepare(
      `SELECT letter_key, versions.version, file, letter, letter_sum, withdrawn_at
       FROM versions JOIN letters ON key = letter_key WHERE letter_key = ? AND versions.version = ?`,
    );
    this.#corrections = database.prepare(
      `SELECT versions.letter ->> 'id' AS "by", date, how
       FROM publication_ids
       JOIN corrections ON corrected = publication_ids.id
       JOIN letters ON key = corrections.letter_key AND letters.version = corrections.version
       JOIN versions ON versions.letter_key = key AND versions.version = letters.version
       WHERE publication_ids.letter_key = ? AND key <> ? AND ${holds} ORDER BY date, key`,
    );
    this.#passage = database.prepare("SELECT * FROM passages WHERE letter_key = ? AND version = ? AND ordinal = ?");
    this.#passages = database.prepare("SELECT * FROM passages WHERE letter_key = ? AND version = ? ORDER BY ordinal");
  }

  collection(): Collection {
    return this.#count().collection;
  }

  quarantine(): QuarantinedFile[] {
    return this.#database
      .prepare<[], QuarantinedFile>("SELECT file, code, reason, bytes FROM quarantine ORDER BY batch, file")
      .all();
  }

  /** The letters that came in last; of one batch those of the latest date first. */
  latest(limit: number): StoredLetter[] {
    return this.#database
      .prepare<[number], VersionRow>(
        `SELECT letter_key, versions.version, file, letter, letter_sum, withdrawn_at
         FROM letters JOIN versions ON letter_key = key AND versions.version = letters.version
         WHERE ${holds}
         ORDER BY batch DESC, date DESC, key DESC LIMIT ?`,
      )
      .all(limit)
      .map((row) => this.#storedLetter(row));
  }

  /** Every letter there is and the version of it that holds, in order of arrival. */
  versions(): { key: LetterKey; version: number }[] {
    return this.#database
      .prepare<[], { key: number; version: number }>(`SELECT key, version FROM letters WHERE ${holds} ORDER BY key`)
      .all()
      .map(({ key, version }) => ({ key: String(key) as LetterKey, version }));
  }

  /** Whether a file, read with the same knowledge of it, is what a letter is held as: then it need not be read again. */
  isHeld({ fileHash, contentHash, readBy }: ReadIdentity): boolean {
    return (
      this.#database
        .prepare(
          `SELECT 1 FROM versions
           JOIN letters ON key = versions.letter_key AND letters.version = versions.version
           JOIN readings ON readings.letter_key = key AND readings.version = letters.version
           WHERE file_hash = ? AND content_hash = ? AND opener = ? AND reader = ? AND ${holds}`,
        )
        .get(fileHash, contentHash, readBy.opener, readBy.reader) !== undefined
    );
  }

  /** A letter that holds now, by its key; null when there is none, also when it was withdrawn. */
  letter(key: LetterKey): StoredLetter | null {
    const known = this.lastKnown(key);
    return known === null || known.withdrawnAt !== null ? null : known.letter;
  }

  /** The letter of a passage that was kept, whatever became of it: withdrawn, or found to be another letter. */
  lastKnown(key: LetterKey): LastKnownLetter | null {
    const row = this.#lastKnown.get(Number(key));
    return row === undefined ? null : { letter: this.#storedLetter(row), withdrawnAt: row.withdrawn_at };
  }

  /** The version of a letter that holds a passage, whether or not it is the one that holds now; null when there is none. */
  letterOf(id: PassageId): StoredLetter | null {
    const [key, version] = id.split(".").map(Number);
    if (key === undefined || version === undefined) return null;
    const row = this.#version.get(key, version);
    return row === undefined ? null : this.#storedLetter(row);
  }

  /** A passage of any version; null when there never was one of that id. */
  passage(id: PassageId): StoredPassage | null {
    const [key, version, ordinal] = id.split(".").map(Number);
    if (key === undefined || version === undefined || ordinal === undefined) return null;
    const row = this.#passage.get(key, version, ordinal);
    return row === undefined ? null : storedPassage(row);
  }

  /** The years of which there are letters, oldest first. */
  years(): number[] {
    return this.#count().years;
  }

  passagesOf(key: LetterKey, version: number): StoredPassage[] {
    return this.#passages.all(Number(key), version).map(storedPassage);
  }

  /** Whatever changes what is held is a batch: until the next one the figures stay what they are. */
  #count(): { collection: Collection; years: number[] } {
    const lastBatch = this.#lastBatch.get() ?? 0;
    if (this.#counted?.lastBatch === lastBatch) return this.#counted;
    const letters = `letters JOIN letter_names ON letter_key = key WHERE ${holds}`;
    const collection = this.#database
      .prepare<[], Collection>(
        `SELECT count(*) AS letters, coalesce(sum(passages), 0) AS passages, min(date) AS oldest, max(date) AS newest
         FROM ${letters}`,
      )
      .get();
    if (collection === undefined) throw new Error("count(*) gave no row");
    const years = this.#database
      .prepare<[], number>(
        `SELECT DISTINCT CAST(substr(date, 1, 4) AS INTEGER) AS year FROM ${letters} AND date IS NOT NULL ORDER BY year`,
      )
      .pluck()
      .all();
    this.#counted = { lastBatch, collection, years };
    return this.#counted;
  }

  #storedLetter(row: VersionRow): StoredLetter {
    const { version, file } = row;
    const corrected = this.#corrections.all(row.letter_key, row.letter_key);
    const what = `letter ${row.letter_key}, version ${version},`;
    const letter = readIntact(row.letter, row.letter_sum, what) as Omit<ReadLetter, "passages">;
    const correction = readCorrection(letter);
    const isWithdrawn = row.withdrawn_at !== null;
    return { ...letter, key: String(row.letter_key) as LetterKey, version, file, correction, corrected, isWithdrawn };
  }
}

function storedPassage(row: PassageRow): StoredPassage {
  const id = passageId(String(row.letter_key) as LetterKey, row.version, row.ordinal);
  return { ...(readIntact(row.passage, row.passage_sum, `passage ${id}`) as PlacedPassage), id };
}
