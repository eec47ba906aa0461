import type { Standing } from "../letters/corrections.ts";
import { countCountries, findCountries } from "../letters/countries.ts";
import type { CountryCode, Letter, Passage, Question } from "../letters/letter.ts";
import type { LetterKey, PassageId } from "../letters/stored-letter.ts";

/**
 * What was kept for a debate. A kept passage has its own copy of the text and of all that a citation needs: whatever
 * happens to the letter afterwards (reissue, withdrawal), what was kept stays as it was read.
 */

/** What a document says of the letter that a passage comes from; whether it still stands is looked up when it is shown. */
export interface KeptSource
  extends Pick<Letter, "id" | "title" | "kind" | "date" | "chamber" | "senders" | "url" | "repairs">,
    Partial<Standing> {
  key: LetterKey;
  version: number;
}

export interface PassageCopy {
  id: PassageId;
  /** As in Passage: paragraphs are split by a blank line. */
  text: string;
  headings: readonly string[];
  question: Question | null;
  /** Countries that it names, most often first, without the Netherlands. */
  countries: CountryCode[];
  source: KeptSource;
}

export interface KeptPassage {
  /** Of the store; opaque. */
  id: number;
  copy: PassageCopy;
  /** Slack's id of the person who kept it first; empty when that person was forgotten. */
  keptBy: string;
  keptAt: Date;
  /** The keepers' own words; null when there are none. */
  note: string | null;
}

/** Where a collection is made: a thread, or a channel outside its threads. Ids and time stamps as Slack gives them. */
export interface DebatePlace {
  team: string;
  channel: string;
  /** null outside threads. */
  thread: string | null;
}

/** The passages of a thread or a channel, in the order that people gave them. */
export interface DebateCollection {
  /** null until somebody named it. */
  name: string | null;
  passages: KeptPassage[];
}

/** A collection as kept. */
export interface StoredCollection extends DebateCollection {
  /** Of the store; opaque. */
  id: number;
  place: DebatePlace;
  /** Those removed so lately that it can be undone too, at the place where they stood. */
  passages: (KeptPassage & { isRemoved: boolean })[];
}

/** A collection in a list. */
export interface CollectionLine {
  id: number;
  name: string | null;
  place: DebatePlace;
  passages: number;
  lastKeptAt: Date;
}

/** Takes the copy that is kept. */
export function copyPassage(
  letter: KeptSource & Pick<Letter, "questions">,
  { id, text, headings, question }: Passage & { id: PassageId },
): PassageCopy {
  const { id: publication, key, version, title, kind, date, chamber, senders, url, repairs } = letter;
  return {
    id,
    text,
    headings,
    question: question === null ? null : (letter.questions[question] ?? null),
    countries: countCountries(findCountries(text)).map(({ code }) => code),
    source: { id: publication, key, version, title, kind, date, chamber, senders, url, repairs },
  };
}
