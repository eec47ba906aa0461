import { type AnalysedWord, type Analyser, asAbove, asName, asPart } from "./analyse.ts";
import { type Demands, demandsOf, importanceOf } from "./demands.ts";
import type { Query } from "./passage-index.ts";
import { comparable, comparableWords, printedWords } from "./words.ts";

/**
 * What a query asks of an index: its words as groups of terms, each with what it is worth. Made once for a query, with
 * what all segments together know about the words.
 */

export interface Plan {
  /** Empty: every passage that is allowed matches, unless {@link Plan.saysNothing}. */
  groups: TermGroup[];
  /** All words in the order typed; of a long query the lighter ones only help to order what `groups` finds. */
  inOrder: TermGroup[];
  /** Only words that say nothing were typed, or nothing at all: then nothing matches. */
  saysNothing: boolean;
  demands: Demands;
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
  /** What its terms' scores are multiplied by: how much it tells, the inverse document frequency. */
  weight: number;
  /** Its share in what a passage must cover. 0 for words of a phrase, which are asked for apart. */
  importance: number;
  country: boolean;
  /** A word by which people ask rather than what they ask about. */
  weak: boolean;
  /** When literal: the word itself must stand there, not another form of it. */
  exactWord: string | null;
}

export interface PlannedTerm {
  term: string;
  /** What a match is worth of the group's importance, 0 to 1. */
  credit: number;
  /** Multiplies the term's score. */
  weight: number;
  /** A term beside which it tells nothing more: a passage with that one gets no credit for this one. */
  toldBy?: string;
}

type Exclusion = { term: string } | { words: string[] };

/** What a plan must know about the whole index. */
export interface Vocabulary {
  passages: number;
  /** In how many passages a term stands. */
  passagesWithTerm(term: string): number;
  hasWord(folded: string): boolean;
  /** The word most likely meant when `folded` is a typing error; null when there is none. */
  repair(folded: string): string | null;
}

/**
 * What a match is worth when it is not the word itself. In order: the word as part of a compound in the text, the word
 * above the passage, the name of who signed or asked, all parts of a compound in the query together; last, a word by which people only ask. Of the parts
 * the last, which says what the compound is, gets the larger share; a part that only stands in another compound gets
 * less (`hartoperatie`, where the letters have `terugkeeroperatie`), and so do the parts of a word that is in the word
 * list, as it has a meaning of its own (`wachtwoord`), when the letters do not have it.
 */
const worth = {
  inCompound: { credit: 0.75, weight: 0.4 },
  above: { credit: 0.5, weight: 0.3 },
  name: { credit: 1, least: 3 },
  parts: { credit: 0.6, weight: 0.2 },
  headShare: 0.6,
  partInCompound: 0.6,
  partOfListed: 0.5,
  weak: { credit: 0.25, weight: 0.7 },
};
/** A question of more words was pasted, and has enough others to be found by when one is wrong. */
const longestRepaired = 16;
/** Parts of separable verbs that are no prepositions. */
const adverbs = new Set(["terug", "mee", "samen", "weg", "neer", "vast", "bijeen", "voort"]);
/** The Netherlands are everywhere in these letters, so naming them asks for nothing. */
const home = "=NL";

export function planQuery(query: Query, analyser: Analyser, vocabulary: Vocabulary): Plan {
  const corrected: Plan["corrected"] = [];
  const typed = printedWords(query.words);
  const repairs = !query.literal && typed.length <= longestRepaired;
  const capitals = new Set(typed.filter((printed) => /^\p{Lu}/u.test(printed)).map(comparable));
  const asTyped = typed.map((printed) => analyser.word(comparable(printed), vocabulary.hasWord));
  const words = repairs ? repaired(asTyped) : asTyped;
  const groups = query.literal ? literalGroups(words) : groupWords(joinVerbs(words));
  const phrases = query.phrases.map(comparableWords).filter((phrase) => phrase.length > 0);

  function repaired(asTyped: AnalysedWord[]): AnalysedWord[] {
    const meant = asTyped.map((word, at) => {
      const isRight = word.stop || known(word) || word.concept !== null || isInName(asTyped, at);
      return isRight ? null : vocabulary.repair(word.folded);
    });
    const mended = asTyped.map((word, at) => {
      const to = meant[at] ?? null;
      return to === null ? word : analyser.word(comparable(to), vocabulary.hasWord);
    });
    return asTyped.map((word, at) => {
      const to = meant[at] ?? null;
      const instead = mended[at];
      if (to === null || instead === undefined || !(known(instead) || isInName(mended, at))) return word;
      corrected.push({ from: typed[at] ?? word.folded, to });
      return instead;
    });
  }
  /** `laissez` is a word of no letter by itself, but it is when it makes a name with the words beside it. */
  function isInName(words: AnalysedWord[], at: number): boolean {
    return words.slice(0, at + 1).some((_, start) => {
      const name = analyser.nameAt(words, start);
      return name !== null && start + name.stems.length > at && standsIn(name.concept.term) > 0;
    });
  }
  /** `vangt Turkije ... op` asks for opvangen. */
  function joinVerbs(words: AnalysedWord[]): AnalysedWord[] {
    const joined: (AnalysedWord | null)[] = [...words];
    for (const [place, { folded }] of words.entries()) {
      // At the end even what is mostly a preposition belongs to a verb.
      if (!adverbs.has(folded) && (place < words.length - 1 || words.length < 3)) continue;
      for (let at = place - 1; at >= 0; at--) {
        const verb = analyser.separableVerb(words[at]?.folded ?? "", folded);
        const whole = verb === null ? null : analyser.word(verb, vocabulary.hasWord);
        if (whole === null || !known(whole)) continue;
        joined[at] = whole;
        joined[place] = null;
        break;
      }
    }
    return joined.filter((word) => word !== null);
  }
  function known(word: AnalysedWord): boolean {
    const terms = word.term === null ? [] : [word.term, ...word.parts];
    return terms.some((term) => standsInText(term) > 0) || standsIn(asName(word.folded)) > 0;
  }
  function standsInText(term: string): number {
    return standsIn(term) + standsIn(asPart(term));
  }
  function standsIn(term: string): number {
    return vocabulary.passagesWithTerm(term);
  }
  function group(
    typed: string[],
    term: string,
    word: Pick<AnalysedWord, "halves" | "weak" | "listed">,
    country: boolean,
    name: string | null = null,
  ): TermGroup {
    const terms: PlannedTerm[] = [
      { term, credit: 1, weight: 1 },
      { term: asAbove(term), ...worth.above },
    ];
    // Who asks how many people does not ask for human rights.
    if (!word.weak) terms.push({ term: asPart(term), ...worth.inCompound });
    const named = name === null ? 0 : standsIn(name);
    const tells = inverseFrequency(vocabulary.passages, Math.max(standsIn(term), named));
    if (name !== null && named > 0) {
      terms.push({ term: name, credit: worth.name.credit, weight: Math.max(1, worth.name.least / tells) });
    }
    const ownMeaning = word.listed && standsIn(term) === 0;
    for (const { term: part, share } of partsSought(word)) {
      const credit = worth.parts.credit * share * (ownMeaning ? worth.partOfListed : 1);
      const { weight } = worth.parts;
      const inCompound = credit * worth.partInCompound;
      terms.push({ term: part, credit, weight }, { term: asPart(part), toldBy: part, credit: inCompound, weight });
    }
    const weight = word.weak ? tells * worth.weak.weight : tells;
    return {
      typed,
      terms,
      weight,
      importance: standsIn(term) > 0 ? tells * (word.weak ? worth.weak.credit : 1) : ofUnused(word, tells),
      country,
      weak: word.weak,
      exactWord: null,
    };
  }
  /**
   * A word by which people ask that the letters do not use cannot be asked of them, and a compound that they do not
   * have asks for no more than the part of it that tells most.
   */
  function ofUnused(word: Pick<AnalysedWord, "weak" | "halves">, tells: number): number {
    if (word.weak) return 0;
    const ofParts = partsSought(word).map(({ term }) => inverseFrequency(vocabulary.passages, standsInText(term)));
    return ofParts.length === 0 ? tells : Math.min(tells, Math.max(...ofParts));
  }
  /** The parts of a compound, and in place of one that the letters do not have its own parts; with their shares in it. */
  function partsSought({ halves }: Pick<AnalysedWord, "halves">): { term: string; share: number }[] {
    return halves.flatMap(({ term, parts }, index) => {
      const share = partShare(index, halves.length);
      if (parts.length === 0 || standsInText(term) > 0) return [{ term, share }];
      return parts.map((part, at) => ({ term: part, share: share * partShare(at, parts.length) }));
    });
  }
  function ofWord(word: AnalysedWord): TermGroup {
    const country = word.concept?.country != null && word.term !== home;
    return group([word.folded], word.term ?? word.stem, word, country, nameOf(word));
  }
  /** Who looks for the highest "berg" does not look for Van den Berg. */
  function nameOf({ folded, concept, listed, term }: AnalysedWord): string | null {
    const isWord = listed && term !== null && standsInText(term) > 0 && !capitals.has(folded);
    return concept === null && !isWord ? asName(folded) : null;
  }
  function groupWords(analysed: AnalysedWord[]): TermGroup[] {
    const found = new Map<string, TermGroup>();
    for (let at = 0; at < analysed.length; at++) {
      const word = analysed[at];
      if (word === undefined) continue;
      const name = analyser.nameAt(analysed, at);
      if (name !== null && standsIn(name.concept.term) > 0) {
        const typed = analysed.slice(at, at + name.stems.length).map(({ folded }) => folded);
        const { term, country } = name.concept;
        found.set(
          term,
          group(typed, term, { halves: [], weak: false, listed: true }, country !== null && term !== home),
        );
        at += name.stems.length - 1;
      } else if (word.term !== null && !found.has(word.term)) {
        found.set(word.term, ofWord(word));
      }
    }
    return [...found.values()];
  }
  function literalGroups(analysed: AnalysedWord[]): TermGroup[] {
    return analysed
      .filter((word) => !word.stop)
      .map((word) => {
        const { terms, ...rest } = ofWord(word);
        return { ...rest, terms: terms.slice(0, 1), exactWord: word.folded };
      });
  }
  /** The words of a phrase are asked for apart, so here they only help to rank. */
  function phraseGroups(words: string[]): TermGroup[] {
    return words
      .map((word) => analyser.word(word, () => false))
      .filter((word) => !word.stop)
      .map((word) => ({ ...ofWord(word), importance: 0 }));
  }

  const early = heaviest(groups);
  return {
    inOrder: groups,
    saysNothing: groups.length + phrases.length === 0 && (words.length > 0 || !isNarrowed(query)),
    groups: [...early, ...phraseGroups(phrases.flat())],
    demands: demandsOf(groups, (term) => standsIn(term) > 0),
    totalImportance: importanceOf(early),
    phrases,
    without: query.without.flatMap((text) => exclusion(text, analyser)),
    corrected,
  };
}

function isNarrowed({ filters, without }: Query): boolean {
  const { since, until, letters, ...lists } = filters;
  const inTime = since !== null || until !== null || letters !== undefined;
  return inTime || without.length > 0 || Object.values(lists).some((list) => list.length > 0);
}

function exclusion(text: string, analyser: Analyser): Exclusion[] {
  const words = comparableWords(text);
  const [only] = words;
  if (only === undefined) return [];
  const term = words.length === 1 ? analyser.word(only, () => false).term : null;
  return [term === null ? { words } : { term }];
}

/** The head of a compound has the larger share of the credit, the others divide the rest. */
function partShare(index: number, parts: number): number {
  if (parts === 1) return 1;
  return index === parts - 1 ? worth.headShare : (1 - worth.headShare) / (parts - 1);
}

/** BM25's weight of a term: what it tells to know that a passage has it. */
function inverseFrequency(passages: number, having: number): number {
  return Math.log(1 + (passages - having + 0.5) / (having + 0.5));
}

/** So many words find the passages; more would cost time and find nothing else. */
const long = { early: 14 };

/** The words that tell most, in the order typed. */
function heaviest(groups: TermGroup[]): TermGroup[] {
  if (groups.length <= long.early) return groups;
  const least = groups.map(({ weight }) => weight).sort((a, b) => b - a)[long.early - 1] ?? 0;
  return groups.filter(({ weight }) => weight >= least);
}
