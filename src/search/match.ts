import { isAbove } from "./analyse.ts";
import type { Plan, PlannedTerm, TermGroup } from "./plan.ts";
import { bm25 } from "./rare-terms.ts";
import { isCommon, type Segment } from "./segment.ts";

/**
 * Which passages of one segment answer a plan, and how well: BM25 over the terms, and the share of the query that a
 * passage covers.
 */

/** Room to work in, kept between queries so that a query allocates little. By row of passage. */
export class Scratch {
  score = new Float32Array(0);
  covered = new Float32Array(0);
  /** The most that the group now looked at has given. */
  credit = new Float32Array(0);
  /** 1 when a term stands in the passage itself, not only above it. */
  inText = new Uint8Array(0);
  hasCountry = new Uint8Array(0);
  touched = new Uint32Array(0);
  /** What the term now looked at is worth, by place in its postings. */
  points = new Float32Array(0);
  /** 1 for what is in `touched`. */
  seen = new Uint8Array(0);
  /** Passages that the group now looked at stands in. */
  inGroup = new Uint32Array(0);

  fit(passages: number): void {
    if (this.score.length >= passages) return;
    this.score = new Float32Array(passages);
    this.covered = new Float32Array(passages);
    this.credit = new Float32Array(passages);
    this.inText = new Uint8Array(passages);
    this.hasCountry = new Uint8Array(passages);
    this.touched = new Uint32Array(passages);
    this.points = new Float32Array(passages);
    this.seen = new Uint8Array(passages);
    this.inGroup = new Uint32Array(passages);
  }
}

export interface MatchInput {
  segment: Segment;
  plan: Plan;
  /** Of the whole index. */
  averageLength: number;
  /** By row of passage: 0 for what filters, phrases and exclusions rule out; null when nothing does. */
  allowed: Uint8Array | null;
}

/** Calls `found` for every passage that answers the plan, with its score; passages come in no particular order. */
export function matchSegment(
  input: MatchInput,
  scratch: Scratch,
  found: (passage: number, score: number) => void,
): number {
  const { segment, plan, allowed } = input;
  const count = segment.passages.ids.length;
  if (plan.saysNothing) return 0;
  if (plan.groups.length === 0) {
    for (let passage = 0; passage < count; passage++) if (allowed === null || allowed[passage] === 1) found(passage, 0);
    return 1;
  }
  scratch.fit(count);
  const touched = addUp(input, scratch);
  const { score, covered, inText, hasCountry } = scratch;
  const total = Math.max(plan.totalImportance, Number.MIN_VALUE);
  let most = 0;
  for (let at = 0; at < touched; at++) {
    const passage = scratch.touched[at] ?? 0;
    const share = plan.totalImportance === 0 ? 1 : (covered[passage] ?? 0) / total + roundingError;
    const answers = inText[passage] === 1 && (!plan.needsCountry || hasCountry[passage] === 1);
    if (answers && share >= plan.leastCovered && (allowed === null || allowed[passage] === 1)) {
      most = Math.max(most, share);
      found(passage, score[passage] ?? 0);
    }
    scratch.seen[passage] = 0;
    score[passage] = 0;
    covered[passage] = 0;
    inText[passage] = 0;
    hasCountry[passage] = 0;
  }
  return most;
}

/** Shares are added up in single precision. */
const roundingError = 1e-4;

/** Adds up scores and coverage over all terms; returns how many passages were touched. */
function addUp(input: MatchInput, scratch: Scratch): number {
  const { covered, credit, hasCountry, inText, inGroup } = scratch;
  let touchedCount = 0;
  for (const group of input.plan.groups) {
    let groupCount = 0;
    for (const planned of group.terms) {
      const found = postingsOf(input, group, planned, scratch.points);
      if (found === null) continue;
      touchedCount = addPoints(scratch, found, touchedCount);
      groupCount = addCredit(scratch, found.passages, planned, groupCount);
    }
    for (let at = 0; at < groupCount; at++) {
      const passage = inGroup[at] ?? 0;
      covered[passage] = (covered[passage] ?? 0) + (credit[passage] ?? 0) * group.importance;
      if (group.country && inText[passage] === 1) hasCountry[passage] = 1;
      credit[passage] = 0;
    }
  }
  return touchedCount;
}

/** Passages, and what the term is worth in each. */
interface Postings {
  passages: Uint32Array;
  points: Float32Array;
}

// The two loops below run for every posting of every term: they are what a query costs.

function addPoints({ score, seen, touched }: Scratch, { passages, points }: Postings, before: number): number {
  let count = before;
  for (let at = 0; at < passages.length; at++) {
    const passage = passages[at] ?? 0;
    if (seen[passage] === 0) {
      seen[passage] = 1;
      touched[count++] = passage;
    }
    score[passage] = (score[passage] ?? 0) + (points[at] ?? 0);
  }
  return count;
}

function addCredit(
  { credit, inText, inGroup }: Scratch,
  passages: Uint32Array,
  planned: PlannedTerm,
  before: number,
): number {
  const inside = isAbove(planned.term) ? 0 : 1;
  let count = before;
  for (let at = 0; at < passages.length; at++) {
    const passage = passages[at] ?? 0;
    const own = credit[passage] ?? 0;
    if (own === 0) inGroup[count++] = passage;
    // Parts of one compound add up, but never to more than the word itself.
    credit[passage] = own + planned.credit > 1 ? 1 : own + planned.credit;
    if (inside === 1) inText[passage] = 1;
  }
  return count;
}

/** `points` is filled, as a query with long postings would otherwise leave much to clean up. */
function postingsOf(input: MatchInput, group: TermGroup, planned: PlannedTerm, points: Float32Array): Postings | null {
  const { segment } = input;
  const row = segment.terms.row.get(planned.term);
  if (row === undefined) return null;
  const weight = planned.weight * group.weight;
  const found = isCommon(segment.terms, row)
    ? commonPostings(input, row, weight, points)
    : rarePostings(segment, planned.term, row, weight);
  return group.exactWord === null ? found : onlyWhereItStands(segment, group.exactWord, found);
}

function commonPostings(
  { segment, averageLength }: MatchInput,
  row: number,
  weight: number,
  points: Float32Array,
): Postings {
  const { terms } = segment;
  const { length } = segment.passages;
  const start = terms.start[row] ?? 0;
  const passages = terms.passage.subarray(start, terms.start[row + 1]);
  const base = bm25.k * (1 - bm25.b);
  const perWord = (bm25.k * bm25.b) / averageLength;
  for (let at = 0; at < passages.length; at++) {
    const frequency = terms.frequency[start + at] ?? 0;
    const norm = base + perWord * (length[passages[at] ?? 0] ?? 0);
    points[at] = (weight * frequency * (bm25.k + 1)) / (frequency + norm);
  }
  return { passages, points };
}

/** MiniSearch weighs a term by how rare it is in this segment; that is undone, as `weight` has it for the whole index. */
function rarePostings(segment: Segment, term: string, row: number, weight: number): Postings {
  const having = segment.terms.passages[row] ?? 0;
  const own = Math.log(1 + (segment.passages.ids.length - having + 0.5) / (having + 0.5));
  const results = segment.rare.search(term);
  return {
    passages: Uint32Array.from(results, ({ id }) => id),
    points: Float32Array.from(results, ({ score }) => (score * weight) / own),
  };
}

/** For literal queries: the word itself, not another form of it. */
function onlyWhereItStands(segment: Segment, word: string, { passages, points }: Postings): Postings {
  const row = segment.words.row.get(word);
  const { tokens, tokenStart } = segment.passages;
  const stands = (passage: number) =>
    row !== undefined && tokens.subarray(tokenStart[passage] ?? 0, tokenStart[passage + 1] ?? 0).includes(row);
  return { passages: passages.filter(stands), points: points.filter((_, at) => stands(passages[at] ?? 0)) };
}

/** By row of passage: 1 where one of the terms stands in the text. */
export function passagesWithTerm(segment: Segment, names: string[]): Uint8Array {
  const { terms, passages, rare } = segment;
  const found = new Uint8Array(passages.ids.length);
  for (const name of names) {
    const row = terms.row.get(name);
    if (row === undefined) continue;
    for (const passage of terms.passage.subarray(terms.start[row], terms.start[row + 1])) found[passage] = 1;
    if (!isCommon(terms, row)) for (const { id } of rare.search(name)) found[id] = 1;
  }
  return found;
}
