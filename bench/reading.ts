import { readdirSync, readFileSync } from "node:fs";
import { projectRoot } from "../src/root.ts";
import { runNode } from "../test/run-node.ts";
import { watchProcessors } from "./machine.ts";
import { type Measured, progress } from "./results.ts";
import { repeated, textKinds } from "./text-kinds.ts";

/**
 * `npm run bench -- --reading`: what reading 1 MB takes, for letters and for texts that are nothing but one kind of
 * line. Twice: in a program that has just begun, which compiles what it reads with meanwhile, by the clock, as that is
 * what somebody waits for; and in one that runs, in processor time, as what else the machine does says nothing about
 * reading.
 */

const size = 1_000_000;
/** Programs that are begun for each text. */
const rounds = 5;

/** Milliseconds. */
export interface ReadingTimes {
  /** The first text that the program reads. */
  first: { clock: number; cpu: number };
  /** Processor time of all threads. */
  running: number;
}

/** By name; made when called for. */
export function textsToRead(): [string, () => string][] {
  const folder = `${projectRoot}/data/letters`;
  const letters = readdirSync(folder)
    .filter((name) => name.endsWith(".txt"))
    .map((name): [string, string] => [name.slice(0, 3), `${readFileSync(`${folder}/${name}`, "utf8")}\n\n`]);
  return [
    ...letters.map(([name, text]): [string, () => string] => [`letter ${name}`, () => repeated(text, size)]),
    ["all letters", () => repeated(letters.map(([, text]) => text).join(""), size)],
    ...textKinds.map(([name, unit]): [string, () => string] => [name, () => repeated(unit, size)]),
  ];
}

/** Slowest last. */
export async function measureReading(): Promise<Measured> {
  const processors = watchProcessors();
  const rows: [string, ReadingTimes][] = [];
  for (const [name] of textsToRead()) {
    progress(name);
    const times: ReadingTimes[] = [];
    while (times.length < rounds) times.push(await readInNewProcess(name));
    rows.push([
      name,
      {
        first: {
          clock: median(times.map(({ first }) => first.clock)),
          cpu: median(times.map(({ first }) => first.cpu)),
        },
        running: median(times.map(({ running }) => running)),
      },
    ]);
  }
  const stolen = processors()?.stolen ?? null;
  rows.sort(([, a], [, b]) => a.first.clock - b.first.clock);
  const lines = rows.map(
    ([name, { first, running }]) =>
      `| ${name} | ${first.clock.toFixed(0)} | ${first.cpu.toFixed(0)} | ${running.toFixed(0)} |`,
  );
  const table = [
    `Milliseconds for 1 MB, the median of ${rounds} programs${stolen === null ? "" : `; ${(stolen * 100).toFixed(1)} % of the processors' time went to other machines`}.`,
    "",
    "| 1 MB of | just begun, by the clock | just begun, processor time | running, processor time |",
    "|---|---:|---:|---:|",
    ...lines,
  ].join("\n");
  return { figures: Object.fromEntries(rows), table, section: "Reading 1 MB" };
}

async function readInNewProcess(name: string): Promise<ReadingTimes> {
  const { code, stdout, stderr } = await runNode("bench/read-once.js", [name]);
  if (code !== 0) throw new Error(`reading ${name} failed: ${stderr}`);
  return JSON.parse(stdout) as ReadingTimes;
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
