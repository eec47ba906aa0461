import { findCountries } from "../letters/countries.ts";
import { type AnalysedWord, type Analyser, asAbove, asName, asPart } from "./analyse.ts";
import { countryTerm } from "./concepts.ts";
import { rowsByTarget } from "./grouped-rows.ts";
import { GrowingArray } from "./growing-array.ts";
import { paragraphBreak, type SegmentPassages, type SegmentTerms, type SegmentWords } from "./segment.ts";
import { TextTable } from "./text-list.ts";

/**
 * From the words of passages to the passages of terms: the inverted index proper.
 */

export interface Inverted {
  terms: SegmentTerms;
  ofWords: Pick<SegmentWords, "termStart" | "terms">;
}

/** Every posting: a term in a passage, so often; grouped by passage. */
interface Postings {
  term: GrowingArray;
  frequency: GrowingArray;
  /** Where the postings of a passage start. */
  start: GrowingArray;
}

/** A passage that holds a word more often says no more by it. */
const mostCounted = 0xff;

/**
 * Fills `passages.length` as well. Pauses after every passage.
 *
 * @param above rows of the words in title and headings, by passage
 * @param names rows of the words in the names of who signed and who asked, by passage
 */
export function* invert(
  passages: SegmentPassages,
  above: number[][],
  names: number[][],
  texts: string[],
  analysed: AnalysedWord[],
  analyser: Analyser,
): Generator<void, Inverted> {
  const table = new TermTable();
  const ofWords = termsOfWords(analysed, table);
  const postings: Postings = { term: new GrowingArray(), frequency: new GrowingArray(), start: new GrowingArray() };
  const frequency = new Map<number, number>();
  for (let passage = 0; passage < passages.ids.length; passage++) {
    frequency.clear();
    const words = passageWords(passages, passage, analysed);
    passages.length[passage] = Math.min(words.filter((word) => word?.stop === false).length, 0xffff);
    const named = new Set(findCountries(texts[passage] ?? "").map(({ code }) => countryTerm(code)));
    for (const term of termsOfPassage(words, named, analyser)) count(frequency, table.rowOf(term));
    for (const row of above[passage] ?? []) {
      const term = analysed[row]?.term;
      if (term != null && !frequency.has(table.rowOf(term))) frequency.set(table.rowOf(asAbove(term)), 1);
    }
    for (const row of names[passage] ?? []) {
      const word = analysed[row];
      // Frans Timmermans is no Frenchman; and a name has no other forms.
      if (word?.stop === false && word.concept === null) frequency.set(table.rowOf(asName(word.folded)), 1);
    }
    postings.start.push(postings.term.length);
    for (const [term, times] of frequency) {
      postings.term.push(term);
      postings.frequency.push(Math.min(times, mostCounted));
    }
    yield;
  }
  postings.start.push(postings.term.length);
  const terms = TextTable.of(table.names);
  yield;
  const words = rowsByTarget(ofWords.termStart, ofWords.terms, terms.length);
  yield;
  const ofTerms = { ...byTerm(postings, terms.length), wordStart: words.start, words: words.rows };
  return { terms: { names: terms, ...ofTerms }, ofWords };
}

class TermTable {
  readonly names: string[] = [];
  readonly #row = new Map<string, number>();

  rowOf(term: string): number {
    const known = this.#row.get(term);
    if (known !== undefined) return known;
    this.#row.set(term, this.names.length);
    return this.names.push(term) - 1;
  }
}

function termsOfWords(analysed: AnalysedWord[], table: TermTable): Inverted["ofWords"] {
  const termStart = new GrowingArray();
  const terms = new GrowingArray();
  for (const { term, parts } of analysed) {
    termStart.push(terms.length);
    if (term === null) continue;
    terms.push(table.rowOf(term));
    for (const part of parts) terms.push(table.rowOf(asPart(part)));
  }
  termStart.push(terms.length);
  return { termStart: termStart.trimmed(), terms: terms.trimmed() };
}

type MaybeWord = AnalysedWord | null;

/** null for a break between paragraphs. */
function passageWords(passages: SegmentPassages, passage: number, analysed: AnalysedWord[]): MaybeWord[] {
  const tokens = passages.tokens.subarray(passages.tokenStart[passage], passages.tokenStart[passage + 1]);
  return Array.from(tokens, (row) => (row === paragraphBreak ? null : (analysed[row] ?? null)));
}

/** Once for every time that it stands there. `named`: the countries that the passage names, as countries.ts sees it. */
function* termsOfPassage(words: MaybeWord[], named: Set<string>, analyser: Analyser): Generator<string> {
  for (const [at, word] of words.entries()) {
    if (word === null) continue;
    const name = analyser.nameAt(words, at);
    if (name !== null) yield name.concept.term;
    if (word.term === null) continue;
    // Frans Timmermans is no Frenchman: countries.ts knows by what stands around it.
    if (word.concept?.country == null || named.has(word.term)) yield word.term;
    for (const part of word.parts) yield asPart(part);
  }
}

function count(frequency: Map<number, number>, term: number): void {
  frequency.set(term, (frequency.get(term) ?? 0) + 1);
}

/** A counting sort from passages to terms; passages stay in order within a term. */
function byTerm(postings: Postings, terms: number): Pick<SegmentTerms, "start" | "passage" | "frequency"> {
  const start = new Uint32Array(terms + 1);
  const total = postings.term.length;
  for (let at = 0; at < total; at++) increase(start, postings.term.at(at) + 1);
  for (let term = 0; term < terms; term++) start[term + 1] = (start[term + 1] ?? 0) + (start[term] ?? 0);
  const passage = new Uint32Array(total);
  const frequency = new Uint8Array(total);
  const next = start.slice();
  for (let row = 0; row + 1 < postings.start.length; row++) {
    for (let at = postings.start.at(row); at < postings.start.at(row + 1); at++) {
      const place = increase(next, postings.term.at(at));
      passage[place] = row;
      frequency[place] = postings.frequency.at(at);
    }
  }
  return { start, passage, frequency };
}

/** Returns what was there before. */
function increase(counts: Uint32Array, at: number): number {
  const before = counts[at] ?? 0;
  counts[at] = before + 1;
  return before;
}
