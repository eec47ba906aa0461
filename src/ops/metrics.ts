import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/** How an answer ended: given, refused with a sentence that the person can act on, or failed by a fault of ours. */
export type Outcome = "given" | "refused" | "failed";

/** What is counted, for a monitor: names of commands and buttons, never who used them or for what. */
export class Metrics {
  readonly #registry = new Registry();
  readonly #answers: Histogram<"what" | "outcome">;

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

  /** Adds a figure that is looked up each time that somebody asks for it. */
  gauge(name: string, help: string, read: () => number): void {
    const gauge: Gauge = new Gauge({
      name,
      help,
      registers: [this.#registry],
      collect: () => gauge.set(read()),
    });
  }

  /** In the text format of Prometheus. */
  async text(): Promise<{ body: string; contentType: string }> {
    return { body: await this.#registry.metrics(), contentType: this.#registry.contentType };
  }
}
