import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CountryCode, Question } from "../../src/letters/letter.ts";
import { bestSentence, type Sought } from "../../src/replies/timeline-sentence.ts";

const about = (...terms: string[]): Sought => ({ marking: { terms, phrases: [] }, countries: [] });
const textOf = ({ parts }: { parts: { text: string }[] }) => parts.map(({ text }) => text).join("");

function asked(question: string, answer: string | null): Question {
  return { numbers: [4], question, askers: [{ name: null, party: "VVD" }], answer, refersTo: [] };
}

describe("the sentence of a passage", () => {
  it("is the one with most of what was sought, whole", () => {
    const text = "Algerije is groot. In 2024 keerden 1.240 mensen terug naar Algerije, 12,5% meer dan in 2023. Einde.";
    expect(textOf(bestSentence({ text }, null, about("algerije", "keerden")))).toBe(
      "In 2024 keerden 1.240 mensen terug naar Algerije, 12,5% meer dan in 2023.",
    );
  });

  it("is no heading when a sentence says as much", () => {
    const text = "Algerije\n\nDe samenwerking met Algerije is goed. De samenwerking met Algerije is nieuw.";
    expect(textOf(bestSentence({ text }, null, about("algerije")))).toBe("De samenwerking met Algerije is goed.");
  });

  it("marks what was sought", () => {
    expect(bestSentence({ text: "Naar Algerije gaan is mogelijk." }, null, about("algerije")).parts).toEqual([
      { text: "Naar ", match: false },
      { text: "Algerije", match: true },
      { text: " gaan is mogelijk.", match: false },
    ]);
  });

  it("names the country of a filter, as no word was sought", () => {
    const sought = { marking: { terms: [], phrases: [] }, countries: ["MA" as CountryCode] };
    const text = "Het overleg was gisteren in Rabat. De Marokkaanse autoriteiten werken goed mee.";
    const sentence = bestSentence({ text }, null, sought);
    expect(textOf(sentence)).toBe("De Marokkaanse autoriteiten werken goed mee.");
    expect(sentence.parts.find(({ match }) => match)?.text).toBe("Marokkaanse");
  });

  it("says whether it was asked or answered, and prefers the answer", () => {
    const question = asked("Werkt Algerije mee aan terugkeer?", "Ja. De samenwerking met Algerije is goed.");
    const passage = { text: `${question.question}\n\n${question.answer}` };
    expect(bestSentence(passage, question, about("algerije"))).toMatchObject({ label: "Antwoord" });
    expect(textOf(bestSentence(passage, question, about("algerije")))).toBe("De samenwerking met Algerije is goed.");
    expect(bestSentence(passage, question, about("algerije", "werkt"))).toMatchObject({ label: "Vraag 4 (VVD)" });
  });

  it("never puts a question's words in the mouth of who answers", () => {
    const question = asked("Klopt het dat Algerije niemand terugneemt?", "Ja.");
    const sentence = bestSentence(
      { text: "Klopt het dat Algerije niemand terugneemt?\n\nJa." },
      question,
      about("algerije"),
    );
    expect([sentence.label, textOf(sentence)]).toEqual(["Vraag 4 (VVD)", "Klopt het dat Algerije niemand terugneemt?"]);
  });

  it("says of a question without answer that it has none", () => {
    const question = asked("Werkt Algerije mee?", null);
    expect(bestSentence({ text: question.question }, question, about("algerije")).label).toBe(
      "Vraag 4 (VVD), nog niet beantwoord",
    );
  });

  it("cuts a sentence of 10,000 characters between words, never in a number, and says so", () => {
    const text = `${"zeer veel woorden en 1.240 mensen ".repeat(300)}in Algerije.`;
    const shown = textOf(bestSentence({ text }, null, about("algerije")));
    expect(shown).toMatch(/^… /);
    expect(shown).toContain("in Algerije.");
    expect(shown.length).toBeLessThan(620);
    expect(shown.replaceAll("1.240", "")).not.toMatch(/\d/);
  });

  it("is verbatim, whatever the passage", () => {
    const text = fc
      .array(
        fc.oneof(
          fc.string({ unit: "grapheme" }),
          fc.constantFrom("Algerije", ". ", "\n\n", "1.240", "…", "<!channel>"),
        ),
      )
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(text, (passage) => {
        const shown = textOf(bestSentence({ text: passage }, null, about("algerije")));
        expect(passage).toContain(shown.replace(/^… /, "").replace(/ …$/, "").trim());
      }),
    );
  });
});
