import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Day } from "../../src/letters/letter.ts";
import { chartLines, spokenChart } from "../../src/replies/timeline-chart.ts";
import { type Series, seriesOf } from "../../src/timeline/series.ts";

const always = { since: null, until: null };

function series(counts: Record<number, number>, withLetters: number[] = []): Series {
  const mentions = Object.entries(counts).map(([year, passages]) => ({ day: `${year}-06-15` as Day, passages }));
  return seriesOf(mentions, withLetters, always);
}

describe("the chart in text", () => {
  it("has a line a year, newest first, silence as 0 and years without letters as such", () => {
    expect(chartLines(series({ 2016: 1, 2019: 2 }, [2017]))).toEqual([
      "2019  ████████████████  2 in 1 brief",
      "2018                    geen brieven",
      "2017                    0",
      "2016  ████████          1 in 1 brief",
    ]);
  });

  it("takes years that are alike together", () => {
    expect(chartLines(series({ 2010: 1, 2019: 1 }, [2011, 2012]))).toEqual([
      "2019           ████████████████  1 in 1 brief",
      "2013 t/m 2018                    geen brieven",
      "2011 t/m 2012                    0",
      "2010           ████████████████  1 in 1 brief",
    ]);
  });

  it("shows what was said once beside what was said ten thousand times, with Dutch figures", () => {
    expect(chartLines(series({ 2018: 12_345, 2019: 1 }))).toEqual([
      "2019  ▌                 1 in 1 brief",
      "2018  ████████████████  12.345 in 1 brief",
    ]);
  });

  it("makes one line, without a bar, of the years that do not fit, and of those before them", () => {
    const counts = Object.fromEntries(Array.from({ length: 40 }, (_, place) => [1986 + place, 2]));
    const lines = chartLines(series(counts));
    expect(lines.length).toBe(14);
    expect(lines.at(-1)).toBe("1986 t/m 2012                    54 in 27 brieven");
    expect(chartLines(series({ 1900: 3, 2025: 1 })).at(-1)).toBe("t/m 1965                         3 in 1 brief");
  });

  it("tells of letters without a date below the years", () => {
    const mentions = [
      { day: "2019-06-15" as Day, passages: 1 },
      { day: null, passages: 4 },
    ];
    expect(chartLines(seriesOf(mentions, [], always)).at(-1)).toBe("zonder datum                    4 in 1 brief");
  });

  it("reads well aloud", () => {
    expect(spokenChart(series({ 2016: 1, 2020: 2 }, [2017]))).toBe(
      "2020: 2 in 1 brief; 2018 tot en met 2019: geen brieven; 2017: 0; 2016: 1 in 1 brief",
    );
  });

  it("keeps its columns straight and leaves nothing out, whatever the counts", () => {
    const year = fc.integer({ min: 1900, max: 2030 });
    const mention = fc.record({
      day: fc.option(year.map((number) => `${number}-06-15` as Day)),
      passages: fc.integer({ min: 1, max: 999 }),
    });
    fc.assert(
      fc.property(fc.array(mention, { minLength: 1, maxLength: 200 }), fc.array(year), (mentions, withLetters) => {
        const lines = chartLines(seriesOf(mentions, withLetters, always));
        expect(lines.length).toBeLessThanOrEqual(15);
        // Where the last column begins: behind the last stretch of two or more spaces.
        const columns = lines.map(
          (line) => line.length - (/(?:\S+|\S+ \S+|\S+ in \S+ brie\S+)$/.exec(line)?.[0].length ?? 0),
        );
        expect(new Set(columns).size).toBe(1);
        const said = lines.flatMap((line) => /([\d.]+) in [\d.]+ brie/.exec(line)?.[1] ?? []);
        const sum = said.reduce((total, figures) => total + Number(figures.replaceAll(".", "")), 0);
        expect(sum).toBe(mentions.reduce((total, { passages }) => total + passages, 0));
      }),
    );
  });
});
