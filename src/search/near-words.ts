import capitals from "../../data/capitals.json" with { type: "json" };
import nearWords from "../../data/near-words.json" with { type: "json" };
import type { CountryCode } from "../letters/letter.ts";
import { countryTerm } from "./concepts.ts";
import { fold } from "./fold.ts";

/** By the term of a word those near to it, which are sought in its place when the letters do not have it. */
export type NearWords = ReadonlyMap<string, readonly string[]>;

/** @param termOf the concept or stem of a folded word */
export function openNearWords(termOf: (folded: string) => string): NearWords {
  const near = new Map<string, Set<string>>();
  const add = (term: string, others: string[]) => {
    const known = near.get(term) ?? new Set();
    near.set(term, known);
    for (const other of others) if (other !== term) known.add(other);
  };
  for (const group of nearWords.groups) {
    const terms = group.map((word) => termOf(fold(word)));
    for (const term of terms) add(term, terms);
  }
  for (const [code, names] of Object.entries(capitals.capitals))
    for (const name of names) add(termOf(fold(name)), [countryTerm(code as CountryCode)]);
  return new Map([...near].map(([term, others]) => [term, [...others]]));
}
