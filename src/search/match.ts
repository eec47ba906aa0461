import { isAbove, isName } from "./analyse.ts";
import { leastAlone, openLookAround } from "./around.ts";
import { bm25 } from "./bm25.ts";
import type { Demands } from "./demands.ts";
import { passagesWithPhrase } from "./phrase.ts";
import type { Plan, TermGroup } from "./plan.ts";
import type { Pointers } from "./pointers.ts";
import type { Segment } from "./segment.ts";

/**
 * Which passages of one segment answer a plan, and how well: BM25 over the terms, and the share of the query that a
 * passage covers.
 */

export interface MatchInput {
  segment: Segment;
  pointers: Pointers;
  plan: Plan;
  /** Of the whole index, in words. */
  averageLength: number;
  /** By row of passage: 0 for what filters, phrases and exclusions rule out; null when nothing does. */
  allowed: Uint8Array | null;
  /** Whether a passage counts for what its neighbours hold too: to be asked when no passage answers by itself. */
  lookAround: boolean;
}

/** What is known of a passage while a query is looked up, as bits. */
const mark = { touched: 1, inText: 2, country: 4, pointedAt: 8, person: 16 };

/** Room to work in, kept between queries so that a query allocates little. Clean between queries. */
export class Scratch {
  /** These by row of passage. */
  score = new Float32Array(0);
  /** Importance held of the words that name no country, and of those that do. */
  covered = new Float32Array(0);
  coveredCountry = new Float32Array(0);
  /** The most that the group now looked at has given. */
  credit = new Float32Array(0);
  marks = new Uint8Array(0);
  /** The passages that match, ascending, and their scores. */
  rows = new Uint32Array(0);
  scores = new Float32Array(0);

  fit(passages: number): void {
    if (this.score.length >= passages) return;
    this.score = new Float32Array(passages);
    this.covered = new Float32Array(passages);
    this.coveredCountry = new Float32Array(passages);
    this.credit = new Float32Array(passages);
    this.marks = new Uint8Array(passages);
    this.rows = new Uint32Array(passages);
    this.scores = new Float32Array(passages);
  }
}

export interface Matched {
  /** So many of `rows` and `scores` in the scratch. */
  count: number;
  /** The largest share of the query that one of them covers, 0 to 1. */
  mostCovered: number;
}

/** Leaves the passages that answer the plan in the scratch. */
export function matchSegment(input: MatchInput, scratch: Scratch): Matched {
  const { segment, plan, allowed } = input;
  const passages = segment.passages.ids.length;
  if (plan.saysNothing) return { count: 0, mostCovered: 0 };
  scratch.fit(passages);
  const { rows, scores, score, covered, coveredCountry, marks } = scratch;
  let count = 0;
  if (plan.groups.length === 0) {
    for (let row = 0; row < passages; row++) {
      if (allowed !== null && allowed[row] === 0) continue;
      scores[count] = 0;
      rows[count++] = row;
    }
    return { count, mostCovered: 1 };
  }
  for (const group of plan.groups) addGroup(input, group, scratch);

  const test: Test = {
    needed: marksNeeded(plan.demands),
    least: plan.totalImportance * (plan.demands.leastCovered - roundingError),
    beside: plan.demands.leastBeside * (1 - roundingError),
  };
  const holdsTogether = input.lookAround ? openLookAround(segment, plan) : null;
  if (holdsTogether === null) followPointers(input, scratch, test);
  let most = 0;
  for (let row = 0; row < passages; row++) {
    const marked = marks[row] ?? 0;
    if (marked === 0) continue;
    const beside = covered[row] ?? 0;
    const held = beside + (coveredCountry[row] ?? 0);
    const mayAnswer = (marked & test.needed) === test.needed && beside >= test.beside;
    const answers =
      mayAnswer &&
      (holdsTogether === null ? held >= test.least : held >= test.least * leastAlone && holdsTogether(row));
    if ((marked & mark.pointedAt) !== 0 || (answers && (allowed === null || allowed[row] === 1))) {
      if (held > most) most = held;
      scores[count] = score[row] ?? 0;
      rows[count++] = row;
    }
    marks[row] = 0;
    score[row] = 0;
    covered[row] = 0;
    coveredCountry[row] = 0;
  }
  return { count, mostCovered: plan.totalImportance === 0 ? 1 : most / plan.totalImportance + roundingError };
}

/** What makes a passage an answer. */
interface Test {
  /** Marks that it must have. */
  needed: number;
  /** So much of the importance of the query it must hold, and so much of the words that name no country. */
  least: number;
  beside: number;
}

/** Shares are added up in single precision. */
const roundingError = 1e-4;

/** Who finds a question that is answered elsewhere finds that answer with it, and it counts for as much. */
function followPointers({ pointers, allowed }: MatchInput, scratch: Scratch, test: Test): void {
  const { marks, score, covered, coveredCountry } = scratch;
  for (const [row, targets] of pointers) {
    const beside = covered[row] ?? 0;
    if (((marks[row] ?? 0) & test.needed) !== test.needed || allowed?.[row] === 0) continue;
    if (beside + (coveredCountry[row] ?? 0) < test.least || beside < test.beside) continue;
    for (const target of targets) {
      if (allowed?.[target] === 0) continue;
      marks[target] = (marks[target] ?? 0) | mark.pointedAt;
      score[target] = Math.max(score[target] ?? 0, score[row] ?? 0);
    }
  }
}

function addGroup({ segment, averageLength }: MatchInput, group: TermGroup, scratch: Scratch): void {
  const { terms } = segment;
  const only = group.exactWord === null ? null : passagesWithPhrase(segment, [group.exactWord]);
  const found = group.terms
    .map((planned) => ({ ...planned, row: terms.names.rowOf(planned.term) }))
    .filter(({ row }) => row >= 0);
  for (const { row, term, weight, credit, toldBy } of found) {
    const marked = mark.touched + marksOf(group, term);
    const start = terms.start[row] ?? 0;
    const passages = postingsOf(terms, row);
    const factor = weight * group.weight * (bm25.k + 1);
    // A name stands under the letter as a whole, however long its passages are.
    const average = isName(term) ? Number.POSITIVE_INFINITY : averageLength;
    addPoints(scratch, segment, passages, start, factor, average, marked, only);
    if (group.importance === 0) continue;
    const told = toldBy === undefined ? -1 : terms.names.rowOf(toldBy);
    const except = told < 0 ? nowhere : postingsOf(terms, told);
    addCredit(scratch, group, passages, credit, found.length > 1, only, except);
  }
  if (found.length < 2) return;
  for (const { row } of found) for (const passage of postingsOf(terms, row)) scratch.credit[passage] = 0;
}

function postingsOf({ passage, start }: Segment["terms"], row: number): Uint32Array {
  return passage.subarray(start[row], start[row + 1]);
}

const nowhere = new Uint32Array(0);

function marksNeeded({ needsText, needsCountry, needsPerson }: Demands): number {
  return (needsText ? mark.inText : 0) + (needsCountry ? mark.country : 0) + (needsPerson ? mark.person : 0);
}

/** What a passage is known for that has a term of a group. */
function marksOf({ country, terms }: TermGroup, term: string): number {
  // A part of a name is nobody.
  const isPerson = isName(term) || (term === terms[0]?.term && terms.some((one) => isName(one.term)));
  const inText = isAbove(term) || isName(term) ? 0 : mark.inText;
  return inText + (country ? mark.country : 0) + (isPerson ? mark.person : 0);
}

// The two loops below run for every posting of every term: they are what a query costs.

function addPoints(
  { score, marks }: Scratch,
  { passages: { length }, terms: { frequency } }: Segment,
  passages: Uint32Array,
  start: number,
  factor: number,
  averageLength: number,
  marked: number,
  only: Uint8Array | null,
): void {
  const base = bm25.k * (1 - bm25.b);
  const perWord = (bm25.k * bm25.b) / averageLength;
  for (let at = 0; at < passages.length; at++) {
    const passage = passages[at] ?? 0;
    if (only !== null && only[passage] === 0) continue;
    const times = frequency[start + at] ?? 0;
    score[passage] = (score[passage] ?? 0) + (factor * times) / (times + base + perWord * (length[passage] ?? 0));
    marks[passage] = (marks[passage] ?? 0) | marked;
  }
}

/**
 * Parts of one compound add up, but never to more than the word itself. `shared`: the group has more terms. `except`:
 * passages that get nothing; ascending, as `passages` are.
 */
function addCredit(
  scratch: Scratch,
  { importance, country }: TermGroup,
  passages: Uint32Array,
  own: number,
  shared: boolean,
  only: Uint8Array | null,
  except: Uint32Array,
): void {
  const { credit } = scratch;
  const covered = country ? scratch.coveredCountry : scratch.covered;
  let next = 0;
  for (let at = 0; at < passages.length; at++) {
    const passage = passages[at] ?? 0;
    if (only !== null && only[passage] === 0) continue;
    while (next < except.length && (except[next] ?? 0) < passage) next++;
    if (next < except.length && except[next] === passage) continue;
    const before = shared ? (credit[passage] ?? 0) : 0;
    const after = before + own > 1 ? 1 : before + own;
    covered[passage] = (covered[passage] ?? 0) + (after - before) * importance;
    if (shared) credit[passage] = after;
  }
}

/** By row of passage: 1 where one of the terms stands in the text. */
export function passagesWithTerm({ terms, passages }: Segment, names: string[]): Uint8Array {
  const found = new Uint8Array(passages.ids.length);
  for (const name of names) {
    const row = terms.names.rowOf(name);
    if (row < 0) continue;
    for (const passage of postingsOf(terms, row)) found[passage] = 1;
  }
  return found;
}
