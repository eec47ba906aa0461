import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { parseArgs } from "node:util";
import { readLexicon } from "../src/ops/lexicon.ts";
import type { LetterCatalogue, PassageIndex, SavedSegments } from "../src/search/passage-index.ts";
import { parseQuery } from "../src/search/query.ts";
import { openWorkerIndex } from "../src/search/worker-index.ts";
import { openFts5 } from "./engines.ts";
import { madeKey, madeLetter, madeQueries, passagesPerLetter } from "./made-letters.ts";

/**
 * `npm run bench`: speed and memory of the index in its worker, as the bot runs it, beside FTS5 with OR and bm25; with
 * `--ingest`, of taking letters in.
 */

const { values } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    passages: { type: "string", default: "20000" },
    ingest: { type: "boolean", default: false },
    letters: { type: "string", default: "2000" },
  },
});

interface Times {
  p50: number;
  p95: number;
  max: number;
}

const queryCount = 100;

async function main(passages: number): Promise<void> {
  const letterCount = Math.ceil(passages / passagesPerLetter);
  const folder = mkdtempSync(join(tmpdir(), "terugkeer-bench-"));
  const delay = monitorEventLoopDelay({ resolution: 5 });
  const queries = madeQueries(queryCount);
  try {
    const rssBefore = process.memoryUsage().rss;
    const building = performance.now();
    delay.enable();
    const built = openWorkerIndex({ lexicon: readLexicon(), saved: segmentsIn(folder) });
    await built.fill(catalogue(letterCount));
    const indexSeconds = (performance.now() - building) / 1000;
    const addMs = await addOne(built, letterCount);
    await built.close();

    const loading = performance.now();
    const index = openWorkerIndex({ lexicon: readLexicon(), saved: segmentsIn(folder) });
    const filled = index.fill(catalogue(letterCount));
    const probe = parseQuery("Marokko");
    await index.search(probe, { offset: 0, limit: 10, perLetter: null });
    const firstReplyMs = performance.now() - loading;
    await filled;
    await index.search(probe, { offset: 0, limit: 10, perLetter: null });
    const loadSeconds = (performance.now() - loading) / 1000;
    const ask = async (query: string) =>
      (await index.search(parseQuery(query), { offset: 0, limit: 10, perLetter: null })).hits.length;
    const short = await time(queries.short, ask);
    const long = await time(queries.long, ask);
    const memoryMb = (process.memoryUsage().rss - rssBefore) / 1e6;
    const longestDelayMs = delay.max / 1e6;
    delay.disable();
    await index.close();
    const fts5 = await measureFts5(letterCount, queries);
    const figures = {
      passages: letterCount * passagesPerLetter,
      indexSeconds,
      addMs,
      memoryMb,
      savedMb: sizeOf(folder) / 1e6,
      firstReplyMs,
      loadSeconds,
      short,
      long,
      longestDelayMs,
      fts5,
      shortP95Ratio: short.p95 / fts5.short.p95,
      longP95Ratio: long.p95 / fts5.long.p95,
    };
    print(figures);
    if (values.json) process.stdout.write(`${JSON.stringify(figures)}\n`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function catalogue(letterCount: number): LetterCatalogue {
  const numbers = new Map(Array.from({ length: letterCount }, (_, number) => [madeKey(number) as string, number]));
  return {
    letters: [...numbers.keys()].map((key) => ({ key: key as ReturnType<typeof madeKey>, version: "1" })),
    read: async (keys) => keys.map((key) => madeLetter(numbers.get(key) ?? 0)),
  };
}

/** A file a segment, written aside and renamed. */
function segmentsIn(folder: string): SavedSegments {
  const pathOf = (hash: string) => join(folder, hash);
  return {
    load: async (hash) => (readdirSync(folder).includes(hash) ? readFileSync(pathOf(hash)) : null),
    save: async (hash, bytes) => {
      writeFileSync(pathOf(`${hash}.new`), bytes);
      renameSync(pathOf(`${hash}.new`), pathOf(hash));
    },
    keepOnly: async () => undefined,
  };
}

/** The median time of adding one letter to the full index. */
async function addOne(index: PassageIndex, from: number): Promise<number> {
  const times: number[] = [];
  for (let number = from; number < from + 7; number++) {
    const letter = madeLetter(number);
    const start = performance.now();
    await index.add([letter]);
    times.push(performance.now() - start);
  }
  return quantile(times, 0.5);
}

async function time(queries: string[], ask: (query: string) => Promise<number>): Promise<Times> {
  const times: number[] = [];
  for (const query of queries.slice(0, 5)) await ask(query);
  for (const query of queries) {
    const start = performance.now();
    await ask(query);
    times.push(performance.now() - start);
  }
  return { p50: quantile(times, 0.5), p95: quantile(times, 0.95), max: quantile(times, 1) };
}

async function measureFts5(letterCount: number, { short, long }: { short: string[]; long: string[] }) {
  const start = performance.now();
  const passages = Array.from({ length: letterCount }, (_, number) => madeLetter(number)).flatMap((letter) =>
    letter.passages.map(({ text }) => ({ letter: letter.key as string, text })),
  );
  const engine = openFts5(passages);
  const indexSeconds = (performance.now() - start) / 1000;
  const ask = async (query: string) => (await engine.search(query, 10)).length;
  // Long queries take seconds each on FTS5; a third of them tells enough.
  const figures = { indexSeconds, short: await time(short, ask), long: await time(long.slice(0, queryCount / 3), ask) };
  await engine.close();
  return figures;
}

function quantile(times: number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

function sizeOf(folder: string): number {
  return readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
}

/** One figure a line, the times of both engines side by side. */
function print(figures: Record<string, unknown>): void {
  const line = (name: string, value: unknown): string[] => {
    if (typeof value === "number") return [`| ${name} | ${value.toFixed(value < 10 ? 2 : 0)} |`];
    return Object.entries(value as object).flatMap(([part, figure]) => line(`${name} ${part}`, figure));
  };
  const rows = Object.entries(figures).flatMap(([name, value]) => line(name, value));
  process.stderr.write(`${["| figure | value |", "|---|---|", ...rows].join("\n")}\n`);
}

const name = values.ingest ? "letters" : "passages";
const wanted = Number(values[name]);
if (!Number.isInteger(wanted) || wanted < 1) {
  process.stderr.write(`--${name} takes a whole number above 0\n`);
  process.exit(2);
}
if (values.ingest) {
  const { measureIngest } = await import("./ingest.ts");
  const figures = await measureIngest(wanted);
  print({ ...figures });
  if (values.json) process.stdout.write(`${JSON.stringify(figures)}\n`);
} else await main(wanted);
