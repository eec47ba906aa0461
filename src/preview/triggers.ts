import type { Clock } from "./clock.ts";

/** A trigger_id works once, within three seconds of what the person did. */
const lifetime = 3000;

export type TriggerRefusal = "invalid_trigger_id" | "expired_trigger_id" | "exchanged_trigger_id";

export class Triggers {
  readonly #issued = new Map<string, { at: number; used: boolean }>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  issue(): string {
    const now = this.#clock.now();
    const id = `${now}.${this.#issued.size + 1}.preview`;
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
