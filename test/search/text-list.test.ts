import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TextList, TextTable } from "../../src/search/text-list.ts";

const texts = fc.uniqueArray(fc.oneof(fc.string(), fc.string({ unit: "grapheme" })), { maxLength: 200 });
const wellFormed = (list: string[]) => [...new Set(list.map((text) => text.replace(/\p{Surrogate}/gu, "?")))];

describe("a list of texts in typed arrays", () => {
  it("gives each text back", () => {
    fc.assert(
      fc.property(texts, (list) => {
        const kept = wellFormed(list);
        const packed = TextList.of(kept);
        expect(kept.map((_, row) => packed.at(row))).toEqual(kept);
        expect(packed.length).toBe(kept.length);
      }),
    );
  });

  it("finds a text as a Map would, and no other", () => {
    fc.assert(
      fc.property(texts, texts, (list, others) => {
        const kept = wellFormed(list);
        const table = TextTable.of(kept);
        const oracle = new Map(kept.map((text, row) => [text, row]));
        for (const text of [...kept, ...wellFormed(others)]) expect(table.rowOf(text)).toBe(oracle.get(text) ?? -1);
      }),
    );
  });

  it("finds texts of any length", () => {
    const long = ["a".repeat(5_000), "é".repeat(5_000)];
    expect(long.map((text) => TextTable.of(long).rowOf(text))).toEqual([0, 1]);
  });
});
