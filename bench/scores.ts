/**
 * Measures of retrieval, as shared/CLI.md defines them. Pure: ranks in, figures out.
 */

export interface Scores {
  ndcg10: number;
  recall5: number;
  mrr: number;
  /** Queries without an answer that got one all the same. */
  falseAnswers: number;
  msPerQuery: number;
}

/** One judged item: what it is worth, and the place (from 1) of the first hit that holds it, null when none does. */
export interface JudgedItem {
  grade: number;
  rank: number | null;
}

export interface JudgedQuery {
  items: JudgedItem[];
  /** How many hits came back. */
  hits: number;
}

/** Averages over the queries that have an answer; false answers are counted over those that have none. */
export function scoresOf(queries: JudgedQuery[]): Omit<Scores, "msPerQuery"> {
  const answerable = queries.filter(({ items }) => items.length > 0);
  const unanswerable = queries.filter(({ items }) => items.length === 0);
  return {
    ndcg10: mean(answerable.map(({ items }) => ndcg(items, 10))),
    recall5: mean(
      answerable.map(({ items }) => items.filter(({ rank }) => rank !== null && rank <= 5).length / items.length),
    ),
    mrr: mean(
      answerable.map(({ items }) => 1 / Math.min(...items.map(({ rank }) => rank ?? Number.POSITIVE_INFINITY))),
    ),
    falseAnswers: unanswerable.filter(({ hits }) => hits > 0).length,
  };
}

/** Gains 2^grade - 1, discount log2(rank + 1); the ideal is all items, best first. Two items in one hit never make it more than 1. */
export function ndcg(items: JudgedItem[], depth: number): number {
  const discounted = (grade: number, rank: number) => (2 ** grade - 1) / Math.log2(rank + 1);
  let found = 0;
  for (const { grade, rank } of items) if (rank !== null && rank <= depth) found += discounted(grade, rank);
  const best = items.map(({ grade }) => grade).sort((a, b) => b - a);
  const ideal = best.slice(0, depth).reduce((sum, grade, index) => sum + discounted(grade, index + 1), 0);
  return ideal === 0 ? 0 : Math.min(1, found / ideal);
}

function mean(values: number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
