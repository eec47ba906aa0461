import { dayAt } from "../letters/days.ts";
import type { Day } from "../letters/letter.ts";
import type { LetterKey } from "../letters/stored-letter.ts";
import type { Place } from "./place.ts";
import { type Calendar, openSlot } from "./slots.ts";
import type { Subscription } from "./subscription.ts";

/**
 * Who gets what. Pure: subscriptions, what came in and the ledger go in, digests come out.
 */

/** A letter that came in, as far as deciding goes. */
export interface Arrived {
  key: LetterKey;
  version: number;
  batch: number;
}

/** What a subscription has had: the ledger. */
export interface Delivered {
  subscription: number;
  letter: LetterKey;
  version: number;
}

/** A subscription whose turn it is, with its slot; null when it has no slots. */
export interface DueTurn {
  subscription: Subscription;
  slot: Day | null;
}

/** What a place is to get now: each letter once, with the subscriptions that it answers. */
export interface Digest {
  team: string;
  place: Place;
  letters: { key: LetterKey; version: number; subscriptions: number[] }[];
  /** Every subscription of the place that has its turn, whether or not there is anything for it. */
  turns: DueTurn[];
}

/** The subscriptions whose turn it is, with the slot of those that have slots. Each has a slot once. */
export function whoseTurn(subscriptions: readonly Subscription[], calendar: Calendar, now: Date): DueTurn[] {
  // Many subscriptions have the same frequency.
  const open = new Map<string, Day | null>();
  return subscriptions.flatMap((subscription): DueTurn[] => {
    if (subscription.paused !== null) return [];
    if (subscription.frequency.every === "arrival") return [{ subscription, slot: null }];
    const frequency = JSON.stringify(subscription.frequency);
    const slot = open.has(frequency) ? (open.get(frequency) ?? null) : openSlot(subscription.frequency, calendar, now);
    open.set(frequency, slot);
    if (slot === null || slot === subscription.lastTurn || madeAfter(subscription, slot, calendar)) return [];
    return [{ subscription, slot }];
  });
}

/** Made today when its time had passed already: its first turn is tomorrow's, as nobody waits for it today. */
function madeAfter({ madeAt, frequency }: Subscription, slot: Day, calendar: Calendar): boolean {
  return dayAt(madeAt, calendar.timeZone) === slot && openSlot(frequency, calendar, madeAt) === slot;
}

/**
 * Divides what came in over the subscriptions whose turn it is, and puts the subscriptions of a place together.
 *
 * @param until the last batch that counts: what came in later is for the next turn
 * @param answers whether a letter answers a subscription, by what it asks alone
 */
export function divide(
  turns: readonly DueTurn[],
  arrived: readonly Arrived[],
  until: number,
  answers: (subscription: Subscription, letter: LetterKey) => boolean,
  ledger: readonly Delivered[],
): Digest[] {
  const had = new Set(ledger.map(({ subscription, letter, version }) => `${subscription} ${letter} ${version}`));
  const digests = new Map<string, Digest>();
  for (const turn of turns) {
    const { id, team, place } = turn.subscription;
    const digest = digests.get(`${team} ${place}`) ?? { team, place, letters: [], turns: [] };
    digests.set(`${team} ${place}`, digest);
    digest.turns.push(turn);
    const letters = new Map(digest.letters.map((letter) => [letter.key, letter]));
    for (const { key, version, batch } of arrived) {
      if (batch <= turn.subscription.seenBatch || batch > until) continue;
      // First what is rare and cheap to ask: most letters answer few subscriptions.
      if (!answers(turn.subscription, key) || had.has(`${id} ${key} ${version}`)) continue;
      const letter = letters.get(key) ?? { key, version, subscriptions: [] };
      if (letter.subscriptions.length === 0) digest.letters.push(letter);
      letter.subscriptions.push(id);
      letters.set(key, letter);
    }
  }
  return [...digests.values()];
}
