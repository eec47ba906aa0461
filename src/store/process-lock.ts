import { SqliteError } from "better-sqlite3";
import { openSqlite } from "./sqlite.ts";

/**
 * Holds a lock that ends with the process, however that ends: an exclusive transaction on a small database of its own,
 * beside the real one.
 *
 * @param file absolute path of the lock file
 * @returns lets go; null when another process holds it
 */
export function takeLock(file: string): (() => void) | null {
  const lock = openSqlite(file, { timeout: 0 });
  try {
    lock.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    lock.close();
    if (error instanceof SqliteError && error.code.startsWith("SQLITE_BUSY")) return null;
    throw error;
  }
  return () => lock.close();
}
