import words from "../../data/follow-up-words.json" with { type: "json" };
import type { CountryCode } from "../letters/letter.ts";
import { periodAt } from "./follow-up-dates.ts";
import { readParty, readPerson } from "./follow-up-people.ts";
import {
  byPhrase,
  type Change,
  type FollowUpContext,
  isOneOf,
  type Piece,
  type Read,
  said,
} from "./follow-up-piece.ts";
import { countryAt } from "./subject.ts";

/**
 * The pieces that a follow-up can be made of. Each piece says what it changes of the subject and how many words it
 * took; what no piece takes is about the topic, or frame ("en", "wat zei", "daarover").
 */

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

/** `zonder Turkije`, `behalve de VVD`, `niet Turkije`: what is denied must be a country, for "niet" says much else. */
function readExclusion(typed: readonly string[], at: number, { today }: FollowUpContext): Piece | null {
  const excludes = isOneOf(words.excluding, typed[at]);
  if (!excludes && !isOneOf(words.denying, typed[at])) return null;
  let start = at + 1;
  while (
    isOneOf(words.frame, typed[start]) &&
    countryAt(typed, start) === null &&
    phraseAt(typed, start, kindOf) === null
  )
    start += 1;
  const countries = countryList(typed, start);
  if (countries.codes.length > 0) return excluded(countries, countries.end - at);
  // The query language has no "not of this kind".
  const kind = phraseAt(typed, start, kindOf);
  if (kind !== null) return { change: { kind: "impossible" }, length: start - at + kind.length };
  if (!excludes || dropOf.has(said(typed, at, 2)) || start >= typed.length) return null;
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

interface CountryList {
  texts: string[];
  codes: CountryCode[];
  end: number;
}

/** `Turkije en Syrië`: every country of an enumeration; `end` is exclusive. */
function countryList(typed: readonly string[], start: number): CountryList {
  const list: CountryList = { texts: [], codes: [], end: start };
  for (let at = start; ; at = list.end + 1) {
    // The commas of an enumeration are gone by now.
    const named = countryAt(typed, at) ?? (at > start ? countryAt(typed, at - 1) : null);
    const joined = at === start || named?.start === at - 1 || isOneOf(words.joins, typed[at - 1]);
    if (named === null || !joined) return list;
    list.texts.push(typed.slice(named.start, named.end).join(" "));
    list.codes.push(named.code);
    list.end = named.end;
  }
}

const dropOf = byPhrase(words.drops);
const orderOf = byPhrase(words.orders);
const kindOf = byPhrase(words.kinds);
const onlyKindOf = byPhrase(words.onlyKinds);

/** The longest phrase of a list has so many words. */
const longestPhrase = 4;

function phraseAt(
  typed: readonly string[],
  at: number,
  of: ReadonlyMap<string, string>,
): { key: string; length: number } | null {
  for (let length = Math.min(longestPhrase, typed.length - at); length > 0; length--) {
    const key = of.get(said(typed, at, length));
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
  const only = isOneOf(words.beforeOnlyKind, typed[at - 1]);
  const found = phraseAt(typed, at, kindOf) ?? (only ? phraseAt(typed, at, onlyKindOf) : null);
  return found && { change: { kind: "filter", name: "soort", value: found.key }, length: found.length };
}

function readLiteral(typed: readonly string[], at: number): Piece | null {
  return isOneOf(words.literal, typed[at]) ? { change: { kind: "literal" }, length: 1 } : null;
}

function readDossier(typed: readonly string[], at: number): Piece | null {
  if (!isOneOf(words.dossier, typed[at])) return null;
  const two = said(typed, at + 1, 2);
  if (/^\d{2} \d{3}$/.test(two)) return { change: dossier(two.replace(" ", "")), length: 3 };
  const one = typed[at + 1] ?? "";
  return /^\d{5}(?:-[A-Za-z]{1,5})?$/.test(one) ? { change: dossier(one), length: 2 } : null;
}

const dossier = (value: string): Change => ({ kind: "filter", name: "dossier", value });

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

/** "en daarvoor?" where that means earlier; only a subject with a period knows what that is. */
function readBeside(typed: readonly string[], at: number): Piece | null {
  if (isOneOf(words.before, typed[at])) return { change: { kind: "beside", side: "before" }, length: 1 };
  if (isOneOf(words.after, typed[at])) return { change: { kind: "beside", side: "after" }, length: 1 };
  return null;
}
