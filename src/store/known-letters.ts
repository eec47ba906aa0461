import type { Database } from "better-sqlite3";
import { type Form, formsByWorth } from "../formats/form.ts";
import type { PublicationId } from "../letters/letter.ts";
import { publicationParts } from "../letters/publication-ids.ts";
import type { Arrival } from "./arrival.ts";

/** A letter that is there already, as the version of it that holds. */
export interface KnownLetter {
  key: number;
  version: number;
  id: string;
  form: Form;
  provisional: boolean;
  contentHash: string;
  withdrawn: boolean;
}

/** Whether an id is that of a publication, rather than a document number, a file name or the like. */
function isOfficial(id: string): boolean {
  const parts = publicationParts(id);
  return parts !== null && parts.kind !== "document";
}

/** Whether a reading counts for less than the official publication. */
export function isProvisional({ letter, provisional }: Arrival): boolean {
  return provisional ?? !isOfficial(letter.id);
}

/** All ids of an arriving letter. Questions to ministers are named with and without their chamber. */
export function idsOf({ letter, aliases = [] }: Arrival): PublicationId[] {
  const ids = [letter.id, ...aliases];
  const others = ids.flatMap((id) => {
    const number = /^kv-(?:tk-)?(\d{4}Z\d{5})$/.exec(id)?.[1];
    return number === undefined ? [] : [`kv-tk-${number}`, `kv-${number}`];
  });
  return [...new Set([...ids, ...(others as PublicationId[])])];
}

/** Finds the letters that an arrival is, by its ids and by its file; more than one when nobody knew they were the same. */
export class KnownLetters {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * The letters that an arrival is; the one that the others are to be merged into comes first.
   *
   * @param source where it comes from
   */
  find(source: string, arrival: Arrival): KnownLetter[] {
    const keys = new Set(idsOf(arrival).flatMap((id) => this.#byId(id)));
    if (arrival.letter.id.startsWith("file:") && arrival.origin) this.#byPlace(source, arrival.origin.externalId, keys);
    const letters = [...keys].map((key) => this.letter(key));
    const alike = [...(arrival.fileHash === undefined ? [] : this.#byFile(arrival.fileHash)), ...this.#byCase(arrival)];
    for (const key of new Set(alike)) {
      const letter = this.letter(key);
      // Two publications may be printed alike: likeness only decides where one of the two ids is provisional.
      if (!keys.has(key) && !(isOfficial(letter.id) && isOfficial(arrival.letter.id))) letters.push(letter);
    }
    return letters.sort(byStanding);
  }

  #byId(id: string): number[] {
    return this.#database
      .prepare<[string], number>("SELECT letter_key FROM publication_ids WHERE id = ?")
      .pluck()
      .all(id)
      .map((key) => this.survivor(key));
  }

  /** A file name is no id: two files of one name in two places are two letters, and one place holds one. */
  #byPlace(source: string, externalId: string, keys: Set<number>): void {
    const placesOf = this.#database
      .prepare<[string, number], string>("SELECT external_id FROM origins WHERE source = ? AND letter_key = ?")
      .pluck();
    for (const key of keys) {
      const places = placesOf.all(source, key);
      if (places.length > 0 && !places.includes(externalId)) keys.delete(key);
    }
    const here = this.#database
      .prepare<[string, string], number>("SELECT letter_key FROM origins WHERE source = ? AND external_id = ?")
      .pluck()
      .get(source, externalId);
    if (here !== undefined && this.letter(this.survivor(here)).id.startsWith("file:")) keys.add(this.survivor(here));
  }

  #byFile(hash: string): number[] {
    const keys = this.#database
      .prepare<[string], number>("SELECT DISTINCT letter_key FROM versions WHERE file_hash = ?")
      .pluck()
      .all(hash);
    return [...new Set(keys.map((key) => this.survivor(key)))];
  }

  /**
   * Answers to written questions, as the ministry sends them and as they are published: the same case, received on the
   * same day, with as many questions. The publication does not name the ministry's document.
   */
  #byCase({ letter: { kind, date, questions, caseNumber } }: Arrival): number[] {
    if (kind !== "antwoord" || caseNumber === null || date === null || questions.length === 0) return [];
    return this.#database
      .prepare<[string, string, number], number>(
        `SELECT key FROM letter_names JOIN letters ON key = letter_names.letter_key
         JOIN versions ON versions.letter_key = key AND versions.version = letters.version
         WHERE case_number = ? AND letter_names.date = ? AND letter ->> 'kind' = 'antwoord'
           AND json_array_length(letter, '$.questions') = ? AND merged_into IS NULL`,
      )
      .pluck()
      .all(caseNumber, date, questions.length);
  }

  /** The letter that one was merged into, or itself. */
  survivor(key: number): number {
    const into = this.#database
      .prepare<[number], number | null>("SELECT merged_into FROM letters WHERE key = ?")
      .pluck()
      .get(key);
    return typeof into === "number" ? this.survivor(into) : key;
  }

  /** A letter by its key, which must be there. */
  letter(key: number): KnownLetter {
    const row = this.#database
      .prepare<[number], Omit<KnownLetter, "provisional" | "withdrawn"> & { provisional: number; withdrawn: number }>(
        `SELECT key, letters.version, letter ->> 'id' AS id, form, provisional, content_hash AS contentHash,
           withdrawn_at IS NOT NULL AS withdrawn
         FROM letters JOIN versions ON letter_key = key AND versions.version = letters.version WHERE key = ?`,
      )
      .get(key);
    if (row === undefined) throw new Error(`letter ${key} has no version`);
    return { ...row, provisional: row.provisional === 1, withdrawn: row.withdrawn === 1 };
  }
}

/** The official publication before a provisional one, then the better form, then the older. */
function byStanding(one: KnownLetter, other: KnownLetter): number {
  return (
    Number(one.withdrawn) - Number(other.withdrawn) ||
    Number(one.provisional) - Number(other.provisional) ||
    Number(isOfficial(other.id)) - Number(isOfficial(one.id)) ||
    formsByWorth.indexOf(one.form) - formsByWorth.indexOf(other.form) ||
    one.key - other.key
  );
}

/** Whether what is known is worth more than what arrives: then that changes nothing. */
export function isWorse(arrival: Arrival, known: KnownLetter): boolean {
  const arriving = isProvisional(arrival);
  if (arriving !== known.provisional) return arriving;
  return formsByWorth.indexOf(known.form) < formsByWorth.indexOf(arrival.form);
}
