/** Counts what comes in at a stand-in, so that a test can do something at one of them: end the process that asks. */
export class RequestCount {
  #seen = 0;
  #waiting: { at: number; tell: () => void }[] = [];

  /** One more has come in. */
  add(): void {
    this.#seen += 1;
    for (const { at, tell } of this.#waiting) if (this.#seen >= at) tell();
    this.#waiting = this.#waiting.filter(({ at }) => at > this.#seen);
  }

  /** Resolves when so many more have come in. */
  async after(count: number): Promise<void> {
    const at = this.#seen + count;
    if (count > 0) await new Promise<void>((resolve) => this.#waiting.push({ at, tell: resolve }));
  }
}
