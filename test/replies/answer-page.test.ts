import { describe, expect, it } from "vitest";
import type { Answer, Hit } from "../../src/answers/answer.ts";
import type { Day, PlacedPassage, PublicationId, Question } from "../../src/letters/letter.ts";
import type { LetterKey, PassageId } from "../../src/letters/stored-letter.ts";
import { answerPage } from "../../src/replies/answer-page.ts";
import { parseQuery } from "../../src/search/query.ts";
import { madeLetter } from "../letters/made-letter.ts";

const sentence = "De samenwerking met dit land verloopt op dit moment naar tevredenheid van beide regeringen.";

/** No letter is a correction, none is corrected. */
const unmarked = { correction: null, corrected: [], isWithdrawn: false };

function hit(
  key: string,
  given: { text?: string; question?: Question; headings?: string[]; letter?: object } = {},
): Hit {
  const text = given.text ?? sentence;
  const passage: PlacedPassage = { ordinal: 1, text, headings: given.headings ?? [], question: null, places: [] };
  return {
    letter: { ...madeLetter(), key: key as LetterKey, version: 1, file: "x.txt", ...unmarked, ...given.letter },
    passage: { ...passage, id: `${key}.1.1` as PassageId },
    question: given.question ?? null,
    score: 1,
    moreInLetter: 0,
  };
}

function answer(hits: Hit[], given: Partial<Answer> = {}): Answer {
  return {
    query: parseQuery("land"),
    total: hits.length,
    letters: new Set(hits.map(({ letter }) => letter.key)).size,
    hits,
    expanded: [],
    corrected: [],
    marking: { terms: [], phrases: [] },
    collection: { letters: 5, passages: 100, oldest: "2014-02-25" as Day, newest: "2025-01-29" as Day },
    ...given,
  };
}

function shownText(hits: Hit[]): string {
  const [card] = answerPage(answer(hits)).letters;
  return (card?.passages ?? [])
    .flatMap(({ quotes }) => quotes)
    .map(({ parts }) => parts.map(({ text }) => text).join(""))
    .join("\n");
}

describe("a page of an answer", () => {
  it("keeps passages of one letter together, in the place of the best of them", () => {
    const page = answerPage(answer([hit("a"), hit("b"), hit("a")]));
    expect(page.letters.map(({ passages }) => passages.length)).toEqual([2, 1]);
    expect(page.heading).toBe("land: 3 passages in 2 brieven");
  });

  it("ends before a fifth letter, and says that it shows a part", () => {
    const page = answerPage(answer(["a", "b", "c", "d", "e", "a"].map((key) => hit(key))));
    expect(page.letters.length).toBe(4);
    expect(page.notes[0]).toBe("Hieronder de beste 4 van 6.");
  });

  it("says what the answer was drawn from, what else was searched and what was repaired", () => {
    const given = { expanded: ["Algerijnse"], corrected: [{ from: "Algeije", to: "Algerije" }] };
    expect(answerPage(answer([hit("a")], given)).notes).toEqual([
      'Gezocht op Algerije in plaats van Algeije; zet "Algeije" tussen aanhalingstekens om toch daarop te zoeken.',
      "Gezocht in 5 brieven, van 2014 tot en met 29 januari 2025.",
      'Ook gezocht op: Algerijnse. Zet woorden tussen "aanhalingstekens" om alleen letterlijk te zoeken.',
    ]);
  });

  it("says plainly when there is nothing, and differently when there is nothing to search in", () => {
    expect(answerPage(answer([])).heading).toBe("Niets gevonden over land");
    const collection = { letters: 0, passages: 0, oldest: null, newest: null };
    expect(answerPage(answer([], { collection })).notes).toEqual(["Er zijn nog geen brieven om in te zoeken."]);
  });

  it("says honestly how far the index is while it is being loaded", () => {
    const loading = { letters: 2, of: 5 };
    expect(answerPage(answer([hit("a")], { loading })).notes[0]).toBe(
      "De index wordt nog geladen: pas 2 van de 5 brieven zijn doorzocht. Vraag het straks nog eens.",
    );
    expect(answerPage(answer([], { loading })).notes.join(" ")).toContain("De index wordt nog geladen");
  });

  it("signs with date, everyone who signed, and the official citation", () => {
    const letter = {
      id: "kst-30573-124" as PublicationId,
      date: "2014-02-25" as Day,
      senders: [
        { name: "F. Teeven", office: "Staatssecretaris van Veiligheid en Justitie" },
        { name: "E.M.J. Ploumen", office: null },
      ],
    };
    expect(answerPage(answer([hit("a", { letter })])).letters[0]?.byline).toBe(
      "25 februari 2014 · F. Teeven (Staatssecretaris van Veiligheid en Justitie) en E.M.J. Ploumen · Kamerstukken II 2013/14, 30 573, nr. 124",
    );
  });

  it("invents nothing for a paper without date, sender, id and address", () => {
    const letter = { id: "file:brief", date: null, senders: [], url: null, title: "" };
    expect(answerPage(answer([hit("a", { letter })])).letters[0]).toMatchObject({
      title: "Zonder titel",
      url: null,
      byline: "zonder datum",
    });
  });

  it("labels a question with its numbers and who asked it for which party", () => {
    const question: Question = {
      numbers: [2, 3],
      question: "Klopt dat?",
      askers: [
        { name: "Van Wijngaarden", party: "VVD" },
        { name: "Weverling", party: "VVD" },
        { name: null, party: "D66" },
      ],
      answer: null,
      refersTo: [],
    };
    const labels = answerPage(answer([hit("a", { question })])).letters[0]?.passages[0]?.quotes.map(
      ({ label }) => label,
    );
    expect(labels).toEqual(["Vraag 2 en 3 (Van Wijngaarden en Weverling, VVD; D66)", "Nog niet beantwoord"]);
  });

  it("shows a passage of readable size whole, and a long one as whole sentences with a sign where it is cut", () => {
    expect(shownText([hit("a")])).toBe(sentence);
    const long = shownText([hit("a", { text: Array.from({ length: 40 }, () => sentence).join(" ") })]);
    expect(long.length).toBeLessThan(910);
    expect(long).toMatch(/regeringen\. …$/);
  });

  it("cuts a very long query in the heading between graphemes", () => {
    const query = parseQuery(`${"a".repeat(99)}👩‍👩‍👧👩‍👩‍👧`);
    expect(answerPage(answer([hit("a")], { query })).heading).toBe(`${"a".repeat(99)}👩‍👩‍👧…: 1 passage in 1 brief`);
  });
});
