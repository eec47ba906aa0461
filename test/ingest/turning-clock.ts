import type { Clock } from "../../src/ingest/clock.ts";

/** A clock that runs only when somebody waits for it: no test sleeps, and every wait is known. */
export class TurningClock implements Clock {
  #now: number;
  readonly waits: number[] = [];

  constructor(start = "2026-01-05T08:00:00Z") {
    this.#now = Date.parse(start);
  }

  now(): Date {
    return new Date(this.#now);
  }

  async wait(milliseconds: number, signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    this.waits.push(milliseconds);
    this.#now += milliseconds;
  }

  /** Moves to a later moment without anybody waiting. */
  advance(milliseconds: number): void {
    this.#now += milliseconds;
  }
}
