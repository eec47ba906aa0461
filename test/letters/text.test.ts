import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readLetter } from "../../src/letters/parse.ts";
import { type Reading, readText, repairKinds } from "../../src/letters/text.ts";
import { goldenSources } from "../golden/cases.ts";
import { bundledLetters } from "./bundled.ts";

const letters = [...bundledLetters().map(({ text }) => text), ...goldenSources()];

const unspaced = (text: string) => text.replace(/\s+/gu, "");

/** The source inside the spans of these roles, without white space and without what was removed. */
function kept(reading: Reading, roles: string[]): string {
  const { source, spans, removals } = reading;
  let next = 0;
  let text = "";
  for (const span of spans) {
    let from = span.start;
    while (next < removals.length && (removals[next]?.end ?? 0) <= span.start) next++;
    for (let at = next; at < removals.length && (removals[at]?.start ?? 0) < span.end; at++) {
      const removal = removals[at];
      if (!removal) break;
      if (roles.includes(span.role)) text += source.slice(from, Math.max(from, removal.start));
      from = Math.max(from, removal.end);
    }
    if (roles.includes(span.role)) text += source.slice(from, Math.max(from, span.end));
  }
  return unspaced(text);
}

/** Every character has one role, and the body is its spans without what the repairs list. */
function expectNothingLost(text: string): void {
  const reading = readText(text);
  let end = 0;
  let outside = "";
  for (const span of reading.spans) {
    expect(span.start).toBeGreaterThanOrEqual(end);
    expect(span.end).toBeGreaterThan(span.start);
    outside += reading.source.slice(end, span.start);
    end = span.end;
  }
  outside += reading.source.slice(end);
  expect(unspaced(outside)).toBe("");
  expect(unspaced(reading.body)).toBe(kept(reading, ["body", "heading", "label"]));
  for (const { kind } of reading.repairs) expect(Object.keys(repairKinds)).toContain(kind);
  const counted = new Map(reading.repairs.map(({ kind, count }) => [kind, count]));
  for (const kind of ["hyphen", "markup"])
    expect(counted.get(kind) ?? 0).toBe(reading.removals.filter((one) => one.kind === kind).length);
  expect(counted.get("mark") ?? 0).toBe(reading.spans.filter(({ role }) => role === "note-mark").length);
}

/** A letter of which a stretch is missing, doubled or replaced. */
const mangled = fc
  .record({
    text: fc.constantFrom(...letters),
    from: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(400),
    by: fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 60 }),
      fc.constantFrom("", "\f", "\n\n", "**", "1 ", "<sup>2</sup>"),
    ),
  })
  .map(({ text, from, length, by }) => {
    const at = Math.floor(from * text.length);
    return text.slice(0, at) + by + text.slice(at + length);
  });

const scraps = [
  "Vraag 1",
  "Antwoord 1",
  "Antwoord",
  "Vraag 2 en 3",
  "woord1",
  "3 november 20152",
  "1 Kamerstuk 19 637, nr. 2327",
  "2 https://example.org/a-",
  "terugkeer-",
  "samenwerking",
  "EU-",
  "**vet",
  "vet**",
  "## Kop",
  "<sup>1</sup>",
  "---",
  "\f",
  "",
  "",
  "- punt;",
  "| a | b |",
  "De Minister van Financiën,",
  "A. Jansen",
  "Aan de Voorzitter van de Tweede Kamer",
  "Datum 1 mei 2020",
  "Zie het antwoord op vraag 1.",
  "Tweede Kamer, vergaderjaar 2023–2024, 19 637, nr. 5 1",
  "1",
  "[a](https://example.org/b_c)",
];
const scrappy = fc
  .array(fc.constantFrom(...scraps), { maxLength: 60 })
  .chain((lines) => fc.constantFrom("\n", "\n\n", " \n ").map((between) => lines.join(between)));

describe("page repair", () => {
  test.each(letters)("loses and adds nothing that the repairs do not list: %.60j", (text) => expectNothingLost(text));

  test("loses and adds nothing in mangled letters", () => {
    fc.assert(fc.property(mangled, expectNothingLost), { numRuns: 60 });
  });

  test("loses and adds nothing in texts made of scraps", () => {
    fc.assert(fc.property(scrappy, expectNothingLost), { numRuns: 400 });
  });

  test("loses and adds nothing in any text at all", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme", maxLength: 2000 }), expectNothingLost), { numRuns: 200 });
  });
});

describe("reading", () => {
  test("gives passages whose text is the body at their places, questions that are passages, and plain data", () => {
    fc.assert(
      fc.property(fc.oneof(mangled, scrappy), (text) => {
        const letter = readLetter({ file: "x.txt", text, hints: {} });
        expect(letter.passages.map(({ ordinal }) => ordinal)).toEqual(letter.passages.map((_, at) => at + 1));
        for (const { text: words, places, question } of letter.passages) {
          expect(places.map(({ start, end }) => letter.body.slice(start, end)).join("\n\n")).toBe(words);
          if (question === null) expect(words.length).toBeLessThanOrEqual(3000);
        }
        const asked = letter.passages.flatMap(({ question }) => (question === null ? [] : [question]));
        expect(asked.sort((a, b) => a - b)).toEqual(letter.questions.map((_, at) => at));
        for (const { refersTo } of letter.questions)
          for (const { target } of refersTo)
            expect(target === null || letter.passages[target - 1] !== undefined).toBe(true);
        expect(JSON.parse(JSON.stringify(letter))).toEqual(letter);
      }),
      { numRuns: 80 },
    );
  });
});

test("a hyphen of Word that never breaks a line is a hyphen", () => {
  expect(readText("De EU\u2011lidstaten en de kust\u2010 en havensteden.").body).toBe(
    "De EU-lidstaten en de kust- en havensteden.",
  );
});

test("a soft hyphen inside a line is not to be seen", () => {
  expect(readText("De terugkeer\u00adsamenwerking is ver\u00ad\nbeterd.").body).toBe(
    "De terugkeersamenwerking is verbeterd.",
  );
});

test("bold in Markdown may have underscores", () => {
  const { body, blocks } = readText(
    "__Vraag 1__\n\nIs __dit__ waar?\n\n__Antwoord 1__\n\nJa, in haven_nummer__2 en op ____ ook.\n",
  );
  expect(body).toBe("Vraag 1\n\nIs dit waar?\n\nAntwoord 1\n\nJa, in haven_nummer__2 en op ____ ook.");
  expect(blocks.filter(({ label }) => label)).toHaveLength(2);
});
