import { compoundPart, wholeWord } from "./analyse.ts";
import type { Plan } from "./plan.ts";
import type { Segment } from "./segment.ts";

/**
 * Which passages of one segment answer a plan, and how well: BM25 over the terms, and the share of the query that a
 * passage covers.
 */

/** BM25: how soon more of the same word stops counting (k), and how much a long passage is held against it (b). */
export const bm25 = { k: 1.2, b: 0.6 };

/** Room to work in, kept between queries so that a query allocates little. */
export class Scratch {
  score = new Float32Array(0);
  covered = new Float32Array(0);
  /** 1 when a term stands in the passage itself, not only above it. */
  inText = new Uint8Array(0);
  /** The group that last gave the passage its full credit, counted from 1. */
  creditedBy = new Uint16Array(0);
  hasCountry = new Uint8Array(0);
  touched = new Uint32Array(0);

  fit(passages: number): void {
    if (this.score.length >= passages) return;
    this.score = new Float32Array(passages);
    this.covered = new Float32Array(passages);
    this.inText = new Uint8Array(passages);
    this.creditedBy = new Uint16Array(passages);
    this.hasCountry = new Uint8Array(passages);
    this.touched = new Uint32Array(passages);
  }
}

export interface MatchInput {
  segment: Segment;
  plan: Plan;
  /** The weight of every term of every group, in the order of the plan. */
  termWeights: number[][];
  averageLength: number;
  /** By row of passage: 0 for what filters, phrases and exclusions rule out; null when nothing does. */
  allowed: Uint8Array | null;
}

/** Calls `found` for every passage that answers the plan, with its score; passages come in no particular order. */
export function matchSegment(input: MatchInput, scratch: Scratch, found: (passage: number, score: number) => void): void {
  const { segment, plan, allowed } = input;
  const count = segment.passages.ids.length;
  if (plan.groups.length === 0) {
    for (let passage = 0; passage < count; passage++) if (allowed === null || allowed[passage] === 1) found(passage, 0);
    return;
  }
  scratch.fit(count);
  const touched = addUp(input, scratch);
  const { score, covered, inText, creditedBy, hasCountry } = scratch;
  const least = plan.leastCovered * plan.totalImportance - 1e-6;
  const needsCountry = plan.groups.some(({ country, importance }) => country && importance > 0);
  for (let at = 0; at < touched; at++) {
    const passage = scratch.touched[at] ?? 0;
    const enough = (covered[passage] ?? 0) >= least && inText[passage] === 1 && (!needsCountry || hasCountry[passage] === 1);
    if (enough && (allowed === null || allowed[passage] === 1)) found(passage, score[passage] ?? 0);
    score[passage] = 0;
    covered[passage] = 0;
    inText[passage] = 0;
    creditedBy[passage] = 0;
    hasCountry[passage] = 0;
  }
}

/** Adds up scores and coverage over all terms; returns how many passages were touched. */
function addUp({ segment, plan, termWeights, averageLength }: MatchInput, scratch: Scratch): number {
  const { terms, passages } = segment;
  const { score, covered, inText, creditedBy, hasCountry, touched } = scratch;
  let count = 0;
  for (const [groupRow, group] of plan.groups.entries()) {
    for (const [index, planned] of group.terms.entries()) {
      const row = terms.row.get(planned.term);
      if (row === undefined) continue;
      const weight = termWeights[groupRow]?.[index] ?? 0;
      const credit = planned.credit * group.importance;
      const whole = planned.credit === 1;
      const end = terms.start[row + 1] ?? 0;
      for (let at = terms.start[row] ?? 0; at < end; at++) {
        const passage = terms.passage[at] ?? 0;
        const quarters = terms.frequency[at] ?? 0;
        if (group.exactWord !== null && !holdsWord(segment, passage, group.exactWord)) continue;
        if (score[passage] === 0) touched[count++] = passage;
        const frequency = quarters / wholeWord;
        const length = (passages.length[passage] ?? 0) / averageLength;
        score[passage] =
          (score[passage] ?? 0) + (weight * frequency * (bm25.k + 1)) / (frequency + bm25.k * (1 - bm25.b + bm25.b * length));
        if (quarters >= compoundPart) inText[passage] = 1;
        if (creditedBy[passage] !== groupRow + 1) {
          // Above the passage only, or as a part of another word, it says less.
          covered[passage] = (covered[passage] ?? 0) + credit * (quarters >= wholeWord ? 1 : quarters >= compoundPart ? 0.75 : 0.5);
          if (group.country) hasCountry[passage] = 1;
        }
        if (whole) creditedBy[passage] = groupRow + 1;
      }
    }
  }
  return count;
}

/** Whether a folded word stands in a passage in just that form. */
function holdsWord(segment: Segment, passage: number, folded: string): boolean {
  const row = segment.words.row.get(folded);
  if (row === undefined) return false;
  const { tokens, tokenStart } = segment.passages;
  return tokens.subarray(tokenStart[passage] ?? 0, tokenStart[passage + 1] ?? 0).includes(row);
}
