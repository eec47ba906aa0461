import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findMatches } from "../../src/search/highlight.ts";
import { sentencesOf } from "../../src/search/sentences.ts";
import { type Snippet, snippet } from "../../src/search/snippet.ts";
import { processorTime } from "../letters/processor-time.ts";

const textOf = ({ parts }: Snippet) => parts.map(({ text }) => text).join("");
const sentences = (text: string) => sentencesOf(text).map(({ start, end }) => text.slice(start, end));
const about = (word: string, text: string, longest: number) =>
  snippet(text, findMatches(text, { terms: [word], phrases: [] }), longest);

describe("sentences", () => {
  it("do not end at an abbreviation, an initial or within a number", () => {
    const whole = [
      "In het debat van 20 december jl. (Kamerstuk 19 637, nr. 3199) heb ik dat toegezegd.",
      "Zie art. 3 EVRM en de brief van M.H.M. Faber-van de Klashorst over 2.640 vreemdelingen.",
      "Het kabinet werkt met o.a. Ethiopië en Senegal aan verbetering.",
    ];
    expect(sentences(whole.join(" "))).toEqual(whole);
  });

  it("end at a question mark, a closing quotation mark and a blank line", () => {
    expect(sentences("Klopt dat? “Ja.” Nee\n\nAntwoord volgt")).toEqual([
      "Klopt dat?",
      "“Ja.”",
      "Nee",
      "Antwoord volgt",
    ]);
  });
});

describe("a snippet", () => {
  const text =
    "Er zijn veel landen. De samenwerking met Marokko is goed. In 2024 keerden 2.640 mensen terug. Dat is meer dan eerst.";

  it("is whole sentences around the match, filled up with what follows", () => {
    const found = about("marokko", text, 80);
    expect(textOf(found)).toBe("De samenwerking met Marokko is goed. In 2024 keerden 2.640 mensen terug.");
    expect(found).toMatchObject({ cutBefore: true, cutAfter: true });
  });

  it("marks what was found and nothing else", () => {
    const { parts } = about("marokko", text, 80);
    expect(parts.filter(({ match }) => match)).toEqual([{ text: "Marokko", match: true }]);
  });

  it("is the whole text when that fits", () => {
    expect(about("marokko", text, 1_000)).toMatchObject({ cutBefore: false, cutAfter: false });
  });

  it("of one long sentence is cut between words, and never inside what belongs together", () => {
    const long = `${"woord ".repeat(40)}Kamerstukken II 2016/17, 19 637, nr. 2327 en E. van der Burg met 19 637 mensen op 12 juni 2025 ${"slot ".repeat(40)}`;
    const wholes = [
      "Kamerstukken II 2016/17, 19 637, nr. 2327",
      "E. van der Burg",
      "19 637 mensen".slice(0, 6),
      "12 juni 2025",
    ];
    for (let longest = 60; longest < 200; longest += 7) {
      const shown = textOf(about("mensen", long, longest));
      const from = long.indexOf(shown);
      expect(from).toBeGreaterThanOrEqual(0);
      for (const whole of wholes) {
        for (let at = long.indexOf(whole); at >= 0; at = long.indexOf(whole, at + 1)) {
          const end = at + whole.length;
          const inside = (place: number) => place > at && place < end;
          expect(inside(from) || inside(from + shown.length), `${whole} in: ${shown}`).toBe(false);
        }
      }
    }
  });

  it("is always a piece of the text, with the matches inside it marked", () => {
    const word = fc.constantFrom(
      "terugkeer",
      "Marokko",
      "nr.",
      "19",
      "637",
      "jl.",
      "E.",
      "Burg",
      "?",
      "2.640",
      "\n\n",
      "o.a.",
      "https://a.nl/b",
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 80 }), fc.integer({ min: 1, max: 300 }), (words, longest) => {
        const source = words.join(" ");
        const found = about("marokko", source, longest);
        expect(source).toContain(textOf(found));
        for (const { text: part, match } of found.parts) {
          expect(part).not.toBe("");
          if (match) expect(part).toBe("Marokko");
          else expect(part).not.toContain("Marokko");
        }
        if (source.trim() !== "") expect(textOf(found)).not.toBe("");
      }),
    );
  });

  it("of a longer text costs in proportion: nothing walks the whole text again and again", () => {
    const text = (size: number) =>
      `${"a.b ".repeat(size)}Marokko ${"Een zin met Marokko erin. ".repeat(size)} ${"19 637, nr ".repeat(size)}`;
    const cost = (size: number) => {
      const long = text(size);
      return processorTime(() => about("marokko", long, 500), 0);
    };
    cost(500);
    // Eight times the text: a walk within a walk would cost sixty-four times as much.
    expect(cost(32_000)).toBeLessThan(40 * Math.max(cost(4_000), 40));
  });
});
