import { expect, test } from "vitest";
import { findMatches } from "../../src/search/highlight.ts";
import { openLocalIndex } from "../../src/search/local-index.ts";
import { parseQuery } from "../../src/search/query.ts";
import { bundledLetters } from "./bundled-letters.ts";
import { lexicon } from "./rough-letters.ts";

test("a name of several words is marked in the form in which it was typed", async () => {
  const index = openLocalIndex({ lexicon });
  const letters = bundledLetters();
  await index.add(letters);
  const query = parseQuery("hoeveel vreemdelingen zijn zelfstandig vertrokken zonder toezicht");
  const { hits, marking } = await index.search(query, { offset: 0, limit: 1, perLetter: null });
  const text = letters.flatMap(({ passages }) => passages).find(({ id }) => id === hits[0]?.passage)?.text ?? "";
  const marked = findMatches(text, marking).map(({ start, end }) => text.slice(start, end));
  expect(marked).toContain("zelfstandig vertrokken");
  await index.close();
});
