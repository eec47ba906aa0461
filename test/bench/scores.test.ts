import { describe, expect, it } from "vitest";
import { type JudgedQuery, ndcg, scoresOf } from "../../bench/scores.ts";

const query = (hits: number, ...items: [grade: number, rank: number | null][]): JudgedQuery => ({
  hits,
  items: items.map(([grade, rank]) => ({ grade, rank })),
});

describe("the scores of an evaluation", () => {
  it("are perfect when every judged item is found, best first", () => {
    const scores = scoresOf([query(10, [2, 1], [1, 2]), query(0)]);
    expect(scores).toEqual({ ndcg10: 1, recall5: 1, mrr: 1, falseAnswers: 0 });
  });

  it("use gains of 2^grade - 1 and a discount of log2(rank + 1)", () => {
    // Grade 1 (gain 1) stands first, grade 2 (gain 3) third; the best order has them first and second.
    const found = 1 / Math.log2(2) + 3 / Math.log2(4);
    const ideal = 3 / Math.log2(2) + 1 / Math.log2(3);
    expect(
      ndcg(
        [
          { grade: 1, rank: 1 },
          { grade: 2, rank: 3 },
        ],
        10,
      ),
    ).toBeCloseTo(found / ideal, 10);
  });

  it("count in nDCG what stands among the first ten, in recall what stands among the first five", () => {
    const { ndcg10, recall5, mrr } = scoresOf([query(20, [1, 6], [1, 11])]);
    expect(ndcg10).toBeCloseTo(1 / Math.log2(7) / (1 + 1 / Math.log2(3)), 10);
    expect(recall5).toBe(0);
    expect(mrr).toBeCloseTo(1 / 6, 10);
  });

  it("hold all judged items as the ideal, found or not", () => {
    expect(scoresOf([query(10, [1, 1], [1, null])]).recall5).toBe(0.5);
    expect(scoresOf([query(10, [1, 1], [1, null])]).ndcg10).toBeLessThan(1);
    expect(scoresOf([query(0, [1, null])])).toMatchObject({ ndcg10: 0, mrr: 0 });
  });

  it("never exceed 1 when two judged items stand in one passage", () => {
    expect(scoresOf([query(10, [2, 1], [2, 1])]).ndcg10).toBe(1);
  });

  it("count as a false answer every query without an answer that got one, and leave it out of the averages", () => {
    expect(scoresOf([query(3), query(0), query(10, [1, 1])])).toEqual({
      ndcg10: 1,
      recall5: 1,
      mrr: 1,
      falseAnswers: 1,
    });
  });

  it("are zero for no queries at all", () => {
    expect(scoresOf([])).toEqual({ ndcg10: 0, recall5: 0, mrr: 0, falseAnswers: 0 });
  });
});
