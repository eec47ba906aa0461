import type { Logger } from "pino";
import type { LetterKey } from "../letters/stored-letter.ts";
import type { Reply } from "../replies/reply.ts";
import type { PassageIndex } from "../search/passage-index.ts";
import type { Followed, FollowedQuestions, Told } from "../store/followed-questions.ts";
import type { HeldPlaces } from "../store/held-places.ts";
import type { LetterReader } from "../store/letter-reader.ts";
import type { Outbox } from "../store/outbox.ts";
import type { QuestionPapers } from "../store/question-papers.ts";
import type { Arrivals } from "../store/subscription-arrivals.ts";
import type { Delivery, Subscriptions } from "../store/subscriptions.ts";
import type { DueTurn } from "./decide.ts";
import type { Matches } from "./match.ts";
import type { Place } from "./place.ts";
import type { Calendar } from "./slots.ts";
import type { Subject, Subscription } from "./subscription.ts";

/** What every sort of digest is made of, and what comes of it. */

export interface DigestParts {
  letters: LetterReader;
  arrivals: Arrivals;
  subscriptions: Subscriptions;
  questionPapers: QuestionPapers;
  followedQuestions: FollowedQuestions;
  outbox: Outbox;
  heldPlaces: HeldPlaces;
  index: PassageIndex;
  /** The last batch of letters that can be searched in `index`: only those are held against subscriptions. */
  searchableUntil: () => number;
  calendar: Calendar;
  log: Logger;
  now: () => Date;
  newKey: () => string;
  /** The channel of those who look after the bot; null where there is none. */
  maintainers: Place | null;
}

/** What a place is to get of one subject, and what is to be noted with it. */
export interface Prepared {
  team: string;
  place: Place;
  subject: Subject;
  /** What it tells of, with the subscriptions that each is for: letters that came in, or questions. */
  letters: { key: LetterKey; version: number; subscriptions: number[] }[];
  /** The parent first; none when there is nothing to send. */
  messages: Reply[];
  /** Every subscription of the place that has its turn, whether or not there is anything for it. */
  turns: DueTurn[];
  deliveries?: Delivery[];
  followed?: Followed[];
  told?: Told[];
  /** Subscriptions that get it without anything being kept of what they had. */
  listed?: number[];
}

export interface Preparation {
  prepared: Prepared[];
  /** Subscriptions whose query is not understood any more. */
  misunderstood: Subscription[];
}

/**
 * Prepares one subject for the subscriptions that have their turn.
 *
 * @param until the last batch that counts
 * @returns null while the index is being filled: then nobody has a turn
 */
export type Prepare = (due: readonly DueTurn[], until: number, parts: DigestParts) => Promise<Preparation | null>;

/** Turns whose query is understood, and the subscriptions whose query is not. */
export function understoodOf(
  due: readonly DueTurn[],
  matches: ReadonlyMap<string, Matches>,
): { understood: DueTurn[]; misunderstood: Subscription[] } {
  const isUnderstood = ({ subscription: { query } }: DueTurn) => query === "" || matches.has(query);
  return {
    understood: due.filter(isUnderstood),
    misunderstood: due.filter((turn) => !isUnderstood(turn)).map(({ subscription }) => subscription),
  };
}
