import type { Database } from "better-sqlite3";
import { readCorrection } from "../letters/corrections.ts";
import type { ReadLetter } from "../letters/letter.ts";
import type { Arrival } from "./arrival.ts";
import { checksum } from "./checksum.ts";
import { isProvisional } from "./known-letters.ts";
import { Readings } from "./readings.ts";

/** Writes one version of a letter, with all that the store looks it up by: what it cites, is called and replies to. */
export class VersionWriter {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Writes a version of a letter, which holds from now on; to be called in the transaction of its batch. */
  add(key: number, version: number, batch: number, arrival: Arrival): void {
    const { passages, ...letter } = arrival.letter;
    const { file, form, contentHash, fileHash = null } = arrival;
    const provisional = Number(isProvisional(arrival));
    const json = JSON.stringify(letter);
    this.#database
      .prepare(
        `INSERT INTO versions (letter_key, version, batch, file, form, content_hash, file_hash, provisional, date,
           letter, letter_sum)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(
        ...[key, version, batch, file, form, contentHash, fileHash, provisional],
        ...[letter.date, json, checksum(json)],
      );
    const insert = this.#database.prepare(
      "INSERT INTO passages (letter_key, version, ordinal, passage, passage_sum) VALUES (?, ?, ?, ?, ?)",
    );
    for (const passage of passages) {
      const text = JSON.stringify(passage);
      insert.run(key, version, passage.ordinal, text, checksum(text));
    }
    const cite = this.#database.prepare(
      "INSERT OR IGNORE INTO citations (cited, letter_key, version) VALUES (?, ?, ?)",
    );
    for (const { id } of letter.references) if (id !== null) cite.run(id, key, version);
    this.#addNames(key, version, letter, passages.length);
    this.#addQuestionPaper(key, letter);
    this.#database.prepare("UPDATE letters SET version = ? WHERE key = ?").run(version, key);
    if (arrival.reading) new Readings(this.#database).note(key, version, arrival.reading);
  }

  /** What the letter is called, for the finder, and of which letter it says to be a correction. */
  #addNames(key: number, version: number, letter: Omit<ReadLetter, "passages">, passages: number): void {
    const { title, date, dossier, documentNumber, caseNumber, ministryReference } = letter;
    this.#database
      .prepare("INSERT OR REPLACE INTO letter_names VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
      .run(key, version, title, date, dossier, documentNumber, caseNumber, condensed(ministryReference), passages);
    const correction = readCorrection(letter);
    if (correction === null || correction.of === null) return;
    this.#database
      .prepare("INSERT INTO corrections (corrected, letter_key, version, how) VALUES (?, ?, ?, ?)")
      .run(correction.of, key, version, correction.how);
  }

  /** By what questions and the replies to them are tied together. */
  #addQuestionPaper(key: number, { kind, caseNumber, submitted }: Omit<ReadLetter, "passages">): void {
    this.#database.prepare("DELETE FROM question_papers WHERE letter_key = ?").run(key);
    if (kind !== "vragen" && kind !== "antwoord" && kind !== "mededeling") return;
    this.#database
      .prepare("INSERT INTO question_papers (letter_key, kind, case_number, submitted) VALUES (?, ?, ?, ?)")
      .run(key, kind, caseNumber, submitted);
  }
}

function condensed(reference: string | null): string | null {
  return reference === null ? null : reference.replaceAll(" ", "").toUpperCase();
}
