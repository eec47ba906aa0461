import { resolve } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { Arrival, Origin, Refusal } from "../store/arrival.ts";
import type { ReadIdentity } from "../store/letter-reader.ts";
import type { Store } from "../store/store.ts";
import type { IndexFollower } from "./index-follower.ts";
import { readPublication } from "./read-publication.ts";
import type { FoundPublication } from "./sources/folder.ts";

/** What came of an intake, counted. */
export interface IntakeOutcome {
  new: number;
  unchanged: number;
  updated: number;
  quarantined: number;
}

/** How many publications make a batch: few, for while one is written nobody is answered (20 take some 90 ms). */
const batchSize = 20;

interface IntakeParts {
  store: Store;
  /** null when the index is built from the store afterwards, or in another process. */
  follower: IndexFollower | null;
  now: () => Date;
  /** Told of every file that cannot be read. */
  onRefused: (refusal: Refusal) => void;
  /** Told after every batch how many publications are in, of how many. */
  onProgress?: (done: number, of: number) => void;
  /** What each publication is to be known by, where it is to be known again; see {@link Origin}. */
  originOf?: (publication: FoundPublication) => Pick<Origin, "externalId" | "stamp">;
}

/** Takes publications in, batch by batch: read, stored in one transaction, then indexed. */
export async function takeIn(
  source: string,
  publications: readonly FoundPublication[],
  parts: IntakeParts,
): Promise<IntakeOutcome> {
  const { store, follower, now, onRefused, onProgress } = parts;
  const total: IntakeOutcome = { new: 0, unchanged: 0, updated: 0, quarantined: 0 };
  for (let start = 0; start < publications.length; start += batchSize) {
    const { arrivals, refused, held } = await readAll(publications.slice(start, start + batchSize), parts);
    const outcome = store.intake.addBatch(source, now(), arrivals, refused);
    total.unchanged += held;
    for (const refusal of refused) onRefused(refusal);
    for (const name of ["new", "unchanged", "updated", "quarantined"] as const) total[name] += outcome[name];
    await follower?.catchUp();
    onProgress?.(Math.min(start + batchSize, publications.length), publications.length);
  }
  return total;
}

async function readAll(publications: readonly FoundPublication[], { originOf, store }: IntakeParts) {
  const arrivals: Arrival[] = [];
  const refused: Refusal[] = [];
  let held = 0;
  // What is to be known again is read in any case, so that its letter is linked with it.
  const isHeld = (identity: ReadIdentity) => originOf === undefined && store.letters.isHeld(identity);
  for (const publication of publications) {
    const read = await readPublication(publication, isHeld);
    const origin = originOf?.(publication);
    if ("held" in read) held += 1;
    else if ("letter" in read) arrivals.push({ ...read, origin: fileOrigin(origin ?? placeOf(publication)) });
    else refused.push(origin === undefined ? read : { ...read, retry: notBeforeItChanges(origin) });
    // Reading waits for nothing by itself; whoever asks the bot something must not wait for a whole batch.
    await setImmediate();
  }
  return { arrivals, refused, held };
}

/** Where a publication lies, whatever its form: a better form beside it, or a new version in its place, is the same. */
function placeOf({ paths: [path = ""] }: FoundPublication): Pick<Origin, "externalId" | "stamp"> {
  return { externalId: resolve(path).replace(/\.[^./\\]*$/, ""), stamp: null };
}

function fileOrigin(origin: Pick<Origin, "externalId" | "stamp">): Origin {
  return { ...origin, url: null, etag: null, lastModified: null };
}

/** A file that cannot be read today cannot be read tomorrow either. */
function notBeforeItChanges({ externalId, stamp }: Pick<Origin, "externalId" | "stamp">) {
  return { externalId, document: stamp ?? "", attempts: 1, dueAt: null };
}
