import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { letterOverview } from "../../src/answers/letter-overview.ts";
import type { Day, PublicationId, ReadLetter } from "../../src/letters/letter.ts";
import type { LetterKey } from "../../src/letters/stored-letter.ts";
import { migrations } from "../../src/store/migrations.ts";
import { openSqlite } from "../../src/store/sqlite.ts";
import { openStore, type Store } from "../../src/store/store.ts";
import { madeLetter } from "../letters/made-letter.ts";

const at = new Date("2026-01-05T08:00:00Z");
let store: Store;
let files = 0;

beforeEach(() => {
  store = openStore(":memory:");
});

afterEach(() => store.close());

function add(id: string, given: Partial<ReadLetter> = {}): LetterKey {
  files += 1;
  const letter = madeLetter({ id: id as PublicationId, ...given });
  const arrival = { letter, file: `${id}.txt`, form: "text" as const, contentHash: String(files) };
  const [key] = store.intake.addBatch("folder", at, [arrival], []).changed;
  if (key === undefined) throw new Error("nothing changed");
  return key;
}

const cites = (...ids: string[]) => ids.map((id) => ({ printed: id, id: id as PublicationId, kind: "kamerstuk" }));

describe("finding letters", () => {
  it("finds by publication id, document number, case number, and a ministry's reference however it is spaced", () => {
    const key = add("kst-19637-1", {
      documentNumber: "2019D46752",
      caseNumber: "2019Z18636",
      ministryReference: "dgm 2024-12 a",
    });
    add("kst-19637-2");
    expect(store.finder.withId("kst-19637-1" as PublicationId)).toEqual([key]);
    expect(store.finder.withId("2019D46752" as PublicationId)).toEqual([key]);
    for (const number of ["2019D46752", "2019Z18636", "DGM2024-12A"]) {
      expect(store.finder.withNumber(number)).toEqual([key]);
    }
    expect(store.finder.withId("kst-19637-3" as PublicationId)).toEqual([]);
  });

  it("finds by dossier and by day, newest first", () => {
    const older = add("kst-19637-1", { dossier: "19637", date: "2019-01-01" as Day });
    const newer = add("kst-19637-2", { dossier: "19637", date: "2020-01-01" as Day });
    add("kst-30573-1", { dossier: "30573", date: "2020-01-01" as Day });
    expect(store.finder.ofDossier("19637")).toEqual([newer, older]);
    expect(store.finder.ofDay("2019-01-01" as Day)).toEqual([older]);
    expect([...store.finder.titles()].map(({ key }) => key)).toHaveLength(3);
  });

  it("lists the ids that begin alike", () => {
    for (const id of ["kst-19637-1", "kst-19637-12", "kst-196370-1", "ah-tk-20192020-1"]) add(id);
    expect(store.finder.ids("kst-19637-")).toEqual(["kst-19637-1", "kst-19637-12"]);
    expect(store.finder.ids()).toHaveLength(4);
  });

  it("counts every letter that refers to a publication once, whichever of its ids it uses, newest first", () => {
    const cited = add("kst-19637-1", { documentNumber: "2019D00001" });
    const older = add("kst-19637-2", { references: cites("kst-19637-1", "2019D00001"), date: "2019-02-01" as Day });
    const newer = add("kst-19637-3", { references: cites("2019D00001"), date: "2020-02-01" as Day });
    add("kst-19637-4", { references: cites("kst-19637-2") });
    expect(store.finder.citing(store.finder.idsOf(cited))).toEqual([newer, older]);
  });

  it("knows only what the newest version of a letter says", () => {
    const key = add("kst-19637-2", { references: cites("kst-19637-1"), dossier: "19637" });
    expect(add("kst-19637-2", { references: [], dossier: "30573" })).toBe(key);
    expect(store.finder.citing(["kst-19637-1" as PublicationId])).toEqual([]);
    expect(store.finder.ofDossier("19637")).toEqual([]);
    expect(store.finder.ofDossier("30573")).toEqual([key]);
  });
});

describe("a withdrawn letter", () => {
  it("is in no list any more, and says what it is to whoever names it", () => {
    const origin = { externalId: "doc-1", stamp: null, url: null, etag: null, lastModified: null };
    const letter = madeLetter({
      id: "kst-19637-1" as PublicationId,
      references: cites("kst-19637-2"),
      caseNumber: "2019Z00001",
    });
    const arrival = { letter, file: "x.txt", form: "text" as const, contentHash: "w", origin };
    const [key] = store.intake.addBatch("koop", at, [arrival], []).changed;
    store.intake.addBatch("koop", at, [], [], { withdrawn: ["doc-1"] });
    expect(store.finder.withNumber("2019Z00001")).toEqual([]);
    expect(store.finder.citing(["kst-19637-2" as PublicationId])).toEqual([]);
    expect([...store.finder.titles()]).toEqual([]);
    expect(store.finder.withId("kst-19637-1" as PublicationId)).toEqual([key]);
    expect(letterOverview(key as LetterKey, store)?.letter.isWithdrawn).toBe(true);
  });
});

describe("a database from before letters could be found by their names", () => {
  it("has them after the next start, with the reissues that their ids tell", () => {
    const folder = mkdtempSync(join(tmpdir(), "terugkeer-finder-"));
    const file = join(folder, "old.sqlite");
    const old = openSqlite(file);
    for (const step of migrations.slice(0, 2)) old.exec(step);
    old.exec("PRAGMA user_version = 2");
    old.exec("INSERT INTO batches VALUES (1, 'folder', '2026-01-05T08:00:00.000Z')");
    for (const [at, id] of ["kst-19637-1", "kst-19637-1-h1"].entries()) {
      const { passages: _, ...letter } = madeLetter({ id: id as PublicationId, ministryReference: "dgm 12345" });
      const key = at + 1;
      old.prepare("INSERT INTO letters VALUES (?, 1)").run(key);
      old.prepare("INSERT INTO publication_ids VALUES (?, ?)").run(id, key);
      old
        .prepare("INSERT INTO versions VALUES (?, 1, 1, 'x.txt', 'text', 'a', ?, ?)")
        .run(key, letter.date, JSON.stringify(letter));
    }
    old.close();
    const opened = openStore(file);
    expect(opened.finder.withNumber("DGM12345")).toEqual(["1", "2"]);
    expect([...opened.finder.titles()]).toHaveLength(2);
    expect(opened.letters.letter("1" as LetterKey)?.corrected).toMatchObject([
      { by: "kst-19637-1-h1", how: "replaces" },
    ]);
    opened.close();
    rmSync(folder, { recursive: true });
  });
});

describe("a corrected letter", () => {
  it("says which letters correct or replace it, and they say of which they are a correction", () => {
    const first = add("kst-19637-1");
    const correcting = add("kst-19637-2", {
      title: "Rectificatie op de brief (Kamerstuk 19 637, nr. 1)",
      date: "2020-03-01" as Day,
    });
    add("kst-19637-1-h1", { date: "2020-04-01" as Day });
    expect(store.letters.letter(correcting)?.correction).toMatchObject({ how: "corrects", of: "kst-19637-1" });
    expect(store.letters.letter(first)).toMatchObject({
      correction: null,
      corrected: [
        { by: "kst-19637-2", date: "2020-03-01", how: "corrects" },
        { by: "kst-19637-1-h1", date: "2020-04-01", how: "replaces" },
      ],
    });
  });

  it("is one no longer when a newer version of the other letter does not say so", () => {
    const first = add("kst-19637-1");
    add("kst-19637-2", { title: "Rectificatie op de brief (Kamerstuk 19 637, nr. 1)" });
    add("kst-19637-2", { title: "Brief" });
    expect(store.letters.letter(first)?.corrected).toEqual([]);
  });
});
