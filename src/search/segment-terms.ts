import { type AnalysedWord, type Analyser, wholeWord } from "./analyse.ts";
import { GrowingArray } from "./growing-array.ts";
import { contextOnly, paragraphBreak, type SegmentPassages, type SegmentTerms } from "./segment.ts";

/**
 * From the words of passages to the passages of terms: the inverted index proper.
 */

export interface Inverted {
  terms: SegmentTerms;
  /** For every word the place of its terms in `wordTerms`, see SegmentWords. */
  termStart: Uint32Array;
  wordTerms: Uint32Array;
}

/** One posting before sorting. */
interface Posting {
  term: GrowingArray;
  passage: GrowingArray;
  frequency: GrowingArray;
}

/** Fills `passages.length` as well. Pauses after every passage. */
export function* invert(
  passages: SegmentPassages,
  contexts: number[][],
  analysed: AnalysedWord[],
  analyser: Analyser,
): Generator<void, Inverted> {
  const names: string[] = [];
  const row = new Map<string, number>();
  const rowOf = (term: string) => {
    const known = row.get(term);
    if (known !== undefined) return known;
    row.set(term, names.length);
    return names.push(term) - 1;
  };
  const { termStart, wordTerms, weights } = termsOfWords(analysed, rowOf);
  const startsName = analysed.map(({ stem }) => analyser.concepts.byFirstStem.has(stem));

  const postings: Posting = { term: new GrowingArray(), passage: new GrowingArray(), frequency: new GrowingArray() };
  const frequency = new Map<number, number>();
  const add = (term: number, weight: number) => frequency.set(term, (frequency.get(term) ?? 0) + weight);
  for (let passage = 0; passage < passages.ids.length; passage++) {
    frequency.clear();
    const start = passages.tokenStart[passage] ?? 0;
    const end = passages.tokenStart[passage + 1] ?? 0;
    let length = 0;
    for (let at = start; at < end; at++) {
      const word = passages.tokens[at] ?? 0;
      if (word === paragraphBreak) continue;
      if (analysed[word]?.stop === false) length++;
      for (let index = termStart[word] ?? 0; index < (termStart[word + 1] ?? 0); index++) {
        add(wordTerms[index] ?? 0, weights[index] ?? 0);
      }
      if (startsName[word]) {
        const name = nameInPassage(passages.tokens, at, end, analysed, analyser);
        if (name !== null) add(rowOf(name), wholeWord);
      }
    }
    passages.length[passage] = Math.min(length, 0xffff);
    for (const word of contexts[passage] ?? []) {
      const term = wordTerms[termStart[word] ?? 0];
      if (termStart[word] !== termStart[word + 1] && term !== undefined && !frequency.has(term)) add(term, contextOnly);
    }
    for (const [term, weight] of frequency) {
      postings.term.push(term);
      postings.passage.push(passage);
      postings.frequency.push(Math.min(weight, 255));
    }
    yield;
  }
  return { terms: { names, row, ...sortByTerm(postings, names.length) }, termStart, wordTerms };
}

function termsOfWords(analysed: AnalysedWord[], rowOf: (term: string) => number) {
  const termStart = new GrowingArray();
  const wordTerms = new GrowingArray();
  const weights = new GrowingArray();
  for (const { terms } of analysed) {
    termStart.push(wordTerms.length);
    for (const { term, weight } of terms) {
      wordTerms.push(rowOf(term));
      weights.push(weight);
    }
  }
  termStart.push(wordTerms.length);
  return { termStart: termStart.trimmed(), wordTerms: wordTerms.trimmed(), weights: weights.trimmed() };
}

/** The longest name that fits in the passage has few words. */
const longestName = 10;

function nameInPassage(
  tokens: Uint32Array,
  at: number,
  end: number,
  analysed: AnalysedWord[],
  analyser: Analyser,
): string | null {
  const words: AnalysedWord[] = [];
  for (let next = at; next < end && words.length < longestName; next++) {
    const word = analysed[tokens[next] ?? 0];
    if (word === undefined) break;
    words.push(word);
  }
  return analyser.nameAt(words, 0)?.concept.term ?? null;
}

/** A counting sort; passages stay in order within a term. */
function sortByTerm(postings: Posting, termCount: number): Pick<SegmentTerms, "start" | "passage" | "frequency"> {
  const total = postings.term.length;
  const start = new Uint32Array(termCount + 1);
  for (let at = 0; at < total; at++) {
    const term = postings.term.at(at);
    start[term + 1] = (start[term + 1] ?? 0) + 1;
  }
  for (let term = 0; term < termCount; term++) start[term + 1] = (start[term + 1] ?? 0) + (start[term] ?? 0);
  const next = start.slice();
  const passage = new Uint32Array(total);
  const frequency = new Uint8Array(total);
  for (let at = 0; at < total; at++) {
    const term = postings.term.at(at);
    const place = next[term] ?? 0;
    next[term] = place + 1;
    passage[place] = postings.passage.at(at);
    frequency[place] = postings.frequency.at(at);
  }
  return { start, passage, frequency };
}
