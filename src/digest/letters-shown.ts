import type { LetterKey, PassageId } from "../letters/stored-letter.ts";
import type { DigestLetter } from "../replies/digest-page.ts";
import type { LetterReader } from "../store/letter-reader.ts";
import type { Arrivals, ArrivedLetter } from "../store/subscription-arrivals.ts";
import { plainLetter } from "./digest-letter.ts";
import { markOf } from "./mark.ts";
import type { Matches } from "./match.ts";
import type { Calendar } from "./slots.ts";
import type { Subscription } from "./subscription.ts";

export interface ShownParts {
  letters: LetterReader;
  arrivals: Arrivals;
  calendar: Calendar;
}

/** What every digest shows of a letter, whoever it is for. */
interface Known {
  arrival: ArrivedLetter;
  shown: DigestLetter;
}

/** What digests show of the letters that came in: a letter is looked up once, for all digests of a turn. */
export class LettersShown {
  readonly #parts: ShownParts;
  readonly #arrived: ReadonlyMap<LetterKey, ArrivedLetter>;
  readonly #matches: ReadonlyMap<string, Matches>;
  readonly #known = new Map<LetterKey, Known | null>();

  constructor(parts: ShownParts, arrived: readonly ArrivedLetter[], matches: ReadonlyMap<string, Matches>) {
    this.#parts = parts;
    this.#arrived = new Map(arrived.map((letter) => [letter.key, letter]));
    this.#matches = matches;
  }

  /** All that a digest for these subscriptions shows of a letter; null when it was withdrawn meanwhile. */
  to(subscriptions: readonly Pick<Subscription, "query" | "seenBatch">[], key: LetterKey): DigestLetter | null {
    const known = this.#knownOf(key);
    if (known === null) return null;
    const { arrival, shown } = known;
    const { letters, calendar } = this.#parts;
    const passage = (id: PassageId) => shown.passages.find((one) => one.id === id) ?? letters.passage(id) ?? [];
    const queries = [...new Set(subscriptions.map(({ query }) => query))].filter((query) => query !== "");
    return {
      ...shown,
      mark: markOf(arrival, Math.min(...subscriptions.map(({ seenBatch }) => seenBatch)), calendar.timeZone),
      everything: subscriptions.some(({ query }) => query === ""),
      answers: queries.flatMap((query) => {
        const found = this.#matches.get(query);
        const own = found?.letters.get(key)?.flatMap(passage) ?? [];
        return found === undefined ? [] : [{ query, passages: own, marking: found.marking }];
      }),
    };
  }

  #knownOf(key: LetterKey): Known | null {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const found = this.#lookUp(key);
    this.#known.set(key, found);
    return found;
  }

  #lookUp(key: LetterKey): Known | null {
    const arrival = this.#arrived.get(key);
    const letter = this.#parts.letters.letter(key);
    return arrival === undefined || letter === null ? null : { arrival, shown: plainLetter(this.#parts, letter) };
  }
}
