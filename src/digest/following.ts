import { UserError } from "../errors.ts";
import type { LetterKey, StoredLetter } from "../letters/stored-letter.ts";
import { isRecognisable } from "../letters/written-questions.ts";
import { parseQuery } from "../search/query.ts";
import type { Wish } from "../store/subscriptions.ts";
import { questionTexts } from "../texts/questions.ts";
import { whoMay } from "../texts/who-may.ts";
import { openQuestions } from "./open-questions.ts";
import { isOwnConversation, type Place } from "./place.ts";
import type { DigestParts } from "./prepared.ts";
import { nextSlot } from "./slots.ts";
import type { Frequency, Subscription } from "./subscription.ts";
import { accessTroubles } from "./troubles.ts";

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

export interface FollowingParts extends Omit<DigestParts, "log" | "newKey" | "maintainers"> {
  /** Ids of the people who may change what a channel follows; empty: everybody in it. */
  subscribers: readonly string[];
}

/** Tells whether people of another organisation read a channel too; asked of channels only, as Slack may take seconds. */
export type AsksSlack = () => Promise<boolean>;

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
   * @throws UserError of `parseQuery`; `attendering-not-yours`; `shared-outside`; `attendering-when` for overdue questions
   *   at another pace than weekly; `loading` when open questions cannot be told yet
   */
  async follow(wish: Wish, isSharedOutside: AsksSlack): Promise<{ subscription: Subscription; isNew: boolean }> {
    const { subscriptions, arrivals, searchableUntil, now } = this.#parts;
    this.#check(wish.place, wish.maker);
    checkPace(wish.subject, wish.frequency);
    await checkReaders(wish.place, isSharedOutside);
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
   * @throws UserError when there are no such questions, or their answer would not be recognised; `shared-outside`
   */
  async followOne(
    key: LetterKey,
    who: Pick<Wish, "team" | "place" | "maker">,
    isSharedOutside: AsksSlack,
  ): Promise<FollowedOne> {
    this.#check(who.place, who.maker);
    await checkReaders(who.place, isSharedOutside);
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
    checkPace(subject, wish.frequency);
    const asksElse = wish.query !== subscription.query;
    if (question !== null && asksElse) {
      throw new UserError("attendering-question", "It waits for one answer", questionTexts.wrong.oneQuestion(id));
    }
    const awaited = subject === "answers" && asksElse ? await openQuestions(wish.query, this.#parts) : null;
    subscriptions.change(id, wish);
    if (awaited !== null) followedQuestions.followInstead(id, awaited);
    return { ...subscription, ...wish };
  }

  pause({ id, place }: Subscription, by: string): void {
    this.#check(place, by);
    this.#parts.subscriptions.pause(id, "asked", this.#parts.now());
  }

  /** Goes on where it was paused: what came in meanwhile is in the next digest, and what was held back goes out. */
  resume({ id, team, place }: Subscription, by: string): void {
    this.#check(place, by);
    this.#parts.subscriptions.resume(id);
    this.#parts.heldPlaces.release(team, place);
  }

  /**
   * Slack takes the token again: what was paused because it did not goes on where it was, without anybody's doing. What
   * people paused themselves, or what is the matter with one place, stays paused.
   */
  accessIsBack(team: string): void {
    this.#parts.heldPlaces.resumeAfter(team, accessTroubles);
  }

  stop({ id, team, place }: Subscription, by: string): void {
    this.#check(place, by);
    this.#parts.subscriptions.remove(id);
    this.#parts.heldPlaces.drop(team, place);
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
}

/** The list of questions past their term comes once a week. */
function checkPace(subject: Wish["subject"], { every }: Frequency): void {
  if (subject !== "overdue" || every === "week") return;
  throw new UserError("attendering-when", "Overdue questions are listed once a week", questionTexts.wrong.weekly);
}

/** What a channel follows is posted by itself: people of another organisation would read along. */
async function checkReaders(place: Place, isSharedOutside: AsksSlack): Promise<void> {
  if (isOwnConversation(place) || !(await isSharedOutside())) return;
  throw new UserError("shared-outside", "The channel is shared with another organisation", whoMay.sharedOutside);
}
