import fc from "fast-check";
import { describe, expect, it } from "vitest";
import countryTable from "../../data/countries.json" with { type: "json" };
import { countries } from "../../src/letters/countries.ts";
import { openAnalyser } from "../../src/search/analyse.ts";
import { comparableWords } from "../../src/search/words.ts";
import { lexicon } from "./rough-letters.ts";

const analyser = openAnalyser({ lexicon });
/** Words of the letters' own, which are believed beside a word of the list. */
const own = (word: string) => ["pushback", "hub", "terugkeer"].includes(word);
const term = (word: string) => analyser.word(word, own).term;
const nameOf = (words: string[]) =>
  analyser.nameAt(
    words.map((word) => analyser.word(word, own)),
    0,
  )?.concept;
const parts = (word: string) => analyser.word(word, own).parts;

describe("forms of one word have one term", () => {
  it.each([
    ["a noun and its plural", ["grens", "grenzen"]],
    ["a plural in which the vowel is written once", ["piloot", "piloten"]],
    ["a plural in which the vowel grows long", ["pad", "paden"]],
    ["", ["verdrag", "verdragen"]],
    ["", ["bedrag", "bedragen"]],
    ["a plural in -s, of a compound as well", ["procedure", "procedures"]],
    ["", ["grensprocedure", "grensprocedures"]],
    ["a noun that ends as a plural does", ["advies", "adviezen"]],
    ["", ["plaats", "plaatsen"]],
    ["", ["reden", "redenen"]],
    ["", ["studiebeurs", "studiebeurzen"]],
    ["a noun that looks like a participle", ["gezant", "gezanten"]],
    ["", ["gevolg", "gevolgen"]],
    ["a plural with a trema", ["strategie", "strategieen"]],
    ["a diminutive", ["lijst", "lijstje", "lijstjes"]],
    ["", ["film", "filmpje"]],
    ["", ["plan", "plannetje"]],
    ["", ["woning", "woninkje"]],
    ["", ["auto", "autootjes"]],
    ["a plural with another vowel", ["lid", "leden"]],
    ["a plural that came with its Latin singular", ["criterium", "criteria"]],
    ["", ["visum", "visa"]],
    ["a verb, its persons and its past", ["dalen", "daalt", "daalde", "daalden", "gedaald"]],
    ["a verb with a short vowel, and not the one with a long vowel", ["stellen", "stelde", "stelden"]],
    ["a strong verb", ["vertrekken", "vertrokken", "vertrok"]],
    ["a separable verb and its participle", ["terugkeren", "teruggekeerd", "terugkeer"]],
    ["a verb and the noun in -ing", ["samenwerken", "samenwerking"]],
  ])("%s", (_, words) => {
    expect(new Set(words.map(term))).toEqual(new Set([term(words[0] ?? "")]));
  });

  it.each([
    ["belasting", "belasten"],
    ["woning", "wonen"],
    ["grens", "grenen"],
    ["wet", "weten"],
    ["plaats", "plaat"],
    ["meisje", "meid"],
    ["gevolgen", "volgen"],
    ["betrekkingen", "betrekken"],
    ["les", "lezen"],
    ["status", "staten"],
  ])("but %s is no form of %s", (one, other) => {
    expect(term(one)).not.toBe(term(other));
  });
});

describe("a compound is also its parts", () => {
  it.each([
    ["terugkeersamenwerking", ["terugkeer", "samenwerking"]],
    ["vreemdelingenbeleid", ["vreemdeling", "beleid"]],
    ["visumfacilitatie", ["visum", "facilitatie"]],
    ["migratiehub", ["migratie", "hub"]],
  ])("%s", (compound, words) => {
    expect(parts(compound)).toEqual(words.map(term));
  });

  it("also of a part that is a compound itself", () => {
    expect(parts("asielgrensprocedure")).toEqual(
      expect.arrayContaining([term("asiel"), term("grens"), term("procedure")]),
    );
  });

  it.each(["medewerkers", "organisaties", "investeringen", "passages"])("nothing is cut off %s", (word) => {
    expect(parts(word)).toEqual([]);
  });

  it("which is cut behind its whole first part", () => {
    expect(parts("ontwikkelingslanden")).toEqual([term("ontwikkeling"), term("land")]);
  });

  it("as the letters at hand write, whatever others wrote before", () => {
    const wordless = () => false;
    expect(analyser.word("pushbackhub", wordless).parts).toEqual([]);
    expect(analyser.word("migratiehub", wordless).parts).not.toContain(term("hub"));
    expect(parts("migratiehub")).toContain(term("hub"));
    expect(analyser.word("migratiehub", wordless).parts).not.toContain(term("hub"));
  });

  it.each(["aankomst", "overleg", "buitenland"])("but %s has a meaning of its own", (word) => {
    expect(parts(word)).toEqual([]);
  });
});

describe("names of one thing are one concept", () => {
  it.each([
    ["a country, its adjective and its people", ["algerije", "algerijns", "algerijnse", "algerijnen"]],
    ["", ["syrie", "syrische", "syriers"]],
    ["", ["somalie", "somalische", "somaliers"]],
    ["visummaatregelen and visumsancties", ["visummaatregelen", "visumsancties", "visummaatregel"]],
    ["a pushback, however written", ["pushback", "pushbacks"]],
    ["a fellow minister", ["ambtsgenoot", "collega"]],
  ])("%s", (_, words) => {
    expect(new Set(words.map(term)).size).toBe(1);
    expect(analyser.concepts.byTerm.has(term(words[0] ?? "") ?? "")).toBe(true);
  });

  it("also when one is of more words than another", () => {
    const words = ["dienst", "terugkeer", "en", "vertrek"].map((word) => analyser.word(word, own));
    expect(analyser.nameAt(words, 0)?.concept.term).toBe(term("dt&v"));
    expect(term("dtenv")).toBe(term("dt&v"));
  });

  it("all forms of a country in the table, also those that are a verb as well: Polen, Turken, Chinezen", () => {
    const forms = countries.flatMap(({ code, name, aliases, adjectives, inhabitants }) =>
      [name, ...aliases, ...adjectives, ...inhabitants].map((form) => ({ form, code })),
    );
    const missed = forms.filter(({ form, code }) => {
      const words = comparableWords(form);
      const concept = words.length === 1 ? analyser.word(words[0] ?? "", own).concept : nameOf(words);
      return concept?.country !== code;
    });
    // The table says of these that they are mostly something else.
    expect(missed.map(({ form }) => form).filter((form) => !countryTable.alsoWords.includes(form))).toEqual([]);
  });

  it("but a word that the table calls one is no country", () => {
    expect(analyser.concepts.byTerm.has(term("letten") ?? "")).toBe(false);
  });
});

describe("a verb in two parts", () => {
  it.each([
    ["vangt", "op", "opvangen"],
    ["keerden", "terug", "terugkeren"],
    ["werkt", "samen", "samenwerken"],
  ])("%s … %s is %s", (form, particle, verb) => {
    expect(analyser.separableVerb(form, particle)).toBe(verb);
  });

  it("is none when no such verb exists", () => {
    expect(analyser.separableVerb("vindt", "terugkeer")).toBeNull();
    expect(analyser.separableVerb("minister", "op")).toBeNull();
  });
});

describe("whatever the word", () => {
  it("analysing it gives the same every time, and never a part that is the word itself", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[a-z]{1,40}$/)), (word) => {
        const once = analyser.word(word, own);
        expect(openAnalyser({ lexicon: null }).word(word, own).folded).toBe(word);
        expect(analyser.word(word, own)).toEqual(once);
        expect(once.parts).not.toContain(once.term);
      }),
      { numRuns: 50 },
    );
  });

  it("what was analysed for other letters changes nothing", () => {
    const compound = fc
      .tuple(fc.constantFrom("pushback", "hub", "xyl", "migratie"), fc.constantFrom("hub", "xyl", "beleid"))
      .map((words) => words.join(""));
    const letters = fc.uniqueArray(fc.constantFrom("pushback", "hub", "xyl"));
    const used = openAnalyser({ lexicon });
    fc.assert(
      fc.property(fc.array(fc.tuple(compound, letters), { maxLength: 12 }), (asked) => {
        for (const [word, words] of asked) {
          const own = (part: string) => words.some((one) => one === part);
          expect(used.word(word, own)).toEqual(openAnalyser({ lexicon }).word(word, own));
        }
      }),
      { numRuns: 10 },
    );
  });
});
