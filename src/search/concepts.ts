import synonyms from "../../data/synonyms.json" with { type: "json" };
import { countries } from "../letters/countries.ts";
import { forms as countryForms, foldWord } from "../letters/country-forms.ts";
import type { CountryCode } from "../letters/letter.ts";
import { comparableWords } from "./words.ts";

/**
 * Concepts: things with more than one name. A country with its adjective and inhabitants is one concept, so is a
 * group of data/synonyms.json. A text is indexed under the concept, so that each of the names finds the others.
 */

/** The term under which a concept is indexed; no word looks like it. */
export type ConceptTerm = string;

export interface Concept {
  term: ConceptTerm;
  /** As a reader would write them. */
  forms: string[];
  country: CountryCode | null;
}

/** A name of more than one word: the stems that must follow each other. */
export interface MultiWordName {
  stems: string[];
  concept: Concept;
}

export interface Concepts {
  all: Concept[];
  byTerm: Map<ConceptTerm, Concept>;
  /** Names of one word, folded. */
  byWord: Map<string, Concept>;
  /** Names of one word by stem, where the name is long enough to be inflected safely. */
  byStem: Map<string, Concept>;
  /** Names of more words by their first stem, longest first. */
  byFirstStem: Map<string, MultiWordName[]>;
}

/** Abbreviations are not inflected. */
const shortestInflected = 6;

export const countryTerm = (code: CountryCode): ConceptTerm => `=${code}`;

/** Puts the countries and the synonyms in one table. */
export function openConcepts(stem: (word: string) => string): Concepts {
  const all: Concept[] = [
    ...countries.map(({ code, name, aliases, adjectives, inhabitants }) => ({
      term: countryTerm(code),
      forms: [name, ...aliases, ...adjectives, ...inhabitants],
      country: code,
    })),
    ...synonyms.groups.map((forms) => ({
      term: `#${comparableWords(forms[0] ?? "").join("_")}`,
      forms,
      country: null,
    })),
  ];
  const concepts: Concepts = { all, byTerm: new Map(), byWord: new Map(), byStem: new Map(), byFirstStem: new Map() };
  for (const concept of all) {
    concepts.byTerm.set(concept.term, concept);
    for (const form of concept.forms) addForm(concepts, concept, form, stem);
  }
  for (const names of concepts.byFirstStem.values()) names.sort((a, b) => b.stems.length - a.stems.length);
  return concepts;
}

function addForm(concepts: Concepts, concept: Concept, form: string, stem: (word: string) => string): void {
  const words = comparableWords(form);
  const [first, ...more] = words;
  if (first === undefined) return;
  if (more.length > 0) {
    const stems = words.map(stem);
    const names = concepts.byFirstStem.get(stems[0] ?? "") ?? [];
    names.push({ stems, concept });
    concepts.byFirstStem.set(stems[0] ?? "", names);
    return;
  }
  if (concept.country !== null && !isClearlyCountry(form, concept.country)) return;
  if (!concepts.byWord.has(first)) concepts.byWord.set(first, concept);
  if (concept.country === null && first.length >= shortestInflected) concepts.byStem.set(stem(first), concept);
}

/** "letten" are people from Letland, but far more often a verb: such a form would find everything. */
function isClearlyCountry(printed: string, code: CountryCode): boolean {
  const form = countryForms.next.get(foldWord(printed))?.form;
  return form?.code === code && !form.alsoWord;
}
