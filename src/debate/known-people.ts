import { type CitedPassage, citedPassage } from "../answers/cited-passage.ts";
import { fold } from "../search/fold.ts";
import type { PassageIndex } from "../search/passage-index.ts";
import { parseQuery } from "../search/query.ts";
import type { LetterReader } from "../store/letter-reader.ts";

/** A message names few people; the rest of its words need not be looked up. */
const mostNames = 8;
/** An office may hold the word too ("asiel"), so more than one letter is looked at. */
const lookedAt = { offset: 0, limit: 20, perLetter: 1 };

/** Those of these names that belong to people who sent or asked, folded; an office alone is no name. */
export async function knownPeople(
  names: readonly string[],
  parts: { index: PassageIndex; letters: LetterReader },
): Promise<ReadonlySet<string>> {
  const known = new Set<string>();
  for (const name of names.slice(0, mostNames)) {
    const { hits } = await parts.index.search(parseQuery(`van:"${name.replaceAll('"', "")}"`), lookedAt);
    if (hits.some(({ passage }) => isNamed(citedPassage(passage, parts.letters), name))) known.add(fold(name));
  }
  return known;
}

function isNamed(cited: CitedPassage | null, name: string): boolean {
  const people = [...(cited?.letter.senders ?? []), ...(cited?.question?.askers ?? [])];
  const sought = wordsOf(name);
  return people.some((person) => {
    const own = wordsOf(person.name ?? "");
    return sought.length > 0 && sought.every((word) => own.includes(word));
  });
}

function wordsOf(name: string): string[] {
  return fold(name).match(/[a-z0-9]+/g) ?? [];
}
