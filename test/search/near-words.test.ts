import { beforeAll, describe, expect, it } from "vitest";
import capitals from "../../data/capitals.json" with { type: "json" };
import nearWords from "../../data/near-words.json" with { type: "json" };
import { countries } from "../../src/letters/countries.ts";
import { openAnalyser } from "../../src/search/analyse.ts";
import { fold } from "../../src/search/fold.ts";
import type { PassageIndex } from "../../src/search/passage-index.ts";
import { parseQuery } from "../../src/search/query.ts";
import { openBundledIndex } from "./bundled-index.ts";
import { lexicon } from "./rough-letters.ts";

const analyser = openAnalyser({ lexicon });
const analysed = (word: string) => analyser.word(fold(word), () => false);

describe("what is sought in the place of a word that the letters do not have", () => {
  let index: PassageIndex;
  let texts: Map<string, string>;

  beforeAll(async () => {
    ({ index, texts } = await openBundledIndex());
  });

  const ask = (query: string) => index.search(parseQuery(query), { offset: 0, limit: 10, perLetter: null });

  it("is the words near to it, which are shown and marked", async () => {
    const { hits, expanded, marking } = await ask("moet de vreemdeling iets bewijzen bij herbeoordeling");
    expect(hits.map(({ passage }) => texts.get(passage)).some((text) => text?.includes("bewijslast"))).toBe(true);
    expect(expanded).toContain("bewijslast");
    expect(marking.terms).toContain("bewijslast");
  });

  it("is, of a capital, its country", async () => {
    const { hits, expanded } = await ask("uitzetten naar Kabul");
    expect(hits.length).toBeGreaterThan(0);
    expect(hits.every(({ passage }) => /Afgh?an/.test(texts.get(passage) ?? ""))).toBe(true);
    expect(expanded).toContain("Afghanistan");
  });

  it("is nothing when the letters do have the word", async () => {
    // Bagdad stands in a letter, so nobody who asks for it is given all of Irak.
    const { hits, expanded } = await ask("Bagdad");
    expect(hits.every(({ passage }) => texts.get(passage)?.includes("Bagdad"))).toBe(true);
    expect(expanded).toEqual([]);
  });

  it("is nothing when the word is meant literally", async () => {
    expect((await ask('"Kabul"')).total).toBe(0);
  });
});

describe("the table of near words", () => {
  it.each(nearWords.groups.map((group) => [group.join(", "), group] as const))("%s", (_, group) => {
    const terms = group.map((word) => analysed(word).term);
    // A word that only asks, or says nothing, would find everything.
    expect(group.filter((word) => analysed(word).stop || analysed(word).weak)).toEqual([]);
    expect(group.length).toBeGreaterThan(1);
    expect(new Set(terms).size).toBeGreaterThan(1);
  });
});

describe("the table of capitals", () => {
  const names = Object.entries(capitals.capitals).flatMap(([code, all]) => all.map((name) => [name, code] as const));

  it.each(names)("%s is of %s, one word, and no name of a country", (name, code) => {
    expect(countries.map((country): string => country.code)).toContain(code);
    expect(name).toMatch(/^\p{L}+$/u);
    expect(analysed(name).concept).toBeNull();
    expect(analysed(name).near).toEqual([`=${code}`]);
  });

  it("has each capital once", () => {
    expect(new Set(names.map(([name]) => name)).size).toBe(names.length);
  });
});
