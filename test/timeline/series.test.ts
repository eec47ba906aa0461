import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Day } from "../../src/letters/letter.ts";
import { seriesOf } from "../../src/timeline/series.ts";

const always = { since: null, until: null };
const day = (text: string) => text as Day;

describe("mentions a year", () => {
  it("leave out no year between the first letter and the last, and tell silence from years without letters", () => {
    const { years } = seriesOf([{ day: day("2017-12-12"), passages: 2 }], [2014, 2017, 2019], always);
    expect(years.map(({ year, passages, hasLetters }) => [year, passages, hasLetters])).toEqual([
      [2014, 0, true],
      [2015, 0, false],
      [2016, 0, false],
      [2017, 2, true],
      [2018, 0, false],
      [2019, 0, true],
    ]);
  });

  it("count letters apart from passages, with their dates in order", () => {
    const mentions = ["2019-11-21", "2019-02-01", "2019-02-01"].map((text, n) => ({ day: day(text), passages: n + 1 }));
    expect(seriesOf(mentions, [2019], always).years).toEqual([
      { year: 2019, passages: 6, letters: 3, days: ["2019-02-01", "2019-02-01", "2019-11-21"], hasLetters: true },
    ]);
  });

  it("keep letters without a date apart", () => {
    const { years, undated, total } = seriesOf([{ day: null, passages: 3 }], [2020], always);
    expect(years.map(({ passages }) => passages)).toEqual([0]);
    expect(undated).toEqual({ passages: 3, letters: 1 });
    expect(total).toEqual({ passages: 3, letters: 1 });
    expect(seriesOf([{ day: null, passages: 3 }], [], always).years).toEqual([]);
  });

  it("keep to the period that was searched", () => {
    const period = { since: day("2016-05-01"), until: day("2018-01-31") };
    expect(seriesOf([], [2010, 2014, 2016, 2018, 2020], period).years.map(({ year }) => year)).toEqual([
      2016, 2017, 2018,
    ]);
  });

  it("show the last sixty years, and count what was said before", () => {
    const mentions = [1919, 1965, 1966, 2025].map((year) => ({ day: day(`${year}-06-01`), passages: 2 }));
    const { years, earlier } = seriesOf(mentions, [], always);
    expect([years.length, years[0]?.year, years.at(-1)?.year]).toEqual([60, 1966, 2025]);
    expect(earlier).toEqual({ passages: 4, letters: 2 });
  });

  it("add up to everything that was found, whatever the letters", () => {
    const mention = fc.record({
      day: fc.option(
        fc
          .date({ min: new Date("1890-01-01"), max: new Date("2030-12-31"), noInvalidDate: true })
          .map((date) => day(date.toISOString().slice(0, 10))),
      ),
      passages: fc.integer({ min: 1, max: 100_000 }),
    });
    fc.assert(
      fc.property(fc.array(mention), fc.array(fc.integer({ min: 1890, max: 2030 })), (mentions, withLetters) => {
        const { years, earlier, undated, total } = seriesOf(mentions, withLetters, always);
        for (const what of ["passages", "letters"] as const) {
          expect(years.reduce((sum, year) => sum + year[what], earlier[what] + undated[what])).toBe(total[what]);
        }
        expect(total.letters).toBe(mentions.length);
        for (const [place, { year }] of years.entries()) expect(year).toBe((years[0]?.year ?? 0) + place);
        for (const { days, letters, hasLetters } of years) {
          expect(days.length).toBe(letters);
          if (letters > 0) expect(hasLetters).toBe(true);
        }
      }),
    );
  });
});
