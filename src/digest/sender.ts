import type { Logger } from "pino";
import { giveUpNotice, pauseNotice } from "../replies/digest-notice.ts";
import type { Reply } from "../replies/reply.ts";
import type { HeldPlaces } from "../store/held-places.ts";
import type { Parcel } from "../store/message-writer.ts";
import type { OpenEntry } from "../store/open-entries.ts";
import type { Outbox } from "../store/outbox.ts";
import type { Subscriptions } from "../store/subscriptions.ts";
import { noticeOf } from "./notice.ts";
import type { Place } from "./place.ts";
import type { DigestPort, Post, Sought } from "./port.ts";
import type { Subscription } from "./subscription.ts";
import { accessTroubles, meaningOf } from "./troubles.ts";

/** A notice for which the bot's own access is in the way is tried again after this many milliseconds. */
const noticePause = 3_600_000;
/**
 * Nothing is put off for longer than this many milliseconds, whatever Slack asks: what seems to be was noted by a clock
 * that ran ahead and has been set back since.
 */
const longestPause = 3_600_000;
/** Seconds until Slack is asked again what became of a message, when it did not say. */
const askAgainAfter = 60;
/** A place whose message could not be looked after, as on a full disk, has its next turn after this many milliseconds. */
const failedPause = 30_000;
/**
 * Our clock and Slack's differ: a message is looked for from the last that Slack took before, and where there is none
 * from this many milliseconds before it was sent.
 */
const clockDifference = 600_000;

/**
 * A message of which nothing was heard is looked for after this many milliseconds: a request that was cut off may still
 * be on its way within Slack.
 */
const defaultGrace = 120_000;
/** Milliseconds between two messages to a place: Slack takes about one a second in a channel. */
const defaultPace = 1_000;

/** How long the sender waits, in milliseconds; a test of what a process does need not wait as long as Slack makes it. */
export interface SenderTiming {
  /** Until a message of which nothing was heard is looked for; two minutes unless told otherwise. */
  grace?: number;
  /** Between two messages to a place; a second unless told otherwise. */
  pace?: number;
}

export interface SenderParts extends SenderTiming {
  outbox: Outbox;
  heldPlaces: HeldPlaces;
  subscriptions: Subscriptions;
  port: DigestPort;
  log: Logger;
  now: () => Date;
  newKey: () => string;
  /** The channel of those who look after the bot; null where there is none. */
  maintainers: Place | null;
}

/**
 * Sends what is in the outbox, each message once. Before a message goes out that is noted; when nothing is heard of it,
 * it is looked for in Slack, and only sent again when it is not there. Places do not wait for each other.
 */
export class Sender {
  readonly #parts: SenderParts;
  readonly #grace: number;
  readonly #pace: number;
  readonly #busy = new Set<string>();
  /** Until when Slack wants to hear nothing for a place, whatever the message, in milliseconds. */
  readonly #quietUntil = new Map<string, number>();

  constructor(parts: SenderParts) {
    this.#parts = parts;
    this.#grace = parts.grace ?? defaultGrace;
    this.#pace = parts.pace ?? defaultPace;
  }

  /**
   * Does one thing for every place where something can be done now; resolves when all of it is done.
   *
   * @returns when there is more to do; null when nothing is left
   */
  async step(): Promise<Date | null> {
    const { outbox, now, log } = this.#parts;
    const work: Promise<void>[] = [];
    for (const entry of outbox.open.first(now())) {
      const place = placeName(entry);
      if (this.#busy.has(place) || this.#readyAt(entry) > now().getTime()) continue;
      this.#busy.add(place);
      const done = this.#advance(entry)
        .catch((error: unknown) => {
          this.#quietUntil.set(place, now().getTime() + failedPause);
          log.error({ err: error }, "a message could not be looked after");
        })
        .finally(() => this.#busy.delete(place));
      work.push(done);
    }
    await Promise.all(work);
    const ready = outbox.open.first(now()).map((entry) => this.#readyAt(entry));
    const later = outbox.open.nextNotBefore(now());
    if (later !== null) ready.push(later.getTime());
    return ready.length === 0 ? null : new Date(ready.reduce((first, at) => Math.min(first, at)));
  }

  /** When something can be done for a message, in milliseconds. */
  #readyAt(entry: OpenEntry): number {
    const { state, attemptedAt, notBefore, placeAttemptedAt } = entry;
    const paced =
      state === "sending"
        ? (attemptedAt?.getTime() ?? 0) + this.#grace
        : (placeAttemptedAt?.getTime() ?? 0) + this.#pace;
    const latest = this.#parts.now().getTime() + longestPause;
    const waits = [paced, notBefore?.getTime() ?? 0, this.#quietUntil.get(placeName(entry)) ?? 0];
    return Math.max(...waits.map((until) => (until > latest ? 0 : until)));
  }

  async #advance(entry: OpenEntry): Promise<void> {
    if (entry.parent === "lost") return this.#giveUp(entry, "failed", "parent_lost");
    const sought = { ...entry, thread: entry.parent };
    if (entry.state === "sending") await this.#lookFor(entry, sought);
    else await this.#post(entry, { ...sought, message: this.#parts.outbox.open.messageOf(entry.id) });
  }

  async #post(entry: OpenEntry, post: Post): Promise<void> {
    const { outbox, port, log, now } = this.#parts;
    outbox.begin(entry.id, now());
    const result = await port.post(post);
    // Counted from the answer: a request that was long on its way may have been posted only now.
    this.#quietUntil.set(placeName(entry), now().getTime() + this.#pace);
    if (result.outcome === "posted") outbox.sent(entry.id, result.at);
    else if (result.outcome === "refused") this.#refused(entry, result.code, result.retryAfter);
    else log.warn({ reason: result.reason }, "a message was sent and Slack did not answer: it will be looked for");
  }

  async #lookFor(entry: OpenEntry, sought: Sought): Promise<void> {
    const { outbox, port, log } = this.#parts;
    const since = entry.attemptedAfter ?? new Date((entry.attemptedAt?.getTime() ?? 0) - clockDifference);
    const result = await port.find(sought, since);
    if (result.outcome === "found") outbox.sent(entry.id, result.at);
    else if (result.outcome === "absent") outbox.putBack(entry.id, null, null);
    else if (result.outcome === "unknown") {
      outbox.askLater(entry.id, result.reason, this.#after(result.retryAfter ?? askAgainAfter));
    } else {
      log.warn({ code: result.code }, "a message may have been posted or not, and its channel cannot be read");
      this.#giveUp(entry, "unsure", result.code);
    }
  }

  #refused(entry: OpenEntry, code: string, retryAfter: number | null): void {
    const { outbox, log, now } = this.#parts;
    const meaning = meaningOf(code);
    if (retryAfter !== null) {
      this.#quietUntil.set(placeName(entry), this.#after(retryAfter).getTime());
      outbox.putBack(entry.id, code, this.#after(retryAfter));
    } else if (meaning === null) {
      log.error({ code }, "Slack refuses a message for what is in it");
      this.#giveUp(entry, "failed", code);
    } else if (entry.purpose === "digest") {
      outbox.putBack(entry.id, code, null);
      this.#pause(entry.team, meaning.holdsFor === "team" ? null : entry.place, meaning.trouble);
    } else if (meaning.holdsFor === "team") {
      outbox.putBack(entry.id, code, this.#after(noticePause / 1000));
    } else if (entry.otherwise.length > 0) {
      log.info({ code }, "somebody who made a subscription cannot be told of trouble; others are");
      outbox.sendElsewhere(entry.id, entry.otherwise, code);
    } else {
      log.warn({ code }, "nobody can be told of trouble with a subscription");
      outbox.giveUp(entry.id, "failed", code, [], now());
    }
  }

  /** Pauses what is followed at a place, or in all of the team, and tells everybody who made any of it. */
  #pause(team: string, place: Place | null, reason: NonNullable<ReturnType<typeof meaningOf>>["trouble"]): void {
    const { heldPlaces, subscriptions, log, now } = this.#parts;
    const struck = subscriptions.active().filter((one) => one.team === team && (place === null || one.place === place));
    const makers = new Map<string, Subscription[]>();
    for (const one of struck) makers.set(one.maker, [...(makers.get(one.maker) ?? []), one]);
    const about = { team, place, placeIsOpen: place === null };
    // Nobody can be told that the bot cannot speak; when it can, there is nothing to tell: it goes on by itself.
    const told = accessTroubles.includes(reason) ? [] : [...makers];
    const notices = told.flatMap(([maker, own]) => this.#notice({ ...about, maker }, pauseNotice(reason, own)));
    log.warn({ reason, subscriptions: struck.length }, "subscriptions are paused");
    heldPlaces.pause({ team, place, reason }, notices, now());
    if (place !== null) heldPlaces.drop(team, place);
  }

  #giveUp(entry: OpenEntry, state: "unsure" | "failed", code: string): void {
    const { outbox, now } = this.#parts;
    const makers = entry.purpose === "digest" ? outbox.makersOf(entry.id) : [];
    const about = { team: entry.team, place: entry.place, placeIsOpen: true };
    const notices = makers.flatMap((maker) => this.#notice({ ...about, maker }, giveUpNotice(state, entry.place)));
    outbox.giveUp(entry.id, state, code, notices, now());
  }

  #notice(about: Omit<Parameters<typeof noticeOf>[0], "maintainers">, message: Reply): Parcel[] {
    const { maintainers, newKey, log } = this.#parts;
    const notice = noticeOf({ ...about, maintainers }, message, newKey());
    if (notice === null) log.warn("trouble with a subscription, and there is nobody to be told");
    return notice === null ? [] : [notice];
  }

  #after(seconds: number): Date {
    return new Date(this.#parts.now().getTime() + Math.min(longestPause, seconds * 1000));
  }
}

function placeName({ team, place }: Pick<OpenEntry, "team" | "place">): string {
  return `${team} ${place}`;
}
