import words from "../../data/follow-up-words.json" with { type: "json" };
import parties from "../../data/parties.json" with { type: "json" };
import { fold } from "../search/fold.ts";
import { byPhrase, type FollowUpContext, isOneOf, type Piece, said, typedWords } from "./follow-up-piece.ts";
import { countryAt } from "./subject.ts";

/** Parties, offices and people in a follow-up. */

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

const partyEnding = new RegExp(`-(?:${words.partyEndings.join("|")})$`);

/** `VVD`, `de VVD-fractie`, `Partij voor de Dieren`. */
export function readParty(typed: readonly string[], at: number): Piece | null {
  const printed = typed[at] ?? "";
  const found = partyNames.find(({ words: name, capital }) => {
    if (capital && !/^\p{Lu}/u.test(printed)) return false;
    return said(typed, at, name.length).replace(partyEnding, "") === name.join(" ");
  });
  return found === undefined
    ? null
    : { change: { kind: "filter", name: "fractie", value: found.party }, length: found.words.length };
}

/** By its forms, in the singular and the plural, the office as the letters name it. */
const officeOf = byPhrase(words.offices);

/**
 * `minister Faber`, `de staatssecretaris`, `van Harbers`, `Van der Burg`: an office with or without a name, a name behind
 * a word of saying, or a name that the letters know.
 */
export function readPerson(typed: readonly string[], at: number, { isPerson }: FollowUpContext): Piece | null {
  const before = precedingWord(typed, at);
  const office = officeOf.get(said(typed, at, 1));
  if (office !== undefined) return officeAt(office, typed, at, isPerson);
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
  while (isOneOf(words.beforeName, typed[place])) place -= 1;
  return typed[place];
}

/** An office, with the name or the field behind it when there is one. */
function officeAt(office: string, typed: readonly string[], at: number, isPerson: (name: string) => boolean): Piece {
  const length = nameLength(typed, at + 1);
  if (length === 0 || countryAt(typed, at + 1) !== null) return filterVan(office, 1);
  const name = typed.slice(at + 1, at + 1 + length).join(" ");
  // "Minister van Asiel en Migratie" goes on with its field; the filter takes words of the office as well.
  const isField = isOneOf(words.beforeField, typed[at + 1]) && !isPerson(name);
  return filterVan(isField ? `${office} ${name}` : name, length + 1);
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
    else if (!isOneOf(words.withinName, word) && !isOneOf(words.withinField, word)) break;
  }
  if (length > 0) return length;
  // Typed without capitals: one word, or particles with one.
  let place = at;
  while (isOneOf(words.withinName, typed[place])) place += 1;
  const word = typed[place];
  return word === undefined || isOneOf(words.frame, word) || isNamed(typed, place) ? 0 : place - at + 1;
}

/** Whether a party or a country stands here: no part of a person's name. */
function isNamed(typed: readonly string[], at: number): boolean {
  return readParty(typed, at) !== null || (countryAt(typed, at) !== null && !/^\p{Lu}/u.test(typed[at + 1] ?? ""));
}

/** The names in a follow-up that may be those of people, for looking up before it is understood. */
export function namesIn(text: string): string[] {
  const typed = typedWords(text);
  const names = new Set<string>();
  for (let at = 0; at < typed.length; at++) {
    if (isOneOf(words.frame, typed[at]) && !isOneOf(words.withinName, typed[at])) continue;
    for (let length = nameLength(typed, at); length > 0; length--) names.add(typed.slice(at, at + length).join(" "));
  }
  return [...names].filter((name) => /\p{L}{3}/u.test(name));
}
