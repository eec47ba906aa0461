import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { firstWords } from "../../src/replies/first-words.ts";

const words = fc.array(
  fc.oneof(
    fc.constantFrom(
      "110",
      "000",
      "€",
      "5",
      "nr.",
      "929",
      "12,5",
      "https://x.nl/a?b=1",
      "terugkeer",
      "De",
      "👩‍👩‍👧",
      "مرحبا",
      "\n",
    ),
    fc.string({ unit: "grapheme", maxLength: 12 }),
  ),
  { maxLength: 60 },
);

describe("the first words of a text", () => {
  it("are the whole text on one line when it is short", () => {
    expect(firstWords("  Een\n korte  zin. ", 40)).toBe("Een korte zin.");
  });

  it("end after a sentence that ends late enough, and say that more follows", () => {
    expect(firstWords("Klopt het dat de terugkeer is gestegen? Zo ja, waarom?", 45)).toBe(
      "Klopt het dat de terugkeer is gestegen? …",
    );
  });

  it("take no abbreviation for the end of a sentence", () => {
    expect(firstWords("In de brief van 20 december jl. De minister zei het al", 46)).toBe(
      "In de brief van 20 december jl. De minister…",
    );
  });

  it.each([
    ["in 2024 zijn 110 000 mensen vertrokken", 19, "in 2024 zijn…"],
    ["het kost per jaar € 5 miljoen", 21, "het kost per jaar…"],
    ["zie de brief met nr. 929 van dit dossier", 22, "zie de brief met…"],
    ["lees https://zoek.officielebekendmakingen.nl/kst-32317-929.html daar", 30, "lees…"],
  ])("never cut %j in a number, a link or what is announced", (text, longest, cut) => {
    expect(firstWords(text, longest)).toBe(cut);
  });

  it("of one long word are whole graphemes, and of one long number nothing", () => {
    expect(firstWords("e\u0301".repeat(50), 11)).toBe(`${"e\u0301".repeat(4)}…`);
    expect(firstWords("1".repeat(50), 10)).toBe("…");
  });

  it("are never longer than asked, and never invented", () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 5, max: 120 }), (given, longest) => {
        const text = given.join(" ");
        const line = text.replace(/\s+/g, " ").trim();
        const first = firstWords(text, longest);
        expect([...first].length).toBeLessThanOrEqual(longest);
        if (first !== line) {
          expect(first.endsWith("…")).toBe(true);
          expect(line.startsWith(first.replace(/ ?…$/, ""))).toBe(true);
        }
      }),
    );
  });
});
