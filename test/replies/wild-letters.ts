import fc from "fast-check";
import type { CitedPassage } from "../../src/answers/cited-passage.ts";
import type { Day, Question } from "../../src/letters/letter.ts";
import type { LetterKey, PassageId } from "../../src/letters/stored-letter.ts";
import { madeLetter } from "../letters/made-letter.ts";

/** Text as no letter should have it: markup of Slack, right to left, emoji, words and sentences without end. */
export const wildText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 200 }).filter((text) => text.trim() !== ""),
  fc.constantFrom(
    "<!channel>",
    "<@U1>",
    "<https://x.nl|klik>",
    "*vet* _cursief_ ~door~ `code`",
    "&lt;!here&gt;",
    "مرحبا بالعالم",
    "👩‍👩‍👧‍👦 🇳🇱",
    "a".repeat(3_000),
    "woord ".repeat(1_700),
    "€ 1.234.567,89 en 19 637, nr. 2356, zie artikel 3.1. ".repeat(40),
  ),
);

/**
 * Short pieces with which a letter or a query would smuggle something into a message.
 *
 * @param longest of what is made up, in graphemes
 * @param more what else must be taken as it is
 */
export function smuggled(longest: number, ...more: string[]): fc.Arbitrary<string> {
  const markup = ["<!channel>", "<@U1>", "*vet*", "_", "`", "~", "&lt;", "<https://x.nl|klik>", "مرحبا", "👩‍👩‍👧"];
  return fc.oneof(
    fc.string({ unit: "grapheme", minLength: 1, maxLength: longest }),
    fc.constantFrom(...markup, ...more),
  );
}

const asker = fc.record({ name: fc.option(wildText), party: fc.option(wildText) });
const question: fc.Arbitrary<Question> = fc.record({
  numbers: fc.array(fc.nat(99), { maxLength: 5 }),
  question: wildText,
  askers: fc.array(asker, { maxLength: 3 }),
  answer: fc.option(wildText),
  refersTo: fc.constant([]),
});

/** Any passage of any letter. */
export const wildPassage: fc.Arbitrary<CitedPassage> = fc
  .record({
    title: fc.oneof(wildText, fc.constant("")),
    url: fc.option(fc.constant("https://zoek.officielebekendmakingen.nl/kst-99999-1.html")),
    date: fc.option(fc.constantFrom("2020-02-29" as Day, "1999-12-31" as Day)),
    senders: fc.array(fc.record({ name: wildText, office: fc.option(wildText) }), { maxLength: 3 }),
    note: wildText,
    text: wildText,
    headings: fc.array(wildText, { maxLength: 3 }),
    question: fc.option(question),
  })
  .map(({ text, headings, question: asked, note, ...given }) => ({
    letter: {
      ...madeLetter(given),
      correction: null,
      corrected: [],
      isWithdrawn: false,
      footnotes: [{ mark: "1", text: note, at: 1 }],
      key: "7" as LetterKey,
      version: 1,
      file: "x.txt",
    },
    passage: {
      id: "7.1.1" as PassageId,
      ordinal: 1,
      text,
      headings,
      question: asked && 0,
      places: [{ start: 0, end: 9 }],
    },
    question: asked,
  }));
