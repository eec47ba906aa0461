import { parseArgs } from "node:util";
import { readConfig } from "../config.ts";
import { nextRun } from "../ingest/schedule.ts";
import { readVersion } from "../ops/version.ts";
import { openStore } from "../store/store.ts";
import { type StatusJson, statusJson } from "./json.ts";
import { usageOf } from "./usage-error.ts";

export const usage = "status -- [--json]";

/**
 * Shows how the bot is doing, as far as its database tells.
 *
 * @returns the exit code
 * @throws UsageError, UserError
 */
export async function status(args: string[]): Promise<number> {
  const { values } = usageOf(() => parseArgs({ args, options: { json: { type: "boolean", default: false } } }));
  const { database, sources, timeZone, connection } = readConfig(process.env, process.cwd());
  const schedule = connection.mode === "preview" ? null : sources.schedule;
  const store = openStore(database);
  try {
    const read = statusJson(store.status.read(), nextRun(schedule, timeZone, new Date()), readVersion());
    process.stdout.write(`${values.json ? JSON.stringify(read) : inWords(read)}\n`);
    return 0;
  } finally {
    store.close();
  }
}

function inWords(read: StatusJson): string {
  const { versions, sources, nextSync } = read;
  const rows: [string, string | number][] = [
    ["letters", read.letters],
    ["passages", read.passages],
    ["withdrawn", read.withdrawn],
    ["quarantined", read.quarantined],
    ["outbox", outboxInWords(read.outbox)],
    ["next sync", nextSync ?? "none planned"],
    ...sources.map((source): [string, string] => [source.source, sourceInWords(source)]),
    ["versions", `terugkeer ${versions.terugkeer}, node ${versions.node}, database ${versions.database}`],
  ];
  return rows.map(([name, value]) => `${name.padEnd(14)}${value}`).join("\n");
}

function outboxInWords({ waiting, waitingSince, unheard, unsure, held }: StatusJson["outbox"]): string {
  const since = waitingSince === null ? "" : ` since ${waitingSince}`;
  return `${waiting} waiting${since}, ${unheard} unheard of, ${unsure} unsure, ${held} held`;
}

function sourceInWords({ lastBatch, syncedAt, failingSince, reason, waiting }: StatusJson["sources"][number]): string {
  const said = [
    lastBatch === null
      ? "no letters yet"
      : `last batch ${lastBatch.at}: ${lastBatch.new} new, ${lastBatch.updated} updated, ${lastBatch.withdrawn} withdrawn`,
    ...(syncedAt === null ? [] : [`asked ${syncedAt}`]),
    ...(waiting === 0 ? [] : [`${waiting} to be tried again`]),
    ...(failingSince === null ? [] : [`failing since ${failingSince}: ${reason}`]),
  ];
  return said.join("; ");
}
