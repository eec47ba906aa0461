import type { CountryCode, Day } from "../letters/letter.ts";
import type { FilterName } from "../search/filter-names.ts";
import { fold } from "../search/fold.ts";
import type { Period } from "./follow-up-dates.ts";
import { bare } from "./subject.ts";

/** The words of a follow-up, and what a piece of it may change of a subject. */

export type Change =
  | { kind: "country"; code: CountryCode }
  | { kind: "period"; period: Period }
  | { kind: "beside"; side: "before" | "after" }
  | { kind: "filter"; name: FilterName; value: string }
  | { kind: "without"; texts: string[]; codes: CountryCode[] }
  | { kind: "literal" }
  /** Understood, but nothing that a query can say. */
  | { kind: "impossible" }
  | { kind: "drop"; what: string };

export interface Piece {
  change: Change;
  length: number;
}

/** What is known besides the words. */
export interface FollowUpContext {
  /** The day of asking, for `vorig jaar`. */
  today: Day;
  /** Whether the letters know a sender or asker of this name; a name is as printed (`Faber`, `Van der Burg`). */
  isPerson(name: string): boolean;
}

/** Reads the piece that starts at a word. */
export type Read = (typed: readonly string[], at: number, context: FollowUpContext) => Piece | null;

/** What a person typed, word for word without the marks between them. */
export function typedWords(text: string): string[] {
  return text
    .split(/\s+/)
    .map(bare)
    .filter((word) => word !== "");
}

/** So many words from there, folded. */
export const said = (typed: readonly string[], at: number, length: number): string =>
  typed
    .slice(at, at + length)
    .map(fold)
    .join(" ");

export function isOneOf(list: readonly string[], word: string | undefined): boolean {
  return word !== undefined && list.includes(fold(word));
}

/** A table of data/follow-up-words.json turned round: by phrase, what it stands for. */
export function byPhrase(table: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(table).flatMap(([key, phrases]) => phrases.map((phrase) => [phrase, key] as const)));
}
