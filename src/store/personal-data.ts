import type { Database } from "better-sqlite3";

/** What a table keeps about a person: its rows, as they stand there. */
export interface PersonalRows {
  table: string;
  rows: Record<string, unknown>[];
}

interface PersonalTable {
  table: string;
  /** Columns that hold a person's id, or the id of a person's own conversation with the bot. */
  columns: readonly string[];
  /** Where ids stand within a longer text, between spaces. */
  within?: true;
  /** What a person is shown of a row. */
  shown: readonly string[];
  /** What forgets a person, in this order; `IDS` stands for the ids. What belongs to others too stays, without a name. */
  forget: readonly string[];
}

/**
 * Every table that can name a person; a test holds this to the shape of the database, so that none is forgotten.
 *
 * - What goes to a person's own conversation is that person's and is deleted; what a channel follows and what a debate
 *   has kept are the channel's: they stay, and who made or kept them is forgotten (an empty id).
 */
export const personalTables: readonly PersonalTable[] = [
  {
    table: "subscriptions",
    columns: ["maker", "place"],
    shown: ["id", "place", "subject", "query", "frequency", "made_at", "paused", "paused_since"],
    forget: ["DELETE FROM subscriptions WHERE place IN IDS", "UPDATE subscriptions SET maker = '' WHERE maker IN IDS"],
  },
  {
    table: "outbox",
    columns: ["place", "conversation"],
    shown: ["purpose", "state", "message", "written_at"],
    forget: ["DELETE FROM outbox WHERE place IN IDS OR conversation IN IDS"],
  },
  {
    table: "kept_passages",
    columns: ["kept_by"],
    shown: ["id", "passage", "note", "kept_at", "removed_at"],
    forget: [
      "DELETE FROM kept_passages WHERE collection IN (SELECT id FROM debate_collections WHERE channel IN IDS)",
      "UPDATE kept_passages SET kept_by = '' WHERE kept_by IN IDS",
    ],
  },
  {
    table: "debate_collections",
    columns: ["channel"],
    shown: ["id", "name"],
    forget: ["DELETE FROM debate_collections WHERE channel IN IDS"],
  },
  {
    table: "thread_subjects",
    columns: ["channel"],
    shown: ["query", "expires_at"],
    forget: ["DELETE FROM thread_subjects WHERE channel IN IDS"],
  },
  {
    table: "unfurls",
    columns: ["channel"],
    shown: ["letter_key", "expires_at"],
    forget: ["DELETE FROM unfurls WHERE channel IN IDS"],
  },
  {
    table: "deliveries",
    columns: ["id"],
    within: true,
    shown: ["id", "expires_at"],
    forget: [
      "DELETE FROM deliveries WHERE EXISTS (SELECT 1 FROM IDS AS one WHERE instr(id || ' ', ' ' || one.value || ' '))",
    ],
  },
];

const idList = "(SELECT value FROM json_each(@ids))";

/** What is kept about a person, shown and forgotten at that person's request. */
export class PersonalData {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * Everything that is kept about a person; tables without anything are left out.
   *
   * @param given ids of the person and of the person's own conversation with the bot, where that is known; another
   *   conversation that a message was posted in is found by itself
   */
  of(given: readonly string[]): PersonalRows[] {
    const ids = this.#allIds(given);
    return personalTables.flatMap(({ table, columns, within, shown }) => {
      const is = columns.map((column) =>
        within === true
          ? `EXISTS (SELECT 1 FROM ${idList} AS one WHERE instr(${column} || ' ', ' ' || one.value || ' '))`
          : `${column} IN ${idList}`,
      );
      const rows = this.#database
        .prepare<{ ids: string }, Record<string, unknown>>(
          `SELECT ${shown.join(", ")} FROM ${table} WHERE ${is.join(" OR ")}`,
        )
        .all({ ids });
      return rows.length === 0 ? [] : [{ table, rows }];
    });
  }

  /** Forgets a person, all or nothing. @returns what there was */
  forget(given: readonly string[]): PersonalRows[] {
    const forget = this.#database.transaction(() => {
      const there = this.of(given);
      const ids = this.#allIds(given);
      for (const statement of personalTables.flatMap((table) => table.forget))
        this.#database.prepare<{ ids: string }>(statement.replaceAll("IDS", idList)).run({ ids });
      return there;
    });
    return forget.immediate();
  }

  /** With the conversations that messages to this person were posted in; as a JSON list. */
  #allIds(given: readonly string[]): string {
    const known = this.#database
      .prepare<{ ids: string }, string>(
        `SELECT DISTINCT conversation FROM outbox WHERE place IN ${idList} AND conversation IS NOT NULL`,
      )
      .pluck()
      .all({ ids: JSON.stringify(given.filter((id) => /^[UW]/.test(id))) });
    return JSON.stringify([...new Set([...given, ...known])]);
  }
}
