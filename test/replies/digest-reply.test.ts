import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Day } from "../../src/letters/letter.ts";
import type { LetterKey } from "../../src/letters/stored-letter.ts";
import { checkMessage } from "../../src/preview/slack-limits.ts";
import type { DigestCard } from "../../src/replies/digest-page.ts";
import { digestReplies } from "../../src/replies/digest-reply.ts";
import { smuggled } from "./wild-letters.ts";

const day = "2026-01-05" as Day;
const plain: DigestCard = {
  awaited: null,
  title: "Beantwoording vragen over Algerije",
  url: "https://zoek.officielebekendmakingen.nl/kst-32317-929.html",
  byline:
    "3 maart 2025 · M.H.M. Faber-van de Klashorst (Minister van Asiel en Migratie) · Kamerstukken II 2024/25, 32 317, nr. 929",
  mark: "brief van 3 maart 2025, nu pas gepubliceerd",
  queries: ["Algerije -voetbal", "soort:brief"],
  lead: { label: null, isHeading: false, parts: [{ text: "Hierbij zend ik u de antwoorden.", match: false }] },
  questions: "19 vragen: PVV 9, GroenLinks-PvdA 10",
  quotes: [
    {
      label: "Vraag (PVV)",
      isHeading: false,
      parts: [
        { text: "Wat doet ", match: false },
        { text: "Algerije", match: true },
        { text: "?", match: false },
      ],
    },
    { label: "Antwoord", isHeading: false, parts: [{ text: "Meer dan voorheen.", match: false }] },
  ],
  references: [{ title: "Eerdere brief", url: null, byline: "zonder datum" }],
};

const text = smuggled(200, "a".repeat(900), "een woord ".repeat(400));
const parts = fc.array(fc.record({ text: text.map((made) => made.slice(0, 900)), match: fc.boolean() }), {
  minLength: 1,
  maxLength: 1,
});
const quote = fc.record({
  label: fc.option(fc.constantFrom("Antwoord", "Vraag 3 (VVD)")),
  isHeading: fc.boolean(),
  parts,
});
const url = fc.option(fc.constant("https://zoek.officielebekendmakingen.nl/kst-1-2.html"));
const card: fc.Arbitrary<DigestCard> = fc.record({
  awaited: fc.option(fc.constant("1" as LetterKey)),
  title: text,
  url,
  byline: text,
  mark: fc.option(fc.constantFrom("nieuwe versie", "nu gekoppeld aan dossier 19637")),
  queries: fc.array(text, { maxLength: 5 }),
  lead: fc.option(quote),
  questions: fc.option(text.map((made) => made.slice(0, 900))),
  quotes: fc.array(quote, { maxLength: 8 }),
  references: fc.array(fc.record({ title: text, url, byline: text }), { maxLength: 8 }),
});

/** All text of a message, in order. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return value.map(shown).join("");
  if (typeof value !== "object" || value === null) return "";
  const own = "text" in value && typeof value.text === "string" ? value.text : "";
  return own + Object.values(value).map(shown).join("");
}

describe("a digest as Slack messages", () => {
  it("stands as it should: one for the channel, one in its thread for the letter", () => {
    expect(digestReplies(day, [plain])).toMatchSnapshot();
  });

  it("lists 25 letters with details, counts the rest and links each of them at the end of the thread", () => {
    const cards = Array.from({ length: 62 }, (_, at) => ({ ...plain, title: `Brief nummer ${at}.` }));
    const [parent, ...thread] = digestReplies(day, cards);
    expect(shown(parent.blocks)).toContain("5 januari 2026: 62 nieuwe brieven");
    expect(shown(parent.blocks)).toContain("En nog 37 brieven");
    expect(thread).toHaveLength(25 + 2);
    const rest = thread
      .slice(25)
      .map(({ blocks }) => shown(blocks))
      .join("");
    for (let at = 0; at < 62; at++) {
      const title = `Brief nummer ${at}.`;
      expect([title, shown(parent.blocks).includes(title), rest.includes(title)]).toEqual([title, at < 25, at >= 25]);
    }
  });

  it("counts what no longer fits when thousands come in at once", () => {
    const [, ...thread] = digestReplies(
      day,
      Array.from({ length: 5_000 }, () => plain),
    );
    expect(thread).toHaveLength(25 + 8);
    expect(shown(thread.at(-1)?.blocks)).toContain("En nog 4.775 brieven, die hier niet meer passen.");
  });

  it("keeps to Slack's limits, whatever stands in letters and queries", () => {
    fc.assert(
      fc.property(fc.array(card, { minLength: 1, maxLength: 40 }), (cards) => {
        for (const { text: spoken, blocks } of digestReplies(day, cards)) {
          expect(checkMessage({ text: spoken, blocks })).toEqual([]);
          expect(spoken).not.toMatch(/[<>]/);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("leaves every quotation as it is, character for character", () => {
    fc.assert(
      fc.property(card, (made) => {
        const [, details] = digestReplies(day, [made]);
        const quoted = (details?.blocks ?? [])
          .flatMap((block) => (block.type === "rich_text" ? block.elements : []))
          .filter(({ type }) => type === "rich_text_quote")
          .map(shown);
        const given = [made.lead, ...made.quotes].flatMap((one) =>
          one === null ? [] : [one.parts.map((part) => part.text).join("")],
        );
        expect(quoted).toEqual(given.filter((one) => one !== ""));
      }),
    );
  });
});
