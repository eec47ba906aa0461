import { describe, expect, test } from "vitest";
import { readLetter } from "../../src/letters/parse.ts";

const read = (...blocks: string[]) => readLetter({ file: "x.md", text: blocks.join("\n\n"), hints: {} });
const pairs = (...blocks: string[]) => read(...blocks).questions.map(({ question, answer }) => [question, answer]);

const party = "## Vragen en opmerkingen van de leden van de A-fractie";

describe("where an answer ends", () => {
  test("bold tells, also when a list or a table stands in the answer", () => {
    expect(
      pairs(
        party,
        "Kan de minister dit zeggen?",
        "**Antwoord**",
        "**Ja, en wel zo:**",
        "- **de haven;**\n- **de kade.**",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "**Meer is er niet.**",
        "De leden zien dat niet. Hoe komt dat?",
        "**Antwoord**",
        "**Dat is niet bekend.**",
      ),
    ).toEqual([
      [
        "Kan de minister dit zeggen?",
        "Ja, en wel zo:\n\n- de haven;\n- de kade.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nMeer is er niet.",
      ],
      ["De leden zien dat niet. Hoe komt dat?", "Dat is niet bekend."],
    ]);
  });

  test("bold questions tell as well as bold answers", () => {
    expect(
      pairs(
        party,
        "**Kan de minister dit zeggen?**",
        "Antwoord",
        "Ja.",
        "Dat kan ook morgen.",
        "**Kan het ook overmorgen?**",
        "Antwoord",
        "Nee.",
      ),
    ).toEqual([
      ["Kan de minister dit zeggen?", "Ja.\n\nDat kan ook morgen."],
      ["Kan het ook overmorgen?", "Nee."],
    ]);
  });

  test("without bold the next question is known by how parliament asks", () => {
    expect(
      pairs(
        party,
        "De leden van de A-fractie vragen hoeveel schepen er varen.",
        "Antwoord van de minister",
        "Er varen vier schepen.",
        "Dat zijn er twee meer dan vorig jaar.",
        "De leden van de A-fractie vragen ook waarheen.",
        "Antwoord van de minister",
        "Naar Zandland.",
      ),
    ).toEqual([
      [
        "De leden van de A-fractie vragen hoeveel schepen er varen.",
        "Er varen vier schepen.\n\nDat zijn er twee meer dan vorig jaar.",
      ],
      ["De leden van de A-fractie vragen ook waarheen.", "Naar Zandland."],
    ]);
  });
});

test("a sentence that a page broke is one question", () => {
  expect(
    pairs(party, "Wat is de", "verklaring voor de daling?", "**Antwoord**", "**Die is er**", "**Dat is alles.**"),
  ).toEqual([["Wat is de verklaring voor de daling?", "Die is er\n\nDat is alles."]]);
});

test("opening words are a passage of their own, and part of the question only where they share its paragraph", () => {
  const own = read(
    party,
    "De leden hebben kennisgenomen van de brief. Zij hebben nog vragen.",
    "Waarom?",
    "Antwoord",
    "Daarom.",
  );
  expect(own.questions.map(({ question }) => question)).toEqual(["Waarom?"]);
  expect(own.passages[0]?.text).toBe("De leden hebben kennisgenomen van de brief. Zij hebben nog vragen.");
  const shared = read(party, "De leden hebben kennisgenomen van de brief. Waarom is dat?", "Antwoord", "Daarom.");
  expect(shared.questions[0]?.question).toBe("De leden hebben kennisgenomen van de brief. Waarom is dat?");
});

test("a paper in which all ask first and all is answered further down has no pairs", () => {
  const letter = read(
    party,
    "De leden van de A-fractie vragen hoe het gaat?",
    "## Vragen en opmerkingen van de leden van de B-fractie",
    "De leden van de B-fractie vragen hoe het ging?",
    "Reactie van de minister",
    "De leden van de A-fractie vragen hoe het gaat. Het gaat goed.",
  );
  expect(letter.questions).toEqual([]);
  expect(letter.passages).toHaveLength(3);
});

test.each([
  ["Vragen en opmerkingen van de leden van de GroenLinks-PvdA-fractie", { name: null, party: "GroenLinks-PvdA" }],
  [
    "Vragen en opmerkingen van de leden van de Partij voor de Dieren-fractie",
    { name: null, party: "Partij voor de Dieren" },
  ],
  ["Inbreng van de D66-fractie", { name: null, party: "D66" }],
  ["Vragen en opmerkingen van de leden van de fractie van de ChristenUnie", { name: null, party: "ChristenUnie" }],
  ["Vragen en opmerkingen van het lid Van den Akker (PvdZ)", { name: "Van den Akker", party: "PvdZ" }],
])("%s names who asks", (heading, asker) => {
  expect(read(`### **${heading}**`, "Waarom is dat?", "Antwoord", "Daarom.").questions[0]?.askers).toEqual([asker]);
});

describe("who asks", () => {
  const asked = (heading: string) =>
    read(party, "Kan dit?", "Antwoord", "Ja.", heading, "Kan het ook morgen?", "Antwoord", "Nee.").questions[1]?.askers;

  test.each([
    ["Vragen en opmerkingen vanuit de B-fractie", ["B"]],
    ["Vragen van de leden van de B-fractie", ["B"]],
    ["Inbreng leden B-fractie", ["B"]],
    ["B-fractie", ["B"]],
    ["1.1 Vragen en opmerkingen van de leden van de B-fractie", ["B"]],
    ["II. Vragen en opmerkingen van de leden van de B-fractie en de reactie van de minister", ["B"]],
    ["Vragen en opmerkingen van de leden van de fractie van GroenLinks-PvdA", ["GroenLinks-PvdA"]],
    ["Vragen en opmerkingen van de leden van de fractie Van Kade", ["Van Kade"]],
    ["Vragen en opmerkingen van de leden van de Partij voor de Zee-fractie", ["Partij voor de Zee"]],
    ["Vragen en opmerkingen van de leden van de fracties van B en de C gezamenlijk", ["B", "C"]],
    ["Vragen en opmerkingen van de leden van de B-C- en D-fracties", ["B-C", "D"]],
    ["Vragen en opmerkingen van de leden van de B-fractie, mede namens de leden van de C-fractie", ["B", "C"]],
    ["Beantwoording van de vragen van de leden van de B-fractie", ["B"]],
    ["Vragen en opmerkingen van de leden van de Groep Ulu", ["Groep Ulu"]],
    ["Inbreng van de leden van de Groep Van der Kade en de reactie van de minister", ["Groep Van der Kade"]],
  ])("is read from the heading %j", (heading, parties) => {
    expect(asked(heading)).toEqual(parties.map((name) => ({ name: null, party: name })));
  });

  test("is a member too", () => {
    expect(asked("Vragen en opmerkingen van het lid Ulu (C)")).toEqual([{ name: "Ulu", party: "C" }]);
  });

  test("stays the party where the heading is about a subject", () => {
    expect(asked("## Kosten van de overtocht")).toEqual([{ name: null, party: "A" }]);
  });

  test.each([
    "Vragen en opmerkingen van de leden van de groep van vier",
    "Vragen en opmerkingen vanuit de overige fracties",
  ])("is nobody, and not the party before, under a heading that cannot be read: %s", (heading) => {
    expect(asked(`## ${heading}`)).toEqual([]);
  });
});

test("a list of questions and answers is read by its numbers, and pointers find them", () => {
  const letter = read(
    "Lijst van vragen en antwoorden",
    "1\nHoeveel?\nAntwoord:\nVier.",
    "2\nEcht?\nAntwoord:\nZie antwoord 1.",
  );
  expect(letter.kind).toBe("antwoord");
  expect(letter.questions).toEqual([
    { numbers: [1], question: "Hoeveel?", askers: [], answer: "Vier.", refersTo: [] },
    {
      numbers: [2],
      question: "Echt?",
      askers: [],
      answer: "Zie antwoord 1.",
      refersTo: [{ text: "Zie antwoord 1.", target: 1 }],
    },
  ]);
});

describe("a consultation whose questions have labels", () => {
  const asks = (heading: string) => `Vragen en opmerkingen van de leden van de ${heading}`;
  const shape = (letter: ReturnType<typeof read>) =>
    letter.questions.map(({ numbers, askers, question, answer }) => [
      numbers,
      askers.map(({ party }) => party).join(),
      question,
      answer,
    ]);
  const targets = (letter: ReturnType<typeof read>) =>
    letter.questions.flatMap(({ refersTo }) => refersTo.map(({ target }) => target));

  test("is one, and the parties in the headings ask", () => {
    const letter = read(
      "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal",
      "Betreft Beantwoording vragen schriftelijk overleg Zeeraad",
      "Hierbij stuur ik u de antwoorden op de vragen van de leden van uw commissie over de Zeeraad van 3 mei 2021.",
      ...[asks("A-fractie"), "De leden van de A-fractie hebben de agenda gelezen."],
      ...["Vraag:", "Hoeveel schepen varen er?", "Antwoord:", "Vier."],
      ...[asks("B-fractie"), "De leden van de B-fractie hebben de agenda ook gelezen."],
      ...["Vraag:", "Waarheen?", "Antwoord:", "Naar Zandland."],
    );
    expect(letter.kind).toBe("schriftelijk-overleg");
    expect(shape(letter)).toEqual([
      [[], "A", "Hoeveel schepen varen er?", "Vier."],
      [[], "B", "Waarheen?", "Naar Zandland."],
    ]);
    expect(letter.passages.map(({ text }) => text)).toContain(
      "De leden van de B-fractie hebben de agenda ook gelezen.",
    );
  });

  test("may number the questions of each party anew", () => {
    const letter = read(
      "Hierbij de antwoorden aan de fracties.",
      ...["Vragen van de leden van de A-fractie", "Vraag 1", "Hoe?", "Antwoord op vraag 1", "Zo."],
      ...["Vraag 2", "Waarom?", "Antwoord op vraag 2", "Daarom."],
      ...["Vragen van de leden van de B-fractie", "Vraag 1", "Wanneer?", "Antwoord op vraag 1", "Morgen."],
      ...["Vraag 2", "Waar?", "Antwoord op vraag 2", "Zie het antwoord op vraag 1."],
    );
    expect(letter.title).toBe("Hierbij de antwoorden aan de fracties.");
    expect(shape(letter)).toEqual([
      [[1], "A", "Hoe?", "Zo."],
      [[2], "A", "Waarom?", "Daarom."],
      [[1], "B", "Wanneer?", "Morgen."],
      [[2], "B", "Waar?", "Zie het antwoord op vraag 1."],
    ]);
    expect(targets(letter)).toEqual([letter.passages.find(({ question }) => question === 2)?.ordinal]);
  });

  test("may have nothing but a number above each question", () => {
    const letter = read(
      asks("A-fractie"),
      "1\nDe leden van de A-fractie vragen hoeveel schepen er varen.",
      "Antwoord",
      "Vier:\n\n1. Meeuw;\n\n2. Kraai.",
      "2\nDe leden van de A-fractie vragen waarheen.",
      "Antwoord",
      "Naar Zandland.",
      asks("B-fractie"),
      "3\nDe leden van de B-fractie vragen hetzelfde.",
      "Antwoord",
      "Zie het antwoord op vraag 2.",
    );
    expect(letter.kind).toBe("schriftelijk-overleg");
    expect(shape(letter)).toEqual([
      [[1], "A", "De leden van de A-fractie vragen hoeveel schepen er varen.", "Vier:\n\n1. Meeuw;\n\n2. Kraai."],
      [[2], "A", "De leden van de A-fractie vragen waarheen.", "Naar Zandland."],
      [[3], "B", "De leden van de B-fractie vragen hetzelfde.", "Zie het antwoord op vraag 2."],
    ]);
    expect(targets(letter)).toEqual([2]);
  });

  test("may have its number before the label of the answer", () => {
    const letter = read(
      "Inbreng leden A-fractie",
      "De leden van de A-fractie vragen naar Zandland.",
      "1. Antwoord van het kabinet",
      "Dat is een kust.",
      "Inbreng leden B-fractie",
      "De leden van de B-fractie vragen daar ook naar.",
      "2. Antwoord van het kabinet",
      "Zie het antwoord op vraag 1.",
    );
    expect(letter.kind).toBe("schriftelijk-overleg");
    expect(shape(letter)).toEqual([
      [[1], "A", "De leden van de A-fractie vragen naar Zandland.", "Dat is een kust."],
      [[2], "B", "De leden van de B-fractie vragen daar ook naar.", "Zie het antwoord op vraag 1."],
    ]);
    expect(targets(letter)).toEqual([1]);
  });

  test("has no askers below a heading that names nobody", () => {
    const letter = read(
      ...[asks("A-fractie"), "Vraag 1", "Hoe?", "Antwoord 1", "Zo."],
      ...["## Inbreng van de overige fracties", "Vraag 2", "Waarom?", "Antwoord 2", "Daarom."],
    );
    expect(shape(letter).map(([, party]) => party)).toEqual(["A", ""]);
  });
});

test("a numbered part that answers is no answer by itself", () => {
  const letter = read(
    ...["1. Vragen en opmerkingen vanuit de fracties", party, "De leden van de A-fractie vragen hoe het gaat?"],
    ...["2. Reactie van de minister", "Het gaat goed."],
  );
  expect(letter.questions).toEqual([]);
});

describe("where no «Antwoord» stands between", () => {
  const first = "De leden van de A-fractie vragen hoe diep de haven is. Wat is het plan?";
  const second = "Voorts vragen deze leden naar de kade.";
  const consultation = (...blocks: string[]) =>
    pairs(
      "# Verslag van een schriftelijk overleg",
      "Vastgesteld 4 oktober 2021",
      "De commissie heeft vragen voorgelegd.",
      ...blocks,
    );

  test("bold letters tell questions from answers", () => {
    expect(consultation(party, first, "**Acht meter.**", "**Dat blijft zo.**", second, "**Die is lang.**")).toEqual([
      [first, "Acht meter.\n\nDat blijft zo."],
      [second, "Die is lang."],
    ]);
    expect(consultation(party, `**${first}**`, "Acht meter.", `**${second}**`, "Die is lang.")).toHaveLength(2);
  });

  test.each([
    ["one of them has no answer", [first, "**Acht meter.**", second]],
    ["there is one only", [first, "**Acht meter.**"]],
    ["what would be a question asks nothing", [first, "**Acht meter.**", "De haven is mooi.", "**Let op.**"]],
  ])("nothing is paired where %s", (_, blocks) => {
    expect(consultation(party, ...blocks)).toEqual([]);
  });
});
