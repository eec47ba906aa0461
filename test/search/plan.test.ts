import { describe, expect, it } from "vitest";
import { openAnalyser } from "../../src/search/analyse.ts";
import { heaviest, weigh } from "../../src/search/plan-weights.ts";
import { groupWords, joinVerbs, repairWords, type SoughtWord } from "../../src/search/plan-words.ts";
import type { Vocabulary } from "../../src/search/vocabulary.ts";
import { printedWords } from "../../src/search/words.ts";
import { lexicon } from "./rough-letters.ts";

const analyser = openAnalyser({ lexicon });

/** Letters of a hundred passages in which these terms stand so often. */
function vocabulary(counts: Record<string, number>, repairs: Record<string, string> = {}): Vocabulary {
  return {
    passages: 100,
    passagesWithTerm: (term) => counts[term] ?? 0,
    hasWord: () => false,
    repair: (folded) => repairs[folded] ?? null,
  };
}

const none = new Set<string>();
const words = (text: string) => printedWords(text).map((word) => analyser.word(word.toLowerCase(), () => false));
const termOf = (word: string) => analyser.word(word, () => false).term ?? "";
const folded = (analysed: { folded: string }[]) => analysed.map((word) => word.folded);

describe("the words that are asked of the index", () => {
  it("repairs what the letters do not have, and tells what was printed", () => {
    const known = vocabulary({ [termOf("marokko")]: 5 }, { marroko: "Marokko", kabinet: "kabinetten" });
    const { words: repaired, corrected } = repairWords(["Marroko", "kabinet"], new Set(["marroko"]), analyser, known);
    expect(folded(repaired)).toEqual(["marokko", "kabinet"]);
    expect(corrected).toEqual([{ from: "Marroko", to: "Marokko" }]);
  });

  it("puts a verb and its other part together when the letters have the verb", () => {
    const form = words("vangt turkije vreemdelingen op");
    expect(folded(joinVerbs(form, analyser, vocabulary({ [termOf("opvangen")]: 3 })))).toEqual([
      "opvangen",
      "turkije",
      "vreemdelingen",
    ]);
    expect(joinVerbs(form, analyser, vocabulary({}))).toEqual(form);
  });

  it("takes the words of a name as one, when the letters have the name", () => {
    const asked = words("de koninklijke marechaussee");
    const typed = (having: Vocabulary) => groupWords(asked, none, analyser, having).map((word) => word.typed.join(" "));
    expect(typed(vocabulary({ "#koninklijke_marechaussee": 2 }))).toEqual(["koninklijke marechaussee"]);
    expect(typed(vocabulary({}))).toEqual(["koninklijke", "marechaussee"]);
  });

  it("asks for each term once, in the order typed", () => {
    const asked = groupWords(words("terugkeer marokko terugkeer"), none, analyser, vocabulary({}));
    expect(asked.map(({ term }) => term)).toEqual([termOf("terugkeer"), termOf("marokko")]);
  });
});

describe("a first name beside the name of somebody who signed or asked", () => {
  const faber = vocabulary({ "@duin": 7 });
  const asked = (text: string, ...capitals: string[]) =>
    groupWords(words(text), new Set(capitals), analyser, faber).map((word) => word.typed.join(" "));

  it("asks for nothing, as papers print initials, with or without small words between", () => {
    expect(asked("Klazina Duin", "klazina", "duin")).toEqual(["duin"]);
    expect(asked("klazinda van der Duin", "duin")).toEqual(["duin"]);
  });

  it("but a word of the language does, unless it has a capital, and so does one elsewhere", () => {
    expect(asked("hypotheek Duin", "duin")).toEqual(["hypotheek", "duin"]);
    expect(asked("Duin Klazina", "duin", "klazina")).toEqual(["duin", "klazina"]);
  });

  it("is not taken for a typing error", () => {
    const having = vocabulary({ "@duin": 7, [termOf("magazijn")]: 3 }, { klazina: "magazijn" });
    expect(repairWords(["Klazina", "Duin"], new Set(["klazina", "duin"]), analyser, having).corrected).toEqual([]);
    expect(repairWords(["Klazina"], new Set(["klazina"]), analyser, having).corrected).toHaveLength(1);
  });
});

describe("what a word is worth", () => {
  const word: SoughtWord = {
    typed: ["x"],
    term: "x",
    halves: [],
    near: [],
    weak: false,
    listed: true,
    country: false,
    name: null,
  };

  it("tells more the fewer passages have it", () => {
    const weightOf = (passages: number) => weigh(word, vocabulary({ x: passages })).weight;
    expect(weightOf(1)).toBeGreaterThan(weightOf(50));
  });

  it("asks for little by a word with which people only ask, and for nothing when no letter has it", () => {
    const weak = { ...word, weak: true };
    const having = vocabulary({ x: 5 });
    expect(weigh(weak, having).importance).toBeLessThan(weigh(word, having).importance);
    expect(weigh(weak, vocabulary({})).importance).toBe(0);
  });

  it("asks for no more by an unknown compound than by the part of it that tells most", () => {
    const compound = {
      ...word,
      halves: [
        { term: "a", parts: [] },
        { term: "b", parts: [] },
      ],
    };
    const having = vocabulary({ a: 40, b: 10 });
    expect(weigh(compound, having).importance).toBeCloseTo(weigh({ ...word, term: "b" }, having).importance);
  });

  it("finds a word that no letter has by what is near to it, and asks for no more than the one of these that tells most", () => {
    const unknown = { ...word, near: ["a", "b"] };
    const having = vocabulary({ a: 40, b: 10 });
    const { terms, importance } = weigh(unknown, having);
    expect(terms.map(({ term }) => term)).toEqual(expect.arrayContaining(["a", "b"]));
    expect(importance).toBeCloseTo(weigh({ ...word, term: "b" }, having).importance);
  });

  it("but leaves that alone where a letter has the word, if only as part of a compound", () => {
    const { terms } = weigh({ ...word, near: ["a"] }, vocabulary({ a: 40, "~x": 1 }));
    expect(terms.map(({ term }) => term)).not.toContain("a");
  });

  it("finds the passages of a long query by the fourteen words that tell most", () => {
    const groups = Array.from({ length: 20 }, (_, at) =>
      weigh({ ...word, term: `${at}` }, vocabulary({ [at]: at + 1 })),
    );
    expect(heaviest(groups).map(({ terms }) => terms[0]?.term)).toEqual(groups.slice(0, 14).map((_, at) => `${at}`));
  });
});
