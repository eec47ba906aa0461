import { crc32 } from "node:zlib";
import type { Database } from "better-sqlite3";

/**
 * SQLite notices a page that is no page, but not a wrong byte within a text. What is quoted carries a checksum, so that
 * a damaged disk leads to a refusal and never to another word or number.
 */

/** What was read is not what was written. */
export class DamagedError extends Error {}

/** CRC-32 of the UTF-8 of a text. */
export function checksum(text: string): number {
  return crc32(text);
}

/** Lets the migrations compute checksums of what is there already. */
export function registerChecksum(database: Database): void {
  database.function("checksum", { deterministic: true }, (text: unknown) => checksum(String(text)));
}

/**
 * The JSON of a row as a value.
 *
 * @param what names the row for the log
 * @throws DamagedError when it is not what was written
 */
export function readIntact(json: string, sum: number, what: string): unknown {
  if (checksum(json) !== sum) throw new DamagedError(`${what} is not what was written`);
  return JSON.parse(json);
}

/** What carries a checksum. */
const summed = [
  { table: "versions", text: "letter", sum: "letter_sum" },
  { table: "passages", text: "passage", sum: "passage_sum" },
  { table: "kept_passages", text: "copy", sum: "copy_sum" },
];

/**
 * Reads everything that carries a checksum.
 *
 * @throws DamagedError when something of it is not what was written
 */
export function checkAll(database: Database): void {
  registerChecksum(database);
  for (const { table, text, sum } of summed) {
    // A database of an older shape has none.
    const has = database.prepare(`SELECT 1 FROM pragma_table_info('${table}') WHERE name = ?`).get(sum) !== undefined;
    if (!has) continue;
    const damaged = database.prepare(`SELECT count(*) FROM ${table} WHERE checksum(${text}) <> ${sum}`).pluck().get();
    if (damaged !== 0) throw new DamagedError(`${String(damaged)} rows of ${table} are not what was written`);
  }
}
