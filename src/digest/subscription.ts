import type { Day } from "../letters/letter.ts";
import type { LetterKey } from "../letters/stored-letter.ts";
import type { Place } from "./place.ts";

/**
 * What a subscription is. Plain data: no function, no I/O. In Dutch it is called an "attendering".
 */

/** Wall-clock time in the readers' time zone, 24 hours: `08:30`. */
export type TimeOfDay = string & { readonly unit: "time of day" };

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** When a subscription is looked after. */
export type Frequency =
  | { every: "day"; at: TimeOfDay; days: "working" | "all"; onHolidays: boolean }
  | { every: "week"; at: TimeOfDay; on: Weekday }
  | { every: "arrival" };

/** What is told: letters that came in, that questions were answered, or which questions are past their term. */
export type Subject = "letters" | "answers" | "overdue";

/** Why nothing is sent: by a person's wish, a query that is no longer understood, or what Slack said. */
export interface Pause {
  reason: "asked" | "query" | Trouble;
  since: Date;
}

/** What is wrong with a place that only a person can mend: in Slack's own error codes, and at the end in ours. */
export const troubles = [
  "not_in_channel",
  "is_archived",
  "channel_not_found",
  "account_inactive",
  "token_revoked",
  "not_allowed",
  "shared_outside",
  "channel_not_allowed",
] as const;
export type Trouble = (typeof troubles)[number];

export interface Subscription {
  /** Shown to people, who name it in a command; never used again. */
  id: number;
  team: string;
  place: Place;
  /** The person who made it, and is told of trouble; empty when that person was forgotten. */
  maker: string;
  subject: Subject;
  /** As typed; empty for everything. */
  query: string;
  /** The one set of questions whose answer is awaited; null for all that the query finds. */
  question: { key: LetterKey; title: string } | null;
  frequency: Frequency;
  madeAt: Date;
  paused: Pause | null;
  /** The last batch of letters that it has been held against: what came later is new to it. */
  seenBatch: number;
  /** The day of the last slot that it had its turn in, in the readers' time zone; null before the first. */
  lastTurn: Day | null;
}
