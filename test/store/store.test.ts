import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { UserError } from "../../src/errors.ts";
import type { Day, PlacedPassage, PublicationId } from "../../src/letters/letter.ts";
import type { LetterKey, PassageId } from "../../src/letters/stored-letter.ts";
import type { Arrival } from "../../src/store/arrival.ts";
import { openSqlite, pragma } from "../../src/store/sqlite.ts";
import { openStore, type Store } from "../../src/store/store.ts";
import { madeLetter } from "../letters/made-letter.ts";

const at = new Date("2026-01-05T08:00:00Z");
let folder: string;
let file: string;
let store: Store;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "terugkeer-store-"));
  file = join(folder, "deep", "er", "terugkeer.sqlite");
  store = openStore(file);
});

afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

function arrival(given: Partial<Arrival["letter"]> = {}, contentHash = "a"): Arrival {
  return { letter: madeLetter(given), file: "brief.txt", form: "text", contentHash };
}

function everything() {
  return store.letters.versions().map(({ key, version }) => ({
    letter: store.letters.letter(key),
    passages: store.letters.passagesOf(key, version),
  }));
}

describe("the store", () => {
  it("gives back a letter and its passages as they came in", () => {
    const { letter } = arrival();
    expect(store.intake.addBatch("folder", at, [arrival()], [])).toMatchObject({ new: 1, unchanged: 0, updated: 0 });
    const [kept] = everything();
    expect(kept?.letter).toMatchObject({ id: letter.id, senders: letter.senders, file: "brief.txt", version: 1 });
    expect(kept?.passages.map(({ text }) => text)).toEqual(["Een eerste alinea."]);
    expect(kept?.letter).not.toHaveProperty("passages");
  });

  it("tells what the whole collection holds, after every batch: new, replaced, withdrawn, and back again", () => {
    const counts = () => ({
      ...store.letters.collection(),
      years: store.letters.years(),
      status: store.status.read().passages,
    });
    const origin = { externalId: "een", stamp: null, url: null, etag: null, lastModified: null };
    const passage = (ordinal: number) => ({ ...madeLetter().passages[0], ordinal }) as PlacedPassage;
    const short = { ...arrival({ passages: [passage(1)], date: "2019-05-06" as Day }, "short"), origin };
    const long = {
      ...arrival({ passages: [passage(1), passage(2), passage(3)], date: "2021-05-06" as Day }, "long"),
      origin,
    };
    const other = arrival(
      { id: "kst-99999-2" as PublicationId, passages: [passage(1), passage(2)], date: null },
      "other",
    );
    const nothing = { letters: 0, passages: 0, oldest: null, newest: null, years: [], status: 0 };
    expect(counts()).toEqual(nothing);
    store.intake.addBatch("source", at, [short], []);
    const one = { letters: 1, oldest: "2019-05-06", newest: "2019-05-06", years: [2019] };
    expect(counts()).toEqual({ ...one, passages: 1, status: 1 });
    store.intake.addBatch("source", at, [long, other], []);
    const two = { letters: 2, oldest: "2021-05-06", newest: "2021-05-06", years: [2021] };
    expect(counts()).toEqual({ ...two, passages: 5, status: 5 });
    store.intake.addBatch("source", at, [], [], { withdrawn: ["een"] });
    expect(counts()).toEqual({ ...nothing, letters: 1, passages: 2, status: 2 });
    store.intake.addBatch("source", at, [long], []);
    expect(counts()).toEqual({ ...two, passages: 5, status: 5 });
    const beside = openStore(file);
    beside.intake.addBatch("source", at, [arrival({ id: "kst-99999-3" as PublicationId }, "beside")], []);
    beside.close();
    expect(counts()).toMatchObject({ letters: 3, passages: 6, years: [2020, 2021] });
  });

  it("keeps a letter that comes in unchanged as it is", () => {
    store.intake.addBatch("folder", at, [arrival()], []);
    expect(store.intake.addBatch("folder", at, [arrival()], [])).toEqual({
      new: 0,
      unchanged: 1,
      updated: 0,
      quarantined: 0,
      withdrawn: 0,
      merged: 0,
      changed: [],
    });
  });

  it("makes a changed letter a new version, and still finds the passages that people kept of the old one", () => {
    store.intake.addBatch("folder", at, [arrival()], []);
    const passages = [{ ordinal: 1, text: "Een betere alinea.", headings: [], question: null, places: [] }];
    const outcome = store.intake.addBatch("folder", at, [arrival({ passages }, "b")], []);
    expect(outcome).toMatchObject({ new: 0, updated: 1 });
    const key = outcome.changed[0] as LetterKey;
    expect(store.letters.letter(key)?.version).toBe(2);
    expect(store.letters.passage(`${key}.2.1` as PassageId)?.text).toBe("Een betere alinea.");
    expect(store.letters.passage(`${key}.1.1` as PassageId)?.text).toBe("Een eerste alinea.");
    expect(store.letters.collection()).toMatchObject({ letters: 1, passages: 1 });
  });

  it("takes a batch whole or not at all", () => {
    const twice = [1, 1].map((ordinal) => ({ ordinal, text: "x", headings: [], question: null, places: [] }));
    const broken = arrival({ id: "kst-99999-2" as PublicationId, passages: twice });
    expect(() => store.intake.addBatch("folder", at, [arrival(), broken], [])).toThrow(/UNIQUE/);
    expect(store.letters.collection().letters).toBe(0);
  });

  it("does not let a worse form of a publication replace a better one", () => {
    store.intake.addBatch("folder", at, [{ ...arrival(), form: "xml" }], []);
    const pdf = { ...arrival({}, "b"), form: "pdf" as const };
    expect(store.intake.addBatch("folder", at, [pdf], [])).toMatchObject({ unchanged: 1, updated: 0 });
  });

  it("keeps a file that cannot be read with the reason, once however often it comes in", () => {
    const reason = new UserError("no-text", "scan.pdf has 2 pages but no text: a scan?", "scan.pdf bevat geen tekst.");
    const refused = { file: "scan.pdf", bytes: new Uint8Array([1, 2, 3]), reason };
    expect(store.intake.addBatch("folder", at, [arrival()], [refused])).toMatchObject({ new: 1, quarantined: 1 });
    store.intake.addBatch("folder", at, [], [refused]);
    expect(store.letters.quarantine()).toEqual([
      { file: "scan.pdf", code: "no-text", reason: reason.message, bytes: Buffer.from([1, 2, 3]) },
    ]);
  });

  it("tells how far the collection reaches; a letter without a date counts, but has no place in time", () => {
    const days = ["2014-02-25", null, "2025-01-29"] as (Day | null)[];
    store.intake.addBatch(
      "folder",
      at,
      days.map((date, n) => arrival({ id: `kst-99999-${n}` as PublicationId, date })),
      [],
    );
    expect(store.letters.collection()).toEqual({ letters: 3, passages: 3, oldest: "2014-02-25", newest: "2025-01-29" });
  });

  it("knows no letter or passage of an id that never was", () => {
    expect(store.letters.letter("7" as LetterKey)).toBeNull();
    for (const id of ["7.1.1", "", "x", "1.1", "1.1.1.1; DROP TABLE letters"]) {
      expect(store.letters.passage(id as PassageId)).toBeNull();
    }
  });

  it("finds everything as it was after closing and opening again", () => {
    store.intake.addBatch("folder", at, [arrival()], []);
    const before = everything();
    store.close();
    store = openStore(file);
    expect(everything()).toEqual(before);
  });

  it("refuses a file that is no database, and names it", () => {
    const other = join(folder, "notes.txt");
    writeFileSync(other, "geen database ".repeat(100));
    expect(() => openStore(other)).toThrow(`DATABASE ${other} cannot be used: file is not a database`);
  });

  it("refuses a folder in the place of the file, and names it", () => {
    expect(() => openStore(folder)).toThrow(`DATABASE ${folder} cannot be used`);
  });

  it("refuses a database of a newer shape than it knows, and leaves it alone", () => {
    const newer = join(folder, "newer.sqlite");
    openSqlite(newer).exec("PRAGMA user_version = 99");
    expect(() => openStore(newer)).toThrow(
      /has shape 99, this version of the bot knows up to \d+: use the newer version/,
    );
    expect(pragma(openSqlite(newer), "user_version")).toBe(99);
  });
});
