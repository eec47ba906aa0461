import { existsSync, renameSync, rmSync } from "node:fs";
import { copyFile } from "node:fs/promises";
import { type Database, SqliteError } from "better-sqlite3";
import { UserError } from "../errors.ts";
import { faultTexts } from "../texts/faults.ts";
import { checkAll } from "./checksum.ts";
import { migrations } from "./migrations.ts";
import { openSqlite, pragma } from "./sqlite.ts";

/** What a backup holds. */
export interface BackupContent {
  letters: number;
  /** The shape of the database, see migrations.ts. */
  shape: number;
}

/**
 * Copies the database while the bot may be running: consistent, and there whole or not at all.
 *
 * @param database the SQLite file
 * @param target where the copy goes; an earlier backup there is replaced, anything else is left alone
 * @throws UserError `backup` when there is nothing to copy, or the copy cannot be written or is not whole
 */
export async function backUp(database: string, target: string): Promise<BackupContent> {
  if (!existsSync(database)) throw failed(`there is no database at ${database}`);
  if (existsSync(target)) contentOf(target, "is no backup of Terugkeer, so it is not overwritten");
  const part = `${target}.part`;
  const source = opened(database, true);
  try {
    // Reads within one transaction, so that whoever writes meanwhile is not in it.
    rmSync(part, { force: true });
    source.prepare("VACUUM INTO ?").run(part);
  } catch (error) {
    rmSync(part, { force: true });
    throw failed(`${part} cannot be written: ${reason(error)}`);
  } finally {
    source.close();
  }
  const content = contentOf(part, "is damaged, as the database itself may be");
  renameSync(part, target);
  return content;
}

/**
 * Puts a backup in the place of the database, which is kept aside.
 *
 * @returns what the backup holds, and where the database that was there is kept (null when there was none)
 * @throws UserError `backup` when FILE is no whole backup of a shape this version knows, or the bot is running
 */
export async function restore(
  file: string,
  database: string,
  now: Date,
): Promise<BackupContent & { keptAside: string | null }> {
  if (!existsSync(file)) throw failed(`there is no file ${file}`);
  const content = contentOf(file, "is no whole backup of Terugkeer");
  if (content.shape > migrations.length) {
    throw failed(
      `${file} has shape ${content.shape}, this version knows up to ${migrations.length}: use the newer version`,
    );
  }
  const part = `${database}.restoring`;
  await copyFile(file, part);
  const keptAside = existsSync(database) ? setAside(database, now) : null;
  renameSync(part, database);
  return { ...content, keptAside };
}

/** Moves the database away; whoever has it open holds a lock on it that this wants for itself. */
function setAside(database: string, now: Date): string {
  const source = opened(database, false);
  try {
    source.exec("PRAGMA busy_timeout = 500; PRAGMA locking_mode = EXCLUSIVE");
    source.exec("BEGIN EXCLUSIVE; COMMIT");
    source.exec("PRAGMA wal_checkpoint(TRUNCATE)");
  } catch (error) {
    if (isLocked(error)) throw failed(`${database} is in use: stop the bot first`);
    // A database too damaged to be opened is kept as it is.
  } finally {
    source.close();
  }
  const aside = `${database}.before-restore-${now.toISOString().replaceAll(/[:.]/g, "-")}`;
  for (const end of ["", "-wal", "-shm"]) {
    if (existsSync(database + end)) renameSync(database + end, aside + end);
  }
  return aside;
}

/** What a database file holds. @throws UserError when it is damaged, or none of ours */
function contentOf(file: string, otherwise: string): BackupContent {
  const database = opened(file, true);
  try {
    const verdict = String(pragma(database, "quick_check(1)"));
    if (verdict !== "ok") throw new Error(verdict);
    checkAll(database);
    const shape = Number(pragma(database, "user_version"));
    const letters = Number(database.prepare("SELECT count(*) FROM letters").pluck().get());
    return { letters, shape };
  } catch (error) {
    throw failed(`${file} ${otherwise}: ${reason(error)}`);
  } finally {
    database.close();
  }
}

function opened(file: string, readonly: boolean): Database {
  try {
    return openSqlite(file, { readonly, fileMustExist: true });
  } catch (error) {
    throw failed(`${file} cannot be opened: ${reason(error)}`);
  }
}

function isLocked(error: unknown): boolean {
  return error instanceof SqliteError && error.code.startsWith("SQLITE_BUSY");
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function failed(what: string): UserError {
  return new UserError("backup", what, faultTexts.backup);
}
