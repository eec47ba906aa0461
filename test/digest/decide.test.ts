import { describe, expect, it } from "vitest";
import { divide, whoseTurn } from "../../src/digest/decide.ts";
import { type Arrival, markOf } from "../../src/digest/mark.ts";
import type { Place } from "../../src/digest/place.ts";
import type { Calendar } from "../../src/digest/slots.ts";
import type { Subscription } from "../../src/digest/subscription.ts";
import { defaultFrequency } from "../../src/digest/wish.ts";
import type { Day } from "../../src/letters/letter.ts";
import type { LetterKey } from "../../src/letters/stored-letter.ts";

const calendar: Calendar = { timeZone: "Europe/Amsterdam", liberationDay: "lustrum" };
const monday = new Date("2026-01-05T07:30:00Z");

function subscription(given: Partial<Subscription> = {}): Subscription {
  return {
    id: 1,
    team: "T1",
    place: "C1" as Place,
    maker: "U1",
    subject: "letters",
    query: "",
    question: null,
    frequency: defaultFrequency,
    madeAt: new Date("2025-12-01T12:00:00Z"),
    paused: null,
    seenBatch: 0,
    lastTurn: null,
    ...given,
  };
}

const letter = (key: string, batch: number, version = 1) => ({ key: key as LetterKey, version, batch });
const dueNow = (...all: Subscription[]) => whoseTurn(all, calendar, monday);

describe("whose turn it is", () => {
  it("is that of a subscription whose time has come and that has not had it today", () => {
    const had = subscription({ id: 2, lastTurn: "2026-01-05" as Day });
    const later = subscription({ id: 3, frequency: { ...defaultFrequency, at: "16:00" as never } as never });
    const paused = subscription({ id: 4, paused: { reason: "asked", since: monday } });
    const madeJustNow = subscription({ id: 5, madeAt: new Date("2026-01-05T07:45:00Z") });
    const all = [subscription({ lastTurn: "2026-01-02" as Day }), had, later, paused, madeJustNow];
    const inTheAfternoon = new Date("2026-01-05T14:00:00Z");
    expect(whoseTurn(all, calendar, inTheAfternoon).map(({ subscription: { id } }) => id)).toEqual([1]);
  });
});

describe("who gets what", () => {
  it("is what came in since the last turn, whatever its date, up to the last batch that counts", () => {
    const arrived = [letter("1", 3), letter("2", 4), letter("3", 6)];
    const [digest] = divide(dueNow(subscription({ seenBatch: 3 })), arrived, 5, () => true, []);
    expect(digest?.letters.map(({ key }) => key)).toEqual(["2"]);
  });

  it("is one digest a place, with each letter once and all subscriptions that it answers", () => {
    const all = [
      subscription(),
      subscription({ id: 2, query: "visum" }),
      subscription({ id: 3, place: "C2" as Place }),
    ];
    const answers = ({ query }: Subscription, key: LetterKey) => query === "" || key === "2";
    const digests = divide(dueNow(...all), [letter("1", 1), letter("2", 1)], 1, answers, []);
    expect(
      digests.map(({ place, letters }) => [place, letters.map(({ key, subscriptions }) => [key, subscriptions])]),
    ).toEqual([
      [
        "C1",
        [
          ["1", [1]],
          ["2", [1, 2]],
        ],
      ],
      [
        "C2",
        [
          ["1", [3]],
          ["2", [3]],
        ],
      ],
    ]);
  });

  it("is nothing of what the ledger has, but a new version is new", () => {
    const ledger = [{ subscription: 1, letter: "1" as LetterKey, version: 1 }];
    const of = (version: number) =>
      divide(dueNow(subscription()), [letter("1", 1, version)], 1, () => true, ledger)[0]?.letters.length;
    expect([of(1), of(2)]).toEqual([0, 1]);
  });

  it("is a turn without letters when nothing came in", () => {
    const [digest] = divide(dueNow(subscription()), [], 0, () => true, []);
    expect([digest?.letters, digest?.turns.length]).toEqual([[], 1]);
  });
});

describe("a letter is marked", () => {
  const arrival: Arrival = {
    date: "2026-03-03" as Day,
    arrivedAt: new Date("2026-03-04T08:00:00Z"),
    firstBatch: 9,
    dossier: "19637",
    dossierBefore: null,
  };

  it.each([
    ["not at all when it is simply new", arrival, null],
    [
      "as late when its date lies more than a week back",
      { ...arrival, date: "2025-03-03" as Day },
      { kind: "late", date: "2025-03-03" },
    ],
    ["not at all without a date", { ...arrival, date: null }, null],
    [
      "as a new version when it was there before",
      { ...arrival, firstBatch: 8, dossierBefore: "19637" },
      { kind: "new-version" },
    ],
    [
      "as newly linked when it has a dossier that it did not have",
      { ...arrival, firstBatch: 8 },
      { kind: "linked", dossier: "19637" },
    ],
    [
      "as simply new when all its versions are new to the reader",
      { ...arrival, firstBatch: 9, dossierBefore: "19637" },
      null,
    ],
  ])("%s", (_, made, mark) => {
    expect(markOf(made, 8, "Europe/Amsterdam")).toEqual(mark);
  });
});
