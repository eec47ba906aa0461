import type { Analyser } from "./analyse.ts";
import type { Marking } from "./passage-index.ts";
import type { Plan } from "./plan.ts";
import { paragraphBreak } from "./segment.ts";
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
  for (const { segment: row, passage } of shown) {
    const segment = open[row]?.segment;
    if (segment === undefined) continue;
    const { tokens, tokenStart } = segment.passages;
    for (const word of new Set(tokens.subarray(tokenStart[passage], tokenStart[passage + 1]))) {
      if (word === paragraphBreak) continue;
      const { termStart, terms, folded } = segment.words;
      const own = terms.subarray(termStart[word], termStart[word + 1]);
      if (own.some((term) => sought.has(segment.terms.names[term] ?? ""))) words.add(folded[word] ?? "");
    }
  }
  const names = [...sought].flatMap((term) => analyser.concepts.byTerm.get(term)?.forms ?? []).map(comparableWords);
  const phrases = [...plan.phrases, ...names.filter((name) => name.length > 1)].map((phrase) => phrase.join(" "));
  return { terms: [...words], phrases: [...new Set(phrases)] };
}
