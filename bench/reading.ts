import { readdirSync, readFileSync } from "node:fs";
import { readLetter } from "../src/letters/parse.ts";
import type { Measured } from "./results.ts";
import { repeated, textKinds } from "./text-kinds.ts";

/**
 * `npm run bench -- --reading`: the processor time that reading 1 MB takes, for letters and for texts that are nothing
 * but one kind of line. Processor time, as what else the machine does says nothing about reading.
 */

const size = 1_000_000;
const lettersFolder = "data/letters";

function letters(): [string, string][] {
  const texts = readdirSync(lettersFolder)
    .filter((name) => name.endsWith(".txt"))
    .map((name): [string, string] => [name.slice(0, 3), readFileSync(`${lettersFolder}/${name}`, "utf8")]);
  return [
    ...texts.map(([name, text]): [string, string] => [`letter ${name}`, repeated(`${text}\n\n`, size)]),
    ["all letters", repeated(`${texts.map(([, text]) => text).join("\n\n")}\n\n`, size)],
  ];
}

/** Milliseconds of processor time, all threads, of the first call and of the best of three. */
function measure(call: () => void): { first: number; best: number } {
  const times = Array.from({ length: 3 }, () => {
    const before = process.cpuUsage();
    call();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return { first: times[0] ?? 0, best: Math.min(...times) };
}

/** Slowest last. */
export async function measureReading(): Promise<Measured> {
  const texts = [...letters(), ...textKinds.map(([name, unit]): [string, string] => [name, repeated(unit, size)])];
  const rows = texts.map(
    ([name, text]) => [name, measure(() => readLetter({ file: "bench.txt", text, hints: {} }))] as const,
  );
  rows.sort(([, a], [, b]) => a.best - b.best);
  const lines = rows.map(([name, { first, best }]) => `| ${name} | ${first.toFixed(0)} | ${best.toFixed(0)} |`);
  const table = ["| 1 MB of | first, ms | best, ms |", "|---|---|---|", ...lines].join("\n");
  return { figures: Object.fromEntries(rows), table, section: null };
}
