import type { BotProcess } from "./bot-process.ts";

/** Memory of the bot after so many questions, in MB. */
export interface MemorySample {
  questions: number;
  /** In use on the heaps of all its threads, after a collection. */
  heapMb: number;
  /** Held by the process; the system gets it back when it pleases. */
  rssMb: number;
}

/** So often it is looked at. */
const samplesWanted = 20;

/** When to look, among so many questions, and what was seen. */
export function watchMemory(bot: BotProcess, questions: number) {
  const every = Math.max(1, Math.ceil(questions / samplesWanted));
  const stops = Array.from({ length: Math.ceil(questions / every) }, (_, at) => Math.min(questions, (at + 1) * every));
  const samples: MemorySample[] = [];
  const take = async (asked: number): Promise<void> => {
    const heap = await bot.inspector.heapAfterCollection();
    const figures = await bot.figures();
    const rss = figures.get("process_resident_memory_bytes") ?? Number.NaN;
    samples.push({ questions: asked, heapMb: heap / 1e6, rssMb: rss / 1e6 });
  };
  return { stops, samples, take };
}

/** By how much a value grows over the last quarter of the samples, for every 1,000 questions (least squares). */
export function growth(samples: readonly MemorySample[], value: (sample: MemorySample) => number): number {
  const last = samples.slice(-Math.max(2, Math.ceil(samples.length / 4)));
  const mean = (values: number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
  const [atX, atY] = [mean(last.map(({ questions }) => questions)), mean(last.map(value))];
  const along = last.map((sample) => (sample.questions - atX) * (value(sample) - atY));
  const spread = last.map(({ questions }) => (questions - atX) ** 2);
  return (mean(along) / mean(spread)) * 1_000;
}
