import { dayAt } from "../letters/days.ts";
import type { StoredLetter } from "../letters/stored-letter.ts";
import { matchLetters } from "./match.ts";
import { openQuestions } from "./open-questions.ts";
import { type OverdueQuestions, overdueOn } from "./overdue.ts";
import type { DigestParts } from "./prepared.ts";

/** What would have come of a query lately. */
export interface Preview {
  days: number;
  letters: number;
  /** The newest of them. */
  newest: StoredLetter[];
  corrected: { from: string; to: string }[];
}

/** What there is of questions at this moment: how many, and the first of them. */
export interface QuestionsNow<Item> {
  total: number;
  first: Item[];
}

/** Days that a preview looks back, and letters that it shows. */
const previewDays = 30;
const previewLetters = 10;

type PreviewParts = Pick<
  DigestParts,
  "arrivals" | "letters" | "questionPapers" | "index" | "searchableUntil" | "calendar" | "now"
>;

/** What there is at the moment that somebody follows a query: so a person sees what it will bring. */
export class Previews {
  readonly #parts: PreviewParts;

  constructor(parts: PreviewParts) {
    this.#parts = parts;
  }

  /**
   * What a query would have brought in the last days, by when letters came in; null while the index is being filled.
   *
   * @throws UserError of `parseQuery`
   */
  async newLetters(query: string): Promise<Preview | null> {
    const { arrivals, letters, index, now, searchableUntil } = this.#parts;
    const before = arrivals.lastBatchBefore(new Date(now().getTime() - previewDays * 86_400_000));
    const arrived = arrivals.between(before, searchableUntil());
    const among = new Set(arrived.map(({ key }) => key));
    const matches = query === "" ? null : await matchLetters(query, among, index);
    if (query !== "" && matches === null) return null;
    const found = arrived.filter(({ key }) => matches?.letters.has(key) ?? true);
    found.sort((a, b) => (b.date ?? "").localeCompare(a.date ?? ""));
    return {
      days: previewDays,
      letters: found.length,
      newest: found.slice(0, previewLetters).flatMap(({ key }) => letters.letter(key) ?? []),
      corrected: matches?.corrected ?? [],
    };
  }

  /** Questions that a query finds and that wait for an answer, newest first. @throws UserError `loading` */
  async openQuestions(query: string): Promise<QuestionsNow<StoredLetter>> {
    const open = (await openQuestions(query, this.#parts)).reverse();
    const first = open.slice(0, previewLetters).flatMap(({ question }) => this.#parts.letters.letter(question) ?? []);
    return { total: open.length, first };
  }

  /** Questions past their term that a query finds, oldest first; null while the index is being filled. */
  async overdueQuestions(query: string): Promise<QuestionsNow<OverdueQuestions> | null> {
    const { calendar, now, index } = this.#parts;
    const all = overdueOn(dayAt(now(), calendar.timeZone), this.#parts);
    const among = new Set(all.map(({ letter }) => letter.key));
    const matches = query === "" ? null : await matchLetters(query, among, index);
    if (query !== "" && matches === null) return null;
    const found = all.filter(({ letter }) => matches?.letters.has(letter.key) ?? true);
    return { total: found.length, first: found.slice(0, previewLetters) };
  }
}
