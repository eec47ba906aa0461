import type { Database, Statement } from "better-sqlite3";
import type { Place } from "../digest/place.ts";
import type { Reply } from "../replies/reply.ts";

/** A message as Slack has it: the conversation that it stands in, and its timestamp there, which names it. */
export interface PostedAt {
  conversation: string;
  ts: string;
}

export type Purpose = "digest" | "notice";

/** A message that is to go out, or of which it is not known whether it has. */
export interface OpenEntry {
  id: number;
  key: string;
  team: string;
  place: Place;
  purpose: Purpose;
  /** `sending`: an attempt was begun and nothing was heard of it since. */
  state: "waiting" | "sending";
  attemptedAt: Date | null;
  /** By Slack's clock: a message of this attempt is not older; null when Slack had taken nothing from us before. */
  attemptedAfter: Date | null;
  notBefore: Date | null;
  /** When anything was last sent to the same place. */
  placeAttemptedAt: Date | null;
  /** The message in whose thread it goes: null when in none, `lost` when that one never got there. */
  parent: PostedAt | "lost" | null;
  /** Where it goes when its place is closed, the first to be tried first. */
  otherwise: Place[];
}

interface EntryRow {
  id: number;
  key: string;
  team: string;
  place: string;
  purpose: string;
  state: string;
  attempted_at: string | null;
  slack_time: number | null;
  not_before: string | null;
  otherwise: string;
  place_attempted_at: string | null;
  parent: number | null;
  parent_conversation: string | null;
  parent_ts: string | null;
}

const firstOpen = `SELECT entry.id, entry.key, entry.team, entry.place, entry.purpose, entry.state, entry.attempted_at,
     entry.slack_time, entry.not_before, entry.otherwise, entry.parent,
     parent.conversation AS parent_conversation, parent.ts AS parent_ts,
     (SELECT max(attempted_at) FROM outbox AS any WHERE any.team = entry.team AND any.place = entry.place)
       AS place_attempted_at
   FROM (SELECT min(id) AS first FROM outbox WHERE state IN ('waiting', 'sending') GROUP BY team, place)
   JOIN outbox AS entry ON entry.id = first
   LEFT JOIN outbox AS parent ON parent.id = entry.parent
   WHERE entry.not_before IS NULL OR entry.not_before <= ?`;

/** Reads of the outbox what is open. */
export class OpenEntries {
  /** Asked four times a second. */
  readonly #first: Statement<[string], EntryRow>;
  readonly #nextNotBefore: Statement<[string], string | null>;
  readonly #message: Statement<[number], string | null>;

  constructor(database: Database) {
    this.#first = database.prepare(firstOpen);
    this.#nextNotBefore = database
      .prepare<[string], string | null>(
        "SELECT min(not_before) FROM outbox WHERE state IN ('waiting', 'sending') AND not_before > ?",
      )
      .pluck();
    this.#message = database.prepare<[number], string | null>("SELECT message FROM outbox WHERE id = ?").pluck();
  }

  /**
   * The first open message of every place, but for those that are to wait: a place gets its messages in the order in
   * which they were written.
   */
  first(now: Date): OpenEntry[] {
    return this.#first.all(now.toISOString()).map(openEntry);
  }

  /** When the first of those that are to wait need wait no longer; null when none waits. */
  nextNotBefore(now: Date): Date | null {
    return instant(this.#nextNotBefore.get(now.toISOString()) ?? null);
  }

  /** What an open message says. */
  messageOf(id: number): Reply {
    const message = this.#message.get(id);
    if (typeof message !== "string") throw new Error(`message ${id} is not open`);
    return JSON.parse(message) as Reply;
  }
}

function openEntry(row: EntryRow): OpenEntry {
  return {
    id: row.id,
    key: row.key,
    team: row.team,
    place: row.place as Place,
    purpose: row.purpose as Purpose,
    state: row.state as OpenEntry["state"],
    attemptedAt: instant(row.attempted_at),
    attemptedAfter: row.slack_time === null ? null : new Date(row.slack_time * 1000),
    notBefore: instant(row.not_before),
    placeAttemptedAt: instant(row.place_attempted_at),
    parent: parentOf(row),
    otherwise: JSON.parse(row.otherwise) as Place[],
  };
}

function instant(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}

function parentOf(row: EntryRow): OpenEntry["parent"] {
  if (row.parent === null) return null;
  const { parent_conversation: conversation, parent_ts: ts } = row;
  return conversation === null || ts === null ? "lost" : { conversation, ts };
}
