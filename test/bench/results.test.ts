import { describe, expect, it } from "vitest";
import { tableOf, withSection } from "../../bench/results.ts";
import { quantile } from "../../bench/timing.ts";

describe("the file of results", () => {
  it("keeps one section for each size: a new run takes the place of the last one", () => {
    const first = withSection("# Results\n", "20,000 passages", "old");
    const both = withSection(first, "200,000 passages", "large");
    expect(withSection(both, "20,000 passages", "new")).toBe(
      "# Results\n\n## 20,000 passages\n\nnew\n\n## 200,000 passages\n\nlarge\n",
    );
  });

  it("shows FTS5 beside each figure that it has too, and the ratio", () => {
    const table = tableOf([
      { name: "short", value: 5, fts5: 20 },
      { name: "memory", value: 241.3, fts5: null },
      { name: "own work", value: null, fts5: null },
    ]);
    expect(table.split("\n").slice(2)).toEqual([
      "| short | 5.00 | 20.0 | 0.25 |",
      "| memory | 241 |  |  |",
      "| own work | unknown |  |  |",
    ]);
  });
});

describe("a quantile", () => {
  it("is the smallest value that so large a share does not exceed", () => {
    const values = [5, 1, 4, 2, 3];
    expect([0, 0.2, 0.5, 0.95, 1].map((share) => quantile(values, share))).toEqual([1, 1, 3, 5, 5]);
    expect(quantile([], 0.5)).toBe(0);
  });
});
