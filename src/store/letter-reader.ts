import type { Database } from "better-sqlite3";
import type { Day, PlacedPassage, ReadLetter } from "../letters/letter.ts";
import { type LetterKey, type PassageId, passageId } from "../search/passage-index.ts";

/** A letter as kept: what was read, without its passages, and where it stands in the store. */
export interface StoredLetter extends Omit<ReadLetter, "passages"> {
  key: LetterKey;
  version: number;
  file: string;
}

export interface StoredPassage extends PlacedPassage {
  id: PassageId;
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
}

interface PassageRow {
  letter_key: number;
  version: number;
  ordinal: number;
  passage: string;
}

/** A file that could not be read, as kept. */
export interface QuarantinedFile {
  file: string;
  code: string;
  /** One English sentence for the maintainer. */
  reason: string;
  bytes: Uint8Array | null;
}

/** Reads letters; only versions that hold now, unless a passage is asked for by its id. */
export class LetterReader {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  collection(): Collection {
    const letters = this.#database
      .prepare<[], { letters: number; oldest: Day | null; newest: Day | null }>(
        `SELECT count(*) AS letters, min(date) AS oldest, max(date) AS newest
         FROM letters JOIN versions ON letter_key = key AND versions.version = letters.version`,
      )
      .get();
    const passages = this.#database
      .prepare<[], number>(
        `SELECT count(*) FROM letters JOIN passages ON letter_key = key AND passages.version = letters.version`,
      )
      .pluck()
      .get();
    if (letters === undefined || passages === undefined) throw new Error("count(*) gave no row");
    return { ...letters, passages };
  }

  quarantine(): QuarantinedFile[] {
    return this.#database
      .prepare<[], QuarantinedFile>("SELECT file, code, reason, bytes FROM quarantine ORDER BY batch, file")
      .all();
  }

  /** How many files wait in quarantine. */
  quarantined(): number {
    return Number(this.#database.prepare("SELECT count(*) FROM quarantine").pluck().get());
  }

  /** When each source brought something in for the last time. */
  lastReadings(): { source: string; at: Date }[] {
    return this.#database
      .prepare<[], { source: string; at: string }>(
        "SELECT source, max(arrived_at) AS at FROM batches GROUP BY source ORDER BY source",
      )
      .all()
      .map(({ source, at }) => ({ source, at: new Date(at) }));
  }

  /** The letters that came in last; of one batch those of the latest date first. */
  latest(limit: number): StoredLetter[] {
    return this.#database
      .prepare<[number], VersionRow>(
        `SELECT letter_key, versions.version, file, letter
         FROM letters JOIN versions ON letter_key = key AND versions.version = letters.version
         ORDER BY batch DESC, date DESC, key DESC LIMIT ?`,
      )
      .all(limit)
      .map(storedLetter);
  }

  /** Every letter there is and the version of it that holds, in order of arrival. */
  versions(): { key: LetterKey; version: number }[] {
    return this.#database
      .prepare<[], { key: number; version: number }>("SELECT key, version FROM letters ORDER BY key")
      .all()
      .map(({ key, version }) => ({ key: String(key) as LetterKey, version }));
  }

  /** A letter that holds now, by its key; null when there is none. */
  letter(key: LetterKey): StoredLetter | null {
    const row = this.#database
      .prepare<[number], VersionRow>(
        `SELECT letter_key, versions.version, file, letter
         FROM letters JOIN versions ON letter_key = key AND versions.version = letters.version WHERE key = ?`,
      )
      .get(Number(key));
    return row === undefined ? null : storedLetter(row);
  }

  /** The version of a letter that holds a passage, whether or not it is the one that holds now; null when there is none. */
  letterOf(id: PassageId): StoredLetter | null {
    const [key, version] = id.split(".").map(Number);
    if (key === undefined || version === undefined) return null;
    const row = this.#database
      .prepare<[number, number], VersionRow>(
        "SELECT letter_key, version, file, letter FROM versions WHERE letter_key = ? AND version = ?",
      )
      .get(key, version);
    return row === undefined ? null : storedLetter(row);
  }

  /** A passage of any version; null when there never was one of that id. */
  passage(id: PassageId): StoredPassage | null {
    const [key, version, ordinal] = id.split(".").map(Number);
    if (key === undefined || version === undefined || ordinal === undefined) return null;
    const row = this.#database
      .prepare<[number, number, number], PassageRow>(
        `SELECT * FROM passages WHERE letter_key = ? AND version = ? AND ordinal = ?`,
      )
      .get(key, version, ordinal);
    return row === undefined ? null : storedPassage(row);
  }

  passagesOf(key: LetterKey, version: number): StoredPassage[] {
    return this.#database
      .prepare<[number, number], PassageRow>(
        `SELECT * FROM passages WHERE letter_key = ? AND version = ? ORDER BY ordinal`,
      )
      .all(Number(key), version)
      .map(storedPassage);
  }
}

function storedLetter(row: VersionRow): StoredLetter {
  const letter = JSON.parse(row.letter) as Omit<ReadLetter, "passages">;
  return { ...letter, key: String(row.letter_key) as LetterKey, version: row.version, file: row.file };
}

function storedPassage(row: PassageRow): StoredPassage {
  const passage = JSON.parse(row.passage) as PlacedPassage;
  return { ...passage, id: passageId(String(row.letter_key) as LetterKey, row.version, row.ordinal) };
}
