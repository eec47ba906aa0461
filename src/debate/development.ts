import { type CitedPassage, citedPassage } from "../answers/cited-passage.ts";
import type { CountryCode } from "../letters/letter.ts";
import { wordsToSearch } from "../search/message-text.ts";
import type { Marking, PassageIndex, Query } from "../search/passage-index.ts";
import { parseQuery } from "../search/query.ts";
import type { LetterReader } from "../store/letter-reader.ts";
import type { PassageCopy } from "./kept-passage.ts";

/** An earlier or later statement on the same country and subject. */
export interface Statement extends CitedPassage {
  /** Beside the kept passage; null where either has no date, `same` on the same day. */
  when: "earlier" | "later" | "same" | null;
}

/** How what was said about something went on: statements with the newest first. */
export interface Development {
  statements: Statement[];
  /** The countries that every statement is about; empty when the passage names none. */
  countries: CountryCode[];
  marking: Marking;
}

/** A page that can be read; the best are taken before they are put in order of date. */
const most = 12;
/** A passage on many countries is about none of them in particular; one or two are its subject. */
const mostCountries = 2;

/**
 * What to ask of the index, from the closest likeness to the widest: the same words about the same country, else the
 * words of its beginning or its heading alone. The country is never let go: another country's policy is no development.
 */
function developmentQueries(copy: PassageCopy): Query[] {
  const countries = copy.countries.slice(0, mostCountries);
  const text = copy.question?.question ?? copy.text;
  const heading = copy.headings.at(-1) ?? "";
  return [text, firstSentence(text), heading]
    .map(wordsToSearch)
    .filter((words, at, all) => words !== "" && all.indexOf(words) === at)
    .map((words) => {
      const query = parseQuery("");
      return { ...query, typed: words, words, filters: { ...query.filters, countries } };
    });
}

function firstSentence(text: string): string {
  return /^.{40,400}?[.?!](?=\s)/s.exec(text)?.[0] ?? text.slice(0, 400);
}

/** Looks for the statements that a debate may hold against a kept passage. */
export async function development(
  copy: PassageCopy,
  parts: { index: PassageIndex; letters: LetterReader },
): Promise<Development> {
  const statements = new Map<string, Statement>();
  const marking: Marking = { terms: [], phrases: [] };
  for (const query of developmentQueries(copy)) {
    const found = await parts.index.search(query, { offset: 0, limit: 2 * most, perLetter: 3 });
    for (const { passage: id } of found.hits) {
      const cited = citedPassage(id, parts.letters);
      if (cited === null || isItself(cited, copy) || statements.size >= most) continue;
      if (!statements.has(id)) statements.set(id, { ...cited, when: whenOf(cited, copy) });
    }
    marking.terms.push(...found.marking.terms);
    marking.phrases.push(...found.marking.phrases);
    if (statements.size >= most / 2) break;
  }
  const inOrder = [...statements.values()].sort((a, b) => compareDays(b.letter.date, a.letter.date));
  return { statements: inOrder, countries: copy.countries.slice(0, mostCountries), marking };
}

/** The kept passage, in this version of its letter or another. */
function isItself({ letter, passage }: CitedPassage, copy: PassageCopy): boolean {
  return passage.id === copy.id || (letter.key === copy.source.key && passage.text === copy.text);
}

function whenOf({ letter }: CitedPassage, { source }: PassageCopy): Statement["when"] {
  if (letter.date === null || source.date === null) return null;
  if (letter.date === source.date) return "same";
  return letter.date < source.date ? "earlier" : "later";
}

/** Days compare as text; what has none comes last. */
function compareDays(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null) return -1;
  if (b === null) return 1;
  return a < b ? -1 : 1;
}
