import { Worker } from "node:worker_threads";
import { expect, it } from "vitest";
import { Random } from "../digest/random.ts";
import { allPatterns, type Pattern, pumpsFor } from "./patterns.ts";

/** `npm run soak` tries longer strings and more combinations. */
const isSoak = process.env.SOAK !== undefined;
const length = isSoak ? 40_000 : 12_000;
const combinations = isSoak ? 400 : 8;
/** Milliseconds: linear work on so short a string takes far less, and what takes less is no danger at 100 kB. */
const suspicious = 10;
/** Milliseconds after which a pattern is given up: only work that explodes takes so long. */
const patience = 5_000;

interface Verdict {
  slow: { pump: string; cost: number }[];
  tried: number;
}

/** Tries patterns one after the other in a thread, which is ended when one does not come back. */
class Trial {
  #worker: Worker | null = null;

  run(pattern: Pattern, pumps: readonly string[]): Promise<Verdict> {
    this.#worker ??= new Worker(new URL("./pattern-worker.mjs", import.meta.url));
    const worker = this.#worker;
    return new Promise((resolve) => {
      let trying = "";
      let timer = setTimeout(() => {}, 0);
      const watch = () => {
        clearTimeout(timer);
        timer = setTimeout(() => {
          this.#worker = null;
          void worker.terminate();
          resolve({ slow: [{ pump: trying, cost: patience }], tried: 1 });
        }, patience);
      };
      worker.removeAllListeners("message");
      worker.on("message", (said: { trying: string } | ({ done: true } & Verdict)) => {
        if ("trying" in said) {
          trying = said.trying;
          watch();
          return;
        }
        clearTimeout(timer);
        resolve(said);
      });
      watch();
      worker.postMessage({ ...pattern, pumps, length, suspicious });
    });
  }

  async end(): Promise<void> {
    await this.#worker?.terminate();
  }
}

it("every pattern of ours takes time in proportion to the text, whatever is repeated in it", async () => {
  const random = new Random(Number(process.env.SEED ?? 7));
  const patterns = await allPatterns();
  expect(patterns.length).toBeGreaterThan(400);
  const trial = new Trial();
  let tried = 0;
  const slow: string[] = [];
  for (const pattern of patterns) {
    const verdict = await trial.run(
      pattern,
      pumpsFor(pattern, () => random.next(), combinations),
    );
    tried += verdict.tried;
    for (const { pump, cost } of verdict.slow.slice(0, 1)) {
      slow.push(`${pattern.where} /${pattern.source}/${pattern.flags} on ${JSON.stringify(pump)}: ${cost} ms`);
    }
  }
  await trial.end();
  process.stdout.write(`${JSON.stringify({ patterns: patterns.length, tried })}\n`);
  expect(slow).toEqual([]);
}, 1_800_000);
