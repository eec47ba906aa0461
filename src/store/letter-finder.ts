import type { Database } from "better-sqlite3";
import type { Day, PublicationId } from "../letters/letter.ts";
import type { LetterKey } from "../letters/stored-letter.ts";
import { holds } from "./holds.ts";

/** Names of letters that hold. */
const heldNames = `letter_names JOIN letters ON letters.key = letter_names.letter_key AND ${holds}`;

/** Letters by what they are called and by what they refer to; only versions that hold now. Newest first. */
export class LetterFinder {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** The letter that is published under an id, also when it was withdrawn; a document number counts as one. */
  withId(id: PublicationId): LetterKey[] {
    const key = this.#database
      .prepare<[string], number>("SELECT letter_key FROM publication_ids WHERE id = ?")
      .pluck()
      .get(id);
    return key === undefined ? this.#where("document_number = ?", id) : [String(key) as LetterKey];
  }

  /**
   * The letters that carry a document number, a case number or a ministry's reference; a case may hold several.
   *
   * @param number in capitals, without spaces
   */
  withNumber(number: string): LetterKey[] {
    const columns = ["document_number", "case_number", "ministry_reference"];
    return [...new Set(columns.flatMap((column) => this.#where(`${column} = ?`, number)))];
  }

  ofDossier(dossier: string): LetterKey[] {
    return this.#where("dossier = ?", dossier);
  }

  ofDay(day: Day): LetterKey[] {
    return this.#where("date = ?", day);
  }

  /** Every publication id there is, or those that begin with these characters. */
  ids(start = ""): PublicationId[] {
    return this.#database
      .prepare<[string, string], PublicationId>("SELECT id FROM publication_ids WHERE id >= ? AND id < ? ORDER BY id")
      .pluck()
      .all(start, `${start}\u{10ffff}`);
  }

  /** Every title, newest first. */
  titles(): { key: LetterKey; title: string }[] {
    return this.#database
      .prepare<[], { key: LetterKey; title: string }>(
        `SELECT CAST(key AS TEXT) AS key, title FROM ${heldNames} WHERE title <> '' ORDER BY date DESC, letter_key`,
      )
      .all();
  }

  /** The ids under which a letter is published. */
  idsOf(key: LetterKey): PublicationId[] {
    return this.#database
      .prepare<[number, number], PublicationId>(
        `SELECT id FROM publication_ids WHERE letter_key = ?
         UNION SELECT document_number FROM letter_names WHERE letter_key = ? AND document_number IS NOT NULL`,
      )
      .pluck()
      .all(Number(key), Number(key));
  }

  /** The letters that refer to a publication, by any of its ids. */
  citing(ids: readonly PublicationId[]): LetterKey[] {
    return this.#database
      .prepare<[string], string>(
        `SELECT DISTINCT CAST(letters.key AS TEXT) FROM json_each(?) AS asked
         JOIN citations ON cited = asked.value
         JOIN ${heldNames} AND letters.key = citations.letter_key AND letters.version = citations.version
         ORDER BY date DESC, letters.key`,
      )
      .pluck()
      .all(JSON.stringify(ids)) as LetterKey[];
  }

  #where(condition: string, value: string): LetterKey[] {
    return this.#database
      .prepare<[string], string>(
        `SELECT CAST(letters.key AS TEXT) FROM ${heldNames} WHERE ${condition} ORDER BY date DESC, letters.key`,
      )
      .pluck()
      .all(value) as LetterKey[];
  }
}
