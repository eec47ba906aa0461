import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import { UserError } from "../errors.ts";
import { faultTexts } from "../texts/faults.ts";
import { registerChecksum } from "./checksum.ts";
import { migrations } from "./migrations.ts";

/**
 * Opens the database and brings its shape up to date, keeping a copy of an older shape as `<file>.shape-<n>`; makes
 * the file and its folder when absent.
 *
 * @param file absolute path, or `:memory:`
 * @throws UserError `database` when the file cannot be opened or is no database, `database-newer` when a newer
 *   version of the bot made it
 */
export function openDatabase(file: string): Database.Database {
  const database = open(file);
  try {
    refuseNewer(database, file);
    // WAL: readers never wait for a writer. NORMAL: a power cut loses at most the last transaction, never the file.
    database.pragma("journal_mode = WAL");
    database.pragma("synchronous = NORMAL");
    database.pragma("foreign_keys = ON");
    // While it waits nobody is answered, and Slack waits three seconds.
    database.pragma("busy_timeout = 2000");
    registerChecksum(database);
    migrate(database, file);
    return database;
  } catch (error) {
    database.close();
    throw error instanceof UserError ? error : unusable(file, error);
  }
}

function open(file: string): Database.Database {
  try {
    if (file !== ":memory:") mkdirSync(dirname(file), { recursive: true });
    return new Database(file);
  } catch (error) {
    throw unusable(file, error);
  }
}

/** Before the shape changes the file is copied, so that the version of the bot that made it can still be gone back to. */
function keepCopy(database: Database.Database, file: string): void {
  const version = shapeOf(database);
  if (version === 0 || version >= migrations.length || file === ":memory:") return;
  const copy = `${file}.shape-${version}`;
  if (existsSync(copy)) return;
  // Written aside and renamed: a copy that is there is whole.
  rmSync(`${copy}.part`, { force: true });
  database.prepare("VACUUM INTO ?").run(`${copy}.part`);
  renameSync(`${copy}.part`, copy);
}

function shapeOf(database: Database.Database): number {
  return Number(database.pragma("user_version", { simple: true }));
}

/** Asked before anything is changed, and once more when nobody else can change it. */
function refuseNewer(database: Database.Database, file: string): void {
  const version = shapeOf(database);
  if (version <= migrations.length) return;
  throw new UserError(
    "database-newer",
    `DATABASE ${file} has shape ${version}, this version of the bot knows up to ${migrations.length}: use the newer version`,
    faultTexts.newerDatabase,
  );
}

function migrate(database: Database.Database, file: string): void {
  keepCopy(database, file);
  const run = database.transaction(() => {
    refuseNewer(database, file);
    for (const step of migrations.slice(shapeOf(database))) database.exec(step);
    database.pragma(`user_version = ${migrations.length}`);
  });
  run.immediate();
}

function unusable(file: string, cause: unknown): UserError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new UserError("database", `DATABASE ${file} cannot be used: ${why}`, faultTexts.database);
}
