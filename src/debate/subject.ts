import followUpWords from "../../data/follow-up-words.json" with { type: "json" };
import { countryByCode, countryOf } from "../letters/countries.ts";
import type { CountryCode } from "../letters/letter.ts";
import { type FilterName, filterNamed, filterNames } from "../search/filter-names.ts";
import { fold } from "../search/fold.ts";
import { splitQuery } from "../search/query-parts.ts";

/**
 * What a thread is about: a query taken apart so that a follow-up can change a part of it, and put together again as a
 * query that a person could have typed.
 */
export interface Subject {
  /** The words to search for, as printed; groups in quotation marks keep them. */
  words: string[];
  /** Words and groups that must not stand there. */
  without: string[];
  /** By name of the filter, as in the query language. */
  filters: Map<FilterName, string[]>;
}

/** Takes a query apart. */
export function readSubject(query: string): Subject {
  const subject: Subject = { words: [], without: [], filters: new Map() };
  const words: string[] = [];
  for (const { kind, negative, name, text } of splitQuery(query.replace(/[?!.\s]{1,20}$/, ""))) {
    const filter = kind === "filter" ? filterNamed(name) : null;
    if (filter !== null) subject.filters.set(filter, [...(subject.filters.get(filter) ?? []), text]);
    else if (negative) subject.without.push(text);
    else words.push(kind === "phrase" ? `"${text}"` : kind === "filter" ? `${name}:${text}` : text);
  }
  takeOrder(words, subject);
  subject.words = words;
  return subject;
}

/** `nieuwste` steers at either end of a query; as a filter it does so wherever it comes to stand. */
function takeOrder(words: string[], subject: Subject): void {
  for (const at of [0, words.length - 1]) {
    if (words.length > 1 && fold(words[at] ?? "") === "nieuwste") {
      words.splice(at, 1);
      subject.filters.set("volgorde", ["nieuwste"]);
    }
  }
}

/** Puts a subject together as a query. */
export function writeSubject({ words, without, filters }: Subject): string {
  return [
    ...words,
    ...without.map((text) => `-${quotedIfNeeded(text)}`),
    ...filterNames.flatMap((name) => (filters.get(name) ?? []).map((value) => `${name}:${quotedIfNeeded(value)}`)),
  ].join(" ");
}

function quotedIfNeeded(text: string): string {
  return /\s/.test(text) ? `"${text}"` : text;
}

/** A stretch of words that names a country: `end` is exclusive. */
export interface NamedCountry {
  start: number;
  end: number;
  code: CountryCode;
}

/** The longest name of a country has so many words. */
const longestName = 5;

/** The country that the words from `start` name, by its longest form; null when they name none. */
export function countryAt(words: readonly string[], start: number): NamedCountry | null {
  for (let end = Math.min(words.length, start + longestName); end > start; end--) {
    const code = countryOf(words.slice(start, end).map(bare).join(" "));
    if (code !== null) return { start, end, code };
  }
  return null;
}

/** A word without the marks that stand against it. */
export function bare(word: string): string {
  return word.replace(/^[("'“‘]{1,3}|[)"'”’.,;:?!…]{1,5}$/gu, "");
}

/** Every country that is named, in order. */
export function countriesIn(words: readonly string[]): NamedCountry[] {
  const found: NamedCountry[] = [];
  for (let at = 0; at < words.length; at++) {
    const named = countryAt(words, at);
    if (named === null) continue;
    found.push(named);
    at = named.end - 1;
  }
  return found;
}

/**
 * Puts other countries in the place of those that the words name. An adjective or the inhabitants become those of the
 * new country when that is one; where no country was named, the new ones come first.
 */
export function replaceCountries(words: readonly string[], codes: readonly CountryCode[]): string[] {
  const named = countriesIn(words);
  const [first] = named;
  if (first === undefined) return [...nameList(codes), ...words];
  const printed = words.slice(first.start, first.end).map(bare).join(" ");
  const [only] = codes;
  const same = codes.length === 1 && only !== undefined ? sameForm(printed, first.code, only) : null;
  const put = same === null ? nameList(codes) : [same];
  return [...words.slice(0, first.start), ...put, ...withoutCountries(words.slice(first.end))];
}

/** The words without the countries that they name, and without what joined those. */
export function withoutCountries(words: readonly string[]): string[] {
  const gone = new Set<number>();
  for (const { start, end } of countriesIn(words)) {
    for (let at = start; at < end; at++) gone.add(at);
    for (let at = start - 1; at >= 0 && joinsCountry(words[at] ?? ""); at--) gone.add(at);
  }
  return words.filter((_, at) => !gone.has(at));
}

function joinsCountry(word: string): boolean {
  return word === "," || followUpWords.joinsCountry.includes(word.toLowerCase());
}

/** `Marokko, Algerije en Tunesië` as words. */
function nameList(codes: readonly CountryCode[]): string[] {
  const names = codes.flatMap((code) => countryByCode(code)?.name ?? []);
  return names.flatMap((name, at) => (at > 0 && at === names.length - 1 ? ["en", name] : [name]));
}

function sameForm(printed: string, from: CountryCode, to: CountryCode): string | null {
  const old = countryByCode(from);
  const next = countryByCode(to);
  if (old === null || next === null) return null;
  for (const kind of ["adjectives", "inhabitants"] as const) {
    const place = old[kind].findIndex((form) => fold(form) === fold(printed));
    if (place !== -1) return next[kind][place] ?? next.name;
  }
  return null;
}
