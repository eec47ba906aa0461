import stopWordData from "../../data/stopwords-nl.json" with { type: "json" };
import weakWordData from "../../data/weak-words-nl.json" with { type: "json" };
import { analysisData, analysisFingerprint } from "./analysis-fingerprint.ts";
import { type OwnWords, partsOf } from "./compounds.ts";
import { type Concept, type Concepts, type MultiWordName, openConcepts } from "./concepts.ts";
import { fold } from "./fold.ts";
import { baseForms, infinitiveOf, separableVerb } from "./inflection.ts";
import { type Lexicon, openLexicon } from "./lexicon.ts";
import { openNearWords } from "./near-words.ts";
import { openStemmer } from "./stem.ts";

/**
 * What a Dutch word means for search: under which terms it is indexed and sought. A term is a stem, a concept
 * (concepts.ts), or the stem of a part of a compound.
 */

/** A part of a compound is indexed apart from the word itself, as it counts for less. */
export const asPart = (term: string): string => `~${term}`;
/** So is what stands in the title or the headings above a passage. */
export const asAbove = (term: string): string => `^${term}`;
/** And so is the name of who signed the letter or asked the question, and of the party that asked it. */
export const asName = (term: string): string => `@${term}`;
export const isName = (term: string): boolean => term.startsWith("@");
export const isAbove = (term: string): boolean => term.startsWith("^");

export interface AnalysedWord {
  folded: string;
  /** Says nothing about a subject: neither indexed nor sought. */
  stop: boolean;
  stem: string;
  /** A word by which people ask, rather than what they ask about (data/weak-words-nl.json). */
  weak: boolean;
  /** Its concept or stem; null for a stop word. */
  term: string | null;
  /** Its two parts, in order, when it is a compound. */
  halves: CompoundHalf[];
  /** The terms of these and of their own parts, each once. */
  parts: string[];
  concept: Concept | null;
  /** The terms of the words near to it (near-words.ts). */
  near: readonly string[];
  /** The word list has it as it stands. */
  listed: boolean;
}

/** A part of a compound: its term, and those of the parts that it consists of itself. */
export interface CompoundHalf {
  term: string;
  parts: string[];
}

export interface AnalyserData {
  /** The bytes of the word list (see derive-lexicon.ts); null to do without: then compounds are taken apart by the letters' own words only. */
  lexicon: Uint8Array | null;
}

export interface Analyser {
  /** `own` tells which words, beside the word list, may be part of a compound. */
  word(folded: string, own: OwnWords): AnalysedWord;
  isStop(folded: string): boolean;
  /** The verb that a form and a particle make together: `vangt` and `op` make `opvangen`; null when they make none. */
  separableVerb(form: string, particle: string): string | null;
  /** Whether it is a Dutch word, in any form or as a compound; false without a word list. */
  isDutch(folded: string): boolean;
  /** The name of more than one word that starts at `at`, longest first; null when none does. */
  nameAt(words: readonly ({ stem: string } | null)[], at: number): MultiWordName | null;
  concepts: Concepts;
  /** Changes when the analysis of any text may have changed. */
  fingerprint: string;
}

const nothingMore: Pick<AnalysedWord, "halves" | "parts" | "concept" | "near"> = {
  halves: [],
  parts: [],
  concept: null,
  near: [],
};

const stopWords = new Set(stopWordData.words);

/** Puts the analysis together. */
export function openAnalyser(data: AnalyserData): Analyser {
  const lexicon = data.lexicon && openLexicon(data.lexicon);
  const stem = remembering(openStemmer(lexicon));
  const concepts = openConcepts(stem);
  const weakStems = new Set(weakWordData.words.map((word) => stem(fold(word))));
  const conceptOf = (folded: string, stemmed: string) =>
    concepts.byWord.get(folded) ?? concepts.byStem.get(stemmed) ?? null;

  const termOf = (folded: string) => {
    const stemmed = stem(folded);
    return conceptOf(folded, stemmed)?.term ?? stemmed;
  };
  const nearWords = openNearWords(termOf);

  /** Words of which the analysis does not depend on the letters' own words: the most, and they come back in every letter. */
  const settled = new Map<string, AnalysedWord>();
  const unsettled = new Map<string, Unsettled>();

  function word(folded: string, own: OwnWords): AnalysedWord {
    const known = settled.get(folded) ?? stillSo(unsettled.get(folded), own);
    if (known !== null) return known;
    const asked: string[] = [];
    const answers: boolean[] = [];
    const analysed = analyse(folded, (part) => {
      const answer = own(part);
      asked.push(part);
      answers.push(answer);
      return answer;
    });
    if (asked.length === 0) remember(settled, folded, analysed, mostRemembered);
    else remember(unsettled, folded, { analysed, asked, answers }, mostUnsettled);
    return analysed;
  }

  function analyse(folded: string, own: OwnWords): AnalysedWord {
    const stop = stopWords.has(folded);
    const stemmed = stem(folded);
    const listed = lexicon?.has(folded) ?? false;
    if (stop) return { folded, stop, stem: stemmed, weak: true, term: null, ...nothingMore, listed };
    const concept = conceptOf(folded, stemmed);
    const term = concept?.term ?? stemmed;
    const halves = concept?.country == null ? halvesOf(folded, term, own) : [];
    const parts = [...new Set(halves.flatMap((half) => [half.term, ...half.parts]))];
    const weak = weakStems.has(stemmed);
    const near = nearWords.get(term) ?? [];
    return { folded, stop, stem: stemmed, weak, term, halves, parts, concept, near, listed };
  }

  function halvesOf(folded: string, whole: string, own: OwnWords): CompoundHalf[] {
    const isCountry = (part: string) => concepts.byWord.get(part)?.country != null;
    const isWord = (part: string) => isCountry(part) || (!stopWords.has(part) && own(part));
    return partsOf(folded, lexicon, isWord)
      .map(({ word: part, parts }) => ({
        term: termOf(part),
        parts: parts.map(termOf).filter((term) => term !== whole),
      }))
      .filter(({ term }) => term !== whole);
  }

  return {
    word,
    isStop: (folded) => stopWords.has(folded),
    separableVerb: (form, particle) => (lexicon === null ? null : separableVerb(form, particle, lexicon)),
    isDutch: (folded) => lexicon !== null && isDutch(folded, lexicon),
    nameAt: (words, at) => nameAt(concepts, words, at),
    concepts,
    fingerprint: analysisFingerprint(analysisData, data.lexicon),
  };
}

/** An analysis that hangs on the letters' own words, with what was asked of these and what they answered. */
interface Unsettled {
  analysed: AnalysedWord;
  asked: string[];
  answers: boolean[];
}

/** The analysis of before, as long as every answer that led to it is the same; asking is far cheaper than analysing. */
function stillSo(before: Unsettled | undefined, own: OwnWords): AnalysedWord | null {
  if (before === undefined) return null;
  const { analysed, asked, answers } = before;
  return asked.every((part, at) => own(part) === answers[at]) ? analysed : null;
}

/** The dearest step, for words that come back in every segment. */
function remembering(stem: (word: string) => string): (word: string) => string {
  const known = new Map<string, string>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const result = stem(word);
    remember(known, word, result, mostRemembered);
    return result;
  };
}

/** Forgets all when it holds too much. */
function remember<Value>(known: Map<string, Value>, word: string, value: Value, most: number): void {
  if (known.size >= most) known.clear();
  known.set(word, value);
}

const mostRemembered = 50_000;
/** Fewer, as the questions are held too: some twenty a word. */
const mostUnsettled = 5000;

function isDutch(folded: string, lexicon: Lexicon): boolean {
  // An infinitive has no form in -e: glijdene is no form of glijden.
  const isForm = (form: string) =>
    form.length > 1 && lexicon.has(form) && !(`${form}e` === folded && lexicon.isInfinitive(form));
  if (baseForms(folded).some(isForm)) return true;
  if (infinitiveOf(folded, lexicon) !== null) return true;
  return partsOf(folded, lexicon, () => false).length > 0;
}

function nameAt(concepts: Concepts, words: readonly ({ stem: string } | null)[], at: number): MultiWordName | null {
  const names = concepts.byFirstStem.get(words[at]?.stem ?? "");
  if (names === undefined) return null;
  return names.find(({ stems }) => stems.every((stem, index) => words[at + index]?.stem === stem)) ?? null;
}
