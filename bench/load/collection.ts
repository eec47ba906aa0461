import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { IndexFollower } from "../../src/ingest/index-follower.ts";
import { takeIn } from "../../src/ingest/intake.ts";
import { findPublications } from "../../src/ingest/sources/folder.ts";
import { readLetter } from "../../src/letters/parse.ts";
import { readLexicon } from "../../src/ops/lexicon.ts";
import { projectRoot } from "../../src/root.ts";
import { openWorkerIndex } from "../../src/search/worker-index.ts";
import type { Arrival } from "../../src/store/arrival.ts";
import { segmentFiles } from "../../src/store/segment-files.ts";
import { openStore, type Store } from "../../src/store/store.ts";
import { madeLetter, passagesPerLetter } from "../made-letters.ts";
import { progress } from "../results.ts";

/** A collection of letters as a bot finds it at a start: the database, and the index saved beside it. */
export interface Collection {
  database: string;
  /** How people may name some of its letters. */
  names: string[];
}

const lettersPerBatch = 200;
/** Few, and last: what is new to those who follow something. */
const lettersOfLastBatches = 20;
const lastBatches = 2;

/**
 * The collection of made letters in a folder; made, which takes minutes, when the folder does not hold one of this size.
 *
 * @param folder absolute path
 */
export async function madeCollection(folder: string, passages: number): Promise<Collection> {
  const letters = Math.ceil(passages / passagesPerLetter);
  const collection = { database: join(folder, "made.sqlite"), names: [1, 2, 3, 5, 8].map(idOf) };
  // Written when all is done: a collection that was begun and not ended is begun anew.
  const seal = join(folder, "made.txt");
  if (existsSync(seal) && readFileSync(seal, "utf8") === String(letters)) {
    // One of an older shape is brought up to date here, not at every start of a bot.
    openStore(collection.database).close();
    return collection;
  }
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  progress(`making ${letters} letters`);
  const store = openStore(collection.database);
  const early = Math.max(1, letters - lettersOfLastBatches * lastBatches);
  for (let number = 0; number < letters; ) {
    const until = Math.min(letters, number < early ? early : letters, number + batchSize(number < early));
    const arrivals = Array.from({ length: until - number }, (_, at) => madeArrival(number + at));
    store.intake.addBatch("made", new Date(), arrivals, []);
    number = until;
  }
  await saveIndex(store, collection.database);
  writeFileSync(seal, String(letters));
  return collection;
}

/** The bundled letters in a folder. */
export async function bundledCollection(folder: string): Promise<Collection> {
  const database = join(folder, "bundled.sqlite");
  mkdirSync(folder, { recursive: true });
  const store = openStore(database);
  const onRefused = ({ file }: { file: string }) => {
    throw new Error(`${file} could not be read`);
  };
  const publications = findPublications(join(projectRoot, "data/letters"));
  await takeIn("folder", publications, { store, follower: null, now: () => new Date(), onRefused });
  const names = store.letters.versions().flatMap(({ key }) => store.letters.letter(key)?.id ?? []);
  await saveIndex(store, database);
  return { database, names };
}

/** A copy that a bot may work on. */
export function copyOf({ database, names }: Collection, folder: string): Collection {
  mkdirSync(folder, { recursive: true });
  const copy = join(folder, "terugkeer.sqlite");
  copyFileSync(database, copy);
  cpSync(`${database}.index`, `${copy}.index`, { recursive: true });
  return { database: copy, names };
}

function batchSize(isEarly: boolean): number {
  return isEarly ? lettersPerBatch : lettersOfLastBatches;
}

/** Builds the index and saves it, as a bot that runs for a while has done; closes the store. */
async function saveIndex(store: Store, database: string): Promise<void> {
  progress("indexing");
  const index = openWorkerIndex({ lexicon: readLexicon(), saved: segmentFiles(`${database}.index`) });
  const follower = new IndexFollower(store, index, () => new Date());
  await follower.fill();
  await follower.catchUp();
  await index.close();
  store.close();
}

function idOf(number: number): string {
  return `kst-99902-${number}`;
}

/** A made letter, read as any other. */
function madeArrival(number: number): Arrival {
  const { title, date, passages } = madeLetter(number);
  const id = idOf(number);
  const text = ["Aan de Voorzitter van de Tweede Kamer der Staten-Generaal", ...passages.map((one) => one.text)];
  const hints = { id, title, ...(date !== null && { date }) };
  const letter = readLetter({ file: `${id}.txt`, text: text.join("\n\n"), hints });
  return { letter, file: `${id}.txt`, form: "text", contentHash: id };
}
