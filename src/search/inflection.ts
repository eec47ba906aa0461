import irregular from "../../data/irregular-nl.json" with { type: "json" };
import prefixes from "../../data/verb-prefixes-nl.json" with { type: "json" };
import type { Lexicon } from "./lexicon.ts";

/**
 * Dutch inflection, the rules of spelling that a stemmer does not know: which word a form may belong to. Every guess
 * is checked against the word list by the caller or here.
 */

const verbs = new Map(Object.entries(irregular.verbs));

/** What stands before `ge` in a participle: `terug-ge-keerd`. They begin verbs, never compounds of nouns. */
export const separablePrefixes: readonly string[] = prefixes.separable;
const isPrefix = new Set(separablePrefixes);
const longestPrefix = Math.max(...separablePrefixes.map((prefix) => prefix.length));

/** The words in the singular, or uninflected, that a form with an ending may belong to: `stromen` to `stroom`. */
export function baseForms(word: string): string[] {
  const bases = [word];
  if (word.endsWith("s")) bases.push(word.slice(0, -1));
  if (word.endsWith("heden")) bases.push(`${word.slice(0, -5)}heid`);
  if (/ende?$/.test(word)) bases.push(word.replace(/de?$/, ""));
  for (const ending of ["en", "e"]) {
    if (!word.endsWith(ending) || word.length < 5) continue;
    bases.push(...withoutEnding(word.slice(0, -ending.length)));
  }
  return bases;
}

/** The spelling of a word after its ending -e or -en is taken off: `strom` is `stroom`, `hubb` is `hub`, `huiz` is `huis`. */
function withoutEnding(base: string): string[] {
  const unvoiced = base.replace(/z$/, "s").replace(/v$/, "f");
  if (/([^aeiou])\1$/.test(base)) return [base.slice(0, -1)];
  // A short syllable would have doubled its consonant, so this one is long: stromen. Except in -er, -el and the like.
  if (/[^aeiou][aeou][^aeiou]$/.test(base)) {
    const long = unvoiced.replace(/([aeou])([^aeiou])$/, "$1$1$2");
    return /(?:e[lrmn]|or)$/.test(base) ? [base, long] : [long];
  }
  return [unvoiced];
}

/**
 * The singular that a plural in -en belongs to: `adviezen` to `advies`, `strategieen` to `strategie`, and of what the word
 * list has not as a whole `studiebeurzen` to `studiebeurs`. Null when the word is no such plural, or may be a verb.
 */
export function singularOf(word: string, lexicon: Lexicon): string | null {
  if (!word.endsWith("en") || word.length < 5 || verbs.has(word) || isVerb(word, lexicon)) return null;
  const isNoun = (form: string) => isNounWithPluralInEn(form, lexicon);
  // The long one first: the plural of heer, rather than of her.
  const candidates = withoutEnding(word.slice(0, -2)).reverse();
  const singular = candidates.find((form) => lexicon.has(form) || isNoun(form));
  return singular !== undefined && isNoun(singular) ? singular : null;
}

/** `lijstje` to `lijst`, `filmpjes` to `film`, `mannetje` to `man`; null for what has a meaning of its own: `meisje`. */
export function undiminished(word: string, lexicon: Lexicon): string | null {
  const [, base] = /^(.{3,}?)jes?$/.exec(word) ?? [];
  if (base === undefined || lexicon.has(word) || lexicon.has(`${base}je`)) return null;
  const candidates = [base];
  if (/[tp]$/.test(base)) candidates.push(base.slice(0, -1));
  if (base.endsWith("et")) candidates.push(base.replace(/([^aeiou])?\1et$/, "$1"));
  if (base.endsWith("nk")) candidates.push(base.replace(/k$/, "g"));
  // Autootje.
  if (/([aeou])\1t$/.test(base)) candidates.push(base.slice(0, -2));
  return candidates.find((form) => lexicon.canEndCompound(form)) ?? null;
}

/** `strenger`, `strengere`, `strengste` to `streng`, `duurder` to `duur`; null when the word is no such degree. */
export function positiveOf(word: string, lexicon: Lexicon): string | null {
  // The list leaves degrees to its affix rules: what it has is another word (dichter, ouder, zuiver).
  if (lexicon.has(word) || isVerb(word, lexicon)) return null;
  const [, compared] = /^(.{3,})ere?$/.exec(word) ?? [];
  const [, most] = /^(.{2,}[^s])ste?$/.exec(word) ?? [];
  const candidates = most === undefined ? [] : [most];
  if (compared !== undefined) candidates.push(...withoutEnding(compared), compared);
  if (compared?.endsWith("rd")) candidates.push(compared.slice(0, -1));
  return candidates.find((form) => lexicon.isGradable(form)) ?? null;
}

/** In the word list as such a noun, or a compound that ends in one. */
export function isNounWithPluralInEn(word: string, lexicon: Lexicon): boolean {
  if (lexicon.hasPluralInEn(word)) return true;
  if (lexicon.has(word)) return false;
  for (let at = shortestBegin; at <= word.length - shortestHead; at++) {
    const [begin, head] = [word.slice(0, at), word.slice(at)];
    if (lexicon.hasPluralInEn(head) && lexicon.canEndCompound(head) && beginsCompound(begin, lexicon)) return true;
  }
  return false;
}

const shortestBegin = 3;
const shortestHead = 4;

/** Whether a compound of nouns may begin so, with the s between its parts or without. */
export function beginsCompound(begin: string, lexicon: Lexicon): boolean {
  if (isPrefix.has(begin)) return false;
  return lexicon.canBeginCompound(begin) || (begin.endsWith("s") && lexicon.canBeginCompound(begin.slice(0, -1)));
}

/** The infinitive that a form of a verb belongs to; null when the word is no such form or already the infinitive. */
export function infinitiveOf(word: string, lexicon: Lexicon): string | null {
  // A word that may end a compound is a noun (gebied, verband), whatever it looks like.
  if (isVerb(word, lexicon) || lexicon.canEndCompound(word)) return null;
  const forms = word.endsWith("e") && word.length > 6 ? [word, word.slice(0, -1)] : [word];
  for (const form of forms) {
    const found = participle(form, lexicon) ?? irregularForm(form);
    if (found !== null) return found;
  }
  return verbs.get(word) ?? ofPeople(word, lexicon) ?? weakForm(word, lexicon);
}

function isVerb(word: string, lexicon: Lexicon): boolean {
  if (lexicon.isInfinitive(word)) return true;
  for (let length = 2; length <= longestPrefix && length < word.length - 3; length++) {
    if (isPrefix.has(word.slice(0, length)) && lexicon.isInfinitive(word.slice(length))) return true;
  }
  return false;
}

function participle(word: string, lexicon: Lexicon): string | null {
  for (let at = word.indexOf("ge"); at >= 0 && at <= longestPrefix; at = word.indexOf("ge", at + 1)) {
    const prefix = word.slice(0, at);
    if (at > 0 && !isPrefix.has(prefix)) continue;
    const core = word.slice(at + 2);
    const irregularVerb = verbs.get(core);
    if (irregularVerb !== undefined) return prefix + irregularVerb;
    // Some participles are their infinitive with ge before it: uitgegeven.
    if (core.endsWith("en") && lexicon.isInfinitive(core)) return prefix + core;
    if (!/..[dt]$/.test(core)) continue;
    const found = regular(core, prefix, lexicon) ?? regular(core.slice(0, -1), prefix, lexicon);
    if (found !== null) return found;
  }
  return null;
}

/** Of those whom a participle calls something: `uitgeprocedeerden`; the plural of a noun (`gemeenten`) is none. */
function ofPeople(word: string, lexicon: Lexicon): string | null {
  const one = word.slice(0, -1);
  return /.....[dt]en$/.test(word) && !lexicon.canEndCompound(one) ? participle(one.slice(0, -1), lexicon) : null;
}

function irregularForm(word: string): string | null {
  for (const prefix of prefixes.inseparable) {
    const verb = word.startsWith(prefix) ? verbs.get(word.slice(prefix.length)) : undefined;
    if (verb !== undefined) return prefix + verb;
  }
  return null;
}

/** `daalt`, `daalde`, `daalden`, `verbeterd`: forms that the word list leaves to its affix rules. */
function weakForm(word: string, lexicon: Lexicon): string | null {
  const known = lexicon.has(word);
  if (!known && /...[dt]en?$/.test(word)) {
    const found = regular(word.replace(/[dt]en?$/, ""), "", lexicon);
    if (found !== null) return found;
  }
  const prefixed = prefixes.inseparable.some((prefix) => word.startsWith(prefix));
  return /[dt]$/.test(word) && (!known || (prefixed && !lexicon.hasPluralInEn(word)))
    ? regular(word.slice(0, -1), "", lexicon)
    : null;
}

/** The infinitive with this first person (`keer`: `keren`), when the word list knows it. */
function regular(base: string, prefix: string, lexicon: Lexicon): string | null {
  if (base.length < 2) return null;
  const last = base.slice(-1);
  const voiced = last === "f" ? "v" : last === "s" ? "z" : last;
  const open = base.replace(/(aa|ee|oo|uu)([^aeiou])$/, (_, vowels: string, end: string) => vowels.charAt(0) + end);
  const doubled = `${base}${last}en`;
  const candidates = [`${open}en`, `${open.slice(0, -1)}${voiced}en`, doubled, `${base}n`];
  // The e of stelde is short, so it is from stellen; stelen would have given steelde.
  if (/^[^aeiou]*[aeiou][^aeiou]$/.test(base)) candidates.unshift(doubled);
  const found = candidates.find((candidate) => isVerb(prefix + candidate, lexicon));
  return found === undefined ? null : prefix + found;
}

/** The infinitive that a form of a verb makes with a particle that stands apart from it: `vangt` and `op`. */
export function separableVerb(form: string, particle: string, lexicon: Lexicon): string | null {
  if (!isPrefix.has(particle)) return null;
  const verb = lexicon.isInfinitive(form) ? form : (infinitiveOf(form, lexicon) ?? verbs.get(form));
  return verb !== undefined && lexicon.has(particle + verb) ? particle + verb : null;
}
