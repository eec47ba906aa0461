import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Digests } from "../../src/digest/digests.ts";
import type { Place } from "../../src/digest/place.ts";
import type { DigestPort, Post } from "../../src/digest/port.ts";
import { Sender } from "../../src/digest/sender.ts";
import type { Calendar } from "../../src/digest/slots.ts";
import type { Frequency, TimeOfDay } from "../../src/digest/subscription.ts";
import { Inbox } from "../../src/ingest/inbox.ts";
import { indexedLetters } from "../../src/ingest/index-letters.ts";
import type { PublicationId } from "../../src/letters/letter.ts";
import type { LetterKey } from "../../src/letters/stored-letter.ts";
import { openLocalIndex } from "../../src/search/local-index.ts";
import { openStore, type Store } from "../../src/store/store.ts";
import { Random } from "../digest/random.ts";
import { TurningClock } from "../ingest/turning-clock.ts";
import { madeLetter } from "../letters/made-letter.ts";
import { testLog } from "../logs/collect.ts";

const log = testLog();
const hour = 3_600_000;
const day = 24 * hour;
const year = 365 * day;
const calendar: Calendar = { timeZone: "Europe/Amsterdam", liberationDay: "lustrum" };

let store: Store;

beforeEach(() => {
  store = openStore(":memory:");
});

afterEach(() => store.close());

/** Slack, whose clock is right: it takes messages, and now and then does not say so. */
class PunctualSlack implements DigestPort {
  readonly landed: { place: string; key: string; at: number; text: string }[] = [];
  readonly #time: () => number;
  readonly #random: Random;

  constructor(time: () => number, random: Random) {
    this.#time = time;
    this.#random = random;
  }

  async post({ place, key, message }: Post) {
    const kind = this.#random.next();
    if (kind < 0.1) return { outcome: "refused", code: "ratelimited", retryAfter: this.#random.whole(1, 90) } as const;
    if (kind < 0.15) return { outcome: "unknown", reason: "timeout" } as const;
    this.landed.push({ place, key, at: this.#time(), text: message.text });
    if (kind < 0.25) return { outcome: "unknown", reason: "timeout" } as const;
    return { outcome: "posted", at: { conversation: place, ts: String(this.#time() / 1000) } } as const;
  }

  async find({ place, key }: Post, since: Date) {
    const found = this.landed.find((one) => one.key === key && one.at >= since.getTime());
    if (found === undefined) return { outcome: "absent" } as const;
    return { outcome: "found", at: { conversation: place, ts: String(found.at / 1000) } } as const;
  }
}

/** How likely it is that a letter comes in, in an hour. */
const letters = process.env.SOAK === undefined ? 0.1 : 0.02;

describe("a clock that jumps", () => {
  it.each([
    ["an hour", [-hour, hour]],
    ["a day", [-day, day]],
    ["a year", [-year, year]],
    ["any of these", [-year, -day, -hour, -1_000, 1_000, hour, day, year]],
  ])("forward and back by %s neither loses nor repeats a letter, nor stops the digests", async (_, jumps) => {
    const random = new Random(7);
    let time = Date.parse("2026-01-05T06:00:00Z");
    let wrong = 0;
    const now = () => new Date(time + wrong);
    const index = openLocalIndex();
    const slack = new PunctualSlack(() => time, random);
    let keys = 0;
    const parts = {
      ...store,
      index,
      searchableUntil: () => store.arrivals.lastBatch(),
      calendar,
      log,
      now,
      newKey: () => `key-${keys++}`,
      port: slack,
      maintainers: null,
    };
    const [digests, sender] = [new Digests(parts), new Sender(parts)];
    const titles: string[] = [];
    const comeIn = async () => {
      const title = `Brief ${titles.length} over terugkeer`;
      titles.push(title);
      const passages = [{ ordinal: 1, text: `${title}.`, headings: [], question: null, places: [] }];
      const letter = madeLetter({ id: `kst-99999-${titles.length}` as PublicationId, title, passages });
      const arrival = { letter, file: "x.txt", form: "text" as const, contentHash: title };
      const { changed } = store.intake.addBatch("made", now(), [arrival], []);
      await index.add(changed.flatMap((key) => indexedLetters(store.letters, key)));
    };
    await comeIn();
    const at = "08:30" as TimeOfDay;
    const frequencies: Frequency[] = [
      { every: "arrival" },
      { every: "day", at, days: "all", onHolidays: true },
      { every: "day", at, days: "working", onHolidays: false },
      { every: "week", at, on: 3 },
    ];
    for (const [n, frequency] of frequencies.entries()) {
      const wish = { team: "T1", place: `C${n}` as Place, maker: "U1", query: "", frequency };
      store.subscriptions.add(wish, store.arrivals.lastBatch(), now());
    }
    const since = titles.length;

    /**
     * Lives through so many days; how wrong the clock is may change every hour. Letters come so seldom that a weekly turn
     * has no more of them than a message shows, also when the clock has skipped some turns.
     */
    const live = async (days: number, wrongs: readonly number[]) => {
      for (const end = time + days * day; time < end; ) {
        if (wrongs.length > 0 && random.chance(0.1)) wrong = random.one([0, 0, ...wrongs]);
        if (wrongs.length > 0 && random.chance(letters)) await comeIn();
        await digests.giveTurns();
        for (const next = time + hour; time < next; ) {
          const wait = ((await sender.step())?.getTime() ?? Number.POSITIVE_INFINITY) - now().getTime();
          time = Math.min(next, time + Math.max(1_000, wait));
        }
      }
    };
    // Slack has taken something before the clock goes wrong for the first time.
    await comeIn();
    await live(2, []);
    await live(process.env.SOAK === undefined ? 30 : 365, jumps);
    wrong = 0;
    await live(14, []);

    expect(store.outbox.open.first(new Date("2999-01-01"))).toEqual([]);
    for (const n of frequencies.keys()) {
      const told = slack.landed.filter(({ place }) => place === `C${n}`);
      expect(new Set(told.map(({ key }) => key)).size).toBe(told.length);
      const counts = titles
        .slice(since)
        .map((title) => told.filter(({ text }) => text.startsWith(`${title}\n`)).length);
      expect([n, counts]).toEqual([n, titles.slice(since).map(() => 1)]);
    }
    await index.close();
  });

  it("and is set back lets nothing be kept for longer than it may", () => {
    const right = new Date("2026-01-05T08:00:00Z");
    const ahead = new Date(right.getTime() + year);
    const place = { team: "T1", channel: "C1", thread: "1.0" };
    const page = store.pages.keep("Algerije", ahead);
    store.subjects.remember(place, "Algerije", ahead);
    store.feedback.add("Algerije", true, ahead);
    expect(store.deliveries.isFirst("event Ev1", ahead)).toBe(true);
    expect(store.unfurls.claim("C1", "1" as LetterKey, ahead)).toBe(true);

    store.pages.keep("Marokko", right);
    store.subjects.remember({ ...place, thread: "2.0" }, "Marokko", right);
    store.feedback.add("Marokko", false, right);
    expect(store.pages.typed(page, right)).toBeNull();
    expect(store.subjects.of(place, right)).toBeNull();
    expect(store.feedback.counts()).toEqual({ helpful: 0, unhelpful: 1 });
    expect(store.deliveries.isFirst("event Ev1", right)).toBe(true);
    expect(store.unfurls.claim("C1", "1" as LetterKey, right)).toBe(true);
  });

  it("by seconds or minutes, as clocks are set, forgets nothing", () => {
    const at = new Date("2026-01-05T08:00:00Z");
    const page = store.pages.keep("Algerije", at);
    expect(store.deliveries.isFirst("event Ev1", at)).toBe(true);
    for (const minutes of [-30, -1, 1, 30]) {
      const moved = new Date(at.getTime() + minutes * 60_000);
      store.pages.keep("Marokko", moved);
      expect(store.pages.typed(page, moved)).toBe("Algerije");
      expect(store.deliveries.isFirst("event Ev1", moved)).toBe(false);
    }
  });

  it("forward by a year forgets what is kept for a day, and keeps subscriptions and kept passages", () => {
    const at = new Date("2026-01-05T08:00:00Z");
    const later = new Date(at.getTime() + year);
    const place = { team: "T1", channel: "C1", thread: null };
    const page = store.pages.keep("Algerije", at);
    store.collections.keep(place, { id: "1.1.1" } as never, "U1", at);
    const wish = { team: "T1", place: "C1" as Place, maker: "U1", query: "Algerije" };
    store.subscriptions.add({ ...wish, frequency: { every: "arrival" } }, 0, at);
    store.pages.keep("Marokko", later);
    store.collections.keep(place, { id: "1.1.2" } as never, "U1", later);
    expect(store.pages.typed(page, at)).toBeNull();
    expect(store.collections.ofPlace(place, later)?.passages).toHaveLength(2);
    expect(store.subscriptions.active()).toHaveLength(1);
  });

  it("back while a file settles in the inbox does not keep it out", async () => {
    const folder = mkdtempSync(join(tmpdir(), "terugkeer-clock-"));
    const clock = new TurningClock();
    const taken: number[] = [];
    const fail = (error: unknown) => {
      throw error;
    };
    const inbox = new Inbox(folder, {
      store,
      follower: null,
      clock,
      onTaken: (outcome) => void taken.push(outcome.new),
      onRefused: fail,
      onTrouble: fail,
      onFailed: fail,
    });
    writeFileSync(
      join(folder, "brief.txt"),
      "Den Haag, 14 maart 2024\n\nHierbij informeer ik uw Kamer over terugkeer.\n",
    );
    await inbox.look();
    clock.advance(-year);
    await inbox.look();
    clock.advance(2_000);
    await inbox.look();
    expect(taken).toEqual([1]);
    rmSync(folder, { recursive: true });
  });

  it("back does not keep a source, or a document that is tried again, waiting for a year", () => {
    const right = new Date("2026-01-05T08:00:00Z");
    const ahead = new Date(right.getTime() + year);
    const retry = { externalId: "d1", document: "{}", attempts: 1, dueAt: new Date(ahead.getTime() + hour) };
    const reason = Object.assign(new Error("x"), { code: "source-missing", forUser: "x" });
    const refusal = { file: "d1.xml", bytes: null, reason: reason as never, retry };
    store.intake.addBatch("koop", ahead, [], [refusal]);
    expect(store.sources.dueRetries("koop", new Date(ahead.getTime()))).toEqual([]);
    expect(store.sources.dueRetries("koop", right).map(({ externalId }) => externalId)).toEqual(["d1"]);
  });
});
