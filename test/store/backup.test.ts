import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { PublicationId } from "../../src/letters/letter.ts";
import { backUp, restore } from "../../src/store/backup.ts";
import { openDatabase } from "../../src/store/database.ts";
import { migrations } from "../../src/store/migrations.ts";
import { openSqlite, pragma } from "../../src/store/sqlite.ts";
import { openStore, type Store } from "../../src/store/store.ts";
import { madeLetter } from "../letters/made-letter.ts";

const at = new Date("2026-01-05T08:00:00Z");
let folder: string;
let file: string;
let copy: string;
let store: Store;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "terugkeer-backup-"));
  file = join(folder, "terugkeer.sqlite");
  copy = join(folder, "copy.sqlite");
  store = openStore(file);
  add("kst-99999-1");
});

afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

function add(id: string): void {
  const letter = madeLetter({ id: id as PublicationId });
  store.intake.addBatch("folder", at, [{ letter, file: `${id}.txt`, form: "text", contentHash: id }], []);
}

function reopened(): number {
  store.close();
  store = openStore(file);
  return store.letters.collection().letters;
}

describe("a backup", () => {
  it("is made while the database is in use, and holds what was there at that moment", async () => {
    expect(await backUp(file, copy)).toEqual({ letters: 1, shape: migrations.length });
    add("kst-99999-2");
    store.close();
    const { keptAside } = await restore(copy, file, at);
    expect(reopened()).toBe(1);
    expect(keptAside).not.toBeNull();
    const aside = openSqlite(String(keptAside), { readonly: true });
    expect(aside.prepare("SELECT count(*) FROM letters").pluck().get()).toBe(2);
    aside.close();
  });

  it("takes the place of an earlier backup, and of nothing else", async () => {
    await backUp(file, copy);
    add("kst-99999-2");
    expect(await backUp(file, copy)).toMatchObject({ letters: 2 });
    const notes = join(folder, "notes.txt");
    writeFileSync(notes, "geen database ".repeat(100));
    await expect(backUp(file, notes)).rejects.toThrow(`${notes} is no backup of Terugkeer`);
    expect(readFileSync(notes, "utf8")).toContain("geen database");
  });

  it("leaves nothing half written behind when it fails", async () => {
    await expect(backUp(file, join(folder, "absent", "copy.sqlite"))).rejects.toThrow("cannot be written");
    expect(readdirSync(folder).filter((name) => name.endsWith(".part"))).toEqual([]);
  });

  it("says that there is no database to copy", async () => {
    await expect(backUp(join(folder, "none.sqlite"), copy)).rejects.toThrow("there is no database at");
  });
});

describe("restoring", () => {
  it("waits for nobody: while the bot has the database open it says so and changes nothing", async () => {
    await backUp(file, copy);
    add("kst-99999-2");
    await expect(restore(copy, file, at)).rejects.toThrow("is in use: stop the bot first");
    expect(reopened()).toBe(2);
  });

  it("refuses a backup that is not whole, and changes nothing", async () => {
    for (let n = 2; n < 200; n++) add(`kst-99999-${n}`);
    await backUp(file, copy);
    truncateSync(copy, 40_000);
    store.close();
    await expect(restore(copy, file, at)).rejects.toThrow(`${copy} is no whole backup of Terugkeer`);
    expect(reopened()).toBe(199);
  });

  it("refuses a backup of a newer version of the bot", async () => {
    await backUp(file, copy);
    const newer = openSqlite(copy);
    newer.exec("PRAGMA user_version = 99");
    newer.close();
    store.close();
    await expect(restore(copy, file, at)).rejects.toThrow("use the newer version");
  });

  it("works where there is no database yet", async () => {
    await backUp(file, copy);
    const fresh = join(folder, "fresh.sqlite");
    expect(await restore(copy, fresh, at)).toMatchObject({ letters: 1, keptAside: null });
    expect(existsSync(fresh)).toBe(true);
  });
});

describe("a database of an older shape", () => {
  it("is brought up to date, and kept as it was beside it", () => {
    store.close();
    const older = join(folder, "older.sqlite");
    const made = openSqlite(older);
    made.exec(String(migrations[0]));
    made.exec("PRAGMA user_version = 1");
    made.exec("INSERT INTO letters (key, version) VALUES (1, 1)");
    made.close();
    store = openStore(older);
    expect(store.letters.versions()).toHaveLength(1);
    const kept = openSqlite(`${older}.shape-1`, { readonly: true });
    expect(pragma(kept, "user_version")).toBe(1);
    expect(kept.prepare("SELECT count(*) FROM letters").pluck().get()).toBe(1);
    kept.close();
  });

  it("can be gone back to after a newer version has changed the shape, and forward again, each with what it had", async () => {
    const newerSteps = [...migrations, "CREATE TABLE of_a_newer_version (a TEXT) STRICT"];
    const kept = `${file}.shape-${migrations.length}`;
    const upgrade = () => {
      store.close();
      openDatabase(file, newerSteps).close();
    };
    upgrade();
    // The older version says what to do, and leaves the database alone.
    expect(() => openStore(file)).toThrow(`use the newer version, or restore ${kept}`);
    const { keptAside } = await restore(kept, file, at);
    expect(reopened()).toBe(1);
    add("kst-99999-2");
    // The copy that is kept at a second upgrade is that of the second time.
    upgrade();
    await restore(kept, file, new Date(at.getTime() + 1));
    expect(reopened()).toBe(2);
    const aside = openSqlite(String(keptAside), { readonly: true });
    expect(pragma(aside, "user_version")).toBe(newerSteps.length);
    aside.close();
    expect(readdirSync(folder).filter((name) => name.endsWith(".part"))).toEqual([]);
  });
});
