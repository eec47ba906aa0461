import { describe, expect, it } from "vitest";
import { deriveLexicon } from "../../src/search/derive-lexicon.ts";
import { openLexicon } from "../../src/search/lexicon.ts";

/** Lines as OpenTaal's dictionary has them: word, and flags of two characters. */
const dic = [
  "6",
  "samenwerking/CaCeZb",
  "terugkeer/Ca",
  "Marokko",
  "uitzetten/Vi",
  "verbodenwoord/Fw",
  "cliënt/Zb",
  "",
].join("\n");

describe("the word list made out of a Hunspell dictionary", () => {
  it("is sorted and folded, with what each word may do", () => {
    expect(deriveLexicon(dic).split("\n")).toEqual([
      "client\tp",
      "marokko",
      "samenwerking\tbp",
      "terugkeer\tb",
      "uitzetten\tv",
      "",
    ]);
  });

  it("is what the lexicon reads", () => {
    const lexicon = openLexicon(new TextEncoder().encode(deriveLexicon(dic)));
    expect(["terugkeer", "marokko", "verbodenwoord"].map(lexicon.has)).toEqual([true, true, false]);
    expect([lexicon.isInfinitive("uitzetten"), lexicon.canBeginCompound("terugkeer")]).toEqual([true, true]);
  });
});
