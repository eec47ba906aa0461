import { stemmer } from "@orama/stemmers/dutch";
import irregular from "../../data/irregular-nl.json" with { type: "json" };
import {
  beginsCompound,
  infinitiveOf,
  isNounWithPluralInEn,
  positiveOf,
  singularOf,
  undiminished,
} from "./inflection.ts";
import type { Lexicon } from "./lexicon.ts";

/**
 * The stem of a Dutch word: what its forms have in common. The work is done by the Snowball stemmer; around it stands
 * what that leaves undone, because it reads letters and no words: participles (`teruggekeerd` is a form of
 * `terugkeren`), persons and past tense (`daalt`, `daalde`), strong verbs (`vertrokken`), `grens` beside `grenzen`.
 */

// Maps, as `constructor` is a word too.
const nouns = new Map(Object.entries(irregular.nouns));
const ownStems = new Set(irregular.ownStem);

/** A stemmer of folded words. Without a word list it only does what needs none. */
export function openStemmer(lexicon: Lexicon | null): (word: string) => string {
  return (word) => {
    if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
    const singular =
      nouns.get(word) ??
      (lexicon &&
        (irregularSingular(word, lexicon) ??
          singularOf(word, lexicon) ??
          undiminished(word, lexicon) ??
          positiveOf(word, lexicon))) ??
      word;
    const base = (lexicon && infinitiveOf(singular, lexicon)) ?? singular;
    return ownStems.has(base) ? base : finish(base, lexicon);
  };
}

/** The singular of a compound whose last part has an irregular plural: `kamerleden` to `kamerlid`. */
function irregularSingular(word: string, lexicon: Lexicon): string | null {
  for (let at = shortestBegin; at <= word.length - shortestIrregular; at++) {
    const head = nouns.get(word.slice(at));
    if (head === undefined) continue;
    const begin = word.slice(0, at);
    const singular = begin + head;
    if (lexicon.has(singular) || (!lexicon.has(word) && beginsCompound(begin, lexicon) && lexicon.canEndCompound(head)))
      return singular;
  }
  return null;
}

const shortestBegin = 3;
/** `leden` is one of the shortest. */
const shortestIrregular = 4;

/** Snowball's stem, with its slips mended. */
function finish(word: string, lexicon: Lexicon | null): string {
  if (lexicon !== null && hasOwnEnding(word, lexicon)) return word;
  let singular = word;
  // Snowball leaves the s behind a vowel: evaluaties.
  if (/[aeioy]s$/.test(word) && word.length > 5 && (word.endsWith("ies") || endsInWord(word.slice(0, -1), lexicon))) {
    singular = word.slice(0, -1);
  }
  // huishoudens is more than one huishouden, which Snowball makes huishoud.
  if (/..[^aeiou]ens$/.test(word) && (lexicon?.has(word.slice(0, -1)) ?? true)) singular = word.slice(0, -1);
  let stem = stemmer(singular);
  if (`${stem}s` === singular && keepsItsS(singular, stem, lexicon)) stem = singular;
  const unvoiced = stem
    .replace(/([^aeiou])\1$/, "$1")
    .replace(/v$/, "f")
    .replace(/z$/, "s");
  return lexicon === null ? unvoiced : withItsVowel(singular, unvoiced, lexicon);
}

/** What Snowball would take for an ending is none in `advies`, as there are adviezen, and in `reden`, as there are redenen. */
function hasOwnEnding(word: string, lexicon: Lexicon): boolean {
  if (word.endsWith("en")) return lexicon.hasPluralInEn(word);
  if (!word.endsWith("s")) return false;
  return lexicon.hasPluralInEn(word) || (!lexicon.has(word.slice(0, -1)) && isNounWithPluralInEn(word, lexicon));
}

/** Snowball makes both `weet` and `wet` into `wet`. Where both are words, a long vowel stays long: `weten`, `piloten`. */
function withItsVowel(word: string, stem: string, lexicon: Lexicon): string {
  if (!/(?:^|[^aeiou])[aeou][^aeiou]$/.test(stem) || !lexicon.has(stem)) return stem;
  const long = stem.replace(/([aeou])([^aeiou])$/, "$1$1$2");
  const rest = word.slice(stem.length - 1);
  const isLong = word.startsWith(long) || (/^[^aeiou][aeiou]/.test(rest) && word.startsWith(stem.slice(0, -1)));
  // Of longer words the long form is mostly a verb's: verdragen are treaties, and seldom what one bears.
  const isWord = /^[^aeiou]*[aeou][^aeiou]$/.test(stem) ? lexicon.has(long) : lexicon.hasPluralInEn(long);
  return isLong && isWord ? long : stem;
}

/** A word of the list, or a compound that ends in one: `grensprocedure`. */
function endsInWord(word: string, lexicon: Lexicon | null): boolean {
  if (lexicon === null) return false;
  if (lexicon.has(word)) return true;
  for (let at = 3; at <= word.length - shortestHead; at++) if (lexicon.canEndCompound(word.slice(at))) return true;
  return false;
}

const shortestHead = 5;

/** The s is no plural in `grens`, whose own plural is `grenzen`, and in `status`, as there is no `statu`. */
function keepsItsS(word: string, stem: string, lexicon: Lexicon | null): boolean {
  if (lexicon === null || !lexicon.has(word)) return false;
  return lexicon.hasPluralInEn(word) || (/[aeiou]$/.test(stem) && !lexicon.has(stem));
}
