import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { projectRoot } from "../src/root.ts";
import { describeMachine } from "./machine.ts";
import { type Measured, withSection } from "./results.ts";
import { run, WrongUsage } from "./run.ts";

/**
 * `npm run bench`: speed and memory of one subject, of the index when none is named. Tables go to standard error, and to
 * bench/RESULTS.md where they are kept; with `--json` the figures go to standard output.
 */

const options = {
  json: { type: "boolean", default: false },
  reading: { type: "boolean", default: false },
  ingest: { type: "boolean", default: false },
  digests: { type: "boolean", default: false },
  load: { type: "boolean", default: false },
  passages: { type: "string" },
  letters: { type: "string" },
  questions: { type: "string" },
  store: { type: "string" },
} as const;

type Given = Partial<Record<keyof typeof options, string | boolean>>;

/** What can be measured, by the option that chooses it; loaded when chosen, so that no subject is in another's memory. */
const subjects = {
  index: async (given) => (await import("./search-index.ts")).measureIndex(count("passages", given, 20_000)),
  reading: async () => (await import("./reading.ts")).measureReading(),
  ingest: async (given) => (await import("./ingest.ts")).measureIngest(count("letters", given, 2_000)),
  digests: async () => (await import("./digests.ts")).measureDigests(),
  load: async (given) =>
    (await import("./load/load.ts")).measureLoad({
      passages: count("passages", given, 200_000),
      questions: count("questions", given, 10_000),
      store: typeof given.store === "string" ? given.store : null,
    }),
} satisfies Record<string, (given: Given) => Promise<Measured>>;

const resultsFile = join(projectRoot, "bench/RESULTS.md");

async function main(): Promise<void> {
  const { values } = parseArgs({ options });
  const chosen = (["reading", "ingest", "digests", "load"] as const).filter((name) => values[name]);
  if (chosen.length > 1) throw new WrongUsage(`one of --${chosen.join(" and --")}, please`);
  const { figures, table, section } = await subjects[chosen[0] ?? "index"](values);
  process.stderr.write(`${table}\n`);
  if (section !== null) record(section, table);
  if (values.json) process.stdout.write(`${JSON.stringify(figures)}\n`);
}

/** @throws WrongUsage */
function count(name: "passages" | "letters" | "questions", given: Given, otherwise: number): number {
  const wanted = Number(given[name] ?? otherwise);
  if (!Number.isInteger(wanted) || wanted < 1) throw new WrongUsage(`--${name} takes a whole number above 0`);
  return wanted;
}

function record(heading: string, table: string): void {
  const date = new Date().toISOString().slice(0, 10);
  const body = `${date}, ${describeMachine()}\n\n${table}`;
  writeFileSync(resultsFile, withSection(readFileSync(resultsFile, "utf8"), heading, body));
}

await run(main);
