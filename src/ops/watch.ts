import type { Logger } from "pino";
import type { Parts } from "../parts.ts";
import { Metrics } from "./metrics.ts";
import { type Health, type Monitor, openMonitor } from "./monitor.ts";

/** What is counted, and the page that tells of it. */
interface Watch {
  metrics: Metrics;
  /** Opens `/health` and `/metrics`; null where they are switched off, or cannot be opened. */
  listen(): Promise<Monitor | null>;
}

/** Watches over the parts, for an administrator and a monitor. @param at null: nowhere */
export function watch(parts: Parts, at: { host: string; port: number } | null, log: Logger): Watch {
  const metrics = new Metrics();
  const status = () => parts.store.status.read();
  metrics.gauge("terugkeer_letters", "Letters in the collection", () => status().letters);
  metrics.gauge("terugkeer_passages", "Passages in the collection", () => status().passages);
  metrics.gauge("terugkeer_quarantined", "Files that could not be read", () => status().quarantined);
  metrics.gauge("terugkeer_sources_failing", "Sources whose last reading failed", () => {
    return status().sources.filter(({ failingSince }) => failingSince !== null).length;
  });
  metrics.gauge("terugkeer_outbox_waiting", "Messages not sent yet", () => status().outbox.waiting);
  metrics.gauge("terugkeer_outbox_oldest_seconds", "How long the first of these has waited; 0 when none waits", () => {
    return secondsSince(status().outbox.waitingSince, parts.now()) ?? 0;
  });
  metrics.gauge("terugkeer_outbox_unheard", "Messages of which nothing was heard since they were sent", () => {
    return status().outbox.unheard;
  });
  metrics.gauge("terugkeer_outbox_unsure", "Messages that may be in Slack or not, and were given up", () => {
    return status().outbox.unsure;
  });
  metrics.gauge("terugkeer_outbox_held", "Messages for places that are paused", () => status().outbox.held);
  return { metrics, listen: async () => at && (await openMonitor(at, { health: () => health(parts), metrics }, log)) };
}

async function health({ store, index, now }: Parts): Promise<Health> {
  const { letters: of, sources, outbox } = store.status.read();
  const { waitingSince, ...counts } = outbox;
  const { letters } = await index.count();
  return {
    ready: letters >= of,
    index: { letters, of },
    outbox: { ...counts, oldestSeconds: secondsSince(waitingSince, now()) },
    sources: sources.map(({ source, syncedAt, failingSince }) => ({ source, syncedAt, failingSince })),
  };
}

/** @param instant ISO 8601; null stays null */
function secondsSince(instant: string | null, now: Date): number | null {
  return instant === null ? null : Math.max(0, Math.round((now.getTime() - Date.parse(instant)) / 1000));
}
