import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LetterKey, PassageId } from "../../src/letters/stored-letter.ts";
import { checkMessage } from "../../src/preview/slack-limits.ts";
import type { AnswerPage } from "../../src/replies/answer-page.ts";
import { answerReply } from "../../src/replies/answer-reply.ts";
import type { PagePlace } from "../../src/replies/page-place.ts";
import { smuggled } from "./wild-letters.ts";

const page: AnswerPage = {
  heading: "Algerije: 3 passages in 2 brieven",
  notes: ["Hieronder de beste 2 van 3.", "Gezocht in 5 brieven, van 2014 tot en met 29 januari 2025."],
  letters: [
    {
      key: "1" as LetterKey,
      canBeAnswered: true,
      more: 3,
      title: "Beantwoording vragen",
      url: "https://zoek.officielebekendmakingen.nl/kst-32317-929.html",
      byline: "29 januari 2025 · M.H.M. Faber-van de Klashorst (Minister van Asiel en Migratie)",
      passages: [
        {
          id: "1.1.7" as PassageId,
          pointsTo: "1.1.9" as PassageId,
          quotes: [
            {
              label: "Vraag (VVD)",
              isHeading: false,
              parts: [
                { text: "En ", match: false },
                { text: "Algerije", match: true },
                { text: "?", match: false },
              ],
            },
            { label: "Antwoord", isHeading: false, parts: [{ text: "Ja.", match: false }] },
          ],
        },
      ],
    },
    {
      key: "2" as LetterKey,
      canBeAnswered: false,
      more: 0,
      title: "Zonder vindplaats",
      url: null,
      byline: "zonder datum",
      passages: [
        {
          id: "2.1.1" as PassageId,
          pointsTo: null,
          quotes: [{ label: null, isHeading: true, parts: [{ text: "Tekst.", match: false }] }],
        },
      ],
    },
  ],
  part: { before: 2, shown: 2, total: 25, more: true },
  order: "best",
};
const place: PagePlace = { page: "0b9c7a52-7e0e-4d43-8f3a-6b1f6f1f2c11", order: "best", path: [0, 2] };

const text = smuggled(200, "a".repeat(900));
const parts = fc.array(fc.record({ text, match: fc.boolean() }), { minLength: 1, maxLength: 4 });
const anyPage: fc.Arbitrary<AnswerPage> = fc.record({
  heading: text,
  notes: fc.array(text, { maxLength: 4 }),
  letters: fc.array(
    fc.record({
      title: text,
      url: fc.option(fc.constant("https://zoek.officielebekendmakingen.nl/kst-1-2.html")),
      byline: text,
      key: fc.constant("1" as LetterKey),
      canBeAnswered: fc.boolean(),
      more: fc.nat(),
      passages: fc.array(
        fc.record({
          id: fc.constant("1.2.3" as PassageId),
          pointsTo: fc.option(fc.constant("1.2.4" as PassageId)),
          quotes: fc.array(fc.record({ label: fc.option(text), isHeading: fc.boolean(), parts }), {
            minLength: 1,
            maxLength: 2,
          }),
        }),
        { minLength: 1, maxLength: 2 },
      ),
    }),
    { maxLength: 4 },
  ),
  part: fc.record({ before: fc.nat(), shown: fc.nat(), total: fc.nat(), more: fc.boolean() }),
  order: fc.constantFrom("best", "newest"),
});

describe("the answer as a Slack message", () => {
  it("stands as it should", () => {
    expect(answerReply(page, place)).toMatchSnapshot();
  });

  it("keeps to Slack's limits, whatever stands in letters and queries", () => {
    fc.assert(
      fc.property(anyPage, (made) => {
        const { text: spoken, blocks } = answerReply(made, place);
        expect(checkMessage({ text: spoken, blocks }).filter(({ rule }) => rule !== "advice")).toEqual([]);
        expect([...spoken].length).toBeLessThanOrEqual(4000);
      }),
    );
  });

  it("says and shows no mention, link or emphasis that a letter or a query would smuggle in", () => {
    fc.assert(
      fc.property(anyPage, (made) => {
        const { text: spoken, blocks } = answerReply(made, place);
        expect(spoken).not.toMatch(/[<>]/);
        const marked = blocks.flatMap((block) => (block.type === "context" ? block.elements : []));
        for (const element of marked) {
          const shown = "text" in element ? element.text : "";
          expect(shown).not.toMatch(/[<>]/);
          expect(shown.replaceAll(/\u2060[*_~`]/g, "")).not.toMatch(/[*_~`]/);
        }
      }),
    );
  });

  it("leaves every quotation as it is, character for character", () => {
    fc.assert(
      fc.property(anyPage, (made) => {
        const quoted = answerReply(made, place)
          .blocks.flatMap((block) => (block.type === "rich_text" ? block.elements : []))
          .filter(({ type }) => type === "rich_text_quote")
          .map(({ elements }) => elements.map((run) => ("text" in run ? run.text : "")).join(""));
        const given = made.letters.flatMap((card) =>
          card.passages.flatMap(({ quotes }) => quotes.map((quote) => quote.parts.map((part) => part.text).join(""))),
        );
        expect(quoted).toEqual(given.filter((quote) => quote !== ""));
      }),
    );
  });
});
