import type { DigestLetter } from "../replies/digest-page.ts";
import type { LetterReader, StoredLetter } from "../store/letter-reader.ts";
import type { Arrivals, ArrivedLetter } from "../store/subscription-arrivals.ts";
import { markOf } from "./mark.ts";
import type { Matches } from "./match.ts";
import type { Calendar } from "./slots.ts";
import type { Subscription } from "./subscription.ts";

/** What is shown of a letter, gathered from the store. */

interface LetterParts {
  letters: LetterReader;
  arrivals: Arrivals;
}

/** All that a digest shows of a letter; null when it was withdrawn meanwhile. */
export function digestLetter(
  parts: LetterParts & { calendar: Calendar },
  arrival: ArrivedLetter,
  subscriptions: readonly Pick<Subscription, "query" | "seenBatch">[],
  matches: ReadonlyMap<string, Matches>,
): DigestLetter | null {
  const { letters, calendar } = parts;
  const letter = letters.letter(arrival.key);
  if (letter === null) return null;
  const queries = [...new Set(subscriptions.map(({ query }) => query))].filter((query) => query !== "");
  return {
    ...plainLetter(parts, letter),
    mark: markOf(arrival, Math.min(...subscriptions.map(({ seenBatch }) => seenBatch)), calendar.timeZone),
    everything: subscriptions.some(({ query }) => query === ""),
    answers: queries.flatMap((query) => {
      const found = matches.get(query);
      const own = found?.letters.get(letter.key)?.flatMap((id) => letters.passage(id) ?? []) ?? [];
      return found === undefined ? [] : [{ query, passages: own, marking: found.marking }];
    }),
  };
}

/** The same of a letter that answers no query. */
export function plainLetter({ letters, arrivals }: LetterParts, letter: StoredLetter): DigestLetter {
  const ids = [...new Set(letter.references.flatMap(({ id }) => id ?? []))];
  const known = arrivals.withIds(ids);
  const referred = new Set(ids.flatMap((id) => known.get(id) ?? []).filter((key) => key !== letter.key));
  return {
    letter,
    passages: letters.passagesOf(letter.key, letter.version),
    mark: null,
    everything: true,
    answers: [],
    references: [...referred].flatMap((key) => letters.letter(key) ?? []),
  };
}
