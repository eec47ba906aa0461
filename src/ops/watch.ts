import type { Logger } from "pino";
import type { Parts } from "../parts.ts";
import type { StoreStatus } from "../store/status-reader.ts";
import { storageFault } from "../store/storage-fault.ts";
import { Metrics } from "./metrics.ts";
import { type Health, type Monitor, openMonitor } from "./monitor.ts";

/** What is counted, and the page that tells of it. */
interface Watch {
  metrics: Metrics;
  /** Opens `/health` and `/metrics`; null where they are switched off, or cannot be opened. */
  listen(): Promise<Monitor | null>;
}

/** What is known of the store at a moment. */
const figures = {
  terugkeer_letters: "Letters in the collection",
  terugkeer_passages: "Passages in the collection",
  terugkeer_quarantined: "Files that could not be read",
  terugkeer_sources_failing: "Sources whose last reading failed",
  terugkeer_outbox_waiting: "Messages not sent yet",
  terugkeer_outbox_oldest_seconds: "How long the first of these has waited; 0 when none waits",
  terugkeer_outbox_unheard: "Messages of which nothing was heard since they were sent",
  terugkeer_outbox_unsure: "Messages that may be in Slack or not, and were given up",
  terugkeer_outbox_held: "Messages for places that are paused",
} as const;

function figuresOf({ outbox, sources, ...status }: StoreStatus, now: Date): Record<keyof typeof figures, number> {
  return {
    terugkeer_letters: status.letters,
    terugkeer_passages: status.passages,
    terugkeer_quarantined: status.quarantined,
    terugkeer_sources_failing: sources.filter(({ failingSince }) => failingSince !== null).length,
    terugkeer_outbox_waiting: outbox.waiting,
    terugkeer_outbox_oldest_seconds: secondsSince(outbox.waitingSince, now) ?? 0,
    terugkeer_outbox_unheard: outbox.unheard,
    terugkeer_outbox_unsure: outbox.unsure,
    terugkeer_outbox_held: outbox.held,
  };
}

/**
 * Watches over the parts, for an administrator and a monitor.
 *
 * @param at null: nowhere
 * @param refusal why Slack refuses the token; null when it does not
 */
export function watch(
  parts: Parts,
  at: { host: string; port: number } | null,
  log: Logger,
  refusal: () => Promise<string | null> = async () => null,
): Watch {
  const metrics = new Metrics();
  metrics.gauges(figures, () => figuresOf(parts.store.status.read(), parts.now()));
  return {
    metrics,
    listen: async () => at && (await openMonitor(at, { health: () => health(parts, refusal), metrics }, log)),
  };
}

async function health({ store, index, now }: Parts, refusal: () => Promise<string | null>): Promise<Health> {
  const [database, slack] = [trialOf(store), await refusal()];
  const { letters } = await index.count();
  const status = readable(store);
  const of = status?.letters ?? letters;
  return {
    ready: status !== null && letters >= of && database === null && slack === null,
    database,
    slack,
    index: { letters, of },
    outbox: status && outboxOf(status, now()),
    sources: (status?.sources ?? []).map(({ source, syncedAt, failingSince }) => ({ source, syncedAt, failingSince })),
  };
}

function outboxOf({ outbox: { waitingSince, ...counts } }: StoreStatus, now: Date): Health["outbox"] {
  return { ...counts, oldestSeconds: secondsSince(waitingSince, now) };
}

/** @param instant ISO 8601; null stays null */
function secondsSince(instant: string | null, now: Date): number | null {
  return instant === null ? null : Math.max(0, Math.round((now.getTime() - Date.parse(instant)) / 1000));
}

/** What is the matter when the database is read and written; null when nothing is. */
function trialOf({ status }: Parts["store"]): string | null {
  try {
    status.read();
    status.tryWriting();
    return null;
  } catch (error) {
    const fault = storageFault(error);
    if (fault === null) throw error;
    return fault.message;
  }
}

/** null when the database cannot be read: that is no reason to say nothing of the rest. */
function readable({ status }: Parts["store"]): StoreStatus | null {
  try {
    return status.read();
  } catch (error) {
    if (storageFault(error) === null) throw error;
    return null;
  }
}
