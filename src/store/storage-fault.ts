import { SqliteError } from "better-sqlite3";
import { UserError } from "../errors.ts";
import { storageTexts } from "../texts/storage.ts";
import { DamagedError } from "./checksum.ts";

/** What is the matter with the disk or the database; `damaged` asks for a backup, the others pass. */
export type StorageTrouble = keyof typeof storageTexts;

/** By the start of SQLite's result code (sqlite.org/rescode.html). */
const troubles: readonly [string, StorageTrouble, string][] = [
  ["SQLITE_FULL", "full", "the disk is full: make room"],
  // What the operating system says of a disk that takes nothing, or of a limit on the size of files.
  ["SQLITE_IOERR", "full", "the disk cannot be written or read: look for room, limits and the state of the disk"],
  ["SQLITE_CANTOPEN", "full", "a file of the database cannot be opened: look for room and permissions"],
  ["SQLITE_READONLY", "readonly", "the database cannot be written: look at permissions and how the disk is mounted"],
  ["SQLITE_BUSY", "busy", "another process holds the database: find out which, and end it when it hangs"],
  ["SQLITE_LOCKED", "busy", "another process holds the database: find out which, and end it when it hangs"],
  ["SQLITE_CORRUPT", "damaged", "the database is damaged: stop the bot and restore a backup (npm run restore)"],
  ["SQLITE_NOTADB", "damaged", "the database is damaged: stop the bot and restore a backup (npm run restore)"],
];

/** Which trouble of disk or database an error tells of; null for any other error. */
export function storageTroubleOf(error: unknown): StorageTrouble | null {
  return rowFor(error)?.[1] ?? null;
}

/**
 * An error of disk or database, with what a person and the administrator are told; null for any other error.
 *
 * @returns UserError `storage-full`, `storage-readonly`, `storage-busy` or `storage-damaged`
 */
export function storageFault(error: unknown): UserError | null {
  const row = rowFor(error);
  if (row === undefined || !(error instanceof Error)) return null;
  const [, trouble, advice] = row;
  return new UserError(`storage-${trouble}`, `${advice} (${error.message})`, storageTexts[trouble]);
}

function rowFor(error: unknown) {
  const code = error instanceof DamagedError ? "SQLITE_CORRUPT" : error instanceof SqliteError ? error.code : "";
  return troubles.find(([start]) => code.startsWith(start));
}
