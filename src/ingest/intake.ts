import type { PassageIndex } from "../search/passage-index.ts";
import type { Arrival, Refusal } from "../store/arrival.ts";
import type { BatchOutcome } from "../store/letter-writer.ts";
import type { Store } from "../store/store.ts";
import { indexedLetters } from "./index-letters.ts";
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
  /** null when the index is built from the store afterwards. */
  index: PassageIndex | null;
  now: () => Date;
  /** Told of every file that cannot be read. */
  onRefused: (refusal: Refusal) => void;
}

/** Takes publications in, batch by batch: read, stored in one transaction, then indexed. */
export async function takeIn(
  source: string,
  publications: readonly FoundPublication[],
  { store, index, now, onRefused }: IntakeParts,
): Promise<IntakeOutcome> {
  const total: IntakeOutcome = { new: 0, unchanged: 0, updated: 0, quarantined: 0 };
  for (let start = 0; start < publications.length; start += batchSize) {
    const { arrivals, refused } = await readAll(publications.slice(start, start + batchSize));
    const outcome = store.intake.addBatch(source, now(), arrivals, refused);
    for (const refusal of refused) onRefused(refusal);
    for (const name of ["new", "unchanged", "updated", "quarantined"] as const) total[name] += outcome[name];
    if (index !== null) await indexChanged(outcome, store, index);
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

async function indexChanged({ changed }: BatchOutcome, { letters }: Store, index: PassageIndex): Promise<void> {
  await index.add(changed.flatMap((key) => indexedLetters(letters, key)));
}
