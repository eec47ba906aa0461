import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readLexicon } from "../src/ops/lexicon.ts";
import type { LetterCatalogue, PassageIndex } from "../src/search/passage-index.ts";
import { parseQuery } from "../src/search/query.ts";
import { openWorkerIndex } from "../src/search/worker-index.ts";
import { segmentFiles } from "../src/store/segment-files.ts";
import { openFts5 } from "./engines.ts";
import { watchLoop } from "./loop-watch.ts";
import { watchProcessors } from "./machine.ts";
import { madeKey, madeLetter, madeQueries, passagesPerLetter } from "./made-letters.ts";
import { type Figure, type Measured, progress, tableOf } from "./results.ts";
import { quantile, type Times, timeQueries } from "./timing.ts";

/**
 * `npm run bench`: speed and memory of the index, beside FTS5 with OR and bm25.
 */

const queryCount = 100;
/** A long query takes FTS5 seconds when there is much to search; a few tell enough. */
const fts5LongQueries = { many: 33, few: 8, manyUpTo: 50_000 };
/** Letters added one by one to the full index. */
const added = 40;
const firstTen = { offset: 0, limit: 10, perLetter: null };
const probe = parseQuery("Marokko");

/** The index in its worker, as the bot runs it, beside FTS5. */
export async function measureIndex(passages: number): Promise<Measured> {
  const letterCount = Math.ceil(passages / passagesPerLetter);
  const folder = mkdtempSync(join(tmpdir(), "terugkeer-bench-"));
  const queries = madeQueries(queryCount);
  const processors = watchProcessors();
  try {
    progress(`indexing ${letterCount} letters`);
    const built = await measureBuilding(folder, letterCount);
    progress("loading and searching");
    const ours = await measureLoaded(folder, letterCount, queries);
    progress("the same queries on FTS5");
    const fts5 = await measureFts5(letterCount, queries);
    const shares = processors();
    const count = letterCount * passagesPerLetter;
    const figures = { passages: count, ...built, ...ours, savedMb: sizeOf(folder) / 1e6, fts5, ...shares };
    return { figures, table: tableOf(rowsOf(figures)), section: `${count.toLocaleString("en")} passages` };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function measureBuilding(folder: string, letterCount: number) {
  const start = performance.now();
  const stopWatching = watchLoop();
  const index = openWorkerIndex({ lexicon: readLexicon(), saved: segmentFiles(folder) });
  const filled = index.fill(catalogue(letterCount));
  await index.search(probe, firstTen);
  const answers = await answersUntil(filled, index);
  const indexSeconds = (performance.now() - start) / 1000;
  const addMs = await timeAdding(index, letterCount);
  const loop = stopWatching();
  await index.close();
  return { indexSeconds, longestAnswerWhileIndexingMs: quantile(answers, 1), addMs, loopWhileIndexing: loop };
}

async function measureLoaded(folder: string, letterCount: number, queries: { short: string[]; long: string[] }) {
  const before = process.memoryUsage().rss;
  const stopWatching = watchLoop();
  const start = performance.now();
  const index = openWorkerIndex({ lexicon: readLexicon(), saved: segmentFiles(folder) });
  const filled = index.fill(catalogue(letterCount));
  await index.search(probe, firstTen);
  const firstReplyMs = performance.now() - start;
  const answers = await answersUntil(filled, index);
  await index.search(probe, firstTen);
  const loadSeconds = (performance.now() - start) / 1000;
  const ask = (query: string) => index.search(parseQuery(query), firstTen);
  const short = await timeQueries(queries.short, ask);
  const long = await timeQueries(queries.long, ask);
  const memoryMb = (process.memoryUsage().rss - before) / 1e6;
  const loop = stopWatching();
  await index.close();
  const peakMb = process.resourceUsage().maxRSS / 1e3;
  const whileLoading = quantile(answers, 1);
  return { firstReplyMs, loadSeconds, longestAnswerWhileLoadingMs: whileLoading, memoryMb, peakMb, short, long, loop };
}

/** Asks again and again until the index is full; how long each answer took, in milliseconds. */
async function answersUntil(filled: Promise<void>, index: PassageIndex): Promise<number[]> {
  const times: number[] = [];
  let busy = true;
  const done = filled.finally(() => {
    busy = false;
  });
  while (busy) {
    const start = performance.now();
    await index.search(probe, firstTen);
    times.push(performance.now() - start);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await done;
  return times;
}

function catalogue(letterCount: number): LetterCatalogue {
  const numbers = new Map(Array.from({ length: letterCount }, (_, number) => [madeKey(number) as string, number]));
  return {
    letters: [...numbers.keys()].map((key) => ({ key: key as ReturnType<typeof madeKey>, version: "1" })),
    read: async (keys) => keys.map((key) => madeLetter(numbers.get(key) ?? 0)),
  };
}

/** Adds letters to the full index, one after the other; the median and the 95th percentile in milliseconds. */
async function timeAdding(index: PassageIndex, from: number): Promise<{ p50: number; p95: number; cpuP50: number }> {
  const wall: number[] = [];
  const cpu: number[] = [];
  for (let number = from; number < from + added; number++) {
    const letter = madeLetter(number);
    const start = performance.now();
    const before = process.cpuUsage();
    await index.add([letter]);
    const { user, system } = process.cpuUsage(before);
    wall.push(performance.now() - start);
    cpu.push((user + system) / 1000);
  }
  return { p50: quantile(wall, 0.5), p95: quantile(wall, 0.95), cpuP50: quantile(cpu, 0.5) };
}

async function measureFts5(letterCount: number, { short, long }: { short: string[]; long: string[] }) {
  const start = performance.now();
  const passages = Array.from({ length: letterCount }, (_, number) => madeLetter(number)).flatMap((letter) =>
    letter.passages.map(({ text }) => ({ letter: letter.key as string, text })),
  );
  const engine = openFts5(passages);
  const indexSeconds = (performance.now() - start) / 1000;
  const ask = (query: string) => engine.search(query, 10);
  const { many, few, manyUpTo } = fts5LongQueries;
  const some = long.slice(0, passages.length > manyUpTo ? few : many);
  const times = { short: await timeQueries(short, ask), long: await timeQueries(some, ask) };
  await engine.close();
  return { indexSeconds, ...times };
}

function sizeOf(folder: string): number {
  return readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
}

type Figures = { passages: number; savedMb: number; stolen?: number; others?: number } & Awaited<
  ReturnType<typeof measureBuilding>
> &
  Awaited<ReturnType<typeof measureLoaded>> & { fts5: Awaited<ReturnType<typeof measureFts5>> };

function rowsOf(figures: Figures): Figure[] {
  const { fts5, addMs, loop, loopWhileIndexing } = figures;
  const row = (name: string, value: number | null, other: number | null = null): Figure => ({
    name,
    value,
    fts5: other,
  });
  const times = (name: string, own: Times, other: Times) => [
    row(`${name}, p50 (ms)`, own.p50, other.p50),
    row(`${name}, p95 (ms)`, own.p95, other.p95),
    row(`${name}, max (ms)`, own.max, other.max),
    row(`${name}, processor time p50 (ms)`, own.cpuP50, other.cpuP50),
    row(`${name}, processor time p95 (ms)`, own.cpuP95, other.cpuP95),
  ];
  return [
    row("passages", figures.passages),
    row("index time (s)", figures.indexSeconds, fts5.indexSeconds),
    row("saved size (MB)", figures.savedMb),
    row("memory of the loaded index (MB)", figures.memoryMb),
    row("most memory of the whole process (MB)", figures.peakMb),
    row("from saved index to first whole answer (s)", figures.loadSeconds),
    row("from start to first reply, whole or not (ms)", figures.firstReplyMs),
    row("longest reply while loading (ms)", figures.longestAnswerWhileLoadingMs),
    row("longest reply while indexing (ms)", figures.longestAnswerWhileIndexingMs),
    row("adding a letter, p50 (ms)", addMs.p50),
    row("adding a letter, p95 (ms)", addMs.p95),
    row("adding a letter, processor time p50 (ms)", addMs.cpuP50),
    ...times("short queries", figures.short, fts5.short),
    ...times("long queries", figures.long, fts5.long),
    row("event loop while loading and searching, longest delay (ms)", loop.longestMs),
    row("event loop while loading and searching, longest own work (ms)", loop.longestWorkMs),
    row("event loop while indexing and adding, longest delay (ms)", loopWhileIndexing.longestMs),
    row("event loop while indexing and adding, longest own work (ms)", loopWhileIndexing.longestWorkMs),
    row("processors stolen by other machines (%)", figures.stolen === undefined ? null : figures.stolen * 100),
    row("processors used by other processes (%)", figures.others === undefined ? null : figures.others * 100),
  ];
}
