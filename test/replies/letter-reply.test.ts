import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LetterOverview } from "../../src/answers/letter-overview.ts";
import type { Correction } from "../../src/letters/corrections.ts";
import type { Asker, CountryCode, Day, LetterKind, PublicationId } from "../../src/letters/letter.ts";
import { letterKinds } from "../../src/letters/letter.ts";
import type { LetterKey, PassageId } from "../../src/letters/stored-letter.ts";
import { checkMessage, checkView } from "../../src/preview/slack-limits.ts";
import { checkUnfurls } from "../../src/preview/slack-limits-unfurls.ts";
import { letterItem } from "../../src/replies/letter-blocks.ts";
import { severalLettersReply, unknownLetterReply } from "../../src/replies/letter-not-one-reply.ts";
import { letterReply } from "../../src/replies/letter-reply.ts";
import { letterUnfurl } from "../../src/replies/letter-unfurl.ts";
import {
  letterCitingView,
  letterQuestionsView,
  letterReferencesView,
  letterView,
} from "../../src/replies/letter-view.ts";
import { madeLetter } from "../letters/made-letter.ts";

type Letter = LetterOverview["letter"];

function stored(given: Partial<Letter> = {}): Letter {
  const { passages: _, ...letter } = madeLetter();
  const standing = { correction: null, corrected: [], isWithdrawn: false };
  return { ...letter, key: "1" as LetterKey, version: 1, file: "x.txt", ...standing, ...given };
}

const other = stored({
  key: "2" as LetterKey,
  id: "kst-99999-2" as PublicationId,
  title: "Nagekomen brief",
  corrected: [{ by: "kst-99999-3" as PublicationId, date: "2020-03-01" as Day, how: "corrects" }],
});

const question = (numbers: number[], askers: Asker[]) => ({
  question: { numbers, question: "Klopt het dat 110 000 mensen vertrokken?", askers, answer: "Ja.", refersTo: [] },
  passage: "1.1.1" as PassageId,
});

const overview: LetterOverview = {
  letter: stored({
    kind: "antwoord",
    submitted: "2020-01-15" as Day,
    addressee: "de Voorzitter van de Tweede Kamer",
    caseNumber: "2020Z00001",
    documentNumber: "2020D00001",
    ministryReference: "12345",
    countries: [{ code: "DZ" as CountryCode, name: "Algerije", count: 3 }],
    correction: { how: "replaces", of: "kst-99999-9" as PublicationId, printed: "" },
  }),
  outline: [
    { heading: "I Vragen", level: 0, questions: 0 },
    { heading: "Van de VVD", level: 1, questions: 2 },
  ],
  questions: [question([1], [{ name: "Jansen", party: "VVD" }]), question([], [{ name: null, party: "SP" }])],
  references: [
    { printed: "Kamerstuk 99 999, nr. 2", id: other.id, kind: "kamerstuk", url: other.url, letter: other },
    { printed: "Richtlijn 2008/115/EG", id: null, kind: "eu", url: null, letter: null },
  ],
  citedBy: { shown: [other], before: 0, total: 7 },
};

const text = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 200 }),
  fc.constantFrom("<!channel>", "<@U1>", "*vet* _", "`~", "&lt;!here&gt;", "<https://x.nl|klik>", "مرحبا", "👩‍👩‍👧"),
  fc.constantFrom("a".repeat(10_000), "1".repeat(10_000), "woord 110 000 ".repeat(700), "\n\n"),
);
const url = fc.option(
  fc.constantFrom("https://zoek.officielebekendmakingen.nl/kst-1-2.html", `https://x.nl/${"a".repeat(2_900)}`),
);
const id = fc.constantFrom("kst-32317-929", "kst-32317-929-h1", "2019D46752", "file:x") as fc.Arbitrary<PublicationId>;
const day = fc.option(fc.constant("2020-02-29" as Day));
const key = fc.integer({ min: 1, max: 999_999 }).map((n) => String(n) as LetterKey);
const how = fc.constantFrom("replaces", "corrects") as fc.Arbitrary<Correction["how"]>;
const anyLetter: fc.Arbitrary<Letter> = fc
  .record({
    id,
    key,
    date: day,
    submitted: day,
    url,
    title: text,
    body: text,
    kind: fc.constantFrom(...letterKinds) as fc.Arbitrary<LetterKind>,
    senders: fc.array(fc.record({ name: text, office: fc.option(text) }), { maxLength: 4 }),
    addressee: fc.option(text),
    caseNumber: fc.option(text),
    ministryReference: fc.option(text),
    countries: fc.array(
      fc.record({
        code: fc.constant("DZ" as CountryCode),
        name: fc.constantFrom("Algerije", "Bosnië en Herzegovina"),
        count: fc.nat(),
      }),
      { maxLength: 120 },
    ),
    correction: fc.option(fc.record({ how, of: fc.option(id), printed: text })),
    corrected: fc.array(fc.record({ by: id, date: day, how }), { maxLength: 3 }),
    isWithdrawn: fc.boolean(),
  })
  .map(stored);
const asker = fc.record({ name: fc.option(text), party: fc.option(text) });
const anyOverview: fc.Arbitrary<LetterOverview> = fc.record({
  letter: anyLetter,
  outline: fc.array(fc.record({ heading: text, level: fc.nat(12), questions: fc.nat() }), { maxLength: 60 }),
  questions: fc.array(
    fc.record({
      question: fc.record({
        numbers: fc.array(fc.nat(), { maxLength: 3 }),
        question: text,
        askers: fc.array(asker, { maxLength: 3 }),
        answer: fc.option(text),
        refersTo: fc.constant([]),
      }),
      passage: fc.option(fc.constant("1.1.1" as PassageId)),
    }),
    { maxLength: 120 },
  ),
  references: fc.array(
    fc.record({ printed: text, id: fc.option(id), kind: fc.constant("kamerstuk"), url, letter: fc.option(anyLetter) }),
    { maxLength: 60 },
  ),
  citedBy: fc.record({ shown: fc.array(anyLetter, { maxLength: 30 }), before: fc.nat(90), total: fc.nat(2_000) }),
});

/** No mention and no link in anything that Slack reads as markup. */
function expectNoMarkup(payload: unknown): void {
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) walk(item);
    else if (typeof value === "object" && value !== null) {
      if ("type" in value && value.type === "mrkdwn" && "text" in value) expect(value.text).not.toMatch(/[<>]/);
      for (const item of Object.values(value)) walk(item);
    }
  };
  walk(payload);
}

describe("a letter at a glance", () => {
  it("stands as it should", () => {
    expect(letterReply(overview)).toMatchSnapshot();
  });

  it("says of a letter that it replaces another, and of those in its lists that they were corrected", () => {
    const shown = JSON.stringify(letterReply(overview).blocks);
    expect(shown).toContain("Vervangt Kamerstukken II, 99 999, nr. 9");
    expect(shown.split("Gecorrigeerd in Kamerstukken II 2019/20, 99 999, nr. 3")).toHaveLength(3);
  });

  it("says that it was withdrawn, under its title and in a list", () => {
    const withdrawn = stored({ isWithdrawn: true });
    for (const shown of [letterReply({ ...overview, letter: withdrawn }).blocks, [letterItem(withdrawn)]]) {
      expect(JSON.stringify(shown)).toContain("Ingetrokken");
    }
  });

  it("says of a correction that does not name the other letter what it says itself, and no more", () => {
    const correction = { how: "corrects" as const, of: null, printed: "gecorrigeerde versie van mijn brief" };
    const shown = JSON.stringify(letterReply({ ...overview, letter: stored({ correction }) }).blocks);
    expect(shown).toContain(
      "Correctie volgens de brief zelf (“gecorrigeerde versie van mijn brief”); van welke brief is niet te zeggen",
    );
  });

  it("keeps to Slack's limits as a message, whatever the letter", () => {
    fc.assert(
      fc.property(anyOverview, (made) => {
        const reply = letterReply(made);
        expect(checkMessage({ ...reply })).toEqual([]);
        expect(reply.text).not.toMatch(/[<>]/);
        expectNoMarkup(reply.blocks);
      }),
      { numRuns: 60 },
    );
  });

  it("keeps to Slack's limits as a modal and on every page of it", () => {
    fc.assert(
      fc.property(anyOverview, fc.nat(150), (made, before) => {
        for (const view of [
          letterView(made),
          letterQuestionsView(made, before),
          letterReferencesView(made, before),
          letterCitingView(made),
        ]) {
          expect(checkView({ ...view })).toEqual([]);
          expectNoMarkup(view);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("shows every question on one page or another, in order", () => {
    const questions = Array.from({ length: 103 }, (_, at) => ({
      ...question([], [{ name: null, party: at % 2 === 0 ? "SP" : "VVD" }]),
      passage: `1.1.${at + 1}` as PassageId,
    }));
    const seen: string[] = [];
    for (let before: number | null = 0; before !== null; ) {
      const shown: string = JSON.stringify(letterQuestionsView({ ...overview, questions }, before));
      seen.push(...[...shown.matchAll(/"value":"(1\.1\.\d+)"/g)].map(([, value = ""]) => value));
      before = Number(/"letter-questions","value":"1\.(\d+)"/.exec(shown)?.[1] ?? "") || null;
    }
    expect(seen).toEqual(questions.map(({ passage }) => passage));
  });
});

describe("a name that is not one letter's", () => {
  it("keeps to Slack's limits, whatever was typed", () => {
    fc.assert(
      fc.property(
        text,
        fc.option(id),
        fc.array(anyLetter, { maxLength: 30 }),
        fc.nat(),
        (typed, asked, letters, total) => {
          const collection = { letters: total, oldest: null, newest: null };
          const citing = { shown: letters.slice(0, 12), total };
          for (const reply of [
            unknownLetterReply({ typed, asked, near: letters.slice(0, 5), citing, collection }),
            severalLettersReply({ typed, shown: letters, total }),
          ]) {
            expect(checkMessage({ ...reply })).toEqual([]);
            expect(reply.text).not.toMatch(/[<>]/);
            expectNoMarkup(reply.blocks);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("what is shown under a pasted link", () => {
  it("stands as it should", () => {
    expect(letterUnfurl(overview.letter)).toMatchSnapshot();
  });

  it("is what Slack takes in an unfurl, whatever the letter", () => {
    fc.assert(
      fc.property(anyLetter, (made) => {
        const blocks = letterUnfurl(made);
        expect(checkUnfurls({ "https://x.nl": { blocks } }, ["https://x.nl"])).toEqual([]);
        expectNoMarkup(blocks);
      }),
      { numRuns: 100 },
    );
  });
});
