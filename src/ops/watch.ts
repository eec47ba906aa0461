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
  return { metrics, listen: async () => at && (await openMonitor(at, { health: () => health(parts), metrics }, log)) };
}

async function health({ store, index }: Parts): Promise<Health> {
  const { letters: of, sources } = store.status.read();
  const { letters } = await index.count();
  return {
    ready: letters >= of,
    index: { letters, of },
    sources: sources.map(({ source, syncedAt, failingSince }) => ({ source, syncedAt, failingSince })),
  };
}
