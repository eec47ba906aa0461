import { outboxEvery } from "../../src/digest/clock.ts";
import { Digests } from "../../src/digest/digests.ts";
import type { Place } from "../../src/digest/place.ts";
import { Sender } from "../../src/digest/sender.ts";
import type { Calendar } from "../../src/digest/slots.ts";
import type { Frequency, Subject, TimeOfDay, Weekday } from "../../src/digest/subscription.ts";
import { indexedLetters } from "../../src/ingest/index-letters.ts";
import type { Day, PublicationId } from "../../src/letters/letter.ts";
import type { LetterKey } from "../../src/letters/stored-letter.ts";
import { grouped } from "../../src/replies/grouped.ts";
import { openLocalIndex } from "../../src/search/local-index.ts";
import type { PassageIndex } from "../../src/search/passage-index.ts";
import { openDatabase } from "../../src/store/database.ts";
import { storeOn } from "../../src/store/store.ts";
import { madeLetter } from "../letters/made-letter.ts";
import { testLog } from "../logs/collect.ts";
import { Ledger } from "./ledger.ts";
import { Power, PowerCut } from "./power.ts";
import { QuestionAccount, type QuestionReport } from "./question-account.ts";
import { Random } from "./random.ts";
import { SimulatedSlack } from "./simulated-slack.ts";

/**
 * A year of letters and digests by an injected clock, with everything going wrong that may, and an account of what
 * should have come where, kept apart from the code that is tried.
 */

export interface YearOptions {
  seed: number;
  days: number;
  subscriptions: number;
  places: number;
}

/** What came of it. */
export interface YearReport {
  /** Pairs of a subscription and a version of a letter that came where they should, once. */
  deliveries: number;
  /** Of these, in channels that cannot be read: may be missing, and then it was reported. */
  reported: number;
  /** What was told of questions. */
  questions: Omit<QuestionReport, "wrongs">;
  messages: number;
  letters: number;
  crashes: number;
  faults: Record<string, number>;
  /** What went wrong; none in a good run. */
  wrongs: string[];
}

const topics = ["visum", "zeehond", "molen", "fiets", "kaas", "klomp", "tulp", "dijk", "schaats", "haring"];
const minute = 60_000;
const tick = 60 * minute;
const calendar: Calendar = { timeZone: "Europe/Amsterdam", liberationDay: "lustrum" };
const log = testLog();

/** A version of a letter as it came in: what it is about, and whether a later one has taken its place. */
interface Came {
  key: LetterKey;
  version: number;
  batch: number;
  topics: string[];
  title: string;
}

export async function simulateYear(options: YearOptions): Promise<YearReport> {
  const year = new Year(options);
  try {
    await year.run();
    return year.report();
  } finally {
    await year.close();
  }
}

class Year {
  readonly #options: YearOptions;
  readonly #random: Random;
  readonly #database = openDatabase(":memory:");
  readonly #store = storeOn(this.#database);
  readonly #ledger = new Ledger(this.#database);
  readonly #index: PassageIndex = openLocalIndex();
  readonly #slack: SimulatedSlack;
  readonly #questions = new QuestionAccount(topics);
  readonly #came: Came[] = [];
  readonly #repairs: { at: number; place: string | null }[] = [];
  #time = Date.parse("2025-01-01T00:30:00Z");
  #keys = 0;
  #letters = 0;
  #crashes = 0;
  #power: Power | null = null;
  #digests: Digests | null = null;
  #sender: Sender | null = null;
  #calm = false;

  constructor(options: YearOptions) {
    this.#options = options;
    this.#random = new Random(options.seed);
    const faults = { rateLimit: 0.02, silence: 0.04, trouble: options.days < 100 ? 0.01 : 0.001 };
    this.#slack = new SimulatedSlack(this.#random, this.#now, faults);
  }

  readonly #now = () => new Date(this.#time);

  async run(): Promise<void> {
    const end = this.#time + this.#options.days * 86_400_000;
    await this.#lettersComeIn();
    this.#subscribe();
    this.#start();
    while (this.#time < end) {
      if (this.#random.chance(0.06)) await this.#lettersComeIn();
      this.#repair();
      await this.#work(this.#nextTick());
    }
    await this.#comeToRest();
  }

  async close(): Promise<void> {
    await this.#index.close();
    this.#store.close();
  }

  /** Every hour at half past, so that the last slot of a day, at 23:30, is not missed for want of a look at the clock. */
  #nextTick(): number {
    return (Math.floor((this.#time - tick / 2) / tick) + 1) * tick + tick / 2;
  }

  /** Everything is mended, nothing fails any more, and every subscription has two more weeks of turns. */
  async #comeToRest(): Promise<void> {
    this.#calm = true;
    this.#slack.faults = { rateLimit: 0, silence: 0, trouble: 0 };
    for (const place of [null, ...this.#slack.troubles.keys()]) this.#mend(place);
    for (const end = this.#time + 14 * 86_400_000; this.#time < end; ) await this.#work(this.#nextTick());
  }

  #subscribe(): void {
    const { subscriptions } = this.#options;
    for (let number = 0; number < subscriptions; number++) this.#subscribeTo("letters", this.#frequency());
    // Besides, so that as many follow letters as was asked for.
    for (let number = 0; number < subscriptions / 5; number++) {
      this.#subscribeTo("answers", this.#frequency());
      this.#subscribeTo("overdue", { every: "week", at: this.#timeOfDay(), on: this.#random.whole(1, 7) as Weekday });
    }
  }

  #subscribeTo(subject: Subject, frequency: Frequency): void {
    const at = this.#random.whole(0, this.#options.places - 1);
    const place = (at % 3 === 0 ? `U${at}` : `C${at}`) as Place;
    if (at % 7 === 1) this.#slack.unreadable.add(place);
    const query = this.#random.chance(subject === "letters" ? 0.15 : 0.4) ? "" : this.#random.one(topics);
    const wish = { team: "T1", place, maker: `U${at}`, subject, query, frequency };
    this.#store.subscriptions.add(wish, this.#store.arrivals.lastBatch(), this.#now());
  }

  #frequency(): Frequency {
    const at = this.#timeOfDay();
    const kind = this.#random.next();
    if (kind < 0.15) return { every: "arrival" };
    if (kind < 0.3) return { every: "week", at, on: this.#random.whole(1, 7) as Weekday };
    return {
      every: "day",
      at,
      days: this.#random.one(["working", "all"] as const),
      onHolidays: this.#random.chance(0.5),
    };
  }

  #timeOfDay(): TimeOfDay {
    return this.#random.one(["02:30", "08:30", "09:00", "17:00", "23:30"]) as TimeOfDay;
  }

  /** A batch: new letters, late ones, ones that come in again changed or unchanged; now and then very many. */
  async #lettersComeIn(): Promise<void> {
    const count = this.#random.chance(0.02) ? this.#random.whole(30, 60) : this.#random.whole(1, 4);
    const batch = this.#store.arrivals.lastBatch() + 1;
    const arrivals = Array.from({ length: count }, () => this.#letter(batch));
    const byId = new Map(arrivals.map((arrival) => [arrival.letter.id, arrival]));
    const outcome = this.#store.intake.addBatch("made", this.#now(), [...byId.values()], []);
    await this.#index.add(outcome.changed.flatMap((key) => indexedLetters(this.#store.letters, key)));
    for (const key of outcome.changed) {
      const letter = this.#store.letters.letter(key);
      if (letter === null) throw new Error("a letter that came in is not there");
      const about = topics.filter((topic) => letter.title.includes(topic));
      this.#came.push({ key, version: letter.version, batch, topics: about, title: letter.title });
      if (letter.caseNumber !== null) this.#questions.came({ ...letter, passages: [] }, key, batch, this.#now());
    }
  }

  #letter(batch: number) {
    if (this.#random.chance(0.3)) {
      const letter = this.#questions.paper(this.#random, batch, this.#now());
      return { letter, file: `${letter.id}.txt`, form: "text" as const, contentHash: letter.title };
    }
    const again = this.#letters > 0 && this.#random.chance(0.25);
    const number = again ? this.#random.whole(0, this.#letters - 1) : this.#letters++;
    const unchanged = again && this.#random.chance(0.5);
    const id = `kst-99999-${number}` as PublicationId;
    const about = [this.#random.one(topics), ...(this.#random.chance(0.3) ? [this.#random.one(topics)] : [])];
    const known = unchanged ? this.#came.findLast(({ title }) => title.startsWith(`Brief ${number},`)) : undefined;
    const title = known?.title ?? `Brief ${number}, partij ${batch}, over ${[...new Set(about)].join(" en ")}`;
    const late = this.#random.chance(0.2) ? this.#random.whole(8, 900) : 0;
    const date = new Date(this.#time - late * 86_400_000).toISOString().slice(0, 10) as Day;
    const text = `${title}. Hierbij zend ik u deze brief.`;
    const places = [{ start: 0, end: text.length }];
    const passages = [{ ordinal: 1, text, headings: [], question: null, places }];
    const letter = madeLetter({ id, title, date, passages });
    return { letter, file: `${number}.txt`, form: "text" as const, contentHash: title };
  }

  /** Takes away what is in memory and begins anew on the same store, as after a crash. */
  #start(): void {
    const power = new Power(() => !this.#calm && this.#random.chance(this.#options.days < 100 ? 0.004 : 0.0003));
    const parts = {
      letters: this.#store.letters,
      arrivals: power.supply(this.#store.arrivals),
      subscriptions: power.supply(this.#store.subscriptions),
      questionPapers: power.supply(this.#store.questionPapers),
      followedQuestions: power.supply(this.#store.followedQuestions),
      outbox: power.supply(this.#store.outbox),
      heldPlaces: power.supply(this.#store.heldPlaces),
      index: power.supply(this.#index),
      searchableUntil: () => this.#store.arrivals.lastBatch(),
      calendar,
      log,
      now: this.#now,
      newKey: () => `key-${this.#keys++}`,
      maintainers: null,
      port: power.supply<SimulatedSlack>(this.#slack),
    };
    this.#power = power;
    this.#digests = new Digests(parts);
    this.#sender = new Sender(parts);
  }

  /** Lets the digests and the sender do all that they can until a given instant, as the clock does in the bot. */
  async #work(until: number): Promise<void> {
    try {
      await this.#digests?.giveTurns();
    } catch (error) {
      if (!(error instanceof PowerCut)) throw error;
    }
    while (this.#time < until) {
      let next: Date | null = null;
      try {
        if (this.#power?.isOff !== true) next = (await this.#sender?.step()) ?? null;
      } catch (error) {
        if (!(error instanceof PowerCut)) throw error;
      }
      if (this.#power?.isOff === true) {
        this.#crashes += 1;
        // Off for seconds, or for days.
        const off = this.#random.chance(0.05)
          ? this.#random.whole(1, 2_500) * minute
          : this.#random.whole(1, 90) * 1000;
        this.#time += off;
        this.#start();
        await this.#digestsAgain();
        continue;
      }
      // The bot looks at the outbox at intervals, and not at the very moment.
      const look = Math.ceil((next?.getTime() ?? until) / outboxEvery) * outboxEvery;
      this.#time = Math.max(this.#time + 1, Math.min(until, look));
    }
  }

  async #digestsAgain(): Promise<void> {
    try {
      await this.#digests?.giveTurns();
    } catch (error) {
      if (!(error instanceof PowerCut)) throw error;
    }
  }

  /** People mend what they are told of, some hours later. */
  #repair(): void {
    const planned = new Set(this.#repairs.map(({ place }) => place));
    const broken: (string | null)[] = [...this.#slack.troubles.keys()];
    if (this.#slack.teamTrouble !== null) broken.push(null);
    for (const place of broken) {
      if (!planned.has(place)) this.#repairs.push({ at: this.#time + this.#random.whole(1, 72) * 60 * minute, place });
    }
    for (const repair of this.#repairs.filter(({ at }) => at <= this.#time)) {
      this.#repairs.splice(this.#repairs.indexOf(repair), 1);
      this.#mend(repair.place);
    }
  }

  #mend(place: string | null): void {
    if (place === null) this.#slack.teamTrouble = null;
    else this.#slack.troubles.delete(place);
    for (let at = 0; at < this.#options.places; at++) {
      for (const own of [`U${at}`, `C${at}`] as Place[]) {
        if (place !== null && place !== own) continue;
        for (const { id } of this.#store.subscriptions.at("T1", own)) this.#store.subscriptions.resume(id);
        this.#store.heldPlaces.release("T1", own);
      }
    }
  }

  report(): YearReport {
    const { wrongs: ofQuestions, ...questions } = this.#questions.report(
      this.#store.subscriptions.active(),
      1,
      this.#ledger,
      this.#slack.landed,
      this.#slack.unreadable,
    );
    const wrongs = [...this.#slack.misdeeds, ...ofQuestions];
    const latest = new Map(this.#came.map((came) => [came.key, came]));
    const delivered = new Map<string, number>();
    let reported = 0;
    for (const { subscription, came, parent, thread, unsure } of this.#received()) {
      const name = `${subscription} ${came.key} ${came.version}`;
      const inThread = thread.filter(({ text }) => text.includes(came.title)).length;
      if (unsure && (parent === null || inThread === 0)) reported += 1;
      else if (parent === null) wrongs.push(`${name} is in the ledger and not in Slack`);
      else if (inThread !== 1) wrongs.push(`${came.title} is ${inThread} times in the thread of its digest`);
      delivered.set(name, (delivered.get(name) ?? 0) + 1);
    }
    let expected = 0;
    for (const subscription of this.#subscriptions()) {
      for (const came of this.#came) {
        const wanted = subscription.query === "" || came.topics.includes(subscription.query);
        const times = delivered.get(`${subscription.id} ${came.key} ${came.version}`) ?? 0;
        const isLatest = latest.get(came.key) === came;
        const isNew = came.batch > subscription.since;
        if (wanted && isNew && isLatest) expected += 1;
        const right = wanted && isNew ? (isLatest ? times === 1 : times <= 1) : times === 0;
        if (!right) wrongs.push(`${came.title} (version ${came.version}) came ${times} times to ${subscription.id}`);
      }
    }
    const total = [...delivered.values()].reduce((sum, times) => sum + times, 0);
    if (total < expected) wrongs.push(`${total} deliveries where at least ${expected} were due`);
    return {
      deliveries: total,
      reported,
      questions,
      messages: this.#slack.landed.length,
      letters: latest.size,
      crashes: this.#crashes,
      faults: Object.fromEntries([...this.#slack.seen].sort()),
      wrongs,
    };
  }

  #subscriptions() {
    const all = [];
    for (let id = 1; id <= this.#options.subscriptions; id++) {
      const one = this.#store.subscriptions.one(id);
      if (one === null) throw new Error("a subscription is gone");
      if (one.paused !== null) throw new Error(`subscription ${id} is still paused`);
      all.push({ id, query: one.query, since: 1 });
    }
    return all;
  }

  /** What the ledger says was sent, with the messages in Slack that have it. */
  *#received() {
    const byKey = new Map(this.#slack.landed.map((landed) => [landed.key, landed]));
    const threads = grouped(this.#slack.landed, ({ thread }) => thread);
    const cameBy = new Map(this.#came.map((came) => [`${came.key} ${came.version}`, came]));
    const letters = [...new Set(this.#came.map(({ key }) => key))];
    for (const { subscription, letter, version } of this.#store.subscriptions.delivered(letters)) {
      const came = cameBy.get(`${letter} ${version}`);
      if (came === undefined) throw new Error("a letter was sent that never came in");
      const carrier = this.#ledger.carrier({ subscription, letter, version });
      const parent = byKey.get(carrier?.key ?? "") ?? null;
      const thread = (parent === null ? null : threads.get(parent.ts)) ?? [];
      yield {
        subscription,
        came,
        parent,
        thread,
        unsure: carrier !== null && this.#slack.unreadable.has(carrier.place),
      };
    }
  }
}
