import { describe, expect, it } from "vitest";
import { debateContents } from "../../src/debate/contents.ts";
import { debateMarkdown } from "../../src/debate/markdown.ts";
import type { Day } from "../../src/letters/letter.ts";
import { keptFromBundled } from "./kept.ts";

const { collection, letters } = keptFromBundled();
const contents = debateContents(collection, "country", "2026-11-22" as Day);
const markdown = debateMarkdown(contents);

/** What a reader of CommonMark shows for a text in which nothing is markup. */
function shown(text: string): string {
  return text.replaceAll("\\\n> ", "\n").replaceAll(/\\(?=[!-/:-@[-`{-~])/g, "");
}

describe("the Markdown document", () => {
  it("quotes nothing but stretches of the repaired bodies, to the letter", () => {
    const quoted = [...markdown.matchAll(/^> (.+(?:\n> .+)*)$/gm)].map(([, text]) => shown(String(text)));
    expect(quoted.length).toBeGreaterThan(150);
    expect(quoted.filter((text) => !letters.some(({ body }) => body.includes(text)))).toEqual([]);
  });

  it("has a heading for every group and passage, and all of them in the contents", () => {
    const headings = contents.groups.flatMap(({ heading, entries }) => [heading, ...entries.map((one) => one.heading)]);
    const lines = shown(markdown).split("\n");
    for (const heading of headings) {
      expect(lines.some((line) => line === `## ${heading}` || line === `### ${heading}`)).toBe(true);
      expect(lines.some((line) => line.trim() === `- ${heading}`)).toBe(true);
    }
  });

  it("shows notes as they were typed, with nothing in them taken for markup", () => {
    expect(markdown).toContain(
      "*Notitie (geen citaat):* Let op: \\*nog\\* navragen \\<bij\\> DT\\&V\\\nen daarna \\[bellen\\](x)",
    );
  });

  it("links every source", () => {
    for (const { url } of letters) expect(markdown).toContain(`](<${url}>)`);
  });

  it("keeps a list, a number or a rule at the start of a line from becoming markup", () => {
    const [first] = collection.passages;
    if (first === undefined) throw new Error("no passages");
    const text = "1. eerste\n- tweede\n# derde\n---";
    const kept = { ...first, copy: { ...first.copy, text, question: null }, note: null };
    const made = debateMarkdown(debateContents({ name: null, passages: [kept] }, "letter", "2026-11-22" as Day));
    expect(made).toContain("> 1\\. eerste\\\n> \\- tweede\\\n> \\# derde\\\n> \\---");
  });
});
