import { Cron } from "croner";
import { Digests } from "./digests.ts";
import type { DigestPort } from "./port.ts";
import type { DigestParts } from "./prepared.ts";
import { Sender, type SenderTiming } from "./sender.ts";

/** Milliseconds between two looks at the outbox: well within the second that a place needs between messages. */
export const outboxEvery = 250;

export interface ClockParts extends DigestParts, SenderTiming {
  port: DigestPort;
}

/** Looks every minute whose turn it is, and at the outbox all the time, until it is stopped. */
export class DigestClock {
  readonly #digests: Digests;
  readonly #sender: Sender;
  readonly #log: ClockParts["log"];
  readonly #work = new Set<Promise<unknown>>();
  #turns: Cron | null = null;
  #outbox: NodeJS.Timeout | null = null;

  constructor(parts: ClockParts) {
    this.#digests = new Digests(parts);
    this.#sender = new Sender(parts);
    this.#log = parts.log;
  }

  /** To be called when all letters can be searched. What was missed while the bot was off is done at once. */
  start(): void {
    // `protect`: a turn that takes longer than a minute is not begun again meanwhile.
    this.#turns = new Cron("* * * * *", { protect: true }, () => this.#do(() => this.#digests.giveTurns()));
    void this.#turns.trigger();
    this.#outbox = setInterval(() => void this.#do(() => this.#sender.step()), outboxEvery);
  }

  /** Begins nothing new, and waits for what is under way. */
  async stop(): Promise<void> {
    this.#turns?.stop();
    if (this.#outbox !== null) clearInterval(this.#outbox);
    await Promise.allSettled(this.#work);
  }

  async #do(work: () => Promise<unknown>): Promise<void> {
    const piece = work().catch((error: unknown) =>
      this.#log.error({ err: error }, "digests could not be looked after"),
    );
    this.#work.add(piece);
    await piece;
    this.#work.delete(piece);
  }
}
