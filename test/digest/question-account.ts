import type { Place } from "../../src/digest/place.ts";
import type { Subscription } from "../../src/digest/subscription.ts";
import type { Day, PublicationId, ReadLetter } from "../../src/letters/letter.ts";
import type { LetterKey } from "../../src/letters/stored-letter.ts";
import { daysOverTerm } from "../../src/letters/written-questions.ts";
import { madeLetter } from "../letters/made-letter.ts";
import type { Ledger } from "./ledger.ts";
import type { Random } from "./random.ts";
import type { Landed } from "./simulated-slack.ts";

/** Questions and what came in reply in a simulated year, kept apart from the code that is tried. */

interface Asked {
  key: LetterKey;
  /** The batch in which they first came in, and the day. */
  batch: number;
  arrivedOn: string;
  submitted: Day;
}

interface Received {
  place: string;
  text: string;
}

export interface QuestionReport {
  /** Pairs of a subscription and questions whose answer was told. */
  told: number;
  /** Weekly lists of overdue questions, and the questions in them. */
  lists: number;
  listed: number;
  wrongs: string[];
}

/** What a subscription follows of the questions with a number: everything, or a topic by its place. */
const isFollowed = (query: string, number: number, topics: readonly string[]) =>
  query === "" || topics[number % topics.length] === query;

export class QuestionAccount {
  readonly #topics: readonly string[];
  readonly #asked = new Map<number, Asked>();
  /** The day on which the first answer came in. */
  readonly #answered = new Map<number, string>();
  #last = 0;

  constructor(topics: readonly string[]) {
    this.#topics = topics;
  }

  /** New questions, or ones that come in again; replies to questions that are there, or that are still to come. */
  paper(random: Random, batch: number, now: Date): ReadLetter {
    const number = random.chance(0.4) ? this.#last++ : random.whole(0, this.#last + 2);
    const kind = random.chance(0.5) ? "vragen" : random.chance(0.7) ? "antwoord" : "mededeling";
    const edition = random.chance(0.3) ? 0 : batch;
    const name = { vragen: "Vraag", antwoord: "Antwoord op vraag", mededeling: "Uitstel van vraag" }[kind];
    const title = `${name} ${number}, partij ${edition}, over ${this.#topics[number % this.#topics.length]}`;
    const text = `${title}. Hierbij.`;
    const passages = [{ ordinal: 1, text, headings: [], question: null, places: [{ start: 0, end: text.length }] }];
    const asked = this.#asked.get(number);
    const days = random.whole(0, 40);
    const submitted = asked?.submitted ?? (dayOf(new Date(now.getTime() - days * 86_400_000)) as Day);
    const ids = {
      vragen: `kv-tk-2025Z${10_000 + number}`,
      antwoord: `ah-tk-20242025-${number + 1}`,
      mededeling: `ah-tk-20232024-${number + 1}`,
    };
    const id = ids[kind] as PublicationId;
    return madeLetter({ kind, id, title, passages, caseNumber: `2025Z${10_000 + number}`, submitted, date: submitted });
  }

  /** Notes a letter that came in. */
  came(letter: ReadLetter, key: LetterKey, batch: number, now: Date): void {
    const number = Number(letter.caseNumber?.slice(5)) - 10_000;
    if (letter.kind === "antwoord" && !this.#answered.has(number)) this.#answered.set(number, dayOf(now));
    if (letter.kind === "vragen" && !this.#asked.has(number)) {
      this.#asked.set(number, { key, batch, arrivedOn: dayOf(now), submitted: letter.submitted as Day });
    }
  }

  report(
    subscriptions: readonly Subscription[],
    since: number,
    ledger: Ledger,
    landed: readonly Landed[],
    unreadable: ReadonlySet<string>,
  ): QuestionReport {
    const wrongs: string[] = [];
    const threads = new Map<string, string>();
    for (const { thread, text } of landed)
      if (thread !== null) threads.set(thread, `${threads.get(thread) ?? ""}${text}`);
    const parents = landed.filter(({ thread }) => thread === null);
    const withThread = ({ place, text, ts }: Landed): Received => ({ place, text: `${text}${threads.get(ts) ?? ""}` });
    const told = this.#checkAnswers(
      subscriptions.filter(({ subject }) => subject === "answers"),
      since,
      ledger,
      parents.map(withThread),
      unreadable,
      wrongs,
    );
    const lists = parents.filter(({ text }) => text.includes("over de termijn van drie weken")).map(withThread);
    const overdue = subscriptions.filter(({ subject }) => subject === "overdue");
    const listed = lists.reduce((sum, list) => sum + this.#checkList(list, overdue, unreadable, wrongs), 0);
    return { told, lists: lists.length, listed, wrongs };
  }

  /** Every answered question told once to each that follows it, and as often in Slack as the ledger has it. */
  #checkAnswers(
    subscriptions: readonly Subscription[],
    since: number,
    ledger: Ledger,
    received: readonly Received[],
    unreadable: ReadonlySet<string>,
    wrongs: string[],
  ): number {
    const inSlack = new Map<string, number>();
    for (const { place, text } of received) {
      for (const [, number] of text.matchAll(/Vraag (\d+), (?:(?!Vraag \d).)*?Antwoord: /g)) {
        inSlack.set(`${place} ${number}`, (inSlack.get(`${place} ${number}`) ?? 0) + 1);
      }
    }
    let total = 0;
    for (const [number, { key, batch }] of this.#asked) {
      const messages = new Map<string, Set<string>>();
      for (const { id, place, query } of subscriptions) {
        const carrier = ledger.teller({ subscription: id, question: key });
        const isWanted = isFollowed(query, number, this.#topics) && this.#answered.has(number);
        // Questions of before are followed when they come in again before their answer.
        const right = carrier === null ? !isWanted || batch <= since : isWanted;
        if (!right) wrongs.push(`the answer to ${number} was ${carrier === null ? "not " : ""}told to ${id}`);
        if (carrier === null) continue;
        total += 1;
        messages.set(place, (messages.get(place) ?? new Set()).add(carrier));
      }
      for (const place of new Set(subscriptions.map((one) => one.place))) {
        const expected = messages.get(place)?.size ?? 0;
        const times = inSlack.get(`${place} ${number}`) ?? 0;
        if (times !== expected && !(unreadable.has(place) && times < expected)) {
          wrongs.push(`the answer to ${number} stands ${times} times in ${place}, not ${expected}`);
        }
      }
    }
    return total;
  }

  /** No question that was answered before the day of the list, that is not overdue, or that nobody there follows. */
  #checkList(
    { place, text }: Received,
    overdue: readonly Subscription[],
    unreadable: ReadonlySet<string>,
    wrongs: string[],
  ): number {
    const day = writtenDays.get(/"text":"(\d+ \w+ \d{4}): /.exec(text)?.[1] ?? "") as Day;
    const here = overdue.filter((one) => one.place === (place as Place));
    const numbers = [...text.matchAll(/Vraag (\d+), partij/g)].map(([, number]) => Number(number));
    if (new Set(numbers).size !== numbers.length) wrongs.push(`a question twice in the list of ${day} at ${place}`);
    for (const number of numbers) {
      const asked = this.#asked.get(number);
      const answeredOn = this.#answered.get(number) ?? "9999";
      if (asked === undefined || daysOverTerm(asked.submitted, day) < 1)
        wrongs.push(`${number} is not overdue on ${day}`);
      if (answeredOn < day) wrongs.push(`${number} was answered before ${day}`);
      if (!here.some(({ query }) => isFollowed(query, number, this.#topics)))
        wrongs.push(`nobody at ${place} follows ${number}`);
    }
    const only = here.length === 1 ? here[0] : undefined;
    // Where the channel cannot be read a part of a list may be missing, which was reported then.
    if (only === undefined || unreadable.has(place)) return numbers.length;
    for (const [number, { arrivedOn, submitted }] of this.#asked) {
      const isDue =
        arrivedOn < day && daysOverTerm(submitted, day) >= 1 && (this.#answered.get(number) ?? "9999") > day;
      if (isDue && isFollowed(only.query, number, this.#topics) && !numbers.includes(number)) {
        wrongs.push(`${number} is missing in the list of ${day} at ${place}`);
      }
    }
    return numbers.length;
  }
}

function dayOf(at: Date): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Amsterdam" }).format(at);
}

/** The days of some years as they are written, `3 maart 2025`. */
const writtenDays = new Map(
  Array.from({ length: 800 }, (_, after) => {
    const at = new Date(Date.UTC(2025, 0, 1 + after));
    const written = new Intl.DateTimeFormat("nl-NL", { dateStyle: "long", timeZone: "UTC" }).format(at);
    return [written, at.toISOString().slice(0, 10)] as const;
  }),
);
