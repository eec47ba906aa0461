import prefixes from "../../data/verb-prefixes-nl.json" with { type: "json" };
import { isNameParticle } from "../letters/name-particles.ts";
import { type AnalysedWord, type Analyser, asName } from "./analyse.ts";
import { passagesSaying, type Vocabulary } from "./vocabulary.ts";
import { comparable } from "./words.ts";

/**
 * From the words that were typed to those that are asked of the index: typing errors repaired, separable verbs put
 * together, words that make one name taken as one.
 */

/** What is asked as one: a word, or the words of a name. */
export interface SoughtWord extends Pick<AnalysedWord, "halves" | "near" | "weak" | "listed"> {
  /** Folded, as typed (after repair). */
  typed: string[];
  term: string;
  country: boolean;
  /** The term of the people who are called so; null when nobody is meant. */
  name: string | null;
}

export interface RepairedWords {
  words: AnalysedWord[];
  /** As printed, in the order typed. */
  corrected: { from: string; to: string }[];
}

/** Parts of separable verbs that are no prepositions. */
const adverbs = new Set(prefixes.apart);
/** The Netherlands are everywhere in these letters, so naming them asks for nothing. */
const home = "=NL";

/**
 * Every word that the letters do not have becomes the one that was meant, where there is such a word.
 * @param typed the words as printed
 * @param capitals as in {@link groupWords}
 */
export function repairWords(
  typed: readonly string[],
  capitals: ReadonlySet<string>,
  analyser: Analyser,
  vocabulary: Vocabulary,
): RepairedWords {
  const analyse = (printed: string) => analyser.word(comparable(printed), vocabulary.hasWord);
  const asTyped = typed.map(analyse);
  const meant = asTyped.map((word, at) => {
    const isRight =
      word.stop ||
      isKnown(word, vocabulary) ||
      word.concept !== null ||
      isInName(asTyped, at, analyser, vocabulary) ||
      isGivenName(asTyped, at, capitals, vocabulary);
    return isRight ? null : vocabulary.repair(word.folded);
  });
  const mended = asTyped.map((word, at) => {
    const to = meant[at] ?? null;
    return to === null ? word : analyse(to);
  });
  const corrected: RepairedWords["corrected"] = [];
  const words = asTyped.map((word, at) => {
    const to = meant[at] ?? null;
    const instead = mended[at];
    if (to === null || instead === undefined) return word;
    if (!isKnown(instead, vocabulary) && !isInName(mended, at, analyser, vocabulary)) return word;
    corrected.push({ from: typed[at] ?? word.folded, to });
    return instead;
  });
  return { words, corrected };
}

/** `vangt Turkije ... op` asks for opvangen: the verb comes where its form stood, and its other part goes. */
export function joinVerbs(words: readonly AnalysedWord[], analyser: Analyser, vocabulary: Vocabulary): AnalysedWord[] {
  const joined: (AnalysedWord | null)[] = [...words];
  for (const [place, { folded }] of words.entries()) {
    // At the end even what is mostly a preposition belongs to a verb.
    if (!adverbs.has(folded) && (place < words.length - 1 || words.length < 3)) continue;
    for (let at = place - 1; at >= 0; at--) {
      const verb = analyser.separableVerb(words[at]?.folded ?? "", folded);
      const whole = verb === null ? null : analyser.word(verb, vocabulary.hasWord);
      if (whole === null || !isKnown(whole, vocabulary)) continue;
      joined[at] = whole;
      joined[place] = null;
      break;
    }
  }
  return joined.filter((word) => word !== null);
}

/**
 * The words to seek, each term once and without stop words; where words make a name that the letters have, they are one.
 * @param capitals the folded words that were typed with a capital
 */
export function groupWords(
  words: readonly AnalysedWord[],
  capitals: ReadonlySet<string>,
  analyser: Analyser,
  vocabulary: Vocabulary,
): SoughtWord[] {
  const found = new Map<string, SoughtWord>();
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (word === undefined) continue;
    const name = analyser.nameAt(words, at);
    if (name !== null && vocabulary.passagesWithTerm(name.concept.term) > 0) {
      const typed = words.slice(at, at + name.stems.length).map(({ folded }) => folded);
      const { term, country } = name.concept;
      const isCountry = country !== null && term !== home;
      found.set(term, { typed, term, halves: [], near: [], weak: false, listed: true, country: isCountry, name: null });
      at += name.stems.length - 1;
    } else if (word.term !== null && !found.has(word.term) && !isGivenName(words, at, capitals, vocabulary)) {
      found.set(word.term, soughtWord(word, capitals, vocabulary));
    }
  }
  return [...found.values()];
}

/** One word by itself, as it is sought. @param capitals as in {@link groupWords} */
export function soughtWord(word: AnalysedWord, capitals: ReadonlySet<string>, vocabulary: Vocabulary): SoughtWord {
  const { folded, stem, halves, near, weak, listed, concept } = word;
  const term = word.term ?? stem;
  const country = concept?.country != null && term !== home;
  return { typed: [folded], term, halves, near, weak, listed, country, name: nameOf(word, capitals, vocabulary) };
}

/** Who looks for the highest "berg" does not look for Van den Berg. */
function nameOf(
  { folded, concept, listed, term }: AnalysedWord,
  capitals: ReadonlySet<string>,
  vocabulary: Vocabulary,
): string | null {
  const isWord = listed && term !== null && passagesSaying(term, vocabulary) > 0 && !capitals.has(folded);
  return concept === null && !isWord ? asName(folded) : null;
}

/**
 * "Eric" before "van der Burg": papers print initials, so a first name that they do not have asks for nothing beside the
 * name of somebody who signed or asked.
 */
function isGivenName(
  words: readonly AnalysedWord[],
  at: number,
  capitals: ReadonlySet<string>,
  vocabulary: Vocabulary,
): boolean {
  const word = words[at];
  if (word === undefined || word.stop || word.concept !== null || isKnown(word, vocabulary)) return false;
  if (word.listed && !capitals.has(word.folded)) return false;
  let next = at + 1;
  while (isNameParticle(words[next]?.folded ?? "")) next++;
  const surname = words[next];
  const name = surname === undefined ? null : nameOf(surname, capitals, vocabulary);
  return name !== null && vocabulary.passagesWithTerm(name) > 0;
}

/** Whether the letters have a word, a part of it, or somebody of that name. */
function isKnown({ folded, term, parts }: AnalysedWord, vocabulary: Vocabulary): boolean {
  const terms = term === null ? [] : [term, ...parts];
  return (
    terms.some((known) => passagesSaying(known, vocabulary) > 0) || vocabulary.passagesWithTerm(asName(folded)) > 0
  );
}

/** `laissez` is a word of no letter by itself, but it is when it makes a name with the words beside it. */
function isInName(words: readonly AnalysedWord[], at: number, analyser: Analyser, vocabulary: Vocabulary): boolean {
  return words.slice(0, at + 1).some((_, start) => {
    const name = analyser.nameAt(words, start);
    return name !== null && start + name.stems.length > at && vocabulary.passagesWithTerm(name.concept.term) > 0;
  });
}
