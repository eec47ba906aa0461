import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import type { Database } from "better-sqlite3";
import { UserError } from "../errors.ts";
import { faultTexts } from "../texts/faults.ts";
import { migrations } from "./migrations.ts";
import { openSqlite, pragma } from "./sqlite.ts";

/**
 * Opens the database and brings its shape up to date, keeping a copy of an older shape as `<file>.shape-<n>`; makes
 * the file and its folder when absent.
 *
 * @param file absolute path, or `:memory:`
 * @throws UserError `database` when the file cannot be opened or is no database, `database-newer` when a newer
 *   version of the bot made it
 */
export function openDatabase(file: string): Database {
  const database = open(file);
  try {
    // WAL: readers never wait for a writer. NORMAL: a power cut loses at most the last transaction, never the file.
    for (const setting of ["journal_mode = WAL", "synchronous = NORMAL", "foreign_keys = ON", "busy_timeout = 5000"])
      database.exec(`PRAGMA ${setting}`);
    migrate(database, file);
    return database;
  } catch (error) {
    database.close();
    throw error instanceof UserError ? error : unusable(file, error);
  }
}

function open(file: string): Database {
  try {
    if (file !== ":memory:") mkdirSync(dirname(file), { recursive: true });
    return openSqlite(file);
  } catch (error) {
    throw unusable(file, error);
  }
}

/** Before the shape changes the file is copied, so that the version of the bot that made it can still be gone back to. */
function keepCopy(database: Database, file: string): void {
  const version = shapeOf(database);
  if (version === 0 || version >= migrations.length || file === ":memory:") return;
  const copy = `${file}.shape-${version}`;
  if (existsSync(copy)) return;
  // Written aside and renamed: a copy that is there is whole.
  rmSync(`${copy}.part`, { force: true });
  database.prepare("VACUUM INTO ?").run(`${copy}.part`);
  renameSync(`${copy}.part`, copy);
}

function shapeOf(database: Database): number {
  return Number(pragma(database, "user_version"));
}

function migrate(database: Database, file: string): void {
  keepCopy(database, file);
  const run = database.transaction(() => {
    const version = shapeOf(database);
    if (version > migrations.length) {
      throw new UserError(
        "database-newer",
        `DATABASE ${file} has shape ${version}, this version of the bot knows up to ${migrations.length}: use the newer version`,
        faultTexts.newerDatabase,
      );
    }
    for (const step of migrations.slice(version)) database.exec(step);
    database.exec(`PRAGMA user_version = ${migrations.length}`);
  });
  run.immediate();
}

function unusable(file: string, cause: unknown): UserError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new UserError("database", `DATABASE ${file} cannot be used: ${why}`, faultTexts.database);
}
