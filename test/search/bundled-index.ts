import { openLocalIndex } from "../../src/search/local-index.ts";
import type { PassageIndex } from "../../src/search/passage-index.ts";
import { bundledLetters } from "./bundled-letters.ts";
import { lexicon } from "./rough-letters.ts";

/** An index over the bundled letters, and the texts of their passages by id. */
export async function openBundledIndex(): Promise<{ index: PassageIndex; texts: Map<string, string> }> {
  const index = openLocalIndex({ lexicon });
  const letters = bundledLetters();
  const texts = new Map(letters.flatMap(({ passages }) => passages.map(({ id, text }) => [id, text] as const)));
  await index.add(letters);
  return { index, texts };
}
