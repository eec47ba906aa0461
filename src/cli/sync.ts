import { parseArgs } from "node:util";
import { readConfig } from "../config.ts";
import { systemClock } from "../ingest/clock.ts";
import { sourceNames } from "../ingest/source-settings.ts";
import type { SyncOutcome } from "../ingest/sync.ts";
import { type SyncFailure, syncAll } from "../ingest/sync-all.ts";
import { withSyncLock } from "../ingest/sync-lock.ts";
import { parseDay } from "../letters/days.ts";
import type { Day } from "../letters/letter.ts";
import { readVersion } from "../ops/version.ts";
import { openStore } from "../store/store.ts";
import { syncJson } from "./json.ts";
import { Progress } from "./progress.ts";
import { UsageError, usageOf } from "./usage-error.ts";

export const usage = "sync -- [--json] [--source NAME] [--since DAY] [--dry-run]";

/**
 * Takes in what is new in the official sources. A running bot brings it into its index by itself.
 *
 * @returns the exit code: 1 when a source could not be synchronised to the end
 * @throws UsageError, UserError
 */
export async function sync(args: string[]): Promise<number> {
  const { json, source, since, dryRun } = readArguments(args);
  const config = readConfig(process.env, process.cwd());
  const stop = new AbortController();
  const end = () => stop.abort(new Error("stopped"));
  process.once("SIGINT", end).once("SIGTERM", end);
  const store = openStore(config.database);
  // The HTTP client takes long to load, and no other command needs it.
  const { openSources } = await import("../ingest/official-sources.ts");
  const official = openSources(config.sources, systemClock, Math.random, readVersion());
  const sources = official.sources.filter(({ name }) => source === null || name === source);
  const progress = new Progress(process.stderr);
  try {
    const results = await withSyncLock(config.database, () =>
      syncAll(
        sources,
        {
          store,
          client: official.client,
          clock: systemClock,
          follower: null,
          signal: stop.signal,
          onProgress: (outcome) => progress.note(inWords(outcome)),
          onRefused: ({ reason }) => progress.line(`quarantined: ${reason.message}`),
        },
        { since, dryRun },
      ),
    );
    progress.end();
    for (const result of results) print(result, json);
    return results.some((result) => "error" in result) ? 1 : 0;
  } catch (error) {
    progress.end();
    if (error !== stop.signal.reason) throw error;
    process.stderr.write("stopped; the next run goes on from here\n");
    return 1;
  } finally {
    await official.close();
    store.close();
  }
}

function readArguments(args: string[]) {
  const { values } = usageOf(() =>
    parseArgs({
      args,
      options: {
        json: { type: "boolean", default: false },
        source: { type: "string" },
        since: { type: "string" },
        "dry-run": { type: "boolean", default: false },
      },
    }),
  );
  const { source = null, since } = values;
  if (source !== null && !sourceNames.some((name) => name === source)) {
    throw new UsageError(`--source must be ${sourceNames.join(" or ")}, not "${source}"`);
  }
  return { json: values.json, source, since: since === undefined ? null : readDay(since), dryRun: values["dry-run"] };
}

function readDay(text: string): Day {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? parseDay(text) : null;
  if (day === null) throw new UsageError(`--since takes a day such as 2025-01-31, not "${text}"`);
  return day;
}

function print(result: SyncOutcome | SyncFailure, json: boolean): void {
  if ("error" in result) process.stderr.write(`${result.error.message}\n`);
  if (json) process.stdout.write(`${JSON.stringify(syncJson(result))}\n`);
  else if (!("error" in result)) process.stdout.write(`${inWords(result)}\n`);
}

function inWords({ source, ...counts }: SyncOutcome): string {
  const told = Object.entries(counts).filter(([name, count]) => count > 0 || name === "new");
  return `${source}: ${told.map(([name, count]) => `${count} ${name}`).join(", ")}`;
}
