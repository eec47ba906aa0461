import { randomUUID } from "node:crypto";
import type { Clock } from "./clock.ts";

/** Slack: five uses within thirty minutes; the sixth is a 404. */
const maxUses = 5;
const lifetime = 30 * 60 * 1000;

/** Where an answer through a response_url belongs. */
export interface ResponseTarget {
  channel: string;
  /** The message whose button was pressed; null for a slash command. */
  original: string | null;
  threadTs: string | null;
}

export class ResponseUrls {
  #issued = new Map<string, { at: number; uses: number; target: ResponseTarget }>();
  readonly #clock: Clock;
  readonly #base: string;

  /** `base` is the address up to the id, with a closing slash. */
  constructor(clock: Clock, base: string) {
    this.#clock = clock;
    this.#base = base;
  }

  issue(target: ResponseTarget): string {
    const id = randomUUID();
    const now = this.#clock.now();
    this.#issued = new Map([...this.#issued].filter(([, { at }]) => now - at <= lifetime));
    this.#issued.set(id, { at: now, uses: 0, target });
    return this.#base + id;
  }

  /** Counts one use; null when the address is unknown, used up or too old. */
  use(id: string): ResponseTarget | null {
    const issued = this.#issued.get(id);
    if (issued === undefined || issued.uses >= maxUses || this.#clock.now() - issued.at > lifetime) return null;
    issued.uses += 1;
    return issued.target;
  }
}
