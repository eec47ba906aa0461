import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countries } from "../../src/letters/countries.ts";
import { type Day, letterKinds } from "../../src/letters/letter.ts";
import { composeQuery } from "../../src/search/compose-query.ts";
import { parseQuery } from "../../src/search/query.ts";

const word = fc.stringMatching(/^[a-z]{3,9}$/).filter((text) => !["nieuwste", "letterlijk"].includes(text));
const words = fc.array(word, { maxLength: 2 }).map((all) => all.join(" "));
const query = fc.record({
  words,
  phrases: fc.array(
    fc.tuple(word, word).map((pair) => pair.join(" ")),
    { maxLength: 2 },
  ),
  without: fc.array(word, { maxLength: 2 }),
  filters: fc.record({
    countries: fc.array(fc.constantFrom(...countries.map(({ code }) => code)), { maxLength: 3 }),
    since: fc.constantFrom(null, "2014-02-25" as Day),
    until: fc.constantFrom(null, "2024-02-29" as Day),
    from: fc.array(fc.constantFrom("Faber", "Van der Burg", "D'Haese"), { maxLength: 2 }),
    parties: fc.array(fc.constantFrom("VVD", "GroenLinks-PvdA", "Groep Van Haga"), { maxLength: 2 }),
    kinds: fc.array(fc.constantFrom(...letterKinds), { maxLength: 2 }),
    dossiers: fc.array(fc.constantFrom("19637", "36600-VI"), { maxLength: 2 }),
  }),
  order: fc.constantFrom("best" as const, "newest" as const),
  literal: fc.boolean(),
});

describe("a query written out", () => {
  it("is read again as the same query", () => {
    fc.assert(
      fc.property(query, (given) => {
        const { typed, ...read } = parseQuery(composeQuery(given));
        expect(typed).toBe(composeQuery(given));
        expect(read).toEqual(given);
      }),
    );
  });
});
