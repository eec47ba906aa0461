import { describe, expect, test } from "vitest";
import { readLetter } from "../../src/letters/parse.ts";

const read = (...blocks: string[]) => readLetter({ file: "x.txt", text: `${blocks.join("\n\n")}\n`, hints: {} });

const asked =
  "Vragen van het lid Duin (GroenLinks) aan de minister voor Zee en Havens over schepen. (Ingezonden 3 maart 2006)";
const answeredBy = "Antwoord van minister Kust (Zee en Havens). (Ontvangen\n11 april 2006)";

describe("an Aanhangsel of before 2009", () => {
  test.each([
    ", zie ook Aanhangsel Handelingen nr. 1102, vergaderjaar 2005–2006",
    ". Zie ook Aanhangsel Handelingen nr. 1102,\nvergaderjaar 2005–2006",
    "",
  ])("has between questions and answers who answered and when, and then: %j", (tail) => {
    const letter = read(asked, "1\nWaarom?", "2\nHoeveel?", `Antwoord\n${answeredBy}${tail}`, "1\nDaarom.", "2\nAcht.");
    expect(letter).toMatchObject({
      date: "2006-04-11",
      senders: [{ name: "Kust", office: "minister (Zee en Havens)" }],
      questions: [
        { question: "Waarom?", answer: "Daarom." },
        { question: "Hoeveel?", answer: "Acht." },
      ],
    });
  });

  test.each([
    "KVR26118\n0506tkkvr1211\nISSN 0921 - 7398\nSdu Uitgevers",
    "KST95512\n0506tkkst29344-57\nISSN 0921 - 7371\nSdu Uitgevers",
  ])("has codes of its printer at the foot, which are no text: %j", (codes) => {
    const foot = `${codes}\n's-Gravenhage 2006      Tweede Kamer, vergaderjaar 2005–2006, Aanhangsel            2585`;
    const letter = read(
      asked,
      "1\nWaarom?",
      `Antwoord\n${answeredBy}`,
      `1\nDaarom, en om de\n\n${foot}`,
      "brief van 9 mei 2005.",
    );
    expect(letter.questions[0]?.answer).toBe("Daarom, en om de brief van 9 mei 2005.");
  });
});

describe("a list of questions and answers", () => {
  const head =
    "29 999 VI     Begroting van Zee en Havens\n\nNr. 12        LIJST VAN VRAGEN EN ANTWOORDEN\n\nVastgesteld 3 november 2003";
  const questions = [
    "1\nHoeveel schepen zijn in 2002 naar Zandland vertrokken?",
    "In 2002 waren dat er 64.",
    "2\nWat kost dat?",
    "Niets.",
  ];
  const numbers = (...blocks: string[]) => read(...blocks).questions.map(({ numbers: own }) => own);

  test("has a question 1, below a foot that has the number of its page", () => {
    const foot = "’s-Gravenhage 2003       Tweede Kamer, vergaderjaar 2003–2004, 29 999 VI, nr. 12      1\n";
    expect(numbers(head, "De commissie heeft vragen voorgelegd.", foot, ...questions)).toEqual([[1], [2]]);
  });

  test("has a question 1, which is not the note 1 that says who is in the committee", () => {
    const note = "1 Samenstelling: Leden: Van Duin (PvdZ), Kust (CDA)\nen Oever (VVD), ondervoorzitter.";
    const letter = read(head, "De vaste commissie voor Zee1 heeft vragen voorgelegd.", note, ...questions);
    expect(letter.questions.map(({ numbers: own }) => own)).toEqual([[1], [2]]);
    expect(letter.footnotes).toMatchObject([{ mark: "1", text: note.slice(2).replace("\n", " "), at: 27 }]);
  });
});

test("a number with a letter is that of a paper, at the foot of its pages too", () => {
  const foot = (page: number) => `Eerste Kamer, vergaderjaar 2001–2002, 29 999, nr. 210c       ${page}`;
  const letter = read(
    "29 999     Herziening van de Havenwet",
    "Nr. 210c        BRIEF VAN DE STAATSSECRETARIS VAN ZEE",
    "Den Haag, 11 maart 2002",
    `De cijfers komen naar\n\nSdu Uitgevers\n’s-Gravenhage 2002    ${foot(1)}\nverwachting eind 2002.`,
    foot(2),
  );
  expect(letter).toMatchObject({
    id: "kst-29999-210c",
    body: "De cijfers komen naar verwachting eind 2002.",
    references: [],
  });
});

describe("questions in the Eerste Kamer", () => {
  test("have the days on which they were passed on and answered", () => {
    const letter = read(
      "Eerste Kamer der Staten-Generaal",
      "Vergaderjaar 2013–2014                         Aanhangsel van de Handelingen",
      "5",
      "Vragen van het lid Duin (GroenLinks) op 17 maart 2014 medegedeeld aan de\nMinister van Zee over schepen.",
      "Antwoorden van de Minister van Zee, ontvangen op\n16 april 2014.",
      "1\nWaarom?",
      "Antwoord\nDaarom.",
    );
    expect(letter).toMatchObject({ id: "ah-ek-20132014-5", submitted: "2014-03-17", date: "2014-04-16" });
    expect(letter.body).not.toContain("ontvangen");
  });
});

test.each([
  ["25 maart 2024", "ah-tk-20232024-1314"],
  ["12 september 2024", "file:x"],
])("the number of an Aanhangsel is of the year in which it was received, %s, where that can be told", (day, id) => {
  const head = `Antwoord van minister Kust (Zee) (ontvangen ${day})`;
  expect(read("AH 1314\n2024Z99456", head, "Vraag 1\nWaarom?", "Antwoord 1\nDaarom.").id).toBe(id);
});

test("a dossier printed without a space is one", () => {
  const letter = read(
    "29999 Havens",
    "Nr. 715 VERSLAG VAN EEN SCHRIFTELIJK OVERLEG",
    "Vastgesteld 4 oktober 2021",
    "De commissie heeft vragen voorgelegd.",
  );
  expect(letter).toMatchObject({ id: "kst-29999-715", title: "Havens" });
});

test("«inzake» inside a sentence is no subject line", () => {
  const letter = read(
    "29 999\nHavens",
    "Nr. 21\nVERSLAG VAN EEN COMMISSIEDEBAT\nVastgesteld 5 december 2024",
    "De vaste commissie voor Zee heeft op 14 november 2024\noverleg gevoerd met de Minister van Zee, over:\n– de brief van de Minister van Zee d.d. 17 september 2024\ninzake schepen (Kamerstuk 29 999, nr. 20).",
  );
  expect(letter.title).toBe("Havens");
  expect(letter.body).toMatch(/^De vaste commissie[\s\S]* inzake schepen/);
  expect(letter.references.map(({ id }) => id)).toEqual(["kst-29999-20"]);
});
