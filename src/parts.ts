import type { Logger } from "pino";
import type { Config } from "./config.ts";
import { readArrivals } from "./ingest/arrivals.ts";
import { indexAll } from "./ingest/index-letters.ts";
import { readFolder } from "./ingest/sources/folder.ts";
import { openMiniSearchIndex } from "./search/minisearch-index.ts";
import type { PassageIndex } from "./search/passage-index.ts";
import type { LetterReader } from "./store/letter-reader.ts";
import { openStore, type Store } from "./store/store.ts";

/** What everything else is made of; put together here and nowhere else. */
export interface Parts {
  letters: LetterReader;
  index: PassageIndex;
  log: Logger;
  /** Lets go of the index and the database; afterwards no part may be used. */
  close(): Promise<void>;
}

/** What a test may put in the place of the real thing: only the clock has to be. */
export interface Overrides {
  now?: () => Date;
  index?: PassageIndex;
}

/**
 * Opens the store, fills it from the letters folder when it is empty, and builds the index.
 *
 * @throws UserError when a setting, the database or a letter cannot be used
 */
export async function openParts(
  config: Pick<Config, "database" | "letters">,
  log: Logger,
  { now = () => new Date(), index = openMiniSearchIndex() }: Overrides = {},
): Promise<Parts> {
  const store = openStore(config.database);
  try {
    await fill(store, config.letters, now, log);
    await indexAll(store.letters, index);
  } catch (error) {
    await index.close();
    store.close();
    throw error;
  }
  return {
    letters: store.letters,
    index,
    log,
    close: async () => {
      await index.close();
      store.close();
    },
  };
}

async function fill(store: Store, folder: string, now: () => Date, log: Logger): Promise<void> {
  if (store.letters.collection().letters > 0) return;
  const outcome = store.intake.fillEmpty("folder", now(), await readArrivals(readFolder(folder)));
  if (outcome !== null) log.info({ letters: outcome.new }, "database filled from the letters folder");
}
