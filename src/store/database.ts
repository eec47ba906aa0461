import { mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import type { Database } from "better-sqlite3";
import { UserError } from "../errors.ts";
import { faultTexts } from "../texts/faults.ts";
import { registerChecksum } from "./checksum.ts";
import { migrations } from "./migrations.ts";
import { openSqlite, pragma } from "./sqlite.ts";

/**
 * Opens the database and brings its shape up to date, keeping a copy of an older shape as `<file>.shape-<n>`; makes
 * the file and its folder when absent.
 *
 * @param file absolute path, or `:memory:`
 * @param steps those of this version; a test has those of a later one
 * @throws UserError `database` when the file cannot be opened or is no database, `database-newer` when a newer
 *   version of the bot made it
 */
export function openDatabase(file: string, steps: readonly string[] = migrations): Database {
  const database = open(file);
  try {
    refuseNewer(database, file, steps.length);
    // WAL: readers never wait for a writer. NORMAL: a power cut loses at most the last transaction, never the file.
    for (const setting of ["journal_mode = WAL", "synchronous = NORMAL", "foreign_keys = ON", "busy_timeout = 2000"])
      database.exec(`PRAGMA ${setting}`);
    registerChecksum(database);
    migrate(database, file, steps);
    // While a write waits for another process nobody is answered; one answer writes several times, and Slack waits three
    // seconds. Our own commands hold the database for a fifth of this (intake.ts).
    database.exec("PRAGMA busy_timeout = 500");
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

/**
 * Before the shape changes the file is copied, so that the version of the bot that made it can still be gone back to. A
 * copy from before an earlier change of shape, which was gone back from, is replaced.
 */
function keepCopy(database: Database, file: string, newest: number): void {
  const version = shapeOf(database);
  if (version === 0 || version >= newest || file === ":memory:") return;
  const copy = `${file}.shape-${version}`;
  // Written aside and renamed: a copy that is there is whole. One of its own for each process that starts.
  const part = `${copy}.${process.pid}.part`;
  rmSync(part, { force: true });
  database.prepare("VACUUM INTO ?").run(part);
  // Another process may have changed the shape meanwhile, and have kept the copy.
  if (shapeOfFile(part) === version) renameSync(part, copy);
  else rmSync(part);
}

function shapeOfFile(file: string): number {
  const database = openSqlite(file, { readonly: true });
  try {
    return shapeOf(database);
  } finally {
    database.close();
  }
}

function shapeOf(database: Database): number {
  return Number(pragma(database, "user_version"));
}

/** Asked before anything is changed, and once more when nobody else can change it. */
function refuseNewer(database: Database, file: string, newest: number): void {
  const version = shapeOf(database);
  if (version <= newest) return;
  throw new UserError(
    "database-newer",
    `DATABASE ${file} has shape ${version}, this version of the bot knows up to ${newest}: use the newer version, or restore ${file}.shape-${newest}`,
    faultTexts.newerDatabase,
  );
}

function migrate(database: Database, file: string, steps: readonly string[]): void {
  keepCopy(database, file, steps.length);
  const run = database.transaction(() => {
    refuseNewer(database, file, steps.length);
    for (const step of steps.slice(shapeOf(database))) database.exec(step);
    database.exec(`PRAGMA user_version = ${steps.length}`);
  });
  run.immediate();
}

function unusable(file: string, cause: unknown): UserError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new UserError("database", `DATABASE ${file} cannot be used: ${why}`, faultTexts.database);
}
