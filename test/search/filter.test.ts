import { describe, expect, it } from "vitest";
import type { LetterKey, PassageId } from "../../src/letters/stored-letter.ts";
import { openLocalIndex } from "../../src/search/local-index.ts";
import { parseQuery } from "../../src/search/query.ts";

/** A letter in which each of these parties, as printed, asked one question. */
async function askedBy(...parties: string[]) {
  const index = openLocalIndex({});
  const passages = parties.map((party) => ({
    id: party as PassageId,
    headings: [],
    text: "Hoe verloopt de terugkeer?",
    parties: [party],
    askers: [],
    pointsTo: [],
    pointerOnly: false,
  }));
  const letter = {
    key: "brief" as LetterKey,
    title: "",
    date: null,
    kind: "brief" as const,
    senders: [],
    dossier: null,
  };
  await index.add([{ ...letter, passages }]);
  return async (query: string) => {
    const { hits } = await index.search(parseQuery(query), { offset: 0, limit: 10, perLetter: null });
    return hits.map(({ passage }) => passage).sort();
  };
}

describe("the filter on a party", () => {
  it.each([
    ["fractie:GL", ["GL-PvdA", "GroenLinks"]],
    ["fractie:groenlinks", ["GL-PvdA", "GroenLinks"]],
    ["fractie:CU", ["ChristenUnie"]],
    ["fractie:BBB", ["BoerBurgerBeweging"]],
    ["fractie:BoerBurgerBeweging", ["BoerBurgerBeweging"]],
    ["fractie:PvdA", ["GL-PvdA"]],
    ["fractie:Groen", []],
  ])("%s finds the questions of %j, by whatever name it is printed", async (query, found) => {
    const ask = await askedBy("GL-PvdA", "GroenLinks", "ChristenUnie", "BoerBurgerBeweging", "VVD");
    expect(await ask(query)).toEqual(found);
  });
});
