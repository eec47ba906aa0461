import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { development } from "../../src/debate/development.ts";
import { copyPassage, type PassageCopy } from "../../src/debate/kept-passage.ts";
import { understand } from "../../src/debate/understand.ts";
import { openParts, type Parts } from "../../src/parts.ts";
import { projectRoot } from "../../src/root.ts";
import { testLog } from "../logs/collect.ts";

let parts: Parts;
let copies: PassageCopy[];

beforeAll(async () => {
  const now = () => new Date("2026-01-05T08:00:00Z");
  const log = testLog();
  parts = await openParts({ database: ":memory:", letters: `${projectRoot}/data/letters` }, log, { now });
  await parts.indexed;
  copies = parts.letters.versions().flatMap(({ key, version }) => {
    const letter = parts.letters.letter(key);
    if (letter === null) throw new Error("no letter");
    return parts.letters.passagesOf(key, version).map((passage) => copyPassage(letter, passage));
  });
});

afterAll(() => parts.close());

function copyWith(text: string): PassageCopy {
  const found = copies.find((copy) => copy.text.includes(text));
  if (found === undefined) throw new Error(`no passage with ${text}`);
  return found;
}

describe("the development of a subject", () => {
  it("lists earlier and later statements about the same country, newest first, and never the passage itself", async () => {
    const copy = copyWith("Met Algerije maakt gedwongen terugkeer inmiddels deel uit");
    const { statements } = await development(copy, parts);
    const dates = statements.map(({ letter }) => letter.date ?? "");
    expect(dates).toEqual(dates.toSorted().toReversed());
    expect(new Set(statements.map(({ when }) => when))).toEqual(new Set(["later", "same", "earlier"]));
    expect(statements.map(({ passage }) => passage.id)).not.toContain(copy.id);
    for (const { passage } of statements) expect(passage.text).toMatch(/Marok|Algerij/);
  });

  it("holds for every passage of the bundled letters: its country, its order, not itself", {
    timeout: 120_000,
  }, async () => {
    for (const copy of copies.filter((_, at) => at % 5 === 0)) {
      const { statements } = await development(copy, parts);
      expect(statements.map(({ passage }) => passage.id)).not.toContain(copy.id);
      const dates = statements.map(({ letter }) => letter.date ?? "");
      expect(dates).toEqual(dates.toSorted().toReversed());
    }
  });
});

describe("understanding a follow-up with the letters at hand", () => {
  const around = () => ({ ...parts, timeZone: "Europe/Amsterdam" });

  it.each([
    ["en Faber?", "Marokko visum van:Faber"],
    ["en harbers?", "Marokko visum van:harbers"],
    ["van der Burg?", 'Marokko visum van:"van der Burg"'],
    ["wat zei Harbers daarover", "Marokko visum van:Harbers"],
    ["en Van Wijngaarden?", 'Marokko visum van:"Van Wijngaarden"'],
  ])("knows people by their names: %s", async (typed, query) => {
    expect((await understand("Marokko visum", typed, around())).query).toBe(query);
  });

  it("takes a word of an office for no person", async () => {
    expect((await understand("Marokko visum", "en asiel?", around())).query).toBe("Marokko asiel");
  });
});
