import type { Database, Statement } from "better-sqlite3";
import type { Place } from "../digest/place.ts";
import type { Reply } from "../replies/reply.ts";
import type { Purpose } from "./open-entries.ts";

/** A message, and those in its thread, with a key for each. */
export interface Parcel {
  team: string;
  place: Place;
  purpose: Purpose;
  /** The parent first. */
  messages: { key: string; message: Reply }[];
  /** Where it goes when the place is closed, the first to be tried first. */
  otherwise?: Place[];
}

/** Writes messages that are to go out. */
export class MessageWriter {
  readonly #insert: Statement;

  constructor(database: Database) {
    this.#insert = database.prepare(
      `INSERT INTO outbox (key, team, place, purpose, parent, message, state, written_at, otherwise)
       VALUES (?, ?, ?, ?, ?, ?, 'waiting', ?, ?)`,
    );
  }

  /** Writes a parcel whole; to be called in a transaction. @returns the id of its parent */
  write({ team, place, purpose, messages, otherwise = [] }: Parcel, now: Date): number {
    let parent: number | null = null;
    for (const { key, message } of messages) {
      const { lastInsertRowid } = this.#insert.run(
        key,
        team,
        place,
        purpose,
        parent,
        JSON.stringify(message),
        now.toISOString(),
        JSON.stringify(otherwise),
      );
      parent ??= Number(lastInsertRowid);
    }
    if (parent === null) throw new Error("a parcel without messages");
    return parent;
  }
}
