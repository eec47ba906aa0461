import type { Logger } from "pino";
import type { Config } from "../config.ts";
import type { Store } from "../store/store.ts";
import type { Clock } from "./clock.ts";
import { SourceError } from "./http/source-error.ts";
import { Inbox } from "./inbox.ts";
import type { IndexFollower } from "./index-follower.ts";
import { openSources } from "./official-sources.ts";
import { rereadLetters } from "./reread.ts";
import { onSchedule } from "./schedule.ts";
import { type SourceWatcher, syncAll } from "./sync-all.ts";
import { withSyncLock } from "./sync-lock.ts";

/** What the supply of letters works with. */
export interface SupplyParts {
  store: Store;
  follower: IndexFollower;
  /** Resolves when the index is filled. */
  indexed: Promise<void>;
  log: Logger;
  clock: Clock;
  version: string;
  /** Tells the maintainers; without one the log has to do. */
  watcher?: SourceWatcher;
}

/** How often a running bot looks whether a command beside it brought letters in. */
const followMilliseconds = 5_000;

/**
 * Everything by which letters come in while the bot runs: the sources on their schedule (not in the preview), the
 * inbox, and what commands beside the bot store.
 */
export function startSupply(
  config: Pick<Config, "sources" | "inbox" | "timeZone" | "connection" | "database">,
  parts: SupplyParts,
): { stop(): Promise<void> } {
  const { log, follower, indexed } = parts;
  const stop = new AbortController();
  const works: Promise<void>[] = [];
  const follow = () => follower.catchUp().catch((error: unknown) => log.error({ err: error }, "the index lags behind"));
  works.push(indexed.then(follow, () => undefined));
  const following = setInterval(() => void follow(), followMilliseconds).unref();
  const { schedule } = config.sources;
  const cron =
    schedule === null || config.connection.mode === "preview"
      ? null
      : onSchedule(schedule, config.timeZone, async () => {
          const work = syncOnSchedule(config, parts, stop.signal);
          works.push(work);
          await work;
          works.splice(works.indexOf(work), 1);
        });
  works.push(rereadAll(parts, stop.signal));
  if (config.inbox !== null) works.push(runInbox(config.inbox, parts, stop.signal));
  return {
    stop: async () => {
      clearInterval(following);
      cron?.stop();
      stop.abort();
      await Promise.all(works);
    },
  };
}

async function syncOnSchedule(
  config: Pick<Config, "sources" | "database">,
  { store, follower, log, clock, version, watcher = logWatcher(log) }: SupplyParts,
  signal: AbortSignal,
): Promise<void> {
  const official = openSources(config.sources, clock, Math.random, version);
  try {
    const onRefused = ({ reason }: { reason: { code: string; message: string } }) =>
      log.warn({ code: reason.code }, `quarantined: ${reason.message}`);
    const onUntold = (error: unknown) => log.error({ err: error }, "the maintainers could not be told");
    const syncParts = { store, client: official.client, clock, follower, signal, watcher, onRefused, onUntold };
    const results = await withSyncLock(config.database, () =>
      syncAll(official.sources, syncParts, { since: null, dryRun: false }),
    );
    for (const result of results) {
      if ("error" in result) log.warn({ source: result.source, code: result.error.code }, result.error.message);
      else log.info(result, "synchronised");
    }
  } catch (error) {
    if (signal.aborted) return;
    if (error instanceof SourceError) log.warn({ code: error.code }, error.message);
    else log.error({ err: error }, "the sources could not be synchronised");
  } finally {
    await official.close();
  }
}

function logWatcher(log: Logger): SourceWatcher {
  return {
    onTrouble: async ({ source, since, reason }) => log.error({ source, since }, `failing for a day: ${reason}`),
    onRecovered: async ({ source, since }) => log.info({ source, since }, "back after failing"),
  };
}

/** What an earlier version of the bot read otherwise is mended once, at the first start of this one. */
async function rereadAll({ store, follower, log, clock, indexed }: SupplyParts, signal: AbortSignal): Promise<void> {
  await indexed.catch(() => undefined);
  try {
    const outcome = await rereadLetters({
      store,
      follower,
      clock,
      signal,
      onFailed: (key, error) => log.error({ err: error, letter: key }, "a letter could not be read again"),
    });
    if (outcome.read > 0) log.info(outcome, "letters read again by the new reader");
  } catch (error) {
    if (!signal.aborted) log.error({ err: error }, "the letters could not be read again");
  }
}

async function runInbox(folder: string, { store, follower, log, clock, indexed }: SupplyParts, signal: AbortSignal) {
  // An inbox that is taken in before the index is filled would be indexed twice.
  await indexed.catch(() => undefined);
  const inbox = new Inbox(folder, {
    store,
    follower,
    clock,
    onRefused: ({ reason }) => log.warn({ code: reason.code }, `quarantined: ${reason.message}`),
    onTaken: (outcome) => log.info(outcome, "taken in from the inbox"),
    onTrouble: (error) => log.warn({ code: error.code }, error.message),
    onFailed: (error) => log.error({ err: error }, "nothing could be taken in from the inbox"),
  });
  await inbox.run(signal).catch((error: unknown) => log.error({ err: error }, "the inbox is no longer watched"));
}
