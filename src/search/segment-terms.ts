import type MiniSearch from "minisearch";
import { findCountries } from "../letters/countries.ts";
import { type AnalysedWord, type Analyser, asAbove, asPart } from "./analyse.ts";
import { countryTerm } from "./concepts.ts";
import { GrowingArray } from "./growing-array.ts";
import { openRareTerms } from "./rare-terms.ts";
import { paragraphBreak, type SegmentPassages, type SegmentTerms, type TermDocument } from "./segment.ts";

/**
 * From the words of passages to the passages of terms: the inverted index proper.
 */

export interface Inverted {
  terms: SegmentTerms;
  rare: MiniSearch<TermDocument>;
  /** For every word the place of its terms in `wordTerms`, see SegmentWords. */
  termStart: Uint32Array;
  wordTerms: Uint32Array;
}

/**
 * A term in more than this share of the passages is common: it tells little, but a walk along its postings in
 * MiniSearch, which makes an object for each, would cost more than all other terms together.
 */
const commonShare = 1 / 256;
/** In a small segment every walk is short. */
const fewestCommon = 24;

/** Every posting: a term in a passage, so often. */
interface Postings {
  term: GrowingArray;
  frequency: GrowingArray;
  /** Where the postings of a passage start. */
  start: GrowingArray;
}

/** Fills `passages.length` as well. Pauses after every passage. `above`: rows of the words in title and headings. */
export function* invert(
  passages: SegmentPassages,
  above: number[][],
  texts: string[],
  analysed: AnalysedWord[],
  analyser: Analyser,
): Generator<void, Inverted> {
  const table = new TermTable();
  const { termStart, wordTerms } = termsOfWords(analysed, table);
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
    postings.start.push(postings.term.length);
    for (const [term, times] of frequency) {
      postings.term.push(term);
      postings.frequency.push(times);
    }
    yield;
  }
  postings.start.push(postings.term.length);
  const standsIn = countPassages(postings, table.names.length);
  const common = commonTerms(postings, standsIn, passages.ids.length);
  const rare = yield* fillRareTerms(postings, passages.ids.length, table.names, common.start);
  return { terms: { names: table.names, row: table.row, passages: standsIn, ...common }, rare, termStart, wordTerms };
}

class TermTable {
  readonly names: string[] = [];
  readonly row = new Map<string, number>();

  rowOf(term: string): number {
    const known = this.row.get(term);
    if (known !== undefined) return known;
    this.row.set(term, this.names.length);
    return this.names.push(term) - 1;
  }
}

function termsOfWords(analysed: AnalysedWord[], table: TermTable): Pick<Inverted, "termStart" | "wordTerms"> {
  const termStart = new GrowingArray();
  const wordTerms = new GrowingArray();
  for (const { term, parts } of analysed) {
    termStart.push(wordTerms.length);
    if (term === null) continue;
    wordTerms.push(table.rowOf(term));
    for (const part of parts) wordTerms.push(table.rowOf(asPart(part)));
  }
  termStart.push(wordTerms.length);
  return { termStart: termStart.trimmed(), wordTerms: wordTerms.trimmed() };
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

function countPassages(postings: Postings, terms: number): Uint32Array {
  const standsIn = new Uint32Array(terms);
  for (let at = 0; at < postings.term.length; at++) increase(standsIn, postings.term.at(at), 1);
  return standsIn;
}

function increase(counts: Uint32Array, at: number, by: number): number {
  const before = counts[at] ?? 0;
  counts[at] = before + by;
  return before;
}

/** A counting sort of the postings of common terms; passages stay in order within a term. */
function commonTerms(
  postings: Postings,
  standsIn: Uint32Array,
  passages: number,
): Pick<SegmentTerms, "start" | "passage" | "frequency"> {
  const most = Math.max(fewestCommon, passages * commonShare);
  const start = new Uint32Array(standsIn.length + 1);
  for (const [term, count] of standsIn.entries()) start[term + 1] = (start[term] ?? 0) + (count > most ? count : 0);
  const total = start[standsIn.length] ?? 0;
  const passage = new Uint32Array(total);
  const frequency = new Uint8Array(total);
  const next = start.slice();
  for (let row = 0; row < passages; row++) {
    for (let at = postings.start.at(row); at < postings.start.at(row + 1); at++) {
      const term = postings.term.at(at);
      if (start[term] === start[term + 1]) continue;
      const place = increase(next, term, 1);
      passage[place] = row;
      frequency[place] = Math.min(postings.frequency.at(at), 255);
    }
  }
  return { start, passage, frequency };
}

/** Gives MiniSearch the rest. */
function* fillRareTerms(
  postings: Postings,
  passages: number,
  names: string[],
  commonStart: Uint32Array,
): Generator<void, MiniSearch<TermDocument>> {
  const rare = openRareTerms();
  for (let id = 0; id < passages; id++) {
    const text: string[] = [];
    const above: string[] = [];
    for (let at = postings.start.at(id); at < postings.start.at(id + 1); at++) {
      const term = postings.term.at(at);
      if (commonStart[term] !== commonStart[term + 1]) continue;
      const name = names[term] ?? "";
      const field = name.startsWith("^") ? above : text;
      for (let times = postings.frequency.at(at); times > 0; times--) field.push(name);
    }
    rare.add({ id, text: text.join(" "), above: above.join(" ") });
    yield;
  }
  return rare;
}
