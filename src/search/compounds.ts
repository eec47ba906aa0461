import { baseForms, separablePrefixes } from "./inflection.ts";
import type { Lexicon } from "./lexicon.ts";

/**
 * Taking compounds apart: `terugkeersamenwerking` is also `terugkeer` and `samenwerking`. The word list says which
 * words may stand in a compound; the letters' own words (`pushback`, `hub`) are believed beside a listed one.
 */

const shortestPart = 3;
const shortestOwn = 3;
/** A word that the list knows as a whole has mostly a meaning of its own (`maatregel`); only long parts say more. */
const shortestInKnownWord = { begin: 5, head: 5 };

/** What counts as a word of its own beside the word list. */
export type OwnWords = (word: string) => boolean;

/** A part of a compound, with the parts that it consists of itself; none when it is no compound. */
export interface CompoundPart {
  word: string;
  parts: string[];
}

/** The two parts of a folded word, in order; empty when it is no compound. */
export function partsOf(word: string, lexicon: Lexicon | null, own: OwnWords): CompoundPart[] {
  const halves = splitOnce(word, lexicon, own) ?? [];
  return halves.map((half) => ({ word: half, parts: splitOnce(half, lexicon, own) ?? [] }));
}

/** The split in two whose shorter part is longest: `luchtvaart-verdrag` rather than `lucht-vaartverdrag`. */
function splitOnce(word: string, lexicon: Lexicon | null, own: OwnWords): [string, string] | null {
  if (!/^[a-z]{7,40}$/.test(word) || lexicon?.isInfinitive(word)) return null;
  const known = lexicon !== null && baseForms(word).some((form) => lexicon.has(form));
  const least = known ? shortestInKnownWord : { begin: shortestPart, head: shortestPart };
  let best: [string, string] | null = null;
  let bestScore = -1;
  for (let at = least.begin; at <= word.length - least.head; at++) {
    // Few beginnings are words, so they are looked at first.
    const start = word.slice(0, at);
    const listedBegin = listedBeginOf(start, lexicon);
    const begin = listedBegin ?? (known ? null : ownBeginOf(start, own));
    if (begin === null) continue;
    const head = word.slice(at);
    // Of ontwikkelingsland the first part is ontwikkeling.
    if (head.startsWith("ing")) continue;
    const listed =
      canEnd(head, lexicon) || (!known && head.length >= shortestCompound && isListedCompound(head, lexicon));
    // Beside a word of the letters' own the other part must be listed.
    if (!listed && (known || (listedBegin === null && lexicon !== null) || !isOwn(head, own))) continue;
    const score = Math.min(begin.length, head.length) + (listed ? 1 : 0);
    if (score > bestScore) {
      best = [begin, head];
      bestScore = score;
    }
  }
  return best;
}

function canEnd(word: string, lexicon: Lexicon | null): boolean {
  if (lexicon === null) return false;
  return baseForms(word).some(
    (form) => form.length >= shortestPart && (lexicon.canEndCompound(form) || nounEnding.test(form)),
  );
}

const shortestCompound = 8;

/** `grensprocedure` in `asielgrensprocedure`: both of its parts are in the word list. */
function isListedCompound(word: string, lexicon: Lexicon | null): boolean {
  for (let at = shortestPart; at <= word.length - shortestHead; at++) {
    if (listedBeginOf(word.slice(0, at), lexicon) !== null && canEnd(word.slice(at), lexicon)) return true;
  }
  return false;
}

const shortestHead = 5;

/** Endings that only nouns have and that new words are made with, so that no list has them all: `facilitatie`. */
const nounEnding = /^[a-z]{4,}(?:atie|iteit|isering|isme)$/;

const links = ["", "s", "en", "e"];

/** The first part without its linking letters; null when the word list does not let it begin a compound. */
function listedBeginOf(start: string, lexicon: Lexicon | null): string | null {
  if (lexicon === null || isParticle(start)) return null;
  return (
    links.map((link) => unlinked(start, link)).find((form) => form !== null && lexicon.canBeginCompound(form)) ?? null
  );
}

function ownBeginOf(start: string, own: OwnWords): string | null {
  if (isParticle(start)) return null;
  return links.map((link) => unlinked(start, link)).find((form) => form !== null && isOwn(form, own)) ?? null;
}

function unlinked(start: string, link: string): string | null {
  if (!start.endsWith(link) || start.length - link.length < shortestPart) return null;
  return start.slice(0, start.length - link.length);
}

const particles = new Set(separablePrefixes.filter((prefix) => prefix !== "terug"));

/** `aan`, `buiten`: they make verbs and prepositions, not compounds of nouns. */
function isParticle(start: string): boolean {
  return particles.has(start);
}

function isOwn(word: string, own: OwnWords): boolean {
  return word.length >= shortestOwn && own(word);
}
