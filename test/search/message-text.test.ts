import { describe, expect, it } from "vitest";
import { spokenWords, wordsToSearch } from "../../src/search/message-text.ts";
import { parseQuery } from "../../src/search/query.ts";

describe("what was said to the bot", () => {
  it("is the message without mentions, with links as they are shown", () => {
    expect(spokenWords("<@U0BOT> wat zei <@U1|jan> in <#C1|terugkeer> over <https://example.org|visa>?")).toBe(
      "wat zei in terugkeer over visa?",
    );
  });
});

describe("the words of a message that was not meant as a query", () => {
  it("hold no filter, quotation, exclusion or emphasis", () => {
    const words = wordsToSearch("Let op: land:Marokko -visum “vast” *vet* :wave: van: Jan &lt;x&gt; om 12:30");
    expect(parseQuery(words)).toMatchObject({ phrases: [], without: [], filters: { countries: [], from: [] } });
    expect(words).toContain("land Marokko visum vast vet");
    expect(words).toContain("12:30");
  });

  it("are the beginning of a long message, cut between words", () => {
    const words = wordsToSearch("terugkeersamenwerking ".repeat(500));
    expect(words.length).toBeLessThanOrEqual(1_200);
    expect(words.endsWith("terugkeersamenwerking")).toBe(true);
    expect(() => parseQuery(wordsToSearch("x".repeat(5_000)))).not.toThrow();
  });
});
