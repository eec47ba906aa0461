import { createHash } from "node:crypto";
import { openDocument } from "../formats/open.ts";
import { readLetter } from "../letters/parse.ts";
import type { Arrival } from "../store/letter-writer.ts";
import type { FoundFile } from "./sources/folder.ts";

/**
 * Reads found files into letters, in the order given.
 *
 * @throws UserError of `openDocument` for a file that cannot be read
 */
export async function readArrivals(files: readonly FoundFile[]): Promise<Arrival[]> {
  const arrivals: Arrival[] = [];
  for (const { file, bytes, hints } of files) {
    const letter = readLetter(await openDocument(bytes, file, hints));
    const contentHash = createHash("sha256").update(bytes).update(JSON.stringify(hints)).digest("hex");
    arrivals.push({ letter, file, contentHash });
  }
  return arrivals;
}
