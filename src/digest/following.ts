import type { PassageIndex } from "../search/passage-index.ts";
import { parseQuery } from "../search/query.ts";
import type { LetterReader, StoredLetter } from "../store/letter-reader.ts";
import type { Outbox } from "../store/outbox.ts";
import type { Arrivals } from "../store/subscription-arrivals.ts";
import type { Subscriptions, Wish } from "../store/subscriptions.ts";
import { matchLetters } from "./match.ts";
import { type Calendar, nextSlot } from "./slots.ts";
import type { Place, Subscription } from "./subscription.ts";
import { accessTroubles } from "./troubles.ts";

/** What would have come of a query lately. */
export interface Preview {
  days: number;
  letters: number;
  /** The newest of them. */
  newest: StoredLetter[];
  corrected: { from: string; to: string }[];
}

/** Days that a preview looks back, and letters that it shows. */
const previewDays = 30;
const previewLetters = 10;

export interface FollowingParts {
  letters: LetterReader;
  arrivals: Arrivals;
  subscriptions: Subscriptions;
  outbox: Outbox;
  index: PassageIndex;
  searchableUntil: () => number;
  calendar: Calendar;
  now: () => Date;
}

/** What people do with subscriptions: make, see, change, pause, resume and stop them. */
export class Following {
  readonly #parts: FollowingParts;

  constructor(parts: FollowingParts) {
    this.#parts = parts;
  }

  /** Those of a place. */
  list(team: string, place: Place): Subscription[] {
    return this.#parts.subscriptions.at(team, place);
  }

  /** Those that a person made, wherever they go. */
  madeBy(team: string, maker: string): Subscription[] {
    return this.#parts.subscriptions.madeBy(team, maker);
  }

  /** One that a person may change from where he or she is: of that place, or made by that person; null for any other. */
  reachable(id: number, { team, user, place }: { team: string; user: string; place: Place }): Subscription | null {
    const one = this.#parts.subscriptions.one(id);
    if (one === null || one.team !== team) return null;
    return one.place === place || one.maker === user ? one : null;
  }

  /** Subscriptions with the instants of their next turns. */
  described(all: readonly Subscription[]): { subscription: Subscription; next: Date | null }[] {
    return all.map((subscription) => ({ subscription, next: this.next(subscription) }));
  }

  /** One of a place; null when there is none of that number there. */
  one(team: string, place: Place, id: number): Subscription | null {
    return this.list(team, place).find((subscription) => subscription.id === id) ?? null;
  }

  /**
   * Makes a subscription, unless the place has the same one already. What is there already is not new to it.
   *
   * @throws UserError of `parseQuery`
   */
  follow(wish: Wish): { subscription: Subscription; isNew: boolean } {
    const { subscriptions, arrivals, now } = this.#parts;
    if (wish.query !== "") parseQuery(wish.query);
    const same = this.list(wish.team, wish.place).find(({ query }) => query.toLowerCase() === wish.query.toLowerCase());
    if (same !== undefined) return { subscription: same, isNew: false };
    return { subscription: subscriptions.add(wish, arrivals.lastBatch(), now()), isNew: true };
  }

  /** @throws UserError of `parseQuery` */
  change(subscription: Subscription, wish: Pick<Wish, "query" | "frequency">): Subscription {
    if (wish.query !== "") parseQuery(wish.query);
    this.#parts.subscriptions.change(subscription.id, wish);
    return { ...subscription, ...wish };
  }

  pause({ id }: Subscription): void {
    this.#parts.subscriptions.pause(id, "asked", this.#parts.now());
  }

  /** Goes on where it was paused: what came in meanwhile is in the next digest, and what was held back goes out. */
  resume({ id, team, place }: Subscription): void {
    this.#parts.subscriptions.resume(id);
    this.#parts.outbox.release(team, place);
  }

  /**
   * Slack takes the token again: what was paused because it did not goes on where it was, without anybody's doing. What
   * people paused themselves, or what is the matter with one place, stays paused.
   */
  accessIsBack(team: string): void {
    this.#parts.outbox.resumeAfter(team, accessTroubles);
  }

  stop({ id, team, place }: Subscription): void {
    this.#parts.subscriptions.remove(id);
    this.#parts.outbox.dropHeld(team, place);
  }

  /** When it has its turn next; null when as soon as something comes in. */
  next({ frequency }: Pick<Subscription, "frequency">): Date | null {
    return nextSlot(frequency, this.#parts.calendar, this.#parts.now());
  }

  get timeZone(): string {
    return this.#parts.calendar.timeZone;
  }

  /**
   * What a query would have brought in the last days, by when letters came in; null while the index is being filled.
   *
   * @throws UserError of `parseQuery`
   */
  async preview(query: string): Promise<Preview | null> {
    const { arrivals, letters, index, now, searchableUntil } = this.#parts;
    const before = arrivals.lastBatchBefore(new Date(now().getTime() - previewDays * 86_400_000));
    const arrived = arrivals.between(before, searchableUntil());
    const among = new Set(arrived.map(({ key }) => key));
    const matches = query === "" ? null : await matchLetters(query, among, index);
    if (query !== "" && matches === null) return null;
    const found = arrived.filter(({ key }) => matches?.letters.has(key) ?? true);
    found.sort((a, b) => (b.date ?? "").localeCompare(a.date ?? ""));
    return {
      days: previewDays,
      letters: found.length,
      newest: found.slice(0, previewLetters).flatMap(({ key }) => letters.letter(key) ?? []),
      corrected: matches?.corrected ?? [],
    };
  }
}

/** Where digests go for what is typed in a conversation: a direct message means the person's own conversation. */
export function placeOf({ user, channel }: { user: string; channel: string }): Place {
  return (channel.startsWith("D") ? user : channel) as Place;
}
