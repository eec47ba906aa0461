import type { Analyser } from "./analyse.ts";
import { type Demands, demandsOf, importanceOf } from "./demands.ts";
import type { Query } from "./passage-index.ts";
import { heaviest, weigh, weighLiterally } from "./plan-weights.ts";
import { groupWords, joinVerbs, repairWords, soughtWord } from "./plan-words.ts";
import type { Vocabulary } from "./vocabulary.ts";
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

/** A question of more words was pasted, and has enough others to be found by when one is wrong. */
const longestRepaired = 16;

/** What to ask of the index for a query. */
export function planQuery(query: Query, analyser: Analyser, vocabulary: Vocabulary): Plan {
  const typed = printedWords(query.words);
  const capitals = new Set(typed.filter((printed) => /^\p{Lu}/u.test(printed)).map(comparable));
  const { words, corrected } =
    query.literal || typed.length > longestRepaired
      ? { words: typed.map((printed) => analyser.word(comparable(printed), vocabulary.hasWord)), corrected: [] }
      : repairWords(typed, capitals, analyser, vocabulary);
  const groups = query.literal
    ? words
        .filter((word) => !word.stop)
        .map((word) => weighLiterally(soughtWord(word, capitals, vocabulary), vocabulary))
    : groupWords(joinVerbs(words, analyser, vocabulary), capitals, analyser, vocabulary).map((word) =>
        weigh(word, vocabulary),
      );
  const phrases = query.phrases.map(comparableWords).filter((phrase) => phrase.length > 0);
  // The words of a phrase are asked for apart, so here they only help to rank.
  const inPhrases = phrases
    .flat()
    .map((word) => analyser.word(word, () => false))
    .filter((word) => !word.stop)
    .map((word) => ({ ...weigh(soughtWord(word, capitals, vocabulary), vocabulary), importance: 0 }));
  const early = heaviest(groups);
  return {
    inOrder: groups,
    saysNothing: groups.length + phrases.length === 0 && (words.length > 0 || !isNarrowed(query)),
    groups: [...early, ...inPhrases],
    demands: demandsOf(groups, (term) => vocabulary.passagesWithTerm(term) > 0),
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
