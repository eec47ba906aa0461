import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Day } from "../../src/letters/letter.ts";
import { checkMessage } from "../../src/preview/slack-limits.ts";
import { type AnsweredCard, answeredReplies } from "../../src/replies/answered-reply.ts";
import type { DigestCard } from "../../src/replies/digest-page.ts";
import { type OverdueCard, overdueReplies } from "../../src/replies/overdue-reply.ts";
import type { Reply } from "../../src/replies/reply.ts";

const day = "2026-01-05" as Day;
const text = fc.oneof(
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 200 }),
  fc.constantFrom("<!channel>", "<@U1>", "*vet*", "&lt;", "مرحبا", "👩‍👩‍👧", "a".repeat(900), "een woord ".repeat(400)),
);
const url = fc.option(fc.constant("https://zoek.officielebekendmakingen.nl/kv-tk-2025Z00001.html"));
const questions = fc.record({ title: text, url, asked: text });
const reply: fc.Arbitrary<DigestCard> = fc.record({
  awaited: fc.constant(null),
  title: text,
  url,
  byline: text,
  mark: fc.constant(null),
  queries: fc.constant([]),
  lead: fc.constant(null),
  questions: fc.constant(null),
  quotes: fc.constant([]),
  references: fc.constant([]),
});
const answered: fc.Arbitrary<AnsweredCard> = fc.record({ questions, isAnswer: fc.boolean(), reply });
const overdue: fc.Arbitrary<OverdueCard> = fc.record({
  questions,
  days: fc.integer({ min: 1, max: 9_999 }),
  notice: fc.option(fc.record({ date: fc.option(fc.constant(day)) })),
});

function expectWithinLimits(replies: readonly Reply[]): void {
  for (const { text: spoken, blocks } of replies) {
    expect(checkMessage({ text: spoken, blocks })).toEqual([]);
    expect(spoken).not.toMatch(/[<>]/);
  }
}

describe("messages about questions", () => {
  it("that were answered keep to Slack's limits, whatever stands in them and however many there are", () => {
    fc.assert(
      fc.property(fc.array(answered, { minLength: 1, maxLength: 60 }), (cards) =>
        expectWithinLimits(answeredReplies(cards)),
      ),
      { numRuns: 40 },
    );
  });

  it("that are past their term do so too", () => {
    fc.assert(
      fc.property(
        fc.array(overdue, { minLength: 1, maxLength: 60 }),
        fc.array(text, { maxLength: 5 }),
        (cards, queries) => expectWithinLimits(overdueReplies(day, cards, queries)),
      ),
      { numRuns: 40 },
    );
  });

  it("say of one question and of a single day what they say of many, in good Dutch", () => {
    const card = { title: "Vragen", url: null, asked: "Gesteld op 3 maart 2025 door Jansen, VVD" };
    const spoken = (cards: OverdueCard[]) => overdueReplies(day, cards, [])[0].text;
    expect(spoken([{ questions: card, days: 1, notice: null }])).toBe(
      "5 januari 2026: 1 vraag over de termijn van drie weken.\nVragen, 1 dag over de termijn",
    );
    const more = Array.from({ length: 300 }, () => ({ questions: card, days: 1_200, notice: null }));
    const [parent, ...thread] = overdueReplies(day, more, ["Algerije"]);
    expect(parent.text).toContain("300 vragen over de termijn van drie weken.\nVragen, 1.200 dagen over de termijn");
    expect(JSON.stringify(parent.blocks)).toContain("En nog 275 vragen");
    expect(JSON.stringify(parent.blocks)).toContain("Attendering op: Algerije");
    expect(thread).toHaveLength(8);
    expect(JSON.stringify(thread.at(-1)?.blocks)).toContain("En nog 75 vragen, die hier niet meer passen.");
  });
});
