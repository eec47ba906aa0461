import type { DigestPort, FindOutcome, Post, PostOutcome, Sought } from "../../src/digest/port.ts";
import { checkMessage } from "../../src/preview/slack-limits.ts";
import type { Random } from "./random.ts";

/** A message as it stands in a channel. */
export interface Landed {
  place: string;
  key: string;
  ts: string;
  thread: string | null;
  at: number;
  text: string;
}

/** How likely each kind of trouble is, for every call. */
export interface Faults {
  rateLimit: number;
  /** An answer that does not come, while the message lands at once, later or never. */
  silence: number;
  /** A place goes into trouble that a person has to mend. */
  trouble: number;
}

const placeTroubles = ["not_in_channel", "is_archived", "channel_not_found"];
const teamTroubles = ["account_inactive", "token_revoked"];
const latestLanding = 90_000;

/**
 * Slack in memory, by an injected clock: it fails in every way that we know of, lets messages land late, and keeps what
 * a well-behaved bot does not do.
 */
export class SimulatedSlack implements DigestPort {
  readonly landed: Landed[] = [];
  /** What Slack would frown upon; none in a good run. */
  readonly misdeeds: string[] = [];
  readonly seen = new Map<string, number>();
  /** Places that nobody lets the bot read. */
  readonly unreadable = new Set<string>();
  readonly troubles = new Map<string, string>();
  teamTrouble: string | null = null;
  faults: Faults;
  readonly #random: Random;
  readonly #now: () => Date;
  readonly #lastPost = new Map<string, number>();
  readonly #quietUntil = new Map<string, number>();
  #troubled = 0;
  /** The first that landed under each key. */
  readonly #byKey = new Map<string, Landed>();
  readonly #stamps = new Set<string>();

  constructor(random: Random, now: () => Date, faults: Faults) {
    this.#random = random;
    this.#now = now;
    this.faults = faults;
  }

  async post({ place, key, message, thread }: Post): Promise<PostOutcome> {
    const now = this.#now().getTime();
    if (now - (this.#lastPost.get(place) ?? 0) < 1000) this.misdeeds.push(`two messages within a second to ${place}`);
    if (now < (this.#quietUntil.get(place) ?? 0)) this.misdeeds.push(`Retry-After not honoured at ${place}`);
    this.#lastPost.set(place, now);
    for (const violation of checkMessage({ ...message })) this.misdeeds.push(`${violation.path}: ${violation.message}`);
    if (thread !== null && !this.#stamps.has(thread.ts)) this.misdeeds.push("a thread of nothing");

    if (this.#random.chance(this.faults.trouble)) this.#startTrouble(place);
    const trouble = this.teamTrouble ?? this.troubles.get(place);
    if (trouble !== undefined) return this.#refuse(trouble, null);
    if (this.#random.chance(this.faults.rateLimit)) {
      const retryAfter = this.#random.whole(1, 40);
      this.#quietUntil.set(place, now + retryAfter * 1000);
      return this.#refuse("ratelimited", retryAfter);
    }
    const landing = { place, key, thread: thread?.ts ?? null, text: JSON.stringify(message.blocks) };
    if (!this.#random.chance(this.faults.silence)) return { outcome: "posted", at: this.#land(landing, now) };
    const reason = this.#random.one(["timeout", "socket hang up", "internal_error", "http 503"]);
    this.#saw(reason);
    const fate = this.#random.next();
    if (fate < 0.4) this.#land(landing, now);
    else if (fate < 0.7) this.#land(landing, now + this.#random.whole(1_000, latestLanding));
    return { outcome: "unknown", reason };
  }

  async find({ place, key }: Sought, since: Date): Promise<FindOutcome> {
    const trouble = this.teamTrouble ?? this.troubles.get(place);
    if (this.unreadable.has(place)) {
      this.#saw("unreadable");
      return { outcome: "unreadable", code: "missing_scope" };
    }
    if (trouble !== undefined || this.#random.chance(this.faults.silence)) {
      return { outcome: "unknown", reason: trouble ?? "timeout", retryAfter: null };
    }
    const now = this.#now().getTime();
    const found = this.#byKey.get(key);
    const isThere = found !== undefined && found.at <= now && found.at >= since.getTime();
    return isThere ? { outcome: "found", at: { conversation: place, ts: found.ts } } : { outcome: "absent" };
  }

  #startTrouble(place: string): void {
    // In turn, so that even a short run has them all; those of the whole workspace seldom.
    this.#troubled += 1;
    const turn = Math.floor(this.#troubled / 4);
    if (this.#troubled % 4 === 0) this.teamTrouble = teamTroubles[turn % teamTroubles.length] ?? null;
    else this.troubles.set(place, placeTroubles[this.#troubled % placeTroubles.length] ?? "");
  }

  #refuse(code: string, retryAfter: number | null): PostOutcome {
    this.#saw(code);
    return { outcome: "refused", code, retryAfter };
  }

  #saw(what: string): void {
    this.seen.set(what, (this.seen.get(what) ?? 0) + 1);
  }

  #land(message: Omit<Landed, "ts" | "at">, at: number) {
    const first = this.#byKey.get(message.key);
    if (first !== undefined) this.misdeeds.push(`${message.key} landed twice`);
    const ts = `${this.#byKey.size}.${String(this.landed.length).padStart(6, "0")}`;
    const landed = { ...message, ts, at };
    if (first === undefined) this.#byKey.set(message.key, landed);
    this.#stamps.add(ts);
    this.landed.push(landed);
    return { conversation: message.place, ts };
  }
}
