import type { Analyser } from "./analyse.ts";
import type { Marking } from "./passage-index.ts";
import type { Plan } from "./plan.ts";
import { paragraphBreak, type Segment } from "./segment.ts";
import type { OpenSegment } from "./segment-search.ts";
import type { Candidate } from "./top-hits.ts";
import { comparableWords } from "./words.ts";

/**
 * What to mark in the passages found: the words as they stand there, so that whoever shows them needs no analysis.
 */

/** `shown`: the passages that the reader gets to see. */
export function markingOf(plan: Plan, shown: Candidate[], open: OpenSegment[], analyser: Analyser): Marking {
  const sought = new Set(
    plan.groups
      .filter(({ exactWord, importance }) => exactWord === null && importance > 0)
      .flatMap(({ terms }) => terms.map(({ term }) => term)),
  );
  const words = new Set(plan.groups.flatMap(({ exactWord }) => exactWord ?? []));
  const rowsOf = new Map<number, Set<number>>();
  for (const { segment: row, passage } of shown) {
    const segment = open[row]?.segment;
    if (segment === undefined) continue;
    const rows = rowsOf.get(row) ?? new Set([...sought].map((term) => segment.terms.names.rowOf(term)));
    rowsOf.set(row, rows);
    addWords(segment, passage, rows, words);
  }
  const names = [...sought].flatMap((term) => analyser.concepts.byTerm.get(term)?.forms ?? []).map(comparableWords);
  // A name may be typed, and stand there, in a form of which the table has another: "zelfstandig vertrokken".
  const typed = plan.groups.filter(({ exactWord }) => exactWord === null).map((group) => group.typed);
  const ofWords = [...names, ...typed].filter((name) => name.length > 1);
  const phrases = [...plan.phrases, ...ofWords].map((phrase) => phrase.join(" "));
  return { terms: [...words], phrases: [...new Set(phrases)] };
}

/** Adds the words of a passage that have one of the terms (rows). */
function addWords(
  { passages, words: { folded, termStart, terms } }: Segment,
  passage: number,
  rows: Set<number>,
  words: Set<string>,
): void {
  const end = passages.tokenStart[passage + 1] ?? 0;
  for (let at = passages.tokenStart[passage] ?? 0; at < end; at++) {
    const word = passages.tokens[at] ?? paragraphBreak;
    if (word === paragraphBreak) continue;
    const last = termStart[word + 1] ?? 0;
    for (let index = termStart[word] ?? 0; index < last; index++) {
      if (rows.has(terms[index] ?? -1)) words.add(folded.at(word));
    }
  }
}
