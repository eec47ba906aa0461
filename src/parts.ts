import type { Logger } from "pino";
import { type Config, defaults } from "./config.ts";
import { DigestClock } from "./digest/clock.ts";
import { Digests } from "./digest/digests.ts";
import { Following } from "./digest/following.ts";
import { channelPlace } from "./digest/place.ts";
import type { DigestPort } from "./digest/port.ts";
import { Previews } from "./digest/previews.ts";
import type { SenderTiming } from "./digest/sender.ts";
import { IndexFollower } from "./ingest/index-follower.ts";
import { nextRun } from "./ingest/schedule.ts";
import { readLexicon } from "./ops/lexicon.ts";
import { readVersion } from "./ops/version.ts";
import type { Status } from "./replies/status-reply.ts";
import type { PassageIndex } from "./search/passage-index.ts";
import { openWorkerIndex } from "./search/worker-index.ts";
import { segmentFiles } from "./store/segment-files.ts";
import { openStore, type Store } from "./store/store.ts";

/** What everything else is made of; put together here and nowhere else. */
export interface Parts extends Omit<Store, "close" | "subscriptions"> {
  index: PassageIndex;
  store: Store;
  now: () => Date;
  /** Brings into the index what came in since it was filled. */
  follower: IndexFollower;
  /** What people follow. */
  subscriptions: Following;
  /** What a query that people follow would have brought, or finds now. */
  previews: Previews;
  digests: Digests;
  /** Sends digests by way of a port that src/slack fills; to be started when all letters can be searched. */
  digestClock(port: DigestPort, timing?: SenderTiming): DigestClock;
  /** How the bot is doing at this moment. */
  currentStatus(): Status;
  /** Of the readers, an IANA name. */
  timeZone: string;
  /** Resolves when every letter can be searched; until then answers say how far the index is. */
  indexed: Promise<void>;
  /** Lets go of the index and the database; afterwards no part may be used. */
  close(): Promise<void>;
}

/** What a test may put in the place of the real thing: only the clock has to be. */
interface Overrides {
  now?: () => Date;
}

/**
 * Opens the store, fills it from the letters folder when it is empty, and starts to load the index.
 *
 * @param given settings that were read; for what is absent its default holds
 * @throws UserError when a setting, the database or the letters folder cannot be used
 */
export async function openParts(
  given: Pick<Config, "database" | "letters"> & Partial<Config>,
  log: Logger,
  { now = () => new Date() }: Overrides = {},
): Promise<Parts> {
  const config = { ...defaults, ...given };
  const { timeZone, liberationDay, subscribers, maintainersChannel } = config;
  const lexicon = readLexicon();
  const store = openStore(config.database);
  const saved = config.database === ":memory:" ? null : segmentFiles(`${config.database}.index`);
  const index = openWorkerIndex({ lexicon, saved });
  const follower = new IndexFollower(store, index, now);
  const digestParts = {
    ...store,
    subscribers,
    maintainers: maintainersChannel === null ? null : channelPlace(maintainersChannel),
    index,
    searchableUntil: () => follower.indexedUntil,
    calendar: { timeZone, liberationDay },
    log,
    now,
    newKey: () => crypto.randomUUID(),
  };
  const close = async () => {
    await index.close();
    store.close();
  };
  try {
    await fillWhenEmpty(store, config.letters, now, log);
  } catch (error) {
    await close();
    throw error;
  }
  const subscriptions = new Following(digestParts);
  const previews = new Previews(digestParts);
  const digestClock = (port: DigestPort, timing: SenderTiming = {}) =>
    new DigestClock({ ...digestParts, ...timing, port });
  const digests = new Digests(digestParts);
  const indexed = follower.fill();
  // Whoever waits for it is told; where nobody does, at a stop before the index is there, it is no fault.
  indexed.catch(() => undefined);
  return {
    ...store,
    subscriptions,
    previews,
    digests,
    digestClock,
    store,
    index,
    now,
    timeZone,
    currentStatus: () => currentStatus(store, config, now()),
    follower,
    indexed,
    close,
  };
}

function currentStatus(
  store: Store,
  { sources, connection, timeZone }: Pick<Config, "sources" | "connection" | "timeZone">,
  now: Date,
): Status {
  const schedule = connection.mode === "preview" ? null : sources.schedule;
  const { shape, ...status } = store.status.read();
  const versions = { terugkeer: readVersion(), node: process.versions.node, database: shape };
  return { ...status, nextSync: nextRun(schedule, timeZone, now), versions };
}

/** Two processes may start at once on an empty database: letters that the other brought in count as unchanged. */
async function fillWhenEmpty(store: Store, folder: string, now: () => Date, log: Logger): Promise<void> {
  if (store.letters.collection().letters > 0) return;
  // Only now, as every later start does without the readers of all forms: an eighth of its time.
  const [{ takeIn }, { findPublications }] = await Promise.all([
    import("./ingest/intake.ts"),
    import("./ingest/sources/folder.ts"),
  ]);
  const outcome = await takeIn("folder", findPublications(folder), {
    store,
    follower: null,
    now,
    onRefused: ({ reason }) => log.warn({ code: reason.code }, `quarantined: ${reason.message}`),
  });
  log.info(outcome, "database filled from the letters folder");
}
