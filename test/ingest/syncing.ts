import { readConfig } from "../../src/config.ts";
import { IndexFollower } from "../../src/ingest/index-follower.ts";
import { openSources } from "../../src/ingest/official-sources.ts";
import type { SyncOptions, SyncOutcome } from "../../src/ingest/sync.ts";
import { type SourceWatcher, syncAll } from "../../src/ingest/sync-all.ts";
import { openLocalIndex } from "../../src/search/local-index.ts";
import { parseQuery } from "../../src/search/query.ts";
import { openStore } from "../../src/store/store.ts";
import { TurningClock } from "./turning-clock.ts";

/** A store, an index that follows it, and the sources of these settings. */
export function openSyncing(settings: Record<string, string>, database = ":memory:") {
  const clock = new TurningClock();
  const store = openStore(database);
  const index = openLocalIndex();
  const follower = new IndexFollower(store, index, () => clock.now());
  const { sources: config } = readConfig({ SOURCE_CONTACT: "beheer@example.org", SOURCE_PAUSE: "0", ...settings }, "/");
  const official = openSources(config, clock, () => 0, "1");
  return {
    ...{ clock, store, index, follower, official },
    /** One run over the named sources; what failed is its code. */
    async sync(names: string[], options: Partial<SyncOptions> = {}, watcher?: SourceWatcher) {
      const sources = official.sources.filter(({ name }) => names.includes(name));
      const parts = { store, client: official.client, clock, follower, ...(watcher && { watcher }) };
      const results = await syncAll(sources, parts, { since: null, dryRun: false, ...options });
      return results.map((result) => ("error" in result ? result.error.code : told(result)));
    },
    /** Ids of the letters that hold these words. */
    async find(words: string): Promise<string[]> {
      const { hits } = await index.search(parseQuery(words), { offset: 0, limit: 50, perLetter: 1 });
      return hits.map(({ letter }) => store.letters.letter(letter)?.id ?? "gone").toSorted();
    },
    async close(): Promise<void> {
      await official.close();
      await index.close();
      store.close();
    },
  };
}

export type Syncing = ReturnType<typeof openSyncing>;

/** The counts that are not 0. */
function told({ source: _, ...counts }: SyncOutcome): Record<string, number> {
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== 0));
}
