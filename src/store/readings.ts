import type { Database } from "better-sqlite3";
import type { Arrival, Reading } from "./arrival.ts";
import { holds } from "./holds.ts";

/** A letter that other code read, with all that reading it again takes. */
export interface StaleLetter extends Omit<Arrival, "letter" | "reading" | "origin" | "aliases"> {
  key: number;
  version: number;
  reading: Reading;
}

interface Row extends Reading {
  key: number;
  version: number;
  file: string;
  form: Arrival["form"];
  contentHash: string;
  fileHash: string | null;
  provisional: number;
}

/** What letters were read from, and by which code. */
export class Readings {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * Letters that hold and that another reader than this one read, in order of key.
   *
   * @param reader fingerprint
   * @param after only keys above this one
   */
  stale(reader: string, after: number, limit: number): StaleLetter[] {
    return this.#database
      .prepare<[string, number, number], Row>(
        `SELECT key, letters.version, file, form, content_hash AS contentHash, file_hash AS fileHash, provisional,
           text, opener, reader
         FROM readings
         JOIN letters ON key = readings.letter_key AND letters.version = readings.version
         JOIN versions ON versions.letter_key = key AND versions.version = letters.version
         WHERE reader <> ? AND key > ? AND ${holds} ORDER BY key LIMIT ?`,
      )
      .all(reader, after, limit)
      .map(({ text, opener, reader: readBy, fileHash, provisional, ...letter }) => ({
        ...letter,
        ...(fileHash !== null && { fileHash }),
        provisional: provisional === 1,
        reading: { text, opener, reader: readBy },
      }));
  }

  /** Notes what the version of a letter that holds was read from; to be called in the transaction of its batch. */
  note(key: number, version: number, { text, opener, reader }: Reading): void {
    this.#database
      .prepare("INSERT OR REPLACE INTO readings (letter_key, version, text, opener, reader) VALUES (?, ?, ?, ?, ?)")
      .run(key, version, text, opener, reader);
  }

  /** Whether the version of a letter that holds was made by the same code. */
  isOf(key: number, version: number, { opener, reader }: Reading): boolean {
    return (
      this.#database
        .prepare("SELECT 1 FROM readings WHERE letter_key = ? AND version = ? AND opener = ? AND reader = ?")
        .get(key, version, opener, reader) !== undefined
    );
  }
}
