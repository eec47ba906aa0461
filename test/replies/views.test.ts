import type { InputBlock, KnownBlock, View } from "@slack/types";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkMessage, checkView } from "../../src/preview/slack-limits.ts";
import { contextView } from "../../src/replies/context-view.ts";
import { filtersView } from "../../src/replies/filters-view.ts";
import { homeView } from "../../src/replies/home-view.ts";
import { letterPassagesView } from "../../src/replies/letter-passages-view.ts";
import { sharedPassage } from "../../src/replies/passage-reply.ts";
import { quoteView } from "../../src/replies/quote-view.ts";
import { parseQuery } from "../../src/search/query.ts";
import { wildPassage, wildText } from "./wild-letters.ts";

function refusedIn(view: View): string[] {
  const type = view.type === "home" ? "home" : "modal";
  return checkView({ ...view }, type).map(({ path, message }) => `${path}: ${message}`);
}

/** What is marked up by Slack: everything in these views that is no rich text, plain text or field. */
function markup(blocks: readonly { type: string }[]): string[] {
  return (blocks as KnownBlock[]).flatMap((block) =>
    block.type === "context" ? block.elements.map((element) => ("text" in element ? element.text : "")) : [],
  );
}

function expectNoMarkup(blocks: readonly { type: string }[]): void {
  for (const text of markup(blocks)) {
    expect(text).not.toMatch(/[<>]/);
    expect(text.replaceAll(/\u2060[*_~`]/g, "")).not.toMatch(/[*_~`]/);
  }
}

describe("whatever stands in letters and queries", () => {
  it("a passage in context keeps to Slack's limits and smuggles nothing in", () => {
    fc.assert(
      fc.property(
        wildPassage,
        fc.option(wildPassage),
        fc.option(wildPassage),
        fc.boolean(),
        (own, before, after, old) => {
          const view = contextView({ ...own, before, after, isSuperseded: old });
          expect(refusedIn(view)).toEqual([]);
          expectNoMarkup(view.blocks);
        },
      ),
      { numRuns: 150 },
    );
  });

  it("a quotation keeps to Slack's limits and loses no word", () => {
    fc.assert(
      fc.property(wildPassage, (own) => {
        const view = quoteView(own);
        expect(refusedIn(view)).toEqual([]);
        const fields = view.blocks.flatMap((block) => {
          const { element } = block as InputBlock;
          return element?.type === "plain_text_input" ? [element.initial_value ?? ""] : [];
        });
        const shown = fields.slice(0, -1).join("").replaceAll(/\s/g, "");
        const said = own.question === null ? own.passage.text : `${own.question.question}`;
        expect(shown).toContain(said.replaceAll(/\s/g, ""));
      }),
      { numRuns: 150 },
    );
  });

  it("a shared passage keeps to Slack's limits and mentions nobody but who shared it", () => {
    fc.assert(
      fc.property(wildPassage, (own) => {
        const { text, blocks } = sharedPassage(own, "U0001");
        expect(checkMessage({ text, blocks }).filter(({ rule }) => rule !== "advice")).toEqual([]);
        expect(text).not.toMatch(/[<>]/);
        expectNoMarkup(blocks);
      }),
      { numRuns: 150 },
    );
  });

  it("all passages of a letter keep to Slack's limits", () => {
    fc.assert(
      fc.property(fc.array(wildPassage, { minLength: 1, maxLength: 60 }), (passages) => {
        const hits = passages.map((passage) => ({ ...passage, score: 1, moreInLetter: 0 }));
        expect(refusedIn(letterPassagesView(hits, { terms: [], phrases: [] }))).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it("the home keeps to Slack's limits", () => {
    fc.assert(
      fc.property(fc.array(wildPassage, { maxLength: 5 }), (passages) => {
        const view = homeView({
          collection: { letters: 5, passages: 100, oldest: null, newest: null },
          quarantined: 2,
          sources: [{ source: "folder", at: new Date("2026-01-05T08:00:00Z") }],
          latest: passages.map(({ letter }) => letter),
          isLoading: true,
          timeZone: "Europe/Amsterdam",
          own: [],
        });
        expect(refusedIn(view)).toEqual([]);
        expectNoMarkup(view.blocks);
      }),
      { numRuns: 100 },
    );
  });

  it("the filters keep to Slack's limits", () => {
    const from = { channel: "C1", thread: null, isPrivate: true, responseUrl: "https://hooks.slack.com/1" };
    const filled = "samenwerking land:Marokko land:Algerije soort:brief fractie:VVD van:Faber sinds:2019 dossier:19637";
    expect(refusedIn(filtersView(parseQuery(filled), "samenwerking", from))).toEqual([]);
    fc.assert(
      fc.property(wildText, (typed) => {
        const words = typed.slice(0, 2_000);
        expect(refusedIn(filtersView(parseQuery(""), words, from))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
