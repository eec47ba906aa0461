import { beforeAll, describe, expect, it } from "vitest";
import { findMatches } from "../../src/search/highlight.ts";
import { openMiniSearchIndex } from "../../src/search/minisearch-index.ts";
import type { LetterKey, Page, PassageIndex, SearchResult } from "../../src/search/passage-index.ts";
import { parseQuery } from "../../src/search/query.ts";
import { lexicon, roughLetters } from "./rough-letters.ts";

const all: Page = { offset: 0, limit: 1000, perLetter: null };
const firstTen: Page = { offset: 0, limit: 10, perLetter: null };

describe("an index over the five letters", () => {
  let index: PassageIndex;
  const texts = new Map<string, string>();
  const ask = (query: string, page = firstTen): Promise<SearchResult> => index.search(parseQuery(query), page);
  const textsOf = (result: SearchResult) => result.hits.map(({ passage }) => texts.get(passage) ?? "");

  beforeAll(async () => {
    index = openMiniSearchIndex({ lexicon });
    const letters = roughLetters();
    for (const { passages } of letters) for (const { id, text } of passages) texts.set(id, text);
    await index.add(letters);
  });

  it("finds a country by its adjective, and says that it looked for it", async () => {
    const result = await ask("Algerijnse", all);
    expect(result.expanded).toContain("Algerije");
    expect(textsOf(result).every((text) => /Algerij/.test(text))).toBe(true);
    expect(result.total).toBe([...texts.values()].filter((text) => /Algerij/.test(text)).length);
  });

  it("claims no wider search for a phrase, of which only the words themselves are searched", async () => {
    const result = await ask('"zicht op uitzetting"', all);
    expect(result.total).toBeGreaterThan(0);
    expect(result.expanded).toEqual([]);
  });

  it("counts exactly, whatever part of the hits is shown", async () => {
    const everything = await ask("terugkeer", all);
    const page = await ask("terugkeer", { offset: 5, limit: 3, perLetter: null });
    expect(everything.hits).toHaveLength(everything.total);
    expect(new Set(everything.hits.map(({ letter }) => letter)).size).toBe(everything.letters);
    expect(page.total).toBe(everything.total);
    expect(page.hits).toEqual(everything.hits.slice(5, 8));
  });

  it("shows at most two passages of a letter when asked to, and how many it left out", async () => {
    const { hits } = await ask("Marokko", { offset: 0, limit: 10, perLetter: 2 });
    const ofE = hits.filter(({ letter }) => letter === "E");
    expect(ofE).toHaveLength(2);
    expect(ofE[0]?.moreInLetter).toBeGreaterThan(0);
  });

  it("searches only the letters that it is told to, weighed as among all", async () => {
    const everything = await ask("Algerije", all);
    for (const letters of [new Set(everything.hits.slice(0, 1).map(({ letter }) => letter)), new Set<LetterKey>()]) {
      const query = parseQuery("Algerije");
      const some = await index.search({ ...query, filters: { ...query.filters, letters } }, all);
      expect(some.hits).toEqual(everything.hits.filter(({ letter }) => letters.has(letter)));
      expect(some.letters).toBe(letters.size);
    }
  });

  it("applies filters before it counts", async () => {
    const result = await ask("Marokko sinds:2024", all);
    expect(new Set(result.hits.map(({ letter }) => letter))).toEqual(new Set(["B", "E"]));
    expect(result.total).toBe(result.hits.length);
  });

  it("returns the newest first when asked to", async () => {
    const { hits } = await ask("Marokko nieuwste", all);
    expect([...new Set(hits.map(({ letter }) => letter))]).toEqual(["E", "B", "D", "A", "C"]);
  });

  it("finds word groups in their order only", async () => {
    const { hits } = await ask('"glijdende schaal"');
    expect(hits.map(({ letter }) => letter)).toEqual(["B"]);
    expect((await ask('"schaal glijdende"')).total).toBe(0);
  });

  it("leaves out what holds an excluded word, in any form", async () => {
    const result = await ask("Marokko -Algerijnse", all);
    expect(result.total).toBeGreaterThan(0);
    expect(textsOf(result).some((text) => /Algerij/.test(text))).toBe(false);
  });

  it("repairs a typing error and says so", async () => {
    const result = await ask("Algeije");
    expect(result.corrected).toEqual([{ from: "Algeije", to: "Algerije" }]);
    expect(result.total).toBeGreaterThan(0);
  });

  it("returns nothing for what the letters do not speak of", async () => {
    for (const query of ["gasprijzen huishoudens", "woningbouw", "xqzvw", "de het een"]) {
      expect((await ask(query)).total, query).toBe(0);
    }
  });

  it("marks the words found as they stand in the passage", async () => {
    const result = await ask("Syrië");
    const text = textsOf(result).find((found) => found.includes("Syrische")) ?? "";
    const marked = findMatches(text, result.marking).map(({ start, end }) => text.slice(start, end));
    expect(marked).toContain("Syrische");
  });

  it("forgets a letter that is removed, and the old text of one that is replaced", async () => {
    const own = openMiniSearchIndex({ lexicon });
    const letters = roughLetters();
    await own.add(letters);
    await own.remove(["E" as LetterKey]);
    const [first] = letters;
    if (first === undefined) throw new Error("no letters");
    await own.add([{ ...first, passages: first.passages.slice(0, 1) }]);
    const { hits } = await own.search(parseQuery("Marokko"), all);
    expect(new Set(hits.map(({ letter }) => letter))).toEqual(new Set(["B", "C", "D"]));
    expect((await own.count()).letters).toBe(4);
  });
});
