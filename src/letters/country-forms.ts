import table from "../../data/countries.json" with { type: "json" };
import type { CountryCode, CountryMention } from "./letter.ts";

/**
 * The country table (data/countries.json) made ready for looking up word by word. Forms are kept in a tree with one
 * word a level, so that text of any size is read once and the longest form wins.
 */

export type FormKind = CountryMention["form"];

export interface Country {
  code: CountryCode;
  /** The Dutch name to show. */
  name: string;
  /** Other, former and short names, abbreviations, and parts that stand for the whole (Engeland). */
  aliases: readonly string[];
  /** All inflected forms. Those in -e also name a woman: an Algerijnse. */
  adjectives: readonly string[];
  /** Singular and plural. */
  inhabitants: readonly string[];
  /** The Netherlands itself: named in every letter, so counts and pictures may leave it out. */
  home: boolean;
}

export interface Form {
  /** null: looks like a country and is none (Zuid-Amerika, Indiaan). */
  code: CountryCode | null;
  kind: FormKind;
  /** An abbreviation, printed in capitals only: VS. */
  abbreviation: boolean;
  /** Also an ordinary word, or part of English names: Let op, Rapid Reaction Pool. */
  alsoWord: boolean;
  /** Also a first name: Frans Timmermans. */
  alsoFirstName: boolean;
}

export interface FormNode {
  /** What the words up to here are; null while they are only the beginning of a form. */
  form: Form | null;
  next: Map<string, FormNode>;
  /** The first letters of the words in `next`, to tell quickly that a compound starts with none of them. */
  beginnings: Set<string>;
}

/** How many letters `beginnings` keeps; a shorter word starts no compound. */
export const beginningLength = 4;

/** Every country, in alphabetical order of name. */
export const countries: readonly Country[] = table.countries.map((row) => ({
  ...row,
  code: row.code as CountryCode,
  home: row.home === true,
}));

const beyondAscii = /[^ -~]/;

/** A word without case and diacritics, and with a straight apostrophe: `Israëli’s` gives `israeli's`. */
export function foldWord(word: string): string {
  // Dutch text is nearly all ASCII, and normalising is slow.
  const plain = beyondAscii.test(word) ? word.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("’", "'") : word;
  return plain.toLowerCase();
}

/** The words of a printed form; hyphens, spaces and brackets only part them. */
export function foldWords(form: string): string[] {
  return form
    .split(/[-\s()‑–]+/u)
    .filter((word) => word !== "")
    .map(foldWord);
}

function isAbbreviation(form: string): boolean {
  return /^\p{Lu}{2,}$/u.test(form);
}

function newNode(): FormNode {
  return { form: null, next: new Map(), beginnings: new Set() };
}

function plant(root: FormNode, printed: string, code: CountryCode | null, kind: FormKind): void {
  let node = root;
  for (const word of foldWords(printed)) {
    let next = node.next.get(word);
    if (next === undefined) {
      next = newNode();
      node.next.set(word, next);
      node.beginnings.add(word.slice(0, beginningLength));
    }
    node = next;
  }
  // First come, first served: names go before adjectives and those before inhabitants (Polen, Chinees).
  node.form ??= {
    code,
    kind,
    abbreviation: isAbbreviation(printed),
    alsoWord: table.alsoWords.includes(printed),
    alsoFirstName: table.alsoFirstNames.includes(printed),
  };
}

function growForms(): FormNode {
  const root = newNode();
  for (const printed of table.notCountries) plant(root, printed, null, "name");
  for (const country of countries) {
    for (const printed of [country.name, ...country.aliases]) plant(root, printed, country.code, "name");
  }
  for (const country of countries) {
    for (const printed of country.adjectives) plant(root, printed, country.code, "adjective");
  }
  for (const country of countries) {
    for (const printed of country.inhabitants) plant(root, printed, country.code, "inhabitants");
  }
  return root;
}

/** The tree of all forms. */
export const forms: FormNode = growForms();
