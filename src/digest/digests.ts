import { setImmediate as nextTurn } from "node:timers/promises";
import type { Logger } from "pino";
import { UserError } from "../errors.ts";
import { pauseNotice } from "../replies/digest-notice.ts";
import { digestCard } from "../replies/digest-page.ts";
import { digestReplies } from "../replies/digest-reply.ts";
import type { Reply } from "../replies/reply.ts";
import type { LetterKey, PassageIndex } from "../search/passage-index.ts";
import type { LetterReader } from "../store/letter-reader.ts";
import type { Outbox, Turn } from "../store/outbox.ts";
import type { Arrivals, ArrivedLetter } from "../store/subscription-arrivals.ts";
import type { Subscriptions } from "../store/subscriptions.ts";
import { type Digest, type DueTurn, divide, whoseTurn } from "./decide.ts";
import { LettersShown } from "./letters-shown.ts";
import { type Matches, matchLetters } from "./match.ts";
import { type Calendar, dayAt } from "./slots.ts";
import type { Place, Subscription } from "./subscription.ts";

export interface DigestParts {
  letters: LetterReader;
  arrivals: Arrivals;
  subscriptions: Subscriptions;
  outbox: Outbox;
  index: PassageIndex;
  /** The last batch of letters that can be searched: only those are held against subscriptions. */
  searchableUntil: () => number;
  calendar: Calendar;
  log: Logger;
  now: () => Date;
  newKey: () => string;
}

/** A digest with its messages, the parent first; none when there is nothing to send. */
export interface PreparedDigest {
  digest: Digest;
  messages: Reply[];
}

/** Decides who gets what, and writes it to the outbox. */
export class Digests {
  readonly #parts: DigestParts;

  constructor(parts: DigestParts) {
    this.#parts = parts;
  }

  /** Gives every subscription whose turn it is its turn. @returns how many digests were written */
  async giveTurns(): Promise<number> {
    const { outbox, now } = this.#parts;
    const { subscriptions, calendar } = this.#parts;
    const until = this.#parts.searchableUntil();
    const due = whoseTurn(subscriptions.active(), calendar, now()).filter(
      // What is sent at once has nothing to do until something came in.
      ({ subscription, slot }) => slot !== null || subscription.seenBatch < until,
    );
    const { digests, misunderstood } = await this.#prepare(due, until);
    this.#pauseMisunderstood(misunderstood);
    let written = 0;
    for (const { digest, messages } of digests) {
      const turns = digest.turns.map(
        ({ subscription, slot }): Turn => ({
          subscription: subscription.id,
          seenBefore: subscription.seenBatch,
          seenBatch: Math.max(subscription.seenBatch, until),
          slot,
        }),
      );
      const deliveries = digest.letters.flatMap(({ key, version, subscriptions }) =>
        subscriptions.map((subscription) => ({ subscription, letter: key, version })),
      );
      const parcel =
        messages.length === 0
          ? null
          : {
              team: digest.team,
              place: digest.place,
              purpose: "digest" as const,
              messages: messages.map((message) => ({ key: this.#parts.newKey(), message })),
            };
      if (outbox.writeDigest({ parcel, deliveries, turns }, now()) && parcel !== null) written += 1;
      await nextTurn();
    }
    return written;
  }

  /** What would go where if every subscription had its turn now; changes nothing. */
  async rehearse(): Promise<PreparedDigest[]> {
    const all = this.#parts.subscriptions.active().map((subscription) => ({ subscription, slot: null }));
    const { digests } = await this.#prepare(all, this.#parts.searchableUntil());
    return digests.filter(({ messages }) => messages.length > 0);
  }

  async #prepare(
    due: readonly DueTurn[],
    until: number,
  ): Promise<{ digests: PreparedDigest[]; misunderstood: Subscription[] }> {
    const { subscriptions, arrivals } = this.#parts;
    if (due.length === 0) return { digests: [], misunderstood: [] };
    const arrived = arrivals.between(Math.min(...due.map(({ subscription }) => subscription.seenBatch)), until);
    const matches = await this.#match(due, arrived);
    if (matches === null) return { digests: [], misunderstood: [] };
    const isUnderstood = ({ query }: Subscription) => query === "" || matches.has(query);
    const understood = due.filter(({ subscription }) => isUnderstood(subscription));
    const misunderstood = due.flatMap(({ subscription }) => (isUnderstood(subscription) ? [] : subscription));
    const ledger = subscriptions.delivered(arrived.map(({ key }) => key));
    const answers = ({ query }: Subscription, key: LetterKey) =>
      query === "" || (matches.get(query)?.letters.has(key) ?? false);
    const shown = new LettersShown(this.#parts, arrived, matches);
    const digests: PreparedDigest[] = [];
    for (const digest of divide(understood, arrived, until, answers, ledger)) {
      digests.push({ digest, messages: this.#compose(digest, shown) });
      // A digest takes milliseconds, and there may be many: nobody who asks the bot something waits for all of them.
      await nextTurn();
    }
    return { digests, misunderstood };
  }

  /**
   * Every distinct query once, among what is new to any who asks it; those that are not understood any more are left
   * out. null while the index is being filled.
   */
  async #match(due: readonly DueTurn[], arrived: readonly ArrivedLetter[]): Promise<Map<string, Matches> | null> {
    const seen = new Map<string, number>();
    for (const { subscription } of due) {
      const { query, seenBatch } = subscription;
      if (query !== "") seen.set(query, Math.min(seenBatch, seen.get(query) ?? seenBatch));
    }
    const matches = new Map<string, Matches>();
    const searches = [...seen].map(async ([query, seenBatch]) => {
      const among = new Set(arrived.filter(({ batch }) => batch > seenBatch).map(({ key }) => key));
      try {
        const found = await matchLetters(query, among, this.#parts.index);
        if (found === null) return "loading";
        matches.set(query, found);
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
      }
      return "told";
    });
    // All at once, so that none waits for the way that another's answer has to go.
    return (await Promise.all(searches)).includes("loading") ? null : matches;
  }

  #compose({ letters, turns }: Digest, shown: LettersShown): Reply[] {
    const { calendar, now } = this.#parts;
    const byId = new Map(turns.map(({ subscription }) => [subscription.id, subscription]));
    const cards = letters.flatMap(({ key, subscriptions: ids }) => {
      const own = ids.flatMap((id) => byId.get(id) ?? []);
      return shown.to(own, key) ?? [];
    });
    // Newest first; undated letters last.
    cards.sort((a, b) => (b.letter.date ?? "").localeCompare(a.letter.date ?? ""));
    if (cards.length === 0) return [];
    return digestReplies(dayAt(now(), calendar.timeZone), cards.map(digestCard));
  }

  #pauseMisunderstood(struck: readonly Subscription[]): void {
    const { outbox, newKey, now } = this.#parts;
    for (const one of struck) {
      const message = pauseNotice("query", [one]);
      outbox.pauseOne(
        one.id,
        "query",
        // A person's id names that person's own conversation with the bot.
        { team: one.team, place: one.maker as Place, purpose: "notice", messages: [{ key: newKey(), message }] },
        now(),
      );
    }
  }
}
