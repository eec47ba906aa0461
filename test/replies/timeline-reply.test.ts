import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Day, PublicationId, Question } from "../../src/letters/letter.ts";
import type { LetterKey, PassageId } from "../../src/letters/stored-letter.ts";
import { checkMessage } from "../../src/preview/slack-limits.ts";
import type { PagePlace } from "../../src/replies/page-place.ts";
import { mostStatements, type TimelineHit, timelinePage } from "../../src/replies/timeline-page.ts";
import { timelineReply } from "../../src/replies/timeline-reply.ts";
import { parseQuery } from "../../src/search/query.ts";
import type { Timeline } from "../../src/timeline/find-timeline.ts";
import { seriesOf } from "../../src/timeline/series.ts";
import { madeLetter } from "../letters/made-letter.ts";
import { smuggled } from "./wild-letters.ts";

const place: PagePlace = { page: "0b9c7a52-7e0e-4d43-8f3a-6b1f6f1f2c11", order: "newest", path: [0] };

function hit(given: {
  text?: string;
  question?: Question | null;
  letter?: object;
  more?: number;
  key?: string;
}): TimelineHit {
  const { text = "De samenwerking met Algerije is goed.", question = null, more = 0, key = "1" } = given;
  return {
    letter: {
      ...madeLetter(),
      correction: null,
      corrected: [],
      isWithdrawn: false,
      key: key as LetterKey,
      version: 1,
      file: "x.txt",
      ...given.letter,
    },
    passage: { id: `${key}.1.1` as PassageId, ordinal: 1, text, headings: [], question: null, places: [] },
    question,
    more,
  };
}

function timeline(hits: readonly TimelineHit[], given: Partial<Timeline> = {}): Timeline {
  const mentions = hits.map(({ letter: { date } }) => ({ day: date, passages: 1 }));
  return {
    query: { ...parseQuery("Algerije"), order: "newest" },
    total: hits.length,
    letters: hits.length,
    statements: hits.length,
    hits: hits.map(({ letter, passage, more }) => ({
      letter: letter.key,
      passage: passage.id,
      score: 1,
      moreInLetter: more,
    })),
    expanded: [],
    corrected: [],
    marking: { terms: ["algerije"], phrases: [] },
    collection: { letters: 5, passages: 100, oldest: "2014-02-25" as Day, newest: "2025-01-29" as Day },
    series: seriesOf(mentions, [2014, 2025], { since: null, until: null }),
    ...given,
  };
}

function replyOf(hits: readonly TimelineHit[], given: Partial<Timeline> = {}, at = place) {
  const before = at.path.at(-1) ?? 0;
  return timelineReply(timelinePage(timeline(hits, given), hits.slice(before, before + mostStatements), before), at);
}

const question: Question = {
  numbers: [],
  question: "Werkt Algerije mee?",
  askers: [{ name: null, party: "VVD" }],
  answer: "De samenwerking met Algerije is in 2024 verbeterd.",
  refersTo: [],
};

describe("the timeline as a Slack message", () => {
  it("stands as it should", () => {
    const hits = [
      hit({ letter: { date: "2025-01-29" }, question, more: 4 }),
      hit({ key: "2", letter: { date: "2014-02-25", url: null, senders: [] } }),
      hit({ key: "3", letter: { date: null } }),
    ];
    expect(replyOf(hits, { total: 7 })).toMatchSnapshot();
  });

  it("leaves the chart to the first page, and goes back and on from the second", () => {
    const hits = Array.from({ length: 25 }, () => hit({}));
    const reply = JSON.stringify(replyOf(hits, {}, { ...place, path: [0, 10] }));
    expect(reply).not.toContain("rich_text_preformatted");
    expect(reply).toContain("Hieronder uitspraak 11 tot en met 20, van nieuw naar oud.");
    expect(reply).toContain(`${place.page}.newest.0-10-20`);
    expect(reply).toContain(`${place.page}.newest.0"`);
  });

  it("offers no picture when no letter has a date", () => {
    const reply = JSON.stringify(replyOf([hit({ letter: { date: null } })]));
    expect(reply).not.toContain("timeline-picture");
    expect(reply).toContain("1 passage in 1 brief zonder datum telt in geen enkel jaar mee.");
  });

  it("says honestly how far the index is while it is being loaded", () => {
    expect(JSON.stringify(replyOf([hit({})], { loading: { letters: 2, of: 5 } }))).toContain("wordt nog geladen");
  });

  it("says of a letter that was replaced that it was, aloud too", () => {
    const corrected = [{ by: "kst-32317-930" as PublicationId, date: "2025-02-03" as Day, how: "replaces" as const }];
    const { text, blocks } = replyOf([hit({ letter: { corrected, correction: null } })]);
    const said = "Vervangen door Kamerstukken II 2024/25, 32 317, nr. 930";
    expect(JSON.stringify(blocks)).toContain(said);
    expect(text).toContain(`29 februari 2020: ${said}. De samenwerking met Algerije is goed.`);
  });

  it("names the first of very many senders, and how many others there are", () => {
    const senders = Array.from({ length: 60 }, (_, n) => ({ name: `N. ${n}`, office: "Minister van Voorbeelden" }));
    expect(JSON.stringify(replyOf([hit({ letter: { senders } })]))).toContain("N. 0 en 59 anderen");
  });

  it("shows fewer statements where they are very long, and the rest on the next page", () => {
    const long = `${"zeer lang geformuleerd ".repeat(25)}Algerije.`;
    const hits = Array.from({ length: 40 }, () => hit({ text: long, letter: { senders: longSenders } }));
    const page = timelinePage(timeline(hits), hits.slice(0, mostStatements), 0);
    expect(page.statements.length).toBeLessThan(mostStatements);
    expect(page.part).toEqual({ before: 0, shown: page.statements.length, more: true });
    expect(checkMessage({ ...timelineReply(page, place) })).toEqual([]);
  });

  it("does not show a word that fills a message, and says where to read it", () => {
    const reply = replyOf([hit({ text: "a".repeat(20_000) })]);
    expect(JSON.stringify(reply.blocks)).toContain("Deze zin is te lang om hier te tonen.");
    expect(checkMessage({ ...reply })).toEqual([]);
  });
});

const longSenders = Array.from({ length: 6 }, () => ({ name: "M.H.M. Faber-van de Klashorst", office: null }));

const text = smuggled(300, "a".repeat(10_000), "zeer lange zin ".repeat(700), "https://x.nl/".repeat(300));
const anyHit = fc
  .record({
    text,
    question: fc.option(fc.record({ question: text, answer: fc.option(text) })),
    letter: fc.record({
      title: text,
      date: fc.option(fc.constantFrom("2014-02-25" as Day, "2025-01-29" as Day)),
      url: fc.option(fc.constantFrom("https://x.nl/a", "https://x.nl/a|b>c<d e&f")),
      senders: fc.array(fc.record({ name: text, office: fc.option(text) }), { maxLength: 3 }),
    }),
    more: fc.nat({ max: 300_000 }),
  })
  .map(({ text: body, question: asked, letter, more }) =>
    hit({ text: body, letter, more, question: asked === null ? null : { ...question, ...asked } }),
  );
const anyQuery = text.map((typed) => ({ ...parseQuery("x"), typed, order: "newest" as const }));

describe("any timeline", () => {
  const property = (check: (reply: ReturnType<typeof replyOf>, hits: TimelineHit[]) => void) =>
    fc.assert(
      fc.property(
        fc.array(anyHit, { maxLength: 12 }),
        anyQuery,
        fc.array(text, { maxLength: 3 }),
        (hits, query, terms) => check(replyOf(hits, { query, marking: { terms, phrases: [] } }), hits),
      ),
    );

  it("keeps to Slack's limits", () => {
    property((reply) => {
      expect(checkMessage({ ...reply })).toEqual([]);
    });
  });

  it("says and shows no mention, link or emphasis that a letter or a query would smuggle in", () => {
    property(({ text: spoken, blocks }) => {
      expect(spoken).not.toMatch(/[<>]/);
      for (const block of blocks) {
        const shown =
          block.type === "section"
            ? (block.text?.text ?? "")
            : block.type === "context"
              ? block.elements.map((element) => ("text" in element ? element.text : "")).join("")
              : "";
        // What is left without our own link and bold date.
        const rest = shown.replace(/^\*(?:<https:[^<>|]*\|)?(?:zonder datum|\d{1,2} [a-z]+ \d{4})>?\*/, "");
        expect(rest).not.toMatch(/[<>]/);
        expect(rest.replaceAll(/\u2060[*_~`]/g, "")).not.toMatch(/[*_~`]/);
      }
    });
  });

  it("quotes nothing that does not stand in the passage", () => {
    property(({ blocks }, hits) => {
      const bodies = hits.flatMap(({ passage, question: asked }) => [
        passage.text,
        asked?.question ?? "",
        asked?.answer ?? "",
      ]);
      const quotes = blocks
        .flatMap((block) => (block.type === "rich_text" ? block.elements : []))
        .filter(({ type }) => type === "rich_text_quote")
        .map(({ elements }) => elements.map((run) => ("text" in run ? run.text : "")).join(""));
      for (const quote of quotes) {
        const own = quote.replace(/^… /, "").replace(/ …$/, "").trim();
        expect(bodies.some((body) => body.includes(own))).toBe(true);
      }
    });
  });
});
