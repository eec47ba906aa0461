import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../root.ts";
import type { ReadBy } from "../store/arrival.ts";

/**
 * By which code letters are read: fingerprints of the code itself and of the data that it names, so that nobody has to
 * remember to raise a number when reading changes.
 */

const src = join(import.meta.dirname, "..");

let known: ReadBy | null = null;

/** Takes some five milliseconds, once. */
export function currentReadBy(): ReadBy {
  known ??= { opener: fingerprint(join(src, "formats")), reader: fingerprint(join(src, "letters")) };
  return known;
}

/** Whether something was read by the code that runs now. */
export function isCurrent(readBy: ReadBy | null): boolean {
  const { opener, reader } = currentReadBy();
  return readBy !== null && readBy.opener === opener && readBy.reader === reader;
}

/** SHA-256 in hex of the code in a folder and of the files of data/ that it names, by name. */
function fingerprint(folder: string): string {
  const hash = createHash("sha256");
  const data = new Set<string>();
  const names = readdirSync(folder).filter((name) => /\.[jt]s$/.test(name));
  for (const name of names.toSorted()) {
    const code = readFileSync(join(folder, name), "utf8");
    hash.update(`${name}\n${code}\n`);
    for (const [, file = ""] of code.matchAll(/\/data\/([\w-]+\.json)"/g)) data.add(file);
  }
  for (const name of [...data].toSorted()) hash.update(name).update(readFileSync(join(projectRoot, "data", name)));
  return hash.digest("hex");
}
