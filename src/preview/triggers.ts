import type { Clock } from "./clock.ts";

/** A trigger_id works once, within three seconds of what the person did. */
const lifetime = 3000;

export type TriggerRefusal = "invalid_trigger_id" | "expired_trigger_id" | "exchanged_trigger_id";

export class Triggers {
  #issued = new Map<string, { at: number; used: boolean }>();
  #count = 0;
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  issue(): string {
    const now = this.#clock.now();
    this.#count += 1;
    const id = `${now}.${this.#count}.preview`;
    // Kept a while longer than it works, so that a late use hears "expired".
    this.#issued = new Map([...this.#issued].filter(([, { at }]) => now - at < 100 * lifetime));
    this.#issued.set(id, { at: now, used: false });
    return id;
  }

  /** Uses it up; gives Slack's error code when it may not be used, null when it may. */
  use(id: unknown): TriggerRefusal | null {
    const trigger = typeof id === "string" ? this.#issued.get(id) : undefined;
    if (trigger === undefined) return "invalid_trigger_id";
    if (this.#clock.now() - trigger.at > lifetime) return "expired_trigger_id";
    if (trigger.used) return "exchanged_trigger_id";
    trigger.used = true;
    return null;
  }
}
