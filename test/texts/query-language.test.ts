import { beforeAll, describe, expect, it } from "vitest";
import { filterNames } from "../../src/search/filter-names.ts";
import { openLocalIndex } from "../../src/search/local-index.ts";
import type { PassageIndex } from "../../src/search/passage-index.ts";
import { parseQuery } from "../../src/search/query.ts";
import { queryLanguage } from "../../src/texts/query-language.ts";
import { bundledLetters } from "../search/bundled-letters.ts";
import { lexicon } from "../search/rough-letters.ts";

describe("the query language, as a person is told of it", () => {
  let index: PassageIndex;
  beforeAll(async () => {
    index = openLocalIndex({ lexicon });
    await index.add(bundledLetters());
  });

  it.each(queryLanguage)("$example finds something in the bundled letters", async ({ example }) => {
    const { total } = await index.search(parseQuery(example), { offset: 0, limit: 1, perLetter: null });
    expect(total).toBeGreaterThan(0);
  });

  it("shows every filter that there is, except the one that a word can take the place of", () => {
    const shown = queryLanguage.map(({ example }) => example).join(" ");
    for (const name of filterNames.filter((filter) => filter !== "volgorde")) expect(shown).toContain(`${name}:`);
    expect(shown).toContain("nieuwste");
  });
});
