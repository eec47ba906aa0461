import type { LetterKey } from "../letters/stored-letter.ts";
import type { Analyser } from "./analyse.ts";
import { expandedWords } from "./expanded.ts";
import { allowedPassages } from "./filter.ts";
import { markingOf } from "./marking.ts";
import { matchSegment, Scratch } from "./match.ts";
import { mentionsOf } from "./mentions.ts";
import { pageOf } from "./page.ts";
import type { Page, Query, SearchResult } from "./passage-index.ts";
import { type Plan, planQuery } from "./plan.ts";
import { type Pointers, pointersOf } from "./pointers.ts";
import { rank, rankedTogether } from "./rank.ts";
import { passagesOfTerm, type Segment } from "./segment.ts";
import { Spelling } from "./spelling.ts";
import { type Candidate, TopHits } from "./top-hits.ts";
import type { Vocabulary } from "./vocabulary.ts";

/**
 * Searching the segments as if they were one: the plan is made with the counts of all, each segment says what matches,
 * and the best are ranked together.
 */

export interface OpenSegment {
  segment: Segment;
  /** Rows of letters that were removed or replaced since it was built. */
  removed: Set<number>;
  /** The dates of its letters as numbers that sort (20191121), 0 for none. */
  days: Uint32Array;
  /** Words that say something, in all its passages. */
  length: number;
  pointers: Pointers;
}

/** What a query found in all segments. */
interface Found {
  best: Candidate[];
  total: number;
  letters: number;
  /** For every open segment, by row of letter: how many passages match. */
  counts: Uint32Array[];
}

/** Where only a few passages of a letter are shown, so many more of each are looked at closely. */
const spare = 4;

export class SegmentSearch {
  readonly #analyser: Analyser;
  readonly #scratch = new Scratch();
  readonly #place = new Map<LetterKey, { open: OpenSegment; row: number }>();
  #open: OpenSegment[] = [];
  readonly #spelling: Spelling;
  /** Whose words the spelling does not know yet. */
  readonly #unlearned: Segment[] = [];
  #learning: Generator<void, void> | null = null;

  constructor(analyser: Analyser) {
    this.#analyser = analyser;
    this.#spelling = new Spelling((word) => analyser.isStop(word));
  }

  /**
   * Takes the place of what was there of its letters, in one go, so that no search sees a letter twice or not at all.
   *
   * @param current of a segment that took long to build: the letters that have not changed meanwhile
   */
  replace(segment: Segment, current = new Set(segment.letters.map(({ key }) => key))): void {
    this.remove([...current]);
    const days = Uint32Array.from(segment.letters, ({ date }) => Number(date?.replaceAll("-", "") ?? 0));
    const length = segment.passages.length.reduce((sum, words) => sum + words, 0);
    const open = { segment, removed: new Set<number>(), days, length, pointers: pointersOf(segment) };
    for (const [row, { key }] of segment.letters.entries()) {
      if (current.has(key)) this.#place.set(key, { open, row });
      else open.removed.add(row);
    }
    this.#open.push(open);
    this.#unlearned.push(segment);
  }

  /** Learns the words of new segments for repairing typing errors; to be done in turns, before a query has to. */
  learnSpelling(): Generator<void, void> {
    this.#learning ??= this.#learn();
    return this.#learning;
  }

  *#learn(): Generator<void, void> {
    for (let segment = this.#unlearned.shift(); segment !== undefined; segment = this.#unlearned.shift()) {
      yield* this.#spelling.add(segment.words);
      for (const { term, forms } of this.#analyser.concepts.all) {
        if (segment.terms.names.rowOf(term) >= 0) this.#spelling.addNames(forms);
        yield;
      }
    }
    this.#learning = null;
  }

  remove(keys: LetterKey[]): void {
    for (const key of keys) {
      const place = this.#place.get(key);
      place?.open.removed.add(place.row);
      this.#place.delete(key);
    }
    this.#open = this.#open.filter(({ segment, removed }) => removed.size < segment.letters.length);
  }

  clear(): void {
    this.#open = [];
    this.#place.clear();
  }

  count(): { letters: number; passages: number } {
    let passages = 0;
    for (const { segment, removed } of this.#open) {
      for (const letter of segment.passages.letter) if (!removed.has(letter)) passages++;
    }
    return { letters: this.#place.size, passages };
  }

  search(query: Query, page: Page): SearchResult {
    const plan = planQuery(query, this.#analyser, this.#vocabulary());
    const { best, total, letters, counts } = this.#find(query, plan, page);
    const ranked = rank(best, this.#open, plan, query.order, this.#averageLength());
    const hits = pageOf(ranked, page, this.#open, (segment, letter) => counts[segment]?.[letter] ?? 0);
    return {
      total,
      letters,
      hits: hits.map(({ hit }) => hit),
      expanded: query.literal ? [] : expandedWords(plan, this.#open, this.#analyser),
      corrected: plan.corrected,
      marking: markingOf(
        plan,
        hits.map(({ candidate }) => candidate),
        this.#open,
        this.#analyser,
      ),
      ...(page.mentions === true && { mentions: total === 0 ? [] : mentionsOf(counts, this.#open) }),
    };
  }

  /**
   * What answers by itself; where nothing does, what answers together with the passages around it. A country beside a
   * passage about something else says nothing of the two together.
   */
  #find(query: Query, plan: Plan, page: Page): Found {
    const found = this.#collect(query, plan, page, false);
    const { bestCovered, needsCountry } = plan.demands;
    const mayBeSpread = Number.isFinite(bestCovered) && !needsCountry && !query.literal && plan.groups.length > 1;
    return found.total > 0 || !mayBeSpread ? found : this.#collect(query, plan, page, true);
  }

  #collect(query: Query, plan: Plan, page: Page, lookAround: boolean): Found {
    const ofLetter = page.perLetter === null ? Number.POSITIVE_INFINITY : page.perLetter + spare;
    const shown = page.offset + page.limit;
    const needed = page.perLetter === null ? shown : shown * ofLetter;
    const best = new TopHits(Math.max(1, Math.ceil(needed / rankedTogether)) * rankedTogether, ofLetter);
    const byDay = query.order === "newest" || plan.groups.length === 0;
    const averageLength = this.#averageLength();
    const holding =
      query.filters.letters && new Set([...query.filters.letters].map((key) => this.#place.get(key)?.open));
    const counts: Uint32Array[] = [];
    let total = 0;
    let letters = 0;
    let mostCovered = 0;
    for (const [row, open] of this.#open.entries()) {
      const { segment, removed, days, pointers } = open;
      if (holding?.has(open) === false) {
        counts.push(new Uint32Array(0));
        continue;
      }
      const allowed = allowedPassages(segment, query.filters, plan, removed);
      const matched = matchSegment({ segment, pointers, plan, averageLength, allowed, lookAround }, this.#scratch);
      mostCovered = Math.max(mostCovered, matched.mostCovered);
      total += matched.count;
      const inLetters = new Uint32Array(segment.letters.length);
      counts.push(inLetters);
      for (let at = 0; at < matched.count; at++) {
        const passage = this.#scratch.rows[at] ?? 0;
        const score = this.#scratch.scores[at] ?? 0;
        const letter = segment.passages.letter[passage] ?? 0;
        const before = inLetters[letter] ?? 0;
        if (before === 0) letters++;
        inLetters[letter] = before + 1;
        const day = days[letter] ?? 0;
        if (byDay) best.add(row, letter, passage, score, day, score);
        else best.add(row, letter, passage, score, score, day);
      }
    }
    if (!lookAround && mostCovered < plan.demands.bestCovered && plan.groups.length > 0)
      return { best: [], total: 0, letters: 0, counts };
    return { best: best.list(), total, letters, counts };
  }

  #averageLength(): number {
    let words = 0;
    let passages = 0;
    for (const { segment, length } of this.#open) {
      passages += segment.passages.ids.length;
      words += length;
    }
    return words / Math.max(1, passages);
  }

  #repair(word: string): string | null {
    if (this.#analyser.isDutch(word)) return null;
    // Normally all are known by now, see learnSpelling.
    for (const _ of this.learnSpelling());
    return this.#spelling.repair(word);
  }

  #vocabulary(): Vocabulary {
    const open = this.#open;
    const counts = new Map<string, number>();
    return {
      passages: open.reduce((sum, { segment }) => sum + segment.passages.ids.length, 0),
      passagesWithTerm: (term) => {
        const known = counts.get(term);
        if (known !== undefined) return known;
        let count = 0;
        for (const { segment } of open) {
          const row = segment.terms.names.rowOf(term);
          if (row >= 0) count += passagesOfTerm(segment.terms, row);
        }
        counts.set(term, count);
        return count;
      },
      hasWord: (word) => open.some(({ segment }) => segment.words.folded.rowOf(word) >= 0),
      repair: (word) => this.#repair(word),
    };
  }
}
