import type { Analyser } from "./analyse.ts";
import { expandedWords } from "./expanded.ts";
import { allowedPassages } from "./filter.ts";
import { markingOf } from "./marking.ts";
import { type MatchInput, matchSegment, Scratch } from "./match.ts";
import { pageOf } from "./page.ts";
import type { LetterKey, Page, Query, SearchResult } from "./passage-index.ts";
import { type Plan, planQuery, type Vocabulary } from "./plan.ts";
import { followPointers } from "./pointers.ts";
import { rank } from "./rank.ts";

import type { Segment } from "./segment.ts";
import { Spelling } from "./spelling.ts";
import { TopHits } from "./top-hits.ts";

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
}

/** So many of the best are looked at more closely than by their words alone. */
const rankedClosely = 100;

export class SegmentSearch {
  readonly #analyser: Analyser;
  readonly #scratch = new Scratch();
  readonly #place = new Map<LetterKey, { open: OpenSegment; row: number }>();
  #open: OpenSegment[] = [];
  /** Made when first asked for, as most queries have no typing error. */
  #spelling: Spelling | null = null;

  constructor(analyser: Analyser) {
    this.#analyser = analyser;
  }

  add(segment: Segment): void {
    const days = Uint32Array.from(segment.letters, ({ date }) => Number(date?.replaceAll("-", "") ?? 0));
    const length = segment.passages.length.reduce((sum, words) => sum + words, 0);
    const open = { segment, removed: new Set<number>(), days, length };
    this.#open.push(open);
    this.#spelling = null;
    for (const [row, { key }] of segment.letters.entries()) this.#place.set(key, { open, row });
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
    const { best, perLetter } = this.#collect(query, plan, page);
    const ranked = rank(best.list(), this.#open, plan, query.order, this.#averageLength());
    let total = 0;
    for (const count of perLetter.values()) total += count;
    const hits = pageOf(ranked, page, this.#open, perLetter);
    return {
      total,
      letters: perLetter.size,
      hits: hits.map(({ hit }) => hit),
      expanded: query.literal ? [] : expandedWords(plan, this.#open, this.#analyser),
      corrected: plan.corrected,
      marking: markingOf(
        plan,
        hits.map(({ candidate }) => candidate),
        this.#open,
        this.#analyser,
      ),
    };
  }

  /** The best passages, and how many passages of every letter match. */
  #collect(query: Query, plan: Plan, page: Page): { best: TopHits; perLetter: Map<LetterKey, number> } {
    const room = Math.max(rankedClosely, (page.offset + page.limit) * (page.perLetter === null ? 1 : 10));
    const best = new TopHits(room);
    const perLetter = new Map<LetterKey, number>();
    const averageLength = this.#averageLength();
    const byDay = query.order === "newest" || plan.groups.length === 0;
    const holding =
      query.filters.letters && new Set([...query.filters.letters].map((key) => this.#place.get(key)?.open));
    let mostCovered = 0;
    for (const [row, open] of this.#open.entries()) {
      if (holding?.has(open) === false) continue;
      const { segment, removed, days } = open;
      const counts = new Uint32Array(segment.letters.length);
      const allowed = allowedPassages(segment, query.filters, plan, removed);
      const take = (passage: number, score: number) => {
        const letter = segment.passages.letter[passage] ?? 0;
        counts[letter] = (counts[letter] ?? 0) + 1;
        const day = days[letter] ?? 0;
        if (byDay) best.add(row, passage, score, day, score);
        else best.add(row, passage, score, score, day);
      };
      const input = { segment, plan, averageLength, allowed };
      mostCovered = Math.max(mostCovered, matchWithTargets(input, this.#scratch, take));
      for (const [letter, count] of counts.entries()) {
        const key = segment.letters[letter]?.key;
        if (count > 0 && key !== undefined) perLetter.set(key, count);
      }
    }
    if (mostCovered >= plan.bestCovered || plan.groups.length === 0) return { best, perLetter };
    return { best: new TopHits(0), perLetter: new Map() };
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
    this.#spelling ??= new Spelling(
      this.#open.map(({ segment }) => segment.words),
      (known) => this.#analyser.isStop(known),
    );
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
          const row = segment.terms.row.get(term);
          if (row !== undefined) count += segment.terms.passages[row] ?? 0;
        }
        counts.set(term, count);
        return count;
      },
      hasWord: (word) => open.some(({ segment }) => segment.words.row.has(word)),
      repair: (word) => this.#repair(word),
    };
  }
}

/** Like {@link matchSegment}, with the answers that matching passages point to. */
function matchWithTargets(input: MatchInput, scratch: Scratch, take: (passage: number, score: number) => void): number {
  if (input.segment.passages.details.size === 0 || input.plan.groups.length === 0) {
    return matchSegment(input, scratch, take);
  }
  const score = new Map<number, number>();
  const most = matchSegment(input, scratch, (passage, points) => score.set(passage, points));
  followPointers(input.segment, input.allowed, score);
  for (const [passage, points] of score) take(passage, points);
  return most;
}
