import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isOneSlip, slips } from "../../src/search/one-slip.ts";

/** By the definition, trying everything. */
function slowly(one: string, other: string): number {
  if (one === "" || other === "") return one.length + other.length;
  const changed = one[0] === other[0] ? 0 : 1;
  const swapped = one.length > 1 && one[0] === other[1] && one[1] === other[0];
  return Math.min(
    slowly(one.slice(1), other) + 1,
    slowly(one, other.slice(1)) + 1,
    slowly(one.slice(1), other.slice(1)) + changed,
    swapped ? slowly(one.slice(2), other.slice(2)) + 1 : Number.POSITIVE_INFINITY,
  );
}

describe("a slip of the pen", () => {
  it.each([
    ["algeije", "algerije", "a letter left out"],
    ["algerrije", "algerije", "a letter put in"],
    ["algerike", "algerije", "another letter"],
    ["tunsie", "tunise", "two neighbours in the other order"],
    ["marok", "marokk", "a letter at the end"],
    ["arokko", "marokko", "a letter at the start"],
    ["19637-2357", "19637-2375", "in a number too"],
  ])("%s for %s: %s", (one, other) => {
    expect([isOneSlip(one, other), isOneSlip(other, one)]).toEqual([true, true]);
  });

  it.each([
    ["algerije", "algerije", "the same"],
    ["", "", "nothing at all"],
    ["maroko", "marakko", "two letters"],
    ["lijst", "stlij", "letters that are further apart"],
    ["ab", "cba", "a letter put between two that were swapped"],
  ])("is not %j for %j: %s", (one, other) => {
    expect([isOneSlip(one, other), isOneSlip(other, one)]).toEqual([false, false]);
  });

  it("is counted as by trying everything, up to the most that is asked for", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 6 });
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 3 }), (one, other, most) => {
        expect(slips(one, other, most)).toBe(Math.min(slowly(one, other), most + 1));
      }),
      { numRuns: 2_000 },
    );
  });
});
