import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Day } from "../../src/letters/letter.ts";
import { layoutOf, ticksFor } from "../../src/timeline/layout.ts";
import { seriesOf } from "../../src/timeline/series.ts";

const area = { x: 90, y: 150, width: 1060, height: 500 };
const widths = { year: 58 };
const always = { since: null, until: null };

const anySeries = fc
  .record({
    first: fc.integer({ min: 1815, max: 2020 }),
    counts: fc.array(fc.option(fc.integer({ min: 0, max: 300_000 })), { minLength: 1, maxLength: 60 }),
    days: fc.array(fc.integer({ min: 1, max: 28 }), { minLength: 1, maxLength: 5 }),
  })
  .map(({ first, counts, days }) => {
    const mentions = counts.flatMap((count, place) =>
      count === null || count === 0
        ? []
        : days.map((day) => ({
            day: `${first + place}-${String((day % 12) + 1).padStart(2, "0")}-${String(day).padStart(2, "0")}` as Day,
            passages: count,
          })),
    );
    const years = counts.flatMap((count, place) => (count === null ? [] : [first + place]));
    return seriesOf(mentions, years, always);
  })
  .filter(({ years }) => years.length > 0);

describe("the layout of the picture", () => {
  it("keeps every bar within its year and the plot, in proportion to its number", () => {
    fc.assert(
      fc.property(anySeries, (series) => {
        const { plot, slots } = layoutOf(series, area, widths);
        const baseline = plot.y + plot.height;
        const most = Math.max(...slots.map(({ count }) => count.passages));
        const highest = Math.max(...slots.map(({ bar }) => bar.height));
        for (const { bar, count, x, width } of slots) {
          expect(bar.x).toBeGreaterThanOrEqual(x);
          expect(bar.x + bar.width).toBeLessThanOrEqual(x + width);
          expect(bar.y + bar.height).toBeCloseTo(baseline, 6);
          expect(bar.y).toBeGreaterThanOrEqual(plot.y);
          expect(bar.height).toBeCloseTo((count.passages / Math.max(1, most)) * highest, 6);
        }
      }),
    );
  });

  it("lets years follow each other without gap or overlap, and marks letters under their own bar", () => {
    fc.assert(
      fc.property(anySeries, (series) => {
        const { plot, slots } = layoutOf(series, area, widths);
        let edge = plot.x;
        for (const { x, width, marks, bar } of slots) {
          expect(x).toBe(edge);
          edge = x + width;
          for (const mark of marks) {
            expect(mark).toBeGreaterThanOrEqual(bar.x);
            expect(mark).toBeLessThanOrEqual(bar.x + bar.width);
          }
        }
        expect(edge).toBe(plot.x + plot.width);
      }),
    );
  });

  it("names years so far apart that they do not touch", () => {
    fc.assert(
      fc.property(anySeries, (series) => {
        const middles = layoutOf(series, area, widths)
          .slots.filter(({ isNamed }) => isNamed)
          .map(({ x, width }) => x + width / 2);
        for (const [place, middle] of middles.slice(1).entries()) {
          expect(middle - (middles[place] ?? 0)).toBeGreaterThan(widths.year + 10);
        }
      }),
    );
  });

  it("puts a letter of 1 January left of one of 31 December", () => {
    const mentions = ["2021-01-01", "2021-07-02", "2021-12-31"].map((day) => ({ day: day as Day, passages: 1 }));
    const [slot] = layoutOf(seriesOf(mentions, [], always), area, widths).slots;
    const { x = 0, width = 0 } = slot?.bar ?? {};
    expect(slot?.marks).toEqual([x, x + width / 2, x + width]);
  });

  it("marks letters of the same days once, so that a thousand of them can still be seen", () => {
    const mentions = Array.from({ length: 1_000 }, (_, n) => ({
      day: `2021-${String((n % 12) + 1).padStart(2, "0")}-${String((n % 28) + 1).padStart(2, "0")}` as Day,
      passages: 1,
    }));
    const { slots, markSize } = layoutOf(seriesOf(mentions, [2020], always), area, widths);
    const marks = slots.at(-1)?.marks ?? [];
    expect(marks.length).toBeGreaterThan(12);
    for (const [place, mark] of marks.slice(1).entries()) {
      expect(mark - (marks[place] ?? 0)).toBeGreaterThanOrEqual(markSize / 2);
    }
  });

  it.each([
    [1, [0, 1]],
    [4, [0, 1, 2, 3, 4]],
    [7, [0, 2, 4, 6, 8]],
    [198, [0, 50, 100, 150, 200]],
    [200_001, [0, 50_000, 100_000, 150_000, 200_000, 250_000]],
  ])("has whole, round steps up to %d", (most, ticks) => {
    expect(ticksFor(most)).toEqual(ticks);
  });
});
