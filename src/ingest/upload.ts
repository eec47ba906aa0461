import type { UserError } from "../errors.ts";
import type { ReadLetter } from "../letters/letter.ts";
import type { Store } from "../store/store.ts";
import type { IndexFollower } from "./index-follower.ts";
import { readHandedOver } from "./read-publication.ts";

/** What came of a file that a person handed over. */
export type UploadOutcome =
  | { letter: ReadLetter; change: "new" | "updated" | "unchanged" }
  /** It is kept in quarantine, with this reason. */
  | { refused: UserError };

/**
 * Takes in one file from a person; when this resolves its letter can be searched.
 *
 * @param id of the file where it comes from: the same file again is the same document
 */
export async function takeUpload(
  { id, name, bytes }: { id: string; name: string; bytes: Uint8Array },
  { store, follower, now }: { store: Store; follower: IndexFollower; now: () => Date },
): Promise<UploadOutcome> {
  // Only ever a label: whatever looks like a folder in it is none.
  const read = await readHandedOver(name.replaceAll(/[\\/\0]/g, "-"), bytes);
  if (!("letter" in read)) {
    store.intake.addBatch("upload", now(), [], [read]);
    return { refused: read.reason };
  }
  const origin = { externalId: id, stamp: null, url: null, etag: null, lastModified: null };
  const outcome = store.intake.addBatch("upload", now(), [{ ...read, origin }], []);
  await follower.catchUp();
  return { letter: read.letter, change: outcome.new > 0 ? "new" : outcome.updated > 0 ? "updated" : "unchanged" };
}
