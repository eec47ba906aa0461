import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LetterKey, PassageId } from "../../src/letters/stored-letter.ts";
import { openLocalIndex } from "../../src/search/local-index.ts";
import type { IndexedLetter } from "../../src/search/passage-index.ts";
import { parseQuery } from "../../src/search/query.ts";

/** Words that are their own stem, so that both see the same terms. */
const words = ["kat", "hond", "vis", "paard", "muis", "geit", "schaap", "egel"];

function lettersOf(passages: string[]): IndexedLetter[] {
  return passages.map((text, row) => ({
    key: `${row}` as LetterKey,
    title: "",
    date: null,
    kind: "brief",
    senders: [],
    dossier: null,
    passages: [
      { id: `${row}` as PassageId, headings: [], text, parties: [], askers: [], pointsTo: [], pointerOnly: false },
    ],
  }));
}

/** BM25 by the book, with k = 1.3 and b = 0.85; 0 for a passage without the word. */
function naiveScores(passages: string[], word: string): number[] {
  const split = passages.map((text) => text.split(" "));
  const average = split.reduce((sum, { length }) => sum + length, 0) / split.length;
  const having = split.filter((list) => list.includes(word)).length;
  const tells = Math.log(1 + (split.length - having + 0.5) / (having + 0.5));
  return split.map((list) => {
    const times = list.filter((other) => other === word).length;
    return (tells * times * 2.3) / (times + 1.3 * (0.15 + (0.85 * list.length) / average));
  });
}

describe("the score of one word", () => {
  it("is that of BM25 over all passages, in however many segments the letters came", async () => {
    const passage = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 12 }).map((list) => list.join(" "));
    const property = fc.asyncProperty(
      fc.array(passage, { minLength: 2, maxLength: 30 }),
      fc.constantFrom(...words),
      fc.integer({ min: 1, max: 9 }),
      async (passages, word, inSegment) => {
        const expected = naiveScores(passages, word);
        const index = openLocalIndex();
        const letters = lettersOf(passages);
        for (let at = 0; at < letters.length; at += inSegment) await index.add(letters.slice(at, at + inSegment));
        const { hits, total } = await index.search(parseQuery(word), { offset: 0, limit: 50, perLetter: null });
        expect(total).toBe(expected.filter((score) => score > 0).length);
        for (const { passage: id, score } of hits) expect(score).toBeCloseTo(expected[Number(id)] ?? 0, 4);
      },
    );
    await fc.assert(property, { numRuns: 30 });
  });
});
