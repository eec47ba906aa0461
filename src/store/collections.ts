import type { Database } from "better-sqlite3";
import type { CollectionLine, DebatePlace, PassageCopy, StoredCollection } from "../debate/kept-passage.ts";
import { checksum, readIntact } from "./checksum.ts";

/** Removing can be undone this long. */
const undoFor = 10 * 60 * 1000;

interface CollectionRow {
  id: number;
  team: string;
  channel: string;
  thread: string;
  name: string | null;
}

interface KeptRow {
  id: number;
  copy: string;
  copy_sum: number;
  kept_by: string;
  kept_at: string;
  note: string | null;
  removed_at: string | null;
}

/**
 * The passages that people keep for a debate. Every change is one small transaction on what it is about, so that two
 * people at work at the same time undo nothing of each other's.
 */
export class Collections {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * Keeps a passage, at the end; what is there already stays as it is, with who kept it first.
   *
   * @returns the collection, and whether the passage is new in it
   */
  keep(place: DebatePlace, copy: PassageCopy, by: string, now: Date): { collection: number; isNew: boolean } {
    const text = JSON.stringify(copy);
    const keep = this.#database.transaction(() => {
      this.#forgetRemoved(now);
      const collection = this.#collectionFor(place);
      const { changes } = this.#database
        .prepare(
          `INSERT INTO kept_passages (collection, passage, copy, copy_sum, kept_by, kept_at, place)
           VALUES (?, ?, ?, ?, ?, ?, (SELECT coalesce(max(place), 0) + 1 FROM kept_passages WHERE collection = ?))
           ON CONFLICT (collection, passage) DO UPDATE SET kept_by = excluded.kept_by, kept_at = excluded.kept_at,
             place = excluded.place, removed_at = NULL WHERE removed_at IS NOT NULL`,
        )
        .run(collection, copy.id, text, checksum(text), by, now.toISOString(), collection);
      return { collection, isNew: changes === 1 };
    });
    return keep.immediate();
  }

  /** The collection of a team with this id; null when there is none. */
  collection(id: number, team: string, now: Date): StoredCollection | null {
    const row = this.#database
      .prepare<[number, string], CollectionRow>("SELECT * FROM debate_collections WHERE id = ? AND team = ?")
      .get(id, team);
    return row === undefined ? null : this.#stored(row, now);
  }

  /** The collection of a thread or channel; null when nothing was ever kept there. */
  ofPlace({ team, channel, thread }: DebatePlace, now: Date): StoredCollection | null {
    const row = this.#database
      .prepare<[string, string, string], CollectionRow>(
        "SELECT * FROM debate_collections WHERE team = ? AND channel = ? AND thread = ?",
      )
      .get(team, channel, thread ?? "");
    return row === undefined ? null : this.#stored(row, now);
  }

  /** The collections of a channel and its threads that hold something, the one last added to first. */
  ofChannel(team: string, channel: string): CollectionLine[] {
    return this.#database
      .prepare<
        [string, string],
        { id: number; name: string | null; thread: string; passages: number; lastKeptAt: string }
      >(
        `SELECT debate_collections.id, name, thread, count(*) AS passages, max(kept_at) AS lastKeptAt
         FROM debate_collections JOIN kept_passages ON collection = debate_collections.id
         WHERE team = ? AND channel = ? AND removed_at IS NULL
         GROUP BY debate_collections.id ORDER BY lastKeptAt DESC`,
      )
      .all(team, channel)
      .map(({ thread, lastKeptAt, ...row }) => ({
        ...row,
        place: { team, channel, thread: thread || null },
        lastKeptAt: new Date(lastKeptAt),
      }));
  }

  /** The collection that holds a kept passage; null when it is gone for good. */
  collectionOf(kept: number, team: string, now: Date): StoredCollection | null {
    const id = this.#database
      .prepare<[number], number>("SELECT collection FROM kept_passages WHERE id = ?")
      .pluck()
      .get(kept);
    return id === undefined ? null : this.collection(id, team, now);
  }

  remove(kept: number, now: Date): void {
    this.#database
      .prepare("UPDATE kept_passages SET removed_at = ? WHERE id = ? AND removed_at IS NULL")
      .run(now.toISOString(), kept);
  }

  /** Undoes a removal; false when it is too late. */
  undo(kept: number, now: Date): boolean {
    this.#forgetRemoved(now);
    return this.#database.prepare("UPDATE kept_passages SET removed_at = NULL WHERE id = ?").run(kept).changes === 1;
  }

  /** Lets a passage change places with the one before or after it. */
  move(kept: number, to: "earlier" | "later"): void {
    const move = this.#database.transaction(() => {
      const comparison = to === "earlier" ? "<" : ">";
      const direction = to === "earlier" ? "DESC" : "ASC";
      const pair = this.#database
        .prepare<[number], { own: number; id: number; place: number }>(
          `SELECT own.place AS own, other.id, other.place FROM kept_passages AS own
           JOIN kept_passages AS other ON other.collection = own.collection AND other.removed_at IS NULL
             AND other.place ${comparison} own.place
           WHERE own.id = ? ORDER BY other.place ${direction} LIMIT 1`,
        )
        .get(kept);
      if (pair === undefined) return;
      const put = this.#database.prepare("UPDATE kept_passages SET place = ? WHERE id = ?");
      put.run(pair.place, kept);
      put.run(pair.own, pair.id);
    });
    move.immediate();
  }

  /** @param note empty to take the note away */
  annotate(kept: number, note: string): void {
    this.#database.prepare("UPDATE kept_passages SET note = ? WHERE id = ?").run(note.trim() || null, kept);
  }

  /** @param name empty to take the name away */
  rename(collection: number, name: string): void {
    this.#database
      .prepare("UPDATE debate_collections SET name = ? WHERE id = ?")
      .run(name.replace(/\s+/g, " ").trim() || null, collection);
  }

  #collectionFor({ team, channel, thread }: DebatePlace): number {
    this.#database
      .prepare("INSERT OR IGNORE INTO debate_collections (team, channel, thread) VALUES (?, ?, ?)")
      .run(team, channel, thread ?? "");
    return Number(
      this.#database
        .prepare("SELECT id FROM debate_collections WHERE team = ? AND channel = ? AND thread = ?")
        .pluck()
        .get(team, channel, thread ?? ""),
    );
  }

  #stored({ id, team, channel, thread, name }: CollectionRow, now: Date): StoredCollection {
    const passages = this.#database
      .prepare<[number, string], KeptRow>(
        `SELECT * FROM kept_passages WHERE collection = ? AND (removed_at IS NULL OR removed_at >= ?)
         ORDER BY place, id`,
      )
      .all(id, tooLate(now))
      .map((row) => ({
        id: row.id,
        copy: readIntact(row.copy, row.copy_sum, `kept passage ${row.id}`) as PassageCopy,
        keptBy: row.kept_by,
        keptAt: new Date(row.kept_at),
        note: row.note,
        isRemoved: row.removed_at !== null,
      }));
    return { id, name, place: { team, channel, thread: thread || null }, passages };
  }

  /** What was removed for good leaves the database. */
  #forgetRemoved(now: Date): void {
    this.#database.prepare("DELETE FROM kept_passages WHERE removed_at < ?").run(tooLate(now));
  }
}

function tooLate(now: Date): string {
  return new Date(now.getTime() - undoFor).toISOString();
}
