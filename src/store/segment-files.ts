import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { SavedSegments } from "../search/passage-index.ts";

/** What names a saved segment: hexadecimal, so that it can be a file name. */
const hashPattern = /^[0-9a-f]{8,128}$/;
const extension = ".segment";

/**
 * Keeps the bytes of index segments as files in a folder beside the database. They are a cache: whatever is missing or
 * unreadable counts as not there, and the index is built anew; what the disk does not take is built again next time.
 *
 * @param folder absolute path; made when first written to
 */
export function segmentFiles(folder: string): SavedSegments {
  const fileOf = (hash: string): string => {
    if (!hashPattern.test(hash)) throw new Error(`no hash: ${hash}`);
    return join(folder, `${hash}${extension}`);
  };
  return {
    load: (hash) => readFile(fileOf(hash)).catch(() => null),
    // Written aside and renamed: a half-written segment never has the name of a whole one.
    save: async (hash, bytes) => {
      const aside = `${fileOf(hash)}.${process.pid}`;
      try {
        await mkdir(folder, { recursive: true });
        await writeFile(aside, bytes);
        await rename(aside, fileOf(hash));
      } catch {
        await rm(aside, { force: true }).catch(() => undefined);
      }
    },
    keepOnly: async (hashes) => {
      const kept = new Set(hashes.map((hash) => `${hash}${extension}`));
      const names = await readdir(folder).catch(() => []);
      const superfluous = names.filter((name) => !kept.has(name));
      await Promise.allSettled(superfluous.map((name) => rm(join(folder, name), { force: true })));
    },
  };
}
