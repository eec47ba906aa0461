import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { catalogue } from "../../src/ingest/index-letters.ts";
import type { Day, PublicationId } from "../../src/letters/letter.ts";
import { openLocalIndex } from "../../src/search/local-index.ts";
import { openStore, type Store } from "../../src/store/store.ts";
import { findTimeline } from "../../src/timeline/find-timeline.ts";
import { madeLetter } from "../letters/made-letter.ts";

const at = new Date("2026-01-05T08:00:00Z");
let store: Store;
let count = 0;

beforeEach(() => {
  store = openStore(":memory:");
});

afterEach(() => store.close());

/** Takes in a letter of which the first passages name Algerije, and the others something else. */
function take(date: string | null, naming: number, others = 1): void {
  count += 1;
  const passages = Array.from({ length: naming + others }, (_, place) => ({
    ordinal: place + 1,
    text: place < naming ? "De samenwerking met Algerije is goed." : "Over de visserij is niets te melden.",
    headings: [],
    question: null,
    places: [],
  }));
  const letter = madeLetter({ id: `kst-99999-${count}` as PublicationId, date: date as Day | null, passages });
  store.intake.addBatch("folder", at, [{ letter, file: `${count}.txt`, form: "text", contentHash: `${count}` }], []);
}

const all = 1_000;

async function timelineOf(typed: string, limit = all) {
  const index = openLocalIndex();
  await index.fill(catalogue(store.letters));
  const timeline = await findTimeline(typed, limit, { index, letters: store.letters });
  await index.close();
  return timeline;
}

describe("a timeline", () => {
  it("counts every passage of every letter, though it shows at most three of each", async () => {
    take("2019-03-01", 2);
    take("2019-09-01", 300);
    take("2021-01-01", 3);
    take("2020-01-01", 0);
    const { series, hits, total, statements } = await timelineOf("Algerije");
    expect(series.years.map(({ year, passages, letters }) => [year, passages, letters])).toEqual([
      [2019, 302, 2],
      [2020, 0, 0],
      [2021, 3, 1],
    ]);
    expect(total).toBe(305);
    expect([hits.length, statements]).toEqual([8, 8]);
  });

  it("puts the newest first, and letters without a date last", async () => {
    for (const date of ["2019-03-01", null, "2021-01-01"]) take(date, 1);
    const { series, hits } = await timelineOf("Algerije");
    expect(hits.map(({ passage }) => store.letters.letterOf(passage)?.date)).toEqual([
      "2021-01-01",
      "2019-03-01",
      null,
    ]);
    expect(series.undated).toEqual({ passages: 1, letters: 1 });
  });

  it("knows no year of which the only letter was withdrawn", async () => {
    take("2019-03-01", 1);
    const origin = { externalId: "12", stamp: null, url: null, etag: null, lastModified: null };
    const letter = madeLetter({ id: "kst-99999-withdrawn" as PublicationId, date: "2023-05-05" as Day });
    const arrival = { letter, file: "w.txt", form: "text" as const, contentHash: "w", origin };
    store.intake.addBatch("koop", at, [arrival], []);
    expect(store.letters.years()).toEqual([2019, 2023]);
    store.intake.addBatch("koop", at, [], [], { withdrawn: ["12"] });
    expect(store.letters.years()).toEqual([2019]);
  });

  it("begins with the same statements, however many are asked for, also where many letters are of one day", async () => {
    const days = ["2019-06-15", "2019-06-15", "2019-06-15", "2021-01-01", null];
    for (let letter = 0; letter < 40; letter++) take(days[letter % days.length] ?? null, letter % 6);
    const whole = await timelineOf("Algerije samenwerking");
    expect(whole.hits.length).toBe(whole.statements);
    for (const limit of [0, 1, 7, 10, 25, 60]) {
      const part = await timelineOf("Algerije samenwerking", limit);
      expect(part.hits).toEqual(whole.hits.slice(0, limit));
      expect([part.statements, part.series]).toEqual([whole.statements, whole.series]);
    }
  });

  it("adds up to what the search finds, whatever the letters", async () => {
    const letters = fc.array(
      fc.record({
        date: fc.option(fc.constantFrom("1999-12-31", "2000-01-01", "2019-06-15", "2019-06-16", "2025-02-28")),
        naming: fc.nat({ max: 8 }),
      }),
      { minLength: 1, maxLength: 8 },
    );
    await fc.assert(
      fc.asyncProperty(letters, async (made) => {
        store.close();
        store = openStore(":memory:");
        for (const { date, naming } of made) take(date, naming);
        const { series, total, letters: found } = await timelineOf("Algerije");
        const named = made.filter(({ naming }) => naming > 0);
        expect(series.total).toEqual({ passages: total, letters: found });
        expect(total).toBe(named.reduce((sum, { naming }) => sum + naming, 0));
        for (const { year, passages } of series.years) {
          const own = named.filter(({ date }) => date?.startsWith(String(year)));
          expect(passages).toBe(own.reduce((sum, { naming }) => sum + naming, 0));
        }
      }),
      { numRuns: 30 },
    );
  });
});
