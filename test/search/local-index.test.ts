import { beforeAll, describe, expect, it } from "vitest";
import type { Day } from "../../src/letters/letter.ts";
import type { LetterKey, PassageId } from "../../src/letters/stored-letter.ts";
import { findMatches } from "../../src/search/highlight.ts";
import { openLocalIndex } from "../../src/search/local-index.ts";
import type { IndexedLetter, Page, PassageIndex, SearchResult } from "../../src/search/passage-index.ts";
import { parseQuery } from "../../src/search/query.ts";
import { madeLetters } from "./made-letters.ts";
import { lexicon, roughLetters } from "./rough-letters.ts";

const all: Page = { offset: 0, limit: 1000, perLetter: null };
const firstTen: Page = { offset: 0, limit: 10, perLetter: null };

describe("an index over the five letters", () => {
  let index: PassageIndex;
  const texts = new Map<string, string>();
  const ask = (query: string, page = firstTen): Promise<SearchResult> => index.search(parseQuery(query), page);
  const textsOf = (result: SearchResult) => result.hits.map(({ passage }) => texts.get(passage) ?? "");

  beforeAll(async () => {
    index = openLocalIndex({ lexicon });
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

  it("claims no wider search by words that people only ask with: who asks how many people does not ask for human rights", async () => {
    const { expanded } = await ask("hoeveel mensen keerden terug naar Algerije", all);
    expect(expanded).toContain("Algerijnse");
    expect(expanded.filter((word) => /^mensen/.test(word))).toEqual([]);
    expect((await ask("mensen")).marking.terms.filter((word) => word !== "mens" && word !== "mensen")).toEqual([]);
  });

  it("names the parts of a compound that the letters do not have, as it looked for those", async () => {
    expect((await ask("grensbewakingspartnerschap")).expanded).toEqual(
      expect.arrayContaining(["grensbewaking", "partnerschappen"]),
    );
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
    expect(new Set(hits.map(({ letter }) => letter)).size).toBe(5);
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

  it("repairs one in another name of what the letters speak of, though no letter has that name", async () => {
    const result = await ask("laisez-passer");
    expect(result.corrected).toEqual([{ from: "laisez", to: "laissez" }]);
    expect(textsOf(result).join()).not.toContain("laissez");
    expect(textsOf(result).every((text) => /reisdocument/.test(text))).toBe(true);
    expect(result.total).toBeGreaterThan(0);
  });

  it("takes no word for a part of a name that is not there, nor the name of a country for a typing error", async () => {
    expect((await ask("laisez Algerije")).corrected).toEqual([]);
    expect((await ask("Zambia")).corrected).toEqual([]);
  });

  it("counts a part of a compound once, however often a passage has it by itself and within other words", async () => {
    for (const query of ["stikstofbeleid", "energiesamenwerking"]) expect((await ask(query)).total, query).toBe(0);
    expect((await ask("terugkeerafspraken")).total).toBeGreaterThan(0);
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

  it("finds what was added one by one while such letters are made into one segment, in their last version", async () => {
    const own = openLocalIndex({ lexicon });
    const [first] = roughLetters();
    if (first === undefined) throw new Error("no letters");
    const letter = (number: number, text: string): IndexedLetter => ({
      ...first,
      key: `letter-${number % 30}` as LetterKey,
      title: "",
      passages: first.passages.slice(0, 1).map((passage) => ({ ...passage, id: `${number}` as PassageId, text })),
    });
    // Thirty letters, each of which comes a second time: far more than stand side by side before they are merged.
    for (let number = 0; number < 60; number++) {
      await own.add([letter(number, `De visserij van haven ${number < 30 ? "Oudeschild" : "Vlissingen"}.`)]);
    }
    await own.remove(["letter-7" as LetterKey]);
    const found = async (query: string) => (await own.search(parseQuery(query), all)).total;
    expect([await found("Vlissingen"), await found("Oudeschild"), await found("visserij")]).toEqual([29, 0, 29]);
    await own.close();
  });

  it("gives every passage once to who leafs through all pages, in the order of one long page", async () => {
    const own = openLocalIndex({ lexicon });
    // Passages that say the same in ever other places, so that a closer look changes the order that words alone give.
    const sentences = ["Marokko werkt mee.", "De terugkeer hapert.", "Over terugkeer naar Marokko is gesproken."];
    const made = Array.from({ length: 40 }, (_, letter): IndexedLetter => {
      const [first] = madeLetters(letter + 1).slice(-1);
      if (first === undefined) throw new Error("no letter");
      const passages = first.passages.map((passage, at) => ({
        ...passage,
        text: [0, 1, 2].map((step) => sentences[(at + step * (letter % 3)) % 3]).join(" "),
      }));
      return { ...first, date: `20${10 + (letter % 7)}-01-01` as Day, passages };
    });
    await own.add(made);
    for (const typed of ["terugkeer Marokko", "terugkeer nieuwste"])
      for (const perLetter of [null, 2]) {
        const whole = await own.search(parseQuery(typed), { offset: 0, limit: 400, perLetter });
        const leafed: string[] = [];
        for (let offset = 0; offset < whole.hits.length; offset += 7) {
          const page = await own.search(parseQuery(typed), { offset, limit: 7, perLetter });
          leafed.push(...page.hits.map(({ passage }) => passage));
        }
        expect(new Set(leafed).size).toBe(perLetter === null ? whole.total : 80);
        expect(leafed).toEqual(whole.hits.map(({ passage }) => passage));
      }
    await own.close();
  });

  it("forgets a letter that is removed, and the old text of one that is replaced", async () => {
    const own = openLocalIndex({ lexicon });
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
