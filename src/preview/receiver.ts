import type { App, Receiver } from "@slack/bolt";
import type { Clock } from "./clock.ts";
import type { PreviewLog } from "./preview-log.ts";
import type { JsonObject } from "./untyped-json.ts";

/** How the bot took a payload. Slack waits three seconds for the acknowledgement. */
export type Outcome =
  /** `body` is what ack() was called with. */
  | { acknowledged: true; body: unknown }
  /** Slack's word for what went wrong. */
  | { acknowledged: false; reason: "operation_timeout" | "dispatch_failed" | "not_ready" };

const patience = 3000;

/** A Bolt receiver whose payloads come from the page. */
export class PreviewReceiver implements Receiver {
  #app: App | null = null;
  #started = false;
  readonly #clock: Clock;
  readonly #log: PreviewLog | undefined;
  readonly #onStop: () => Promise<void>;

  constructor(parts: { clock: Clock; log: PreviewLog | undefined; onStop: () => Promise<void> }) {
    this.#clock = parts.clock;
    this.#log = parts.log;
    this.#onStop = parts.onStop;
  }

  init(app: App): void {
    this.#app = app;
  }

  /** True once `app.start()` ran: from then on the page's requests reach the bot. */
  get isReady(): boolean {
    return this.#app !== null && this.#started;
  }

  async start(): Promise<void> {
    this.#started = true;
  }

  async stop(): Promise<void> {
    this.#started = false;
    await this.#onStop();
  }

  /** Hands a payload to the bot; done at its acknowledgement, its failure, or after three seconds. */
  dispatch(body: JsonObject): Promise<Outcome> {
    const app = this.#app;
    if (app === null || !this.#started) return Promise.resolve({ acknowledged: false, reason: "not_ready" });
    return new Promise((resolve) => {
      let acknowledged = false;
      const callOff = this.#clock.after(patience, () => resolve({ acknowledged: false, reason: "operation_timeout" }));
      const ack = async (answer?: unknown) => {
        if (acknowledged) throw new Error("ack() was called twice for one payload");
        acknowledged = true;
        callOff();
        resolve({ acknowledged: true, body: answer });
      };
      // Bolt logs what its own error handler catches; what comes out here is what Slack would get as HTTP 500.
      app.processEvent({ body, ack }).catch((error: unknown) => {
        this.#log?.error({ err: error, type: body.type ?? "command" }, "the bot failed on a payload of the preview");
        callOff();
        resolve({ acknowledged: false, reason: "dispatch_failed" });
      });
    });
  }
}
