import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type Measured, progress, shown } from "../results.ts";
import { quantile } from "../timing.ts";
import { madeCollection } from "./collection.ts";
import { type LineReport, type Mode, measureLine } from "./line.ts";
import { growth } from "./memory.ts";

/**
 * `npm run bench -- --load`: 200 people ask within ten seconds, while digests go out and a sync runs, over HTTP and over
 * Socket Mode; then many questions one after the other, while memory is watched.
 */

export interface LoadOptions {
  passages: number;
  questions: number;
  /** A folder that keeps the made collection for the next run; null for one that is thrown away. */
  store: string | null;
}

const crowd = { people: 200, seconds: 10, overTheMinute: true, seed: 2_026 };
const modes: Mode[] = ["http", "socket"];

interface Row {
  name: string;
  of: (report: LineReport) => number;
  /** The most that it may be. */
  most?: number;
}

const acknowledged = (share: number) => (report: LineReport) =>
  quantile(
    report.crowd.map(({ acknowledgedMs }) => acknowledgedMs ?? Number.POSITIVE_INFINITY),
    share,
  );
const answered = (share: number) => (report: LineReport) =>
  quantile(
    report.crowd.map(({ answeredMs }) => answeredMs ?? Number.POSITIVE_INFINITY),
    share,
  );

const rows: Row[] = [
  { name: "acknowledgement, p50 (ms)", of: acknowledged(0.5) },
  { name: "acknowledgement, p95 (ms)", of: acknowledged(0.95) },
  { name: "acknowledgement, p99 (ms)", of: acknowledged(0.99), most: 500 },
  { name: "acknowledgement, max (ms)", of: acknowledged(1) },
  { name: "answer, p50 (ms)", of: answered(0.5) },
  { name: "answer, p95 (ms)", of: answered(0.95) },
  { name: "answer, p99 (ms)", of: answered(0.99), most: 2_000 },
  { name: "answer, max (ms)", of: answered(1) },
  { name: "questions without exactly one answer", of: ({ lost, refused }) => lost.length + refused.length, most: 0 },
  { name: "faults in the log, unhandled rejections among them", of: ({ end }) => end.faults.length, most: 0 },
  { name: "exit code", of: ({ end }) => end.code ?? Number.NaN, most: 0 },
  { name: "messages of digests meanwhile", of: ({ digestMessages }) => digestMessages },
  { name: "letters taken in meanwhile", of: ({ lettersTakenIn }) => lettersTakenIn },
  { name: "event loop of the bot, p99 delay (ms)", of: ({ loopP99Ms }) => loopP99Ms },
  { name: "event loop of the bot, longest delay (ms)", of: ({ loopMaxMs }) => loopMaxMs },
  { name: "processor time of the bot (s)", of: ({ cpuSeconds }) => cpuSeconds },
  { name: "heap after collection, at the end (MB)", of: ({ memory }) => memory.at(-1)?.heapMb ?? Number.NaN },
  { name: "heap growth (MB per 1,000 questions)", of: ({ memory }) => growth(memory, ({ heapMb }) => heapMb), most: 1 },
  { name: "memory of the process, at the end (MB)", of: ({ memory }) => memory.at(-1)?.rssMb ?? Number.NaN },
  { name: "its growth (MB per 1,000 questions)", of: ({ memory }) => growth(memory, ({ rssMb }) => rssMb) },
  { name: "processors stolen by other machines (%)", of: ({ shares }) => (shares?.stolen ?? Number.NaN) * 100 },
  { name: "processors used by the bot and all others (%)", of: ({ shares }) => (shares?.others ?? Number.NaN) * 100 },
];

export async function measureLoad({ passages, questions, store }: LoadOptions): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), "terugkeer-load-"));
  try {
    const collection = await madeCollection(store === null ? join(folder, "made") : resolve(store), passages);
    const reports: LineReport[] = [];
    for (const mode of modes) {
      progress(mode);
      reports.push(await measureLine({ ...crowd, mode, collection, questions, folder: join(folder, mode) }));
    }
    const figures = Object.fromEntries(modes.map((mode, at) => [mode, figuresOf(reports[at])]));
    const section = `Load: ${passages.toLocaleString("en")} passages, ${questions.toLocaleString("en")} questions`;
    return { figures, table: tableOf(reports), section };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function figuresOf(report: LineReport | undefined): object {
  if (report === undefined) return {};
  const { crowd: asked, lost, refused, end, memory } = report;
  return { ...Object.fromEntries(rows.map(({ name, of }) => [name, of(report)])), asked, lost, refused, end, memory };
}

function tableOf(reports: readonly LineReport[]): string {
  const lines = rows.map(({ name, of, most }) => {
    const values = reports.map((report) => shown(of(report)));
    return `| ${name} | ${values.join(" | ")} | ${most === undefined ? "" : shown(most)} |`;
  });
  return ["| figure | HTTP | Socket Mode | at most |", "|---|---:|---:|---:|", ...lines].join("\n");
}
