import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { terugkeer } from "../../commands/terugkeer.ts";
import type { Parts } from "../../src/parts.ts";
import { exampleQueries } from "../../src/texts/answer.ts";
import { openBundled, somewhere } from "./bundled.ts";

let parts: Parts;

beforeAll(async () => {
  parts = await openBundled();
});

afterAll(() => parts.close());

async function blocksFor(typed: string) {
  const { blocks } = await terugkeer.answer(typed, parts, somewhere);
  return blocks;
}

describe("/terugkeer", () => {
  it("shows at most four letters with two passages each, best first", async () => {
    const blocks = await blocksFor("terugkeer");
    const bylines = blocks.filter((block) => JSON.stringify(block).match(/"mrkdwn","text":"\d{1,2} [a-z]+ 20\d\d · /));
    expect(bylines).toHaveLength(4);
    const contexts = blocks.filter((block) => JSON.stringify(block).includes("Lees in context"));
    expect(contexts.length).toBeGreaterThan(4);
    expect(contexts.length).toBeLessThanOrEqual(8);
  });

  it.each(exampleQueries)("answers the example of its own help: %s", async (query) => {
    expect((await terugkeer.answer(query, parts, somewhere)).text).toMatch(/: [1-9]\d* passages? in \d brie(f|ven)\./);
  });

  it("shows the answer to a question with the question, who asked, and the matches in bold", async () => {
    const shown = JSON.stringify(await blocksFor("Algerije"));
    expect(shown).toContain('"Vraag (GroenLinks-PvdA)"');
    expect(shown).toContain('{"type":"text","text":"Algerijnse","style":{"bold":true}}');
  });

  it.each(["", "  ", "help", "Hulp", "help?"])("answers %j with help", async (typed) => {
    expect((await terugkeer.answer(typed, parts, somewhere)).text).toContain("/terugkeer Algerije");
  });

  it("says at the word status alone how it is doing: letters, sources, quarantine, next reading and versions", async () => {
    const { text, blocks } = await terugkeer.answer("status", parts, somewhere);
    expect(text).toMatch(/5 brieven met \d+ passages\./);
    expect(text).toMatch(
      /Map met brieven: voor het laatst iets nieuws op 5 januari 2026 om 09:00: 5 nieuw, 0 in een nieuwe versie/,
    );
    expect(text).toContain("Alle bestanden konden worden gelezen.");
    expect(text).toContain("De bronnen worden niet vanzelf geraadpleegd.");
    expect(JSON.stringify(blocks)).toMatch(/Terugkeer \d+\.\d+\.\d+, Node \d/);
    expect((await terugkeer.answer("status terugkeer", parts, somewhere)).text).not.toContain("Zo staat het ervoor");
  });

  it("takes help as a word to search for when it does not stand alone", async () => {
    expect((await terugkeer.answer("hulp bij terugkeer", parts, somewhere)).text).toMatch(/^hulp bij terugkeer: /);
  });

  it("names what was also searched", async () => {
    expect(JSON.stringify(await blocksFor("Algerije"))).toMatch(/Ook gezocht op: [^"]*Algerijnse/);
  });

  it("says of a copy for the Eerste Kamer that it is one", async () => {
    expect(JSON.stringify(await blocksFor("bandencriterium"))).toContain("exemplaar voor de Eerste Kamer");
  });
});
