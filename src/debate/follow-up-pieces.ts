import words from "../../data/follow-up-words.json" with { type: "json" };
import parties from "../../data/parties.json" with { type: "json" };
import type { CountryCode, Day } from "../letters/letter.ts";
import { fold } from "../search/fold.ts";
import { type Period, periodAt } from "./follow-up-dates.ts";
import { bare, countryAt, type FilterName } from "./subject.ts";

/**
 * The pieces that a follow-up can be made of. Each piece says what it changes of the subject and how many words it
 * took; what no piece takes is about the topic, or frame ("en", "wat zei", "daarover").
 */

export type Change =
  | { kind: "country"; code: CountryCode }
  | { kind: "period"; period: Period }
  | { kind: "beside"; side: "before" | "after" }
  | { kind: "filter"; name: FilterName; value: string }
  | { kind: "without"; texts: string[]; codes: CountryCode[] }
  | { kind: "literal" }
  /** Understood, but nothing that a query can say. */
  | { kind: "impossible" }
  | { kind: "drop"; what: string };

export interface Piece {
  change: Change;
  length: number;
}

/** What is known besides the words. */
export interface FollowUpContext {
  /** The day of asking, for `vorig jaar`. */
  today: Day;
  /** Whether the letters know a sender or asker of this name; a name is as printed (`Faber`, `Van der Burg`). */
  isPerson(name: string): boolean;
}

type Read = (typed: readonly string[], at: number, context: FollowUpContext) => Piece | null;

/** In the order in which they are tried. */
const readers: readonly Read[] = [
  readExclusion,
  readDrop,
  readPeriod,
  readOrder,
  readKind,
  readLiteral,
  readDossier,
  readParty,
  readCountry,
  readPerson,
  readBeside,
];

/** The piece that starts at this word; null when none does. */
export function pieceAt(typed: readonly string[], at: number, context: FollowUpContext): Piece | null {
  for (const read of readers) {
    const piece = read(typed, at, context);
    if (piece !== null) return piece;
  }
  return null;
}

const said = (typed: readonly string[], at: number, length: number): string =>
  typed
    .slice(at, at + length)
    .map(fold)
    .join(" ");

export function isOneOf(list: readonly string[], word: string | undefined): boolean {
  return word !== undefined && list.includes(fold(word));
}

/** `zonder Turkije`, `behalve de VVD`, `niet Turkije`: what is denied must be a country, for "niet" says much else. */
function readExclusion(typed: readonly string[], at: number, { today }: FollowUpContext): Piece | null {
  const excludes = isOneOf(words.excluding, typed[at]);
  if (!excludes && !isOneOf(words.denying, typed[at])) return null;
  let start = at + 1;
  while (isOneOf(words.frame, typed[start]) && countryAt(typed, start) === null) start += 1;
  const countries = countryList(typed, start);
  if (countries.codes.length > 0) return excluded(countries, countries.end - at);
  if (!excludes || Object.hasOwn(dropOf, said(typed, at, 2)) || start >= typed.length) return null;
  const period = periodAt(typed, start, today);
  if (period !== null) return { change: { kind: "impossible" }, length: start - at + period.length };
  let end = start + 1;
  while (end < typed.length && !isOneOf(words.frame, typed[end])) end += 1;
  return excluded({ texts: [typed.slice(start, end).join(" ")], codes: [] }, end - at);
}

const excluded = ({ texts, codes }: { texts: string[]; codes: CountryCode[] }, length: number): Piece => ({
  change: { kind: "without", texts, codes },
  length,
});

/** `Turkije en Syrië`: every country of an enumeration; `end` is exclusive. */
function countryList(typed: readonly string[], start: number): { texts: string[]; codes: CountryCode[]; end: number } {
  const list = { texts: [] as string[], codes: [] as CountryCode[], end: start };
  for (let at = start; ; at = list.end + 1) {
    // The commas of an enumeration are gone by now.
    const named = countryAt(typed, at) ?? (at > start ? countryAt(typed, at - 1) : null);
    const joined = at === start || named?.start === at - 1 || isOneOf(["en", "of", "noch"], typed[at - 1]);
    if (named === null || !joined) return list;
    list.texts.push(typed.slice(named.start, named.end).join(" "));
    list.codes.push(named.code);
    list.end = named.end;
  }
}

const dropOf: Record<string, string> = inverted(words.drops);
const orderOf: Record<string, string> = inverted(words.orders);
const kindOf: Record<string, string> = inverted(words.kinds);
const onlyKindOf: Record<string, string> = inverted(words.onlyKinds);

/** The longest phrase of a list has so many words. */
const longestPhrase = 4;

function inverted(lists: Record<string, readonly string[]>): Record<string, string> {
  return Object.fromEntries(Object.entries(lists).flatMap(([key, phrases]) => phrases.map((phrase) => [phrase, key])));
}

function phraseAt(
  typed: readonly string[],
  at: number,
  of: Record<string, string>,
): { key: string; length: number } | null {
  for (let length = Math.min(longestPhrase, typed.length - at); length > 0; length--) {
    const phrase = said(typed, at, length);
    const key = Object.hasOwn(of, phrase) ? of[phrase] : undefined;
    if (key !== undefined) return { key, length };
  }
  return null;
}

function readDrop(typed: readonly string[], at: number): Piece | null {
  const found = phraseAt(typed, at, dropOf);
  return found && { change: { kind: "drop", what: found.key }, length: found.length };
}

function readPeriod(typed: readonly string[], at: number, { today }: FollowUpContext): Piece | null {
  const period = periodAt(typed, at, today);
  if (period === null) return null;
  // The query language has no "not in 2019".
  const impossible = isOneOf(words.removing, typed[at + period.length]);
  return { change: impossible ? { kind: "impossible" } : { kind: "period", period }, length: period.length };
}

function readOrder(typed: readonly string[], at: number): Piece | null {
  const found = phraseAt(typed, at, orderOf);
  return found && { change: { kind: "filter", name: "volgorde", value: found.key }, length: found.length };
}

/** In the plural, or in the singular behind "alleen" and the like: "een antwoord" is mostly something else. */
function readKind(typed: readonly string[], at: number): Piece | null {
  const only = isOneOf(["alleen", "enkel", "uitsluitend", "slechts", "soort"], typed[at - 1]);
  const found = phraseAt(typed, at, kindOf) ?? (only ? phraseAt(typed, at, onlyKindOf) : null);
  return found && { change: { kind: "filter", name: "soort", value: found.key }, length: found.length };
}

function readLiteral(typed: readonly string[], at: number): Piece | null {
  return isOneOf(words.literal, typed[at]) ? { change: { kind: "literal" }, length: 1 } : null;
}

function readDossier(typed: readonly string[], at: number): Piece | null {
  if (!isOneOf(["dossier", "kamerstuk", "dossiernummer"], typed[at])) return null;
  const two = said(typed, at + 1, 2);
  if (/^\d{2} \d{3}$/.test(two)) return { change: dossier(two.replace(" ", "")), length: 3 };
  const one = typed[at + 1] ?? "";
  return /^\d{5}(?:-[A-Za-z]{1,5})?$/.test(one) ? { change: dossier(one), length: 2 } : null;
}

const dossier = (value: string): Change => ({ kind: "filter", name: "dossier", value });

interface PartyName {
  party: string;
  words: string[];
  capital: boolean;
}

/** Longest first, so that `GroenLinks-PvdA` is not `GroenLinks`. */
const partyNames: readonly PartyName[] = parties.parties
  .flatMap(({ names, capital = false }) =>
    names.map((name) => ({ party: names[0] ?? name, words: fold(name).split(" "), capital })),
  )
  .sort((a, b) => b.words.length - a.words.length);

/** `VVD`, `de VVD-fractie`, `Partij voor de Dieren`. */
function readParty(typed: readonly string[], at: number): Piece | null {
  const printed = typed[at] ?? "";
  const found = partyNames.find(({ words: name, capital }) => {
    if (capital && !/^\p{Lu}/u.test(printed)) return false;
    return said(typed, at, name.length).replace(/-(?:fracties?|leden|kamerleden|kamerlid)$/, "") === name.join(" ");
  });
  return found === undefined
    ? null
    : { change: { kind: "filter", name: "fractie", value: found.party }, length: found.words.length };
}

function readCountry(typed: readonly string[], at: number, { isPerson }: FollowUpContext): Piece | null {
  const named = countryAt(typed, at);
  if (named === null) return null;
  // "van Frans Timmermans" is about a person.
  const next = typed[named.end] ?? "";
  if (isOneOf(words.removing, next))
    return excluded({ texts: [typed.slice(at, named.end).join(" ")], codes: [named.code] }, named.end - at + 1);
  const withNext = [...typed.slice(at, named.end), next].join(" ");
  if (/^\p{Lu}/u.test(next) && isPerson(withNext)) return null;
  return { change: { kind: "country", code: named.code }, length: named.end - at };
}

const particles = ["van", "der", "den", "de", "ten", "ter", "te", "'t", "el", "al"];

/**
 * `minister Faber`, `de staatssecretaris`, `van Harbers`, `Van der Burg`: an office with or without a name, a name behind
 * a word of saying, or a name that the letters know.
 */
function readPerson(typed: readonly string[], at: number, { isPerson }: FollowUpContext): Piece | null {
  const before = precedingWord(typed, at);
  if (isOneOf(words.offices, typed[at])) return officeAt(typed, at, isPerson);
  const length = nameLength(typed, at);
  if (length === 0) return null;
  for (let most = length; most > 0; most--) {
    const name = typed.slice(at, at + most).join(" ");
    if (isPerson(name)) return { change: { kind: "filter", name: "van", value: name }, length: most };
  }
  const capital = typed.slice(at, at + length).some((word) => /^\p{Lu}/u.test(word));
  if (!capital || !isOneOf(words.saying, before)) return null;
  return { change: { kind: "filter", name: "van", value: typed.slice(at, at + length).join(" ") }, length };
}

/** The word before, articles left out: of "zei de heer Harbers" it is "zei". */
function precedingWord(typed: readonly string[], at: number): string | undefined {
  let place = at - 1;
  while (isOneOf(["de", "het", "heer", "mevrouw", "toenmalig", "toenmalige"], typed[place])) place -= 1;
  return typed[place];
}

function officeAt(typed: readonly string[], at: number, isPerson: (name: string) => boolean): Piece {
  const office = said(typed, at, 1)
    .replace(/s$/, "")
    .replace(/staatssecretarissen/, "staatssecretaris");
  const length = nameLength(typed, at + 1);
  if (length > 0 && countryAt(typed, at + 1) === null) {
    const name = typed.slice(at + 1, at + 1 + length).join(" ");
    // "Minister van Asiel en Migratie" goes on with its field; the filter takes words of the office as well.
    const isField = isOneOf(["van", "voor"], typed[at + 1]) && !isPerson(name);
    return filterVan(isField ? `${office} ${name}` : name, length + 1);
  }
  return filterVan(office === "staatssecretari" ? "staatssecretaris" : office, 1);
}

const filterVan = (value: string, length: number): Piece => ({
  change: { kind: "filter", name: "van", value },
  length,
});

/** How many words from here are a name: particles and capitalised words, and "en" between them; it ends in neither. */
function nameLength(typed: readonly string[], at: number): number {
  let length = 0;
  for (let place = at; place < typed.length; place++) {
    const word = typed[place] ?? "";
    if (isNamed(typed, place)) break;
    const capital = /^[\p{Lu}’']/u.test(word) && word !== "'t";
    if (capital) length = place - at + 1;
    else if (!isOneOf([...particles, "voor", "en"], word)) break;
  }
  if (length > 0) return length;
  // Typed without capitals: one word, or particles with one.
  let place = at;
  while (isOneOf(particles, typed[place])) place += 1;
  const word = typed[place];
  return word === undefined || isOneOf(words.frame, word) || isNamed(typed, place) ? 0 : place - at + 1;
}

/** Whether a party or a country stands here: no part of a person's name. */
function isNamed(typed: readonly string[], at: number): boolean {
  return readParty(typed, at) !== null || (countryAt(typed, at) !== null && !/^\p{Lu}/u.test(typed[at + 1] ?? ""));
}

/** "en daarvoor?" where that means earlier; only a subject with a period knows what that is. */
function readBeside(typed: readonly string[], at: number): Piece | null {
  if (isOneOf(words.before, typed[at])) return { change: { kind: "beside", side: "before" }, length: 1 };
  if (isOneOf(words.after, typed[at])) return { change: { kind: "beside", side: "after" }, length: 1 };
  return null;
}

/** What a person typed, word for word without the marks between them. */
export function typedWords(text: string): string[] {
  return text
    .split(/\s+/)
    .map(bare)
    .filter((word) => word !== "");
}

/** The names in a follow-up that may be those of people, for looking up before it is understood. */
export function namesIn(text: string): string[] {
  const typed = typedWords(text);
  const names = new Set<string>();
  for (let at = 0; at < typed.length; at++) {
    if (isOneOf(words.frame, typed[at]) && !isOneOf(particles, typed[at])) continue;
    for (let length = nameLength(typed, at); length > 0; length--) names.add(typed.slice(at, at + length).join(" "));
  }
  return [...names].filter((name) => /\p{L}{3}/u.test(name));
}
