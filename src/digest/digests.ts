import { setImmediate as nextTurn } from "node:timers/promises";
import { pauseNotice } from "../replies/digest-notice.ts";
import type { Turn } from "../store/outbox.ts";
import { prepareAnswers } from "./answers.ts";
import { type DueTurn, whoseTurn } from "./decide.ts";
import { prepareNewLetters } from "./new-letters.ts";
import { noticeOf } from "./notice.ts";
import { prepareOverdue } from "./overdue.ts";
import type { DigestParts, Preparation, Prepare, Prepared } from "./prepared.ts";
import type { Subject, Subscription } from "./subscription.ts";

/** In the order in which a place gets them. */
const prepares: readonly [Subject, Prepare][] = [
  ["letters", prepareNewLetters],
  ["answers", prepareAnswers],
  ["overdue", prepareOverdue],
];

/** Decides who gets what, and writes it to the outbox. */
export class Digests {
  readonly #parts: DigestParts;

  constructor(parts: DigestParts) {
    this.#parts = parts;
  }

  /** Gives every subscription whose turn it is its turn. @returns how many digests were written */
  async giveTurns(): Promise<number> {
    const { outbox, now, subscriptions, followedQuestions, calendar } = this.#parts;
    followedQuestions.removeAnswered();
    const until = this.#parts.searchableUntil();
    const due = whoseTurn(subscriptions.active(), calendar, now()).filter(
      // What is sent at once has nothing to do until something came in.
      ({ subscription, slot }) => slot !== null || subscription.seenBatch < until,
    );
    const { prepared, misunderstood } = await this.#prepare(due, until);
    this.#pauseMisunderstood(misunderstood);
    let written = 0;
    for (const { team, place, messages, turns: due, ...noted } of prepared) {
      const turns = due.map(
        ({ subscription, slot }): Turn => ({
          subscription: subscription.id,
          seenBefore: subscription.seenBatch,
          seenBatch: Math.max(subscription.seenBatch, until),
          slot,
        }),
      );
      const keyed = messages.map((message) => ({ key: this.#parts.newKey(), message }));
      const parcel = keyed.length === 0 ? null : { team, place, purpose: "digest" as const, messages: keyed };
      if (outbox.writeDigest({ deliveries: [], ...noted, parcel, turns }, now()) && parcel !== null) written += 1;
      await nextTurn();
    }
    return written;
  }

  /** What would go where if every subscription had its turn now; changes nothing. */
  async rehearse(): Promise<Prepared[]> {
    const all = this.#parts.subscriptions.active().map((subscription) => ({ subscription, slot: null }));
    const { prepared } = await this.#prepare(all, this.#parts.searchableUntil());
    return prepared.filter(({ messages }) => messages.length > 0);
  }

  async #prepare(due: readonly DueTurn[], until: number): Promise<Preparation> {
    const all: Preparation = { prepared: [], misunderstood: [] };
    for (const [subject, prepare] of prepares) {
      const own = due.filter(({ subscription }) => subscription.subject === subject);
      const made = await prepare(own, until, this.#parts);
      if (made === null) continue;
      all.prepared.push(...made.prepared);
      all.misunderstood.push(...made.misunderstood);
    }
    return all;
  }

  #pauseMisunderstood(struck: readonly Subscription[]): void {
    const { heldPlaces, newKey, now, maintainers } = this.#parts;
    for (const one of struck) {
      const about = { ...one, placeIsOpen: true, maintainers };
      heldPlaces.pauseOne(one.id, "query", noticeOf(about, pauseNotice("query", [one]), newKey()), now());
    }
  }
}
