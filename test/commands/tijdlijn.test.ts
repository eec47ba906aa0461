import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { tijdlijn } from "../../commands/tijdlijn.ts";
import { answerQuery } from "../../src/answers/answer.ts";
import type { Parts } from "../../src/parts.ts";
import { checkMessage } from "../../src/preview/slack-limits.ts";
import { timelineExamples } from "../../src/texts/timeline.ts";
import { openBundled, somewhere } from "./bundled.ts";

let parts: Parts;

beforeAll(async () => {
  parts = await openBundled();
});

afterAll(() => parts.close());

const answer = (typed: string) => tijdlijn.answer(typed, parts, somewhere);

/** The lines of the chart. */
async function chart(typed: string): Promise<string[]> {
  const { blocks } = await answer(typed);
  const preformatted = blocks
    .flatMap((block) => (block.type === "rich_text" ? block.elements : []))
    .find(({ type }) => type === "rich_text_preformatted");
  const [run] = preformatted?.elements ?? [];
  return run !== undefined && "text" in run ? String(run.text).split("\n") : [];
}

describe("/tijdlijn", () => {
  it("says what was said, newest first, a whole sentence each with its date and source", async () => {
    const { blocks } = await answer("Algerije");
    const dates = blocks.flatMap((block) => (block.type === "section" ? [block.text?.text.split(" · ")[0]] : []));
    expect(dates).toEqual([
      "*<https://zoek.officielebekendmakingen.nl/kst-32317-929.html|29 januari 2025>*",
      "*<https://www.tweedekamer.nl/kamerstukken/kamervragen/detail?id=2019Z18636&amp;did=2019D46752|21 november 2019>*",
      "*<https://zoek.officielebekendmakingen.nl/kst-19637-2356.html|12 december 2017>*",
      "*<https://zoek.officielebekendmakingen.nl/kst-19637-2356.html|12 december 2017>*",
      "*<https://zoek.officielebekendmakingen.nl/kst-30573-124.html|25 februari 2014>*",
    ]);
    const quotes = blocks
      .flatMap((block) => (block.type === "rich_text" ? block.elements : []))
      .filter(({ type }) => type === "rich_text_quote")
      .map(({ elements }) => elements.map((run) => ("text" in run ? run.text : "")).join(""));
    expect(quotes.at(-1)).toBe(
      "Verder is een lichte verbetering opgetreden in de medewerking van Algerije, die nu moet worden bestendigd door een intensivering van de bilaterale betrekkingen.",
    );
    const bodies = parts.letters
      .versions()
      .map(({ key }) => parts.letters.letter(key)?.body.replace(/\s+/g, " ") ?? "");
    for (const quote of quotes) expect(bodies.some((body) => body.includes(quote.replace(/\s+/g, " ")))).toBe(true);
  });

  it("shows mentions a year, years without mention as 0 and years without letters as such", async () => {
    expect(await chart("Algerije")).toEqual([
      "2025           ████████          1 in 1 brief",
      "2024                             0",
      "2020 t/m 2023                    geen brieven",
      "2019           ████████          1 in 1 brief",
      "2018                             geen brieven",
      "2017           ████████████████  2 in 1 brief",
      "2015 t/m 2016                    geen brieven",
      "2014           ████████          1 in 1 brief",
    ]);
  });

  it.each(["Algerije", "terugkeer", "land:Marokko sinds:2017", "visum -Marokko", "van:Faber", '"more for more"'])(
    "counts in %s exactly what a search finds",
    async (typed) => {
      const found = await answerQuery(typed, { offset: 0, limit: 1, perLetter: null }, parts);
      const counts = (await chart(typed)).flatMap((line) => / (\d+) in \d+ brie/.exec(line)?.[1] ?? []);
      expect(found.total).toBeGreaterThan(0);
      expect(counts.reduce((sum, count) => sum + Number(count), 0)).toBe(found.total);
    },
  );

  it("keeps to the period that was asked for, in the years too", async () => {
    const lines = await chart("terugkeer sinds:2017 tot:2019");
    expect(lines.map((line) => line.slice(0, 4))).toEqual(["2019", "2018", "2017"]);
  });

  it.each(timelineExamples)("answers the example of its own help: %s", async (query) => {
    expect((await answer(query)).text).toMatch(/^Tijdlijn van .*: [1-9]\d* passages? in [1-9] brie(f|ven)\./);
  });

  it.each(["", "  ", "help", "Hulp", "help?"])("answers %j with help", async (typed) => {
    expect((await answer(typed)).text).toContain("/tijdlijn Algerije");
  });

  it("says plainly that there is nothing, and what was searched", async () => {
    const { text, blocks } = await answer("gasprijzen huishoudens");
    expect(text).toContain("Niets gevonden over gasprijzen huishoudens");
    expect(JSON.stringify(blocks)).toContain("Gezocht in 5 brieven, van 2014 tot en met 29 januari 2025.");
    expect(JSON.stringify(blocks)).not.toContain("plaatje");
  });

  it("names a filter that does not exist", async () => {
    await expect(answer("kleur:rood terugkeer")).rejects.toMatchObject({ code: "query-unknown-filter" });
  });

  it.each(["terugkeer", "nederland", "de", "van:Faber", "<!channel> terugkeer *vet* `x`"])(
    "is a message that Slack takes: %s",
    async (typed) => {
      expect(checkMessage({ ...(await answer(typed)) })).toEqual([]);
    },
  );
});
