import type { Clock } from "./clock.ts";
import { SourceClient } from "./http/client.ts";
import { openDispatcher } from "./http/dispatcher.ts";
import type { SourcesConfig } from "./source-settings.ts";
import { koopSource } from "./sources/koop.ts";
import type { Source } from "./sources/source.ts";
import { tweedeKamerSource } from "./sources/tweede-kamer.ts";

/** The official sources and the line over which they are asked. */
export interface OfficialSources {
  sources: Source[];
  client: SourceClient;
  /** Hangs up. */
  close(): Promise<void>;
}

/** A file of 50 MB over a slow line takes minutes; a source that is silent for half a minute has forgotten us. */
const limits = { stallMilliseconds: 30_000, totalMilliseconds: 10 * 60_000 };

/** Opens the sources of the settings; nothing is asked yet. */
export function openSources(
  config: SourcesConfig,
  clock: Clock,
  random: () => number,
  version: string,
): OfficialSources {
  const dispatcher = openDispatcher();
  const client = new SourceClient({
    dispatcher,
    clock,
    random,
    userAgent: `Terugkeer/${version} (${config.contact ?? "no contact given"})`,
    allowedHosts: config.allowedHosts,
    pauseMilliseconds: config.pauseMilliseconds,
    limits,
  });
  const { koop, tweedeKamer, subjects } = config;
  return {
    sources: [koopSource({ client, ...koop, subjects }), tweedeKamerSource({ client, feed: tweedeKamer, subjects })],
    client,
    close: () => dispatcher.destroy(),
  };
}
