import type { Logger } from "pino";
import type { Metrics, Outcome } from "../ops/metrics.ts";

/** What the bot is doing at this moment, so that a stop can wait for answers under way. */
export class Running {
  readonly log: Logger;
  readonly #metrics: Metrics | null;
  readonly #work = new Set<Promise<void>>();

  /** @param metrics null where nothing is counted: in the preview */
  constructor(log: Logger, metrics: Metrics | null = null) {
    this.log = log;
    this.#metrics = metrics;
  }

  /** Measures an answer from here until the function that it gives is called; `code` says why it was refused. */
  timer(what: string): (outcome: Outcome, code?: string) => void {
    const start = performance.now();
    return (outcome, code) => {
      const milliseconds = performance.now() - start;
      this.#metrics?.answered(what, outcome, milliseconds / 1000);
      this.log.info({ what, outcome, ...(code !== undefined && { code }), ms: Math.round(milliseconds) }, "answered");
    };
  }

  /** Does a piece of work; a failure is logged and ends here, for there is nobody left to tell. */
  async track(work: () => Promise<void>): Promise<void> {
    const piece = work().catch((error: unknown) => this.log.error({ err: error }, "an answer could not be delivered"));
    this.#work.add(piece);
    await piece;
    this.#work.delete(piece);
  }

  /** Resolves when all work under way is done, or after so many milliseconds. */
  async settle(milliseconds: number): Promise<void> {
    const late = new AbortController();
    const timeout = new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      late.signal.addEventListener("abort", () => clearTimeout(timer));
    });
    await Promise.race([Promise.allSettled(this.#work), timeout]);
    late.abort();
  }
}
