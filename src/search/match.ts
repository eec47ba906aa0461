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
  score = new Float64Array(0);
  covered = new Float32Array(0);
  /** The most that the group now looked at has given. */
  credit = new Float32Array(0);
  /** 1 when a term stands in the passage itself, not only above it. */
  inText = new Uint8Array(0);
  hasCountry = new Uint8Array(0);
  touched = new Uint32Array(0);
  /** 1 for what is in `touched`. */
  seen = new Uint8Array(0);
  /** Passages that the group now looked at stands in. */
  inGroup = new Uint32Array(0);

  fit(passages: number): void {
    if (this.score.length >= passages) return;
    this.score = new Float64Array(passages);
    this.covered = new Float32Array(passages);
    this.credit = new Float32Array(passages);
    this.inText = new Uint8Array(passages);
    this.hasCountry = new Uint8Array(passages);
    this.touched = new Uint32Array(passages);
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
  const { score, covered, credit, hasCountry, inText, touched, seen, inGroup } = scratch;
  let touchedCount = 0;
  for (const group of input.plan.groups) {
    let groupCount = 0;
    for (const planned of group.terms) {
      const outside = isAbove(planned.term);
      forEachPassage(input, group, planned, (passage, points) => {
        if (seen[passage] === 0) touched[touchedCount++] = passage;
        seen[passage] = 1;
        score[passage] = (score[passage] ?? 0) + points;
        if (!outside) inText[passage] = 1;
        if (credit[passage] === 0) inGroup[groupCount++] = passage;
        // Parts of one compound add up, but never to more than the word itself.
        credit[passage] = Math.min(1, (credit[passage] ?? 0) + planned.credit);
      });
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

type Visit = (passage: number, points: number) => void;

function forEachPassage(input: MatchInput, group: TermGroup, planned: PlannedTerm, visit: Visit): void {
  const { segment } = input;
  const row = segment.terms.row.get(planned.term);
  if (row === undefined) return;
  const weight = planned.weight * group.weight;
  const checked: Visit = group.exactWord === null ? visit : onlyWhereItStands(segment, group.exactWord, visit);
  if (isCommon(segment.terms, row)) visitCommon(input, row, weight, checked);
  else visitRare(segment, planned.term, row, weight, checked);
}

function visitCommon({ segment, averageLength }: MatchInput, row: number, weight: number, visit: Visit): void {
  const { terms, passages } = segment;
  const end = terms.start[row + 1] ?? 0;
  for (let at = terms.start[row] ?? 0; at < end; at++) {
    const passage = terms.passage[at] ?? 0;
    const frequency = terms.frequency[at] ?? 0;
    const length = (passages.length[passage] ?? 0) / averageLength;
    const saturated = (frequency * (bm25.k + 1)) / (frequency + bm25.k * (1 - bm25.b + bm25.b * length));
    visit(passage, weight * saturated);
  }
}

/** MiniSearch weighs a term by how rare it is in this segment; that is undone, as `weight` has it for the whole index. */
function visitRare(segment: Segment, term: string, row: number, weight: number, visit: Visit): void {
  const having = segment.terms.passages[row] ?? 0;
  const own = Math.log(1 + (segment.passages.ids.length - having + 0.5) / (having + 0.5));
  const factor = weight / own;
  for (const { id, score } of segment.rare.search(term)) visit(id, score * factor);
}

/** For literal queries: the word itself, not another form of it. */
function onlyWhereItStands(segment: Segment, word: string, visit: Visit): Visit {
  const row = segment.words.row.get(word);
  const { tokens, tokenStart } = segment.passages;
  return (passage, points) => {
    if (row === undefined) return;
    const own = tokens.subarray(tokenStart[passage] ?? 0, tokenStart[passage + 1] ?? 0);
    if (own.includes(row)) visit(passage, points);
  };
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
