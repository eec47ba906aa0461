import { describe, expect, it } from "vitest";
import type { Day } from "../../src/letters/letter.ts";
import { altText, pictureComment, pictureFile, pictureWords } from "../../src/replies/timeline-picture-blocks.ts";
import { type Series, seriesOf } from "../../src/timeline/series.ts";

function series(counts: [day: string | null, passages: number][], withLetters: number[] = []): Series {
  const mentions = counts.map(([day, passages]) => ({ day: day as Day | null, passages }));
  return seriesOf(mentions, withLetters, { since: null, until: null });
}

describe("the words with the picture", () => {
  it("tell who cannot see it the period, the total, the peaks, every year, silences and years without letters", () => {
    const shown = series(
      [
        ["2014-02-25", 2],
        ["2017-12-12", 1],
        ["2019-11-21", 2],
      ],
      [2015],
    );
    expect(altText("Algerije", shown)).toBe(
      "Staafdiagram van het aantal passages per jaar over Algerije, 2014 tot en met 2019. Samen 5 passages in 3 brieven. De meeste in 2014 en 2019: 2 passages. Per jaar: 2014: 2 in 1 brief; 2017: 1 in 1 brief; 2019: 2 in 1 brief. Geen vermelding in 2015. Geen brieven van 2016 en 2018.",
    );
  });

  it("are whole sentences of at most a thousand characters, however long the period or the query", () => {
    const years = Array.from({ length: 60 }, (_, n): [string, number] => [`${1966 + n}-01-01`, 100_000 + n]);
    const alt = altText("👩‍👩‍👧".repeat(99), series(years));
    expect([...alt].length).toBeLessThanOrEqual(1_000);
    expect(alt).toMatch(/\.$/);
    expect(alt).toContain("De meeste in 2025: 100.059 passages.");
  });

  it("say what is not drawn", () => {
    const { notes } = pictureWords(
      "x",
      series([
        [null, 4],
        ["1900-01-01", 3],
        ["2025-01-01", 1],
      ]),
    );
    expect(notes).toEqual([
      "4 passages in 1 brief zonder datum tellen in geen enkel jaar mee.",
      "3 passages in 1 brief van vóór 1966 zijn niet getekend.",
    ]);
  });

  it("say the numbers and who shared it beside the picture, and let no query become a mention", () => {
    expect(pictureComment("<!channel> *x*", series([["2025-01-01", 1]]), "U0001")).toBe(
      "Tijdlijn van &lt;!channel&gt; \u2060*x\u2060*: 1 passage in 1 brief.\nPassages per jaar: 2025: 1 in 1 brief.\nGedeeld door <@U0001>.",
    );
  });

  it.each([
    ["Algerije", "tijdlijn-algerije.png"],
    ["land:Marokko sinds:2017", "tijdlijn-land-marokko-sinds-2017.png"],
    ["Curaçao / ../../etc", "tijdlijn-curacao-etc.png"],
    ["المغرب", "tijdlijn.png"],
    ["a".repeat(200), `tijdlijn-${"a".repeat(60)}.png`],
  ])("name the file of %s in plain letters", (name, file) => {
    expect(pictureFile(name)).toBe(file);
  });
});
