import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import type { Database } from "better-sqlite3";
import type { ReadLetter } from "../letters/letter.ts";
import type { LetterKey } from "../letters/stored-letter.ts";
import type { Arrival, Delivery, ReadBy, Refusal } from "./arrival.ts";
import { idsOf, isProvisional, isWorse, type KnownLetter, KnownLetters } from "./known-letters.ts";
import { Readings, type StaleLetter } from "./readings.ts";
import { SourceWriter } from "./source-writer.ts";
import { VersionWriter } from "./version-writer.ts";

/**
 * What a batch did; `changed` are the letters whose passages are to be indexed anew or taken out of the index.
 * `merged` counts letters that turned out to be another one, and they are not counted elsewhere.
 */
export interface BatchOutcome {
  new: number;
  unchanged: number;
  updated: number;
  quarantined: number;
  withdrawn: number;
  merged: number;
  changed: LetterKey[];
}

type Change = "new" | "updated" | "withdrawn" | "restored" | "merged";

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Writes letters; every batch is one transaction, whole or not at all. */
export class LetterWriter {
  readonly #database: Database;
  readonly #known: KnownLetters;

  constructor(database: Database) {
    this.#database = database;
    this.#known = new KnownLetters(database);
  }

  /**
   * Adds a batch of letters, and the files of the batch that could not be read.
   *
   * @param source where they come from: `folder`, or the name of an official source
   * @param arrivedAt the instant of arrival
   * @param delivery what the source says besides
   */
  addBatch(
    source: string,
    arrivedAt: Date,
    arrivals: readonly Arrival[],
    refused: readonly Refusal[],
    delivery: Delivery = {},
  ): BatchOutcome {
    const add = this.#database.transaction(() => {
      const batch = new Batch(this.#database, this.#known, source, arrivedAt);
      for (const arrival of arrivals) batch.add(arrival);
      for (const refusal of refused) batch.quarantine(refusal);
      for (const externalId of delivery.withdrawn ?? []) batch.withdraw(externalId);
      batch.sources.note(delivery);
      return batch.outcome();
    });
    return add.immediate();
  }

  /**
   * Adds what letters became when other code read them again. What reads otherwise is a new version that came in when
   * the one before it did: for whoever follows new letters it is none.
   */
  addRereads(at: Date, rereads: readonly Reread[]): BatchOutcome {
    const add = this.#database.transaction(() => {
      const batch = new Batch(this.#database, this.#known, "reread", at);
      for (const reread of rereads) batch.reread(reread);
      return batch.outcome();
    });
    return add.immediate();
  }
}

/** A letter that was read again, from what it was read from before. */
export interface Reread {
  of: StaleLetter;
  letter: ReadLetter;
  readBy: ReadBy;
}

/** One batch while it is written. It only gets a number when it changes something: an unchanged re-feed leaves no trace. */
class Batch {
  readonly sources: SourceWriter;
  readonly #database: Database;
  readonly #known: KnownLetters;
  readonly #versions: VersionWriter;
  readonly #readings: Readings;
  readonly #source: string;
  readonly #at: string;
  #number: number | null = null;
  readonly #counts = { new: 0, unchanged: 0, updated: 0, quarantined: 0, withdrawn: 0, merged: 0 };
  readonly #changes = new Map<number, Change>();

  constructor(database: Database, known: KnownLetters, source: string, arrivedAt: Date) {
    this.#database = database;
    this.#known = known;
    this.#versions = new VersionWriter(database);
    this.#readings = new Readings(database);
    this.#source = source;
    this.#at = arrivedAt.toISOString();
    this.sources = new SourceWriter(database, source, this.#at);
  }

  outcome(): BatchOutcome {
    const insert = this.#database.prepare("INSERT INTO batch_changes (batch, letter_key, change) VALUES (?, ?, ?)");
    for (const [key, change] of this.#changes) insert.run(this.#batch(), key, change);
    return { ...this.#counts, changed: [...this.#changes.keys()].map((key) => String(key) as LetterKey) };
  }

  add(arrival: Arrival): void {
    const [held = null, ...same] = this.#known.find(this.#source, arrival);
    for (const letter of same) this.#merge(letter, held?.key ?? letter.key);
    const key = held?.key ?? this.#newLetter();
    this.#nameAs(key, arrival);
    if (held === null) {
      this.#versions.add(key, 1, this.#batch(), arrival);
      this.#count("new", key);
    } else if (this.#isReadAnew(held, arrival)) {
      this.#addReading(held, arrival);
    } else if (this.#isNews(held, arrival)) {
      this.#versions.add(key, held.version + 1, this.#batch(), arrival);
      this.#count("updated", key);
    } else if (held.withdrawn) {
      this.#count("updated", key);
      this.#changes.set(key, "restored");
    } else {
      this.#counts.unchanged += 1;
    }
    if (held?.contentHash === arrival.contentHash && arrival.reading && !this.#changes.has(key))
      this.#readings.note(key, held.version, arrival.reading);
    if (held?.withdrawn) this.#database.prepare("UPDATE letters SET withdrawn_at = NULL WHERE key = ?").run(key);
    if (arrival.origin) this.sources.link(arrival.origin, key);
  }

  /** A letter that was withdrawn, or of which another version came in, since it was read is left alone. */
  reread({ of: { key, version, ...file }, letter, readBy }: Reread): void {
    const held = this.#known.letter(key);
    if (held.withdrawn || held.version !== version) return;
    const arrival: Arrival = { ...file, letter, reading: { ...file.reading, ...readBy } };
    if (this.#readsTheSame(held, arrival)) {
      this.#readings.note(key, version, { ...file.reading, ...readBy });
      this.#counts.unchanged += 1;
    } else this.#addReading(held, arrival);
  }

  /** A version that says nothing new, but says it better: it came in when the one before it did. */
  #addReading({ key, version }: KnownLetter, arrival: Arrival): void {
    const batch = this.#database
      .prepare<[number, number], number>("SELECT batch FROM versions WHERE letter_key = ? AND version = ?")
      .pluck()
      .get(key, version);
    this.#nameAs(key, arrival);
    this.#versions.add(key, version + 1, batch ?? this.#batch(), arrival);
    this.#count("updated", key);
  }

  /** A name that another letter has already stays its own. */
  #nameAs(key: number, arrival: Arrival): void {
    const insert = this.#database.prepare("INSERT OR IGNORE INTO publication_ids (id, letter_key) VALUES (?, ?)");
    for (const id of idsOf(arrival)) insert.run(id, key);
  }

  /** A file that comes in again while it cannot be read is kept once, with the newest reason. */
  quarantine({ file, bytes, reason, retry = null }: Refusal): void {
    const origin = retry === null ? null : this.sources.originOf(retry.externalId);
    if (origin !== null) this.#database.prepare("DELETE FROM quarantine WHERE origin = ?").run(origin);
    this.#database
      .prepare(
        `INSERT INTO quarantine (file, content_hash, batch, code, reason, bytes, origin) VALUES (?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (file, content_hash) DO UPDATE SET batch = excluded.batch, code = excluded.code,
           reason = excluded.reason, origin = excluded.origin`,
      )
      .run(file, sha256(bytes ?? new Uint8Array()), this.#batch(), reason.code, reason.message, bytes, origin);
    this.#counts.quarantined += 1;
    if (retry !== null) this.sources.retryLater(retry);
  }

  /** A letter is withdrawn when no source has it any more; its versions stay, for what was quoted of it. */
  withdraw(externalId: string): void {
    const found = this.sources.unlink(externalId);
    if (found === null) return;
    const key = this.#known.survivor(found);
    if (this.sources.vouchedFor(key)) return;
    const { changes } = this.#database
      .prepare("UPDATE letters SET withdrawn_at = ? WHERE key = ? AND withdrawn_at IS NULL")
      .run(this.#at, key);
    if (changes > 0) this.#count("withdrawn", key);
  }

  /** Whether the very same file reads otherwise by now, as other code reads it. */
  #isReadAnew(held: KnownLetter, arrival: Arrival): boolean {
    const { contentHash, reading } = arrival;
    if (held.contentHash !== contentHash || held.withdrawn || reading === undefined) return false;
    return !this.#readings.isOf(held.key, held.version, reading) && !this.#readsTheSame(held, arrival);
  }

  #isNews(held: KnownLetter, arrival: Arrival): boolean {
    if (held.contentHash === arrival.contentHash || isWorse(arrival, held)) return false;
    return this.#lastHashFromHere(held.key) !== arrival.contentHash && !this.#readsTheSame(held, arrival);
  }

  /** Two sources may each send their own file of one letter: what this one sent before is not news because the other's is held. */
  #lastHashFromHere(key: number): string | undefined {
    return this.#database
      .prepare<[number, string], string>(
        `SELECT content_hash FROM versions JOIN batches ON batches.id = batch
         WHERE letter_key = ? AND source = ? ORDER BY version DESC LIMIT 1`,
      )
      .pluck()
      .get(key, this.#source);
  }

  /** Whether other bytes hold the same letter: a PDF is made anew with another time in it, and not a word is different. */
  #readsTheSame(held: KnownLetter, arrival: Arrival): boolean {
    const { passages, ...letter } = arrival.letter;
    const kept = this.#database
      .prepare<[number, number], string>("SELECT letter FROM versions WHERE letter_key = ? AND version = ?")
      .pluck()
      .get(held.key, held.version);
    if (kept === undefined || !isDeepStrictEqual(JSON.parse(kept), plain(letter))) return false;
    const keptPassages = this.#database
      .prepare<[number, number], string>(
        "SELECT passage FROM passages WHERE letter_key = ? AND version = ? ORDER BY ordinal",
      )
      .pluck()
      .all(held.key, held.version)
      .map((passage) => JSON.parse(passage) as unknown);
    return held.provisional === isProvisional(arrival) && isDeepStrictEqual(keptPassages, plain(passages));
  }

  /** Two letters turn out to be one: the other keeps its versions, but not its place in the index. */
  #merge(letter: KnownLetter, into: number): void {
    this.#database.prepare("UPDATE letters SET merged_into = ? WHERE key = ?").run(into, letter.key);
    this.#database.prepare("UPDATE publication_ids SET letter_key = ? WHERE letter_key = ?").run(into, letter.key);
    this.#database.prepare("UPDATE origins SET letter_key = ? WHERE letter_key = ?").run(into, letter.key);
    this.#count("merged", letter.key);
  }

  #count(change: Exclude<Change, "restored">, key: number): void {
    this.#counts[change] += 1;
    // A letter that is new in this batch is new, whatever happens to it further on.
    if (change === "updated" && this.#changes.get(key) === "new") return;
    this.#changes.set(key, change);
  }

  #batch(): number {
    this.#number ??= Number(
      this.#database.prepare("INSERT INTO batches (source, arrived_at) VALUES (?, ?)").run(this.#source, this.#at)
        .lastInsertRowid,
    );
    return this.#number;
  }

  #newLetter(): number {
    return Number(this.#database.prepare("INSERT INTO letters (version) VALUES (1)").run().lastInsertRowid);
  }
}

/** A value as it comes back from the database. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
