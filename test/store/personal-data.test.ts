import type { Database } from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { PassageCopy } from "../../src/debate/kept-passage.ts";
import type { Place } from "../../src/digest/place.ts";
import type { LetterKey, PassageId } from "../../src/letters/stored-letter.ts";
import { Collections } from "../../src/store/collections.ts";
import { openDatabase } from "../../src/store/database.ts";
import { Deliveries } from "../../src/store/deliveries.ts";
import { Outbox } from "../../src/store/outbox.ts";
import { PersonalData, personalTables } from "../../src/store/personal-data.ts";
import { Subscriptions } from "../../src/store/subscriptions.ts";
import { ThreadSubjects } from "../../src/store/thread-subjects.ts";
import { Unfurls } from "../../src/store/unfurls.ts";

const now = new Date("2026-01-05T08:00:00Z");
const [channel, own, other] = ["C0001", "U0001", "U0002"] as const;

let database: Database;
let data: PersonalData;

beforeEach(() => {
  database = openDatabase(":memory:");
  data = new PersonalData(database);
});

afterEach(() => database.close());

/** Columns of text that hold no person, with what they hold; a new column of text is to be put here or in personalTables. */
const withoutPeople: Record<string, readonly string[]> = {
  // Letters and where they came from; the people in them wrote to parliament.
  ...{ batches: ["source", "arrived_at", "indexed_at"], batch_changes: ["change"] },
  ...{ letters: ["withdrawn_at"], publication_ids: ["id"], passages: ["passage"], citations: ["cited"] },
  question_papers: ["kind", "case_number", "submitted"],
  versions: ["file", "form", "content_hash", "date", "letter", "file_hash"],
  readings: ["opener", "reader"],
  letter_names: ["title", "date", "dossier", "document_number", "case_number", "ministry_reference"],
  corrections: ["corrected", "how"],
  quarantine: ["file", "content_hash", "code", "reason", "origin"],
  sources: ["source", "cursor", "synced_at", "failing_since", "fault", "reason", "not_before", "told_at"],
  origins: ["source", "external_id", "stamp", "url", "etag", "last_modified", "withdrawn_at"],
  retries: ["source", "external_id", "document", "due_at"],
  // What was asked and judged, without who did.
  ...{ result_pages: ["id", "typed", "expires_at"], feedback: ["typed", "given_on", "expires_at"] },
  // Of the tables with people, the other columns.
  subscriptions: ["team", "subject", "query", "frequency", "made_at", "paused", "paused_since", "last_turn"],
  outbox: [
    "key",
    "team",
    "purpose",
    "message",
    "state",
    "attempted_at",
    "not_before",
    "ts",
    "trouble",
    "written_at",
    "otherwise",
  ],
  kept_passages: ["passage", "copy", "kept_at", "note", "removed_at"],
  debate_collections: ["team", "thread", "name"],
  thread_subjects: ["team", "thread", "query", "expires_at"],
  ...{ unfurls: ["expires_at"], deliveries: ["expires_at"] },
};

interface Column {
  table: string;
  column: string;
}

function textColumns(): Column[] {
  return database
    .prepare<[], Column>(
      `SELECT shape.name AS "table", columns.name AS "column" FROM sqlite_schema AS shape, pragma_table_info(shape.name)
         AS columns WHERE shape.type = 'table' AND shape.name NOT LIKE 'sqlite_%' AND columns.type = 'TEXT'`,
    )
    .all();
}

/** Where a text stands in the database. */
function placesOf(text: string): string[] {
  return textColumns()
    .filter(({ table, column }) => {
      const count = database.prepare<[string], number>(`SELECT count(*) FROM ${table} WHERE instr(${column}, ?)`);
      return Number(count.pluck().get(text)) > 0;
    })
    .map(({ table, column }) => `${table}.${column}`);
}

/** Something of two people in every table that can name one. */
function fill(): void {
  const subscriptions = new Subscriptions(database);
  const outbox = new Outbox(database);
  const collections = new Collections(database);
  const frequency = { every: "arrival" } as const;
  database.exec("INSERT INTO letters (key, version) VALUES (1, 1)");
  for (const [maker, place] of [
    [own, channel],
    [own, own],
    [other, other],
  ] as const) {
    const wish = { team: "T0001", place: place as Place, maker, query: `visum ${maker === own ? 1 : 2}`, frequency };
    const { id } = subscriptions.add(wish, 0, now);
    const messages = ["a", "b"].map((key) => ({ key: `${key}${id}`, message: { text: "Hallo", blocks: [] } }));
    const parcel = { team: "T0001", place: place as Place, purpose: "digest" as const, messages };
    const turn = { subscription: id, seenBefore: 0, seenBatch: 1, slot: null };
    const deliveries = [{ subscription: id, letter: "1" as LetterKey, version: 1 }];
    outbox.writeDigest({ parcel, deliveries, turns: [turn] }, now);
  }
  for (const entry of outbox.open.first(now)) {
    if (entry.place === own) outbox.sent(entry.id, { conversation: "D0001", ts: "1.1" });
  }
  const copy = (id: string) => ({ id: id as PassageId, text: "Passage" }) as unknown as PassageCopy;
  for (const [where, by] of [
    [channel, own],
    ["D0001", own],
    [channel, other],
  ] as const) {
    collections.keep({ team: "T0001", channel: where, thread: null }, copy(`1.1.${by === own ? 1 : 2}`), by, now);
  }
  new ThreadSubjects(database).remember({ team: "T0001", channel: "D0001", thread: null }, "Algerije", now);
  new Unfurls(database).claim("D0001", "1" as LetterKey, now);
  new Deliveries(database).isFirst("message T0001 D0001 1.1", now);
  new Deliveries(database).isFirst("message T0001 D00012 1.1", now);
}

describe("what is kept about a person", () => {
  it("is looked for in every column of the database that can name one", () => {
    const known = new Set(
      [
        ...Object.entries(withoutPeople),
        ...personalTables.map(({ table, columns }) => [table, columns] as const),
      ].flatMap(([table, columns]) => columns.map((column) => `${table}.${column}`)),
    );
    const unknown = textColumns().filter(({ table, column }) => !known.delete(`${table}.${column}`));
    expect(unknown).toEqual([]);
    // And nothing is listed that is not there.
    expect([...known]).toEqual([]);
  });

  it("is found in all of them, of that person alone", () => {
    fill();
    const found = data.of([own]);
    expect(found.map(({ table }) => table)).toEqual(personalTables.map(({ table }) => table));
    expect(found.find(({ table }) => table === "subscriptions")?.rows).toHaveLength(2);
    expect(JSON.stringify(found)).not.toContain("visum 2");
    expect(JSON.stringify(found)).not.toContain("D00012");
    expect(data.of(["U0003"])).toEqual([]);
  });

  it("is gone when it is forgotten: neither the person's id nor that of the own conversation stands anywhere", () => {
    fill();
    expect(placesOf(own)).not.toEqual([]);
    const there = data.of([own]);
    expect(data.forget([own])).toEqual(there);
    expect(data.of([own, "D0001"])).toEqual([]);
    expect(placesOf(own)).toEqual([]);
    expect(placesOf("D0001").filter((place) => place !== "deliveries.id")).toEqual([]);
    expect(database.prepare("PRAGMA foreign_key_check").all()).toEqual([]);
  });

  it("leaves what a channel follows and keeps, and all of other people", () => {
    fill();
    data.forget([own]);
    const left = new Subscriptions(database).active().map(({ place, maker }) => [place, maker]);
    expect(left).toEqual([
      [channel, ""],
      [other, other],
    ]);
    const kept = new Collections(database).ofPlace({ team: "T0001", channel, thread: null }, now);
    expect(kept?.passages.map(({ keptBy }) => keptBy)).toEqual(["", other]);
    expect(data.of([other]).map(({ table }) => table)).toEqual(["subscriptions", "outbox", "kept_passages"]);
  });

  it("is forgotten whole or not at all", () => {
    fill();
    database.exec("CREATE TRIGGER no BEFORE DELETE ON unfurls BEGIN SELECT RAISE(ABORT, 'no'); END");
    const before = data.of([own]);
    expect(() => data.forget([own])).toThrow("no");
    expect(data.of([own])).toEqual(before);
  });
});
