import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { projectRoot } from "../../src/root.ts";
import { openSqlite, pragma } from "../../src/store/sqlite.ts";

describe("a SQLite file", () => {
  it("prepares every statement once", () => {
    const database = openSqlite(":memory:");
    database.exec("CREATE TABLE t (a, b); INSERT INTO t VALUES (1, 2)");
    const select = database.prepare("SELECT a, b FROM t");
    expect(database.prepare("SELECT a, b FROM t")).toBe(select);
    expect(database.prepare("SELECT a, b FROM t").pluck()).toBe(select.pluck());
  });

  it("gives whole rows to one and the first column to another, of the same words", () => {
    const database = openSqlite(":memory:");
    database.exec("CREATE TABLE t (a, b); INSERT INTO t VALUES (1, 2)");
    const rows = database.prepare("SELECT a, b FROM t");
    expect(database.prepare("SELECT a, b FROM t").pluck().all()).toEqual([1]);
    expect(rows.all()).toEqual([{ a: 1, b: 2 }]);
    expect(pragma(database, "user_version")).toBe(0);
  });

  it("reads a table anew when its shape changed", () => {
    const database = openSqlite(":memory:");
    database.exec("CREATE TABLE t (a); INSERT INTO t VALUES (1)");
    expect(database.prepare("SELECT * FROM t").get()).toEqual({ a: 1 });
    database.exec("ALTER TABLE t ADD COLUMN b");
    expect(database.prepare("SELECT * FROM t").get()).toEqual({ a: 1, b: null });
  });
});

describe("the bot, its benches and its tests", () => {
  it("make no objects of SQLite that the collector would free: Node 24.19 and newer would abort", () => {
    const only = join("src", "store", "sqlite.ts");
    const files = ["src", "bench", "test"].flatMap((folder) =>
      readdirSync(join(projectRoot, folder), { recursive: true, encoding: "utf8" }).map((name) => join(folder, name)),
    );
    const wrong = files.filter((file) => {
      if (!file.endsWith(".ts") || file === only || file === join("test", "store", "sqlite.test.ts")) return false;
      const code = readFileSync(join(projectRoot, file), "utf8");
      return (
        /\.pragma\(|new Database\(/.test(code) || (/better-sqlite3/.test(code) && /\.(?:iterate|backup)\(/.test(code))
      );
    });
    expect(wrong).toEqual([]);
  });
});
