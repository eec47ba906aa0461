import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Day, letterKinds } from "../src/letters/letter.ts";
import { readLetter } from "../src/letters/parse.ts";
import type { LetterKey, PassageId } from "../src/letters/stored-letter.ts";
import { toIndexedLetter } from "../src/search/indexed-letter.ts";
import type { IndexedLetter } from "../src/search/passage-index.ts";
import { type Engine, openFts5, openOurs, openPlainMiniSearch } from "./engines.ts";
import { type JudgedSet, readLettersSet, readPassagesSet } from "./judged-sets.ts";
import { run } from "./run.ts";
import { type JudgedQuery, type Scores, scoresOf } from "./scores.ts";

/**
 * `npm run eval`: how well the right passages are found, beside two baselines in the same run. The command line and its
 * output are those of shared/CLI.md.
 */

const shared = process.env.TERUGKEER_SHARED ?? "../shared";
const lettersFolder = "data/letters";

const options = {
  json: { type: "boolean", default: false },
  verbose: { type: "boolean", default: false },
  "letters-queries": { type: "string" },
  passages: { type: "string" },
} as const;

async function main(): Promise<void> {
  const { values } = parseArgs({ options });
  if (values.verbose) onJudged = explain;
  const report: Record<string, Record<string, Scores>> = {};
  if (values.passages === undefined || values["letters-queries"] !== undefined) {
    const file = values["letters-queries"] ?? join(shared, "eval/letters-dev.json");
    report.letters = await compareOnLetters(file);
  }
  if (values["letters-queries"] === undefined || values.passages !== undefined) {
    report.passages = await compareOnPassages(values.passages ?? join(shared, "eval/kamervragen-dev.json"));
  }
  for (const [set, engines] of Object.entries(report)) print(set, engines);
  if (values.json) process.stdout.write(`${JSON.stringify(report)}\n`);
}

async function compareOnLetters(file: string): Promise<Record<string, Scores>> {
  const byFile = new Map<string, IndexedLetter>();
  const passagesOf = (name: string) => {
    const text = readFileSync(join(lettersFolder, name), "utf8").normalize("NFC").replaceAll("\r\n", "\n");
    const letter = readLetter({ file: name, text, hints: {} });
    byFile.set(name, toIndexedLetter(name as LetterKey, 1, letter));
    return letter.passages.map((passage) => passage.text);
  };
  const set = readLettersSet(file, passagesOf);
  return compare(set, [...byFile.values()]);
}

/** Every passage is a document of its own. */
async function compareOnPassages(file: string): Promise<Record<string, Scores>> {
  const set = readPassagesSet(file);
  const letters = set.passages.map(({ letter, text }) => ({
    key: letter as LetterKey,
    title: "",
    date: null as Day | null,
    kind: letterKinds[1],
    senders: [],
    dossier: null,
    passages: [
      {
        id: `${letter}.1.1` as PassageId,
        headings: [],
        text,
        parties: [],
        askers: [],
        pointsTo: [],
        pointerOnly: false,
      },
    ],
  }));
  return compare(set, letters);
}

async function compare(set: JudgedSet, letters: IndexedLetter[]): Promise<Record<string, Scores>> {
  const engines = [
    () => openOurs(letters),
    () => openPlainMiniSearch(set.passages),
    () => openFts5(set.passages),
    () => openFts5(set.passages, true),
  ];
  const scores: Record<string, Scores> = {};
  for (const open of engines) {
    const engine = await open();
    process.stderr.write(`${set.queries.length} queries over ${set.passages.length} passages: ${engine.name} …\n`);
    scores[engine.name] = await scoreEngine(engine, set);
    await engine.close();
  }
  return scores;
}

/** Told of every query of ours as it is scored. */
let onJudged: typeof explain = () => undefined;

/** The median of so many runs counts as the time of a query. */
const timedRuns = 5;
/** The slower engines would take minutes, so a run takes queries from all over the set for so long, in milliseconds. */
const timeOfRun = 1_000;

async function scoreEngine(engine: Engine, { queries }: JudgedSet): Promise<Scores> {
  const judged: JudgedQuery[] = [];
  const start = performance.now();
  for (const { q, relevant } of queries) {
    const hits = await engine.search(q, 10);
    const items = relevant.map(({ grade, isIn }) => {
      const rank = hits.findIndex(isIn) + 1;
      return { grade, rank: rank === 0 ? null : rank };
    });
    if (engine.name === "ours") onJudged(q, items, hits.length);
    judged.push({ items, hits: hits.length });
  }
  const first = (performance.now() - start) / queries.length;
  return { ...scoresOf(judged), msPerQuery: await timeEngine(engine, queries, first) };
}

/** `first`: what a query took when all were asked, in milliseconds. */
async function timeEngine(engine: Engine, queries: JudgedSet["queries"], first: number): Promise<number> {
  const every = Math.max(1, Math.ceil((queries.length * first) / timeOfRun));
  const timed = queries.filter((_, at) => at % every === 0);
  const runs: number[] = [];
  for (let run = 0; run < timedRuns; run++) {
    const start = performance.now();
    for (const { q } of timed) await engine.search(q, 10);
    runs.push((performance.now() - start) / timed.length);
  }
  return runs.toSorted((a, b) => a - b)[timedRuns >> 1] ?? 0;
}

/** Names the queries that do not get all they should. */
function explain(query: string, items: { grade: number; rank: number | null }[], hits: number): void {
  const good = items.length === 0 ? hits === 0 : items.every(({ rank }) => rank !== null && rank <= items.length);
  if (!good)
    process.stderr.write(`${query}: ${JSON.stringify(items.map(({ grade, rank }) => [grade, rank]))} of ${hits}\n`);
}

function print(set: string, engines: Record<string, Scores>): void {
  const rows = Object.entries(engines).map(([name, scores]) =>
    [
      name.padEnd(14),
      scores.ndcg10.toFixed(3).padStart(8),
      scores.recall5.toFixed(3).padStart(9),
      scores.mrr.toFixed(3).padStart(7),
      String(scores.falseAnswers).padStart(14),
      scores.msPerQuery.toFixed(2).padStart(9),
    ].join(""),
  );
  const head = `${set.padEnd(14)} nDCG@10 recall@5    MRR false answers ms/query`;
  process.stderr.write(`${[head, ...rows].join("\n")}\n\n`);
}

await run(main);
