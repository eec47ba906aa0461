import type { Arrival, Refusal } from "../store/arrival.ts";
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

/** How many publications make a batch: few enough to keep memory flat and to lose little when stopped. */
const batchSize = 50;

interface IntakeParts {
  store: Store;
  /** null when the index is built from the store afterwards, or in another process. */
  follower: IndexFollower | null;
  now: () => Date;
  /** Told of every file that cannot be read. */
  onRefused: (refusal: Refusal) => void;
}

/** Takes publications in, batch by batch: read, stored in one transaction, then indexed. */
export async function takeIn(
  source: string,
  publications: readonly FoundPublication[],
  { store, follower, now, onRefused }: IntakeParts,
): Promise<IntakeOutcome> {
  const total: IntakeOutcome = { new: 0, unchanged: 0, updated: 0, quarantined: 0 };
  for (let start = 0; start < publications.length; start += batchSize) {
    const { arrivals, refused } = await readAll(publications.slice(start, start + batchSize));
    const outcome = store.intake.addBatch(source, now(), arrivals, refused);
    for (const refusal of refused) onRefused(refusal);
    for (const name of ["new", "unchanged", "updated", "quarantined"] as const) total[name] += outcome[name];
    await follower?.catchUp();
  }
  return total;
}

async function readAll(publications: readonly FoundPublication[]) {
  const arrivals: Arrival[] = [];
  const refused: Refusal[] = [];
  for (const publication of publications) {
    const read = await readPublication(publication);
    if ("letter" in read) arrivals.push(read);
    else refused.push(read);
  }
  return { arrivals, refused };
}
