import type { Logger } from "pino";

/** What the bot is doing at this moment, so that a stop can wait for answers under way. */
export class Running {
  readonly log: Logger;
  readonly #work = new Set<Promise<void>>();

  constructor(log: Logger) {
    this.log = log;
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
