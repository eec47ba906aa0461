import { type AnalysedWord, type Analyser, compoundPart } from "./analyse.ts";
import type { Query } from "./passage-index.ts";
import { comparable, comparableWords, printedWords } from "./words.ts";

/**
 * What a query asks of an index: its words as groups of terms, each with what it is worth. Made once for a query, with
 * what all segments together know about the words.
 */

export interface Plan {
  groups: TermGroup[];
  /** A passage must hold so much of the total importance to be an answer; between 0 and 1. */
  leastCovered: number;
  totalImportance: number;
  /** Folded words that must follow each other. */
  phrases: string[][];
  without: Exclusion[];
  corrected: { from: string; to: string }[];
}

/** What a person sees as one word, with all that stands for it. */
export interface TermGroup {
  /** Folded, as typed (after repair). */
  typed: string[];
  terms: PlannedTerm[];
  /** How much it tells: the inverse document frequency. 0 for words of a phrase, which are asked for apart. */
  importance: number;
  /** Must one of these stand in a passage? Words of equal requirement are alternatives. */
  country: boolean;
  /** When literal: the word itself must stand there, not another form of it. */
  exactWord: string | null;
}

export interface PlannedTerm {
  term: string;
  /** What a match is worth of the group's importance, 0 to 1. */
  credit: number;
  /** Multiplies the term's score. */
  weight: number;
}

export type Exclusion = { term: string } | { words: string[] };

/** What a plan must know about the whole index. */
export interface Vocabulary {
  passages: number;
  /** In how many passages a term stands. */
  passagesWithTerm(term: string): number;
  hasWord(folded: string): boolean;
  /** The word most likely meant when `folded` is a typing error; null when there is none. */
  repair(folded: string): string | null;
}

/** A part of a compound is worth less than the word itself; the last part, which says what it is, more than the first. */
const partsCredit = 0.6;
const partWeight = 0.5;
/** The Netherlands are everywhere in these letters, so naming them asks for nothing. */
const home = "=NL";

export function planQuery(query: Query, analyser: Analyser, vocabulary: Vocabulary): Plan {
  const corrected: Plan["corrected"] = [];
  const words: AnalysedWord[] = [];
  for (const printed of printedWords(query.words)) {
    const typed = analyser.word(comparable(printed), vocabulary.hasWord);
    words.push(query.literal ? typed : repaired(printed, typed));
  }
  const groups = query.literal ? literalGroups(words) : groupWords(words);
  const phrases = query.phrases.map(comparableWords).filter((phrase) => phrase.length > 0);
  const phraseGroups = phrases.flat().map((word) => group([word], analyser.word(word, () => false), true));

  function repaired(printed: string, word: AnalysedWord): AnalysedWord {
    if (word.stop || known(word)) return word;
    const to = vocabulary.repair(word.folded);
    if (to === null) return word;
    corrected.push({ from: printed, to });
    return analyser.word(comparable(to), vocabulary.hasWord);
  }
  function known(word: AnalysedWord): boolean {
    return word.terms.some(({ term }) => vocabulary.passagesWithTerm(term) > 0);
  }
  function group(typed: string[], word: AnalysedWord, inPhrase: boolean): TermGroup {
    const parts = word.terms.filter(({ weight }) => weight === compoundPart);
    const terms = word.terms.map(({ term, weight }, index) => {
      if (weight !== compoundPart) return { term, credit: 1, weight: 1 };
      const share = parts.length === 1 ? 1 : index === word.terms.length - 1 ? 0.6 : 0.4 / (parts.length - 1);
      return { term, credit: partsCredit * share, weight: partWeight };
    });
    const [main] = terms;
    const importance = inPhrase || main === undefined ? 0 : inverseFrequency(vocabulary, main.term);
    const country = word.concept?.country != null && word.concept.term !== home;
    return { typed, terms, importance, country, exactWord: null };
  }
  function groupWords(analysed: AnalysedWord[]): TermGroup[] {
    const found = new Map<string, TermGroup>();
    for (let at = 0; at < analysed.length; at++) {
      const word = analysed[at];
      if (word === undefined) continue;
      const name = analyser.nameAt(analysed, at);
      if (name !== null && vocabulary.passagesWithTerm(name.concept.term) > 0) {
        const typed = analysed.slice(at, at + name.stems.length).map(({ folded }) => folded);
        const { term, country } = name.concept;
        const importance = inverseFrequency(vocabulary, term);
        const terms = [{ term, credit: 1, weight: 1 }];
        found.set(term, { typed, terms, importance, country: country !== null && term !== home, exactWord: null });
        at += name.stems.length - 1;
      } else if (!word.stop) {
        const made = group([word.folded], word, false);
        const key = made.terms[0]?.term ?? word.folded;
        if (!found.has(key)) found.set(key, made);
      }
    }
    return [...found.values()];
  }
  function literalGroups(analysed: AnalysedWord[]): TermGroup[] {
    return analysed
      .filter((word) => !word.stop)
      .map((word) => ({ ...group([word.folded], { ...word, terms: word.terms.slice(0, 1) }, false), exactWord: word.folded }));
  }

  return {
    groups: [...groups, ...phraseGroups.filter(({ terms }) => terms.length > 0)],
    leastCovered: leastCovered(groups.length),
    totalImportance: groups.reduce((sum, { importance }) => sum + importance, 0),
    phrases,
    without: query.without.flatMap((text) => exclusion(text, analyser)),
    corrected,
  };
}

function exclusion(text: string, analyser: Analyser): Exclusion[] {
  const words = comparableWords(text);
  const [only] = words;
  if (only === undefined) return [];
  const term = words.length === 1 ? analyser.word(only, () => false).terms[0]?.term : undefined;
  return [term === undefined ? { words } : { term }];
}

/** BM25's weight of a term: what it tells to know that a passage has it. */
export function inverseFrequency(vocabulary: Vocabulary, term: string): number {
  const having = vocabulary.passagesWithTerm(term);
  return Math.log(1 + (vocabulary.passages - having + 0.5) / (having + 0.5));
}

/**
 * How much of a query a passage must have to be an answer to it. With two words both; the longer the query, the less
 * can one passage be expected to repeat.
 */
export function leastCovered(groups: number): number {
  if (groups <= 1) return 0.5;
  if (groups <= 3) return 0.55;
  return Math.max(0.15, 0.55 - 0.04 * (groups - 3));
}
