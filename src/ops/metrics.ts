import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/** How an answer ended: given, refused with a sentence that the person can act on, or failed by a fault of ours. */
export type Outcome = "given" | "refused" | "failed";

/** What is counted, for a monitor: names of commands and buttons, never who used them or for what. */
export class Metrics {
  readonly #registry = new Registry();
  readonly #answers: Histogram<"what" | "outcome">;
  /** Bring the figures that are looked up to what they are now. */
  readonly #lookUps: (() => void)[] = [];

  constructor() {
    collectDefaultMetrics({ register: this.#registry });
    this.#answers = new Histogram({
      name: "terugkeer_answer_seconds",
      help: "Time from the acknowledgement to the answer, by command or button and how it ended",
      labelNames: ["what", "outcome"],
      buckets: [0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10],
      registers: [this.#registry],
    });
  }

  /** @param what a command, button or event by its name in the manifest or action-ids.ts */
  answered(what: string, outcome: Outcome, seconds: number): void {
    this.#answers.observe({ what, outcome }, seconds);
  }

  /**
   * Adds figures that are looked up each time that somebody asks for them, once for all, so that they agree.
   *
   * @param helps by name, what each figure says
   */
  gauges<Name extends string>(
    helps: Readonly<Record<Name, string>>,
    read: () => Readonly<Record<NoInfer<Name>, number>>,
  ): void {
    const gauges = Object.entries<string>(helps).map(([name, help]): [Name, Gauge] => [
      name as Name,
      new Gauge({ name, help, registers: [this.#registry] }),
    ]);
    this.#lookUps.push(() => {
      const figures = read();
      for (const [name, gauge] of gauges) gauge.set(figures[name]);
    });
  }

  /** In the text format of Prometheus. */
  async text(): Promise<{ body: string; contentType: string }> {
    for (const lookUp of this.#lookUps) lookUp();
    return { body: await this.#registry.metrics(), contentType: this.#registry.contentType };
  }
}
