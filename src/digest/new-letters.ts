import { setImmediate as nextTurn } from "node:timers/promises";
import { dayAt } from "../letters/days.ts";
import type { LetterKey } from "../letters/stored-letter.ts";
import { digestCard } from "../replies/digest-page.ts";
import { digestReplies } from "../replies/digest-reply.ts";
import type { Reply } from "../replies/reply.ts";
import type { ArrivedLetter } from "../store/subscription-arrivals.ts";
import { type Digest, type DueTurn, divide } from "./decide.ts";
import { LettersShown } from "./letters-shown.ts";
import { matchEach } from "./match.ts";
import { type DigestParts, type Prepare, type Prepared, understoodOf } from "./prepared.ts";
import type { Subscription } from "./subscription.ts";

/** Digests of letters that came in. */
export const prepareNewLetters: Prepare = async (due, until, parts) => {
  if (due.length === 0) return { prepared: [], misunderstood: [] };
  const { subscriptions, arrivals } = parts;
  const arrived = arrivals.between(Math.min(...due.map(({ subscription }) => subscription.seenBatch)), until);
  const matches = await matchEach(askedOf(due, arrived), parts.index);
  if (matches === null) return null;
  const { understood, misunderstood } = understoodOf(due, matches);
  const ledger = subscriptions.delivered(arrived.map(({ key }) => key));
  const answers = ({ query }: Subscription, key: LetterKey) =>
    query === "" || (matches.get(query)?.letters.has(key) ?? false);
  const shown = new LettersShown(parts, arrived, matches);
  const prepared: Prepared[] = [];
  for (const digest of divide(understood, arrived, until, answers, ledger)) {
    const deliveries = digest.letters.flatMap(({ key, version, subscriptions: ids }) =>
      ids.map((subscription) => ({ subscription, letter: key, version })),
    );
    prepared.push({ ...digest, subject: "letters", messages: compose(digest, shown, parts), deliveries });
    // A digest takes milliseconds, and there may be many: nobody who asks the bot something waits for all of them.
    await nextTurn();
  }
  return { prepared, misunderstood };
};

/** Every distinct query with what is new to any who asks it. */
function askedOf(due: readonly DueTurn[], arrived: readonly ArrivedLetter[]): Map<string, Set<LetterKey>> {
  const seen = new Map<string, number>();
  for (const { subscription } of due) {
    const { query, seenBatch } = subscription;
    if (query !== "") seen.set(query, Math.min(seenBatch, seen.get(query) ?? seenBatch));
  }
  const newTo = (seenBatch: number) => arrived.filter(({ batch }) => batch > seenBatch).map(({ key }) => key);
  return new Map([...seen].map(([query, seenBatch]) => [query, new Set(newTo(seenBatch))]));
}

function compose({ letters, turns }: Digest, shown: LettersShown, { calendar, now }: DigestParts): Reply[] {
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
