import { UserError } from "../errors.ts";
import { dayAt } from "../letters/days.ts";
import type { LetterKey, StoredLetter } from "../letters/stored-letter.ts";
import { isRecognisable } from "../letters/written-questions.ts";
import { parseQuery } from "../search/query.ts";
import type { Wish } from "../store/subscriptions.ts";
import { questionTexts } from "../texts/questions.ts";
import { whoMay } from "../texts/who-may.ts";
import { matchLetters } from "./match.ts";
import { openQuestions } from "./open-questions.ts";
import { type OverdueQuestions, overdueOn } from "./overdue.ts";
import { isOwnConversation, type Place } from "./place.ts";
import type { DigestParts } from "./prepared.ts";
import { nextSlot } from "./slots.ts";
import type { Subscription } from "./subscription.ts";
import { accessTroubles } from "./troubles.ts";

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

/** What came of the wish to hear of the answer to one set of questions. */
export type FollowedOne =
  | { state: "answered"; questions: StoredLetter; answer: StoredLetter }
  | {
      state: "followed";
      questions: StoredLetter;
      subscription: Subscription;
      isNew: boolean;
      /** The last notice that the answer is delayed. */
      notice: StoredLetter | null;
    };

/** Days that a preview looks back, and letters that it shows. */
const previewDays = 30;
const previewLetters = 10;

export interface FollowingParts extends Omit<DigestParts, "log" | "newKey" | "maintainers"> {
  /** Ids of the people who may change what a channel follows; empty: everybody in it. */
  subscribers: readonly string[];
}

/** What people do with subscriptions: make, see, change, pause, resume and stop them. */
export class Following {
  readonly #parts: FollowingParts;

  constructor(parts: FollowingParts) {
    this.#parts = parts;
  }

  /** Those of a place. */
  list(team: string, place: Place): Subscription[] {
    return this.#parts.subscriptions.at(team, place);
  }

  /** Those that a person made, wherever they go. */
  madeBy(team: string, maker: string): Subscription[] {
    return this.#parts.subscriptions.madeBy(team, maker);
  }

  /** One that a person may change from where he or she is: of that place, or made by that person; null for any other. */
  reachable(id: number, { team, user, place }: { team: string; user: string; place: Place }): Subscription | null {
    const one = this.#parts.subscriptions.one(id);
    if (one === null || one.team !== team) return null;
    return one.place === place || one.maker === user ? one : null;
  }

  /** Subscriptions with the instants of their next turns. */
  described(all: readonly Subscription[]): { subscription: Subscription; next: Date | null }[] {
    return all.map((subscription) => ({ subscription, next: this.next(subscription) }));
  }

  /** One of a place; null when there is none of that number there. */
  one(team: string, place: Place, id: number): Subscription | null {
    return this.list(team, place).find((subscription) => subscription.id === id) ?? null;
  }

  /**
   * Makes a subscription, unless the place has the same one already. What is there already is not new to it, but of the
   * questions that wait for an answer all that the query finds are followed.
   *
   * @throws UserError of `parseQuery`; `attendering-not-yours`; `loading` when open questions cannot be told yet
   */
  async follow(wish: Wish): Promise<{ subscription: Subscription; isNew: boolean }> {
    const { subscriptions, arrivals, searchableUntil, now } = this.#parts;
    this.#check(wish.place, wish.maker);
    if (wish.query !== "") parseQuery(wish.query);
    const waits = wish.subject === "answers";
    // Questions that came in but cannot be found yet are new at the next turn.
    const seenBatch = waits ? searchableUntil() : arrivals.lastBatch();
    const awaited = waits ? await openQuestions(wish.query, this.#parts) : [];
    const same = this.#sameAs(wish);
    if (same !== undefined) return { subscription: same, isNew: false };
    return { subscription: subscriptions.add(wish, seenBatch, now(), awaited), isNew: true };
  }

  #sameAs({ team, place, subject = "letters", query, question = null }: Wish): Subscription | undefined {
    return this.list(team, place).find(
      (one) =>
        one.subject === subject &&
        (one.question?.key ?? null) === question &&
        one.query.toLowerCase() === query.toLowerCase(),
    );
  }

  /**
   * Follows the answer to one set of questions, as soon as it comes in; when it has come in, that is what is told.
   *
   * @throws UserError when there are no such questions, or their answer would not be recognised
   */
  followOne(key: LetterKey, who: Pick<Wish, "team" | "place" | "maker">): FollowedOne {
    this.#check(who.place, who.maker);
    const { letters, questionPapers, subscriptions, arrivals, now } = this.#parts;
    const questions = letters.lastKnown(key)?.letter;
    const { answers = [], notices = [] } = questions
      ? (questionPapers.repliesTo([questions.key]).get(questions.key) ?? {})
      : {};
    const [answer] = answers.flatMap((one) => letters.letter(one) ?? []);
    if (questions !== undefined && answer !== undefined) return { state: "answered", questions, answer };
    if (questions === undefined || questions.kind !== "vragen") {
      throw new UserError("attendering-question", "No written questions", questionTexts.followed.noQuestions);
    }
    if (!isRecognisable(questions)) {
      throw new UserError("attendering-question", "No reply can be tied to it", questionTexts.followed.unrecognisable);
    }
    const [notice = null] = notices.flatMap((one) => letters.letter(one) ?? []);
    const frequency = { every: "arrival" as const };
    const wish: Wish = { ...who, subject: "answers", query: "", question: questions.key, frequency };
    const same = this.#sameAs(wish);
    const awaited = [{ question: questions.key, delayTold: notice !== null }];
    const subscription = same ?? subscriptions.add(wish, arrivals.lastBatch(), now(), awaited);
    return { state: "followed", questions, subscription, isNew: same === undefined, notice };
  }

  /**
   * @throws UserError of `parseQuery`, or when it cannot be changed so; `attendering-not-yours` when `by` may not change it,
   *   as all that follow
   */
  async change(subscription: Subscription, wish: Pick<Wish, "query" | "frequency">, by: string): Promise<Subscription> {
    this.#check(subscription.place, by);
    const { subscriptions, followedQuestions } = this.#parts;
    const { id, subject, question } = subscription;
    if (wish.query !== "") parseQuery(wish.query);
    if (subject === "overdue" && wish.frequency.every !== "week") throw notWeekly();
    const asksElse = wish.query !== subscription.query;
    if (question !== null && asksElse) {
      throw new UserError("attendering-question", "It waits for one answer", questionTexts.wrong.oneQuestion(id));
    }
    const awaited = subject === "answers" && asksElse ? await openQuestions(wish.query, this.#parts) : null;
    subscriptions.change(id, wish);
    if (awaited !== null) followedQuestions.followInstead(id, awaited);
    return { ...subscription, ...wish };
  }

  /** Questions that a query finds and that wait for an answer, newest first. @throws UserError `loading` */
  async openNow(query: string): Promise<QuestionsNow<StoredLetter>> {
    const open = (await openQuestions(query, this.#parts)).reverse();
    const first = open.slice(0, previewLetters).flatMap(({ question }) => this.#parts.letters.letter(question) ?? []);
    return { total: open.length, first };
  }

  /** Questions past their term that a query finds, oldest first; null while the index is being filled. */
  async overdueNow(query: string): Promise<QuestionsNow<OverdueQuestions> | null> {
    const { calendar, now, index } = this.#parts;
    const all = overdueOn(dayAt(now(), calendar.timeZone), this.#parts);
    const among = new Set(all.map(({ letter }) => letter.key));
    const matches = query === "" ? null : await matchLetters(query, among, index);
    if (query !== "" && matches === null) return null;
    const found = all.filter(({ letter }) => matches?.letters.has(letter.key) ?? true);
    return { total: found.length, first: found.slice(0, previewLetters) };
  }

  pause({ id, place }: Subscription, by: string): void {
    this.#check(place, by);
    this.#parts.subscriptions.pause(id, "asked", this.#parts.now());
  }

  /** Goes on where it was paused: what came in meanwhile is in the next digest, and what was held back goes out. */
  resume({ id, team, place }: Subscription, by: string): void {
    this.#check(place, by);
    this.#parts.subscriptions.resume(id);
    this.#parts.outbox.release(team, place);
  }

  /**
   * Slack takes the token again: what was paused because it did not goes on where it was, without anybody's doing. What
   * people paused themselves, or what is the matter with one place, stays paused.
   */
  accessIsBack(team: string): void {
    this.#parts.outbox.resumeAfter(team, accessTroubles);
  }

  stop({ id, team, place }: Subscription, by: string): void {
    this.#check(place, by);
    this.#parts.subscriptions.remove(id);
    this.#parts.outbox.dropHeld(team, place);
  }

  /** A person's own conversation is that person's; a channel's may be kept by some. */
  #check(place: Place, user: string): void {
    const { subscribers } = this.#parts;
    if (isOwnConversation(place) || subscribers.length === 0 || subscribers.includes(user)) return;
    throw new UserError("attendering-not-yours", "Not one of SUBSCRIBERS", whoMay.notYours);
  }

  /** When it has its turn next; null when as soon as something comes in. */
  next({ frequency }: Pick<Subscription, "frequency">): Date | null {
    return nextSlot(frequency, this.#parts.calendar, this.#parts.now());
  }

  get timeZone(): string {
    return this.#parts.calendar.timeZone;
  }

  /**
   * What a query would have brought in the last days, by when letters came in; null while the index is being filled.
   *
   * @throws UserError of `parseQuery`
   */
  async preview(query: string): Promise<Preview | null> {
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
}

/** The list of questions past their term comes once a week. */
export function notWeekly(): UserError {
  return new UserError("attendering-when", "Overdue questions are listed once a week", questionTexts.wrong.weekly);
}
