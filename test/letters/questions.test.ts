import { describe, expect, test } from "vitest";
import { readLetter } from "../../src/letters/parse.ts";

const head =
  "Vragen van de leden Duin en Kust (beiden PvdZ) aan de Minister van Overzeese Zaken over schepen (ingezonden 1 mei 2020).";
const read = (...blocks: string[]) => readLetter({ file: "x.txt", text: [head, ...blocks].join("\n\n"), hints: {} });
const shape = (...blocks: string[]) =>
  read(...blocks).questions.map(({ numbers, question, answer }) => [numbers, question, answer]);

describe("who asked and who answered", () => {
  const letter = (subject: string, opening: string) =>
    readLetter({
      file: "x.txt",
      text: `Aan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\nDatum 12 februari 2025\nBetreft ${subject}\n\n${opening}\n\nDe minister van Overzeese Zaken,\nA. Zee\n\nVraag 1\nA?\n\nAntwoord\nJa.\n`,
      hints: {},
    }).questions[0]?.askers.map(({ name, party }) => [name, party]);

  test("is read from the covering sentence where the subject names nobody", () => {
    const opening =
      "Hierbij bied ik u de antwoorden aan op de schriftelijke vragen gesteld door de leden Duin (PvdZ), Kust (SP) en Van der Zee c.s. (CDA) over schepen.";
    expect(letter("Beantwoording vragen schepen", opening)).toEqual([
      ["Duin", "PvdZ"],
      ["Kust", "SP"],
      ["Van der Zee", "CDA"],
    ]);
  });

  test("has the party from there where the subject names the members only", () => {
    const opening = "Hierbij bied ik u de antwoorden aan op de vragen van het lid Duin (PvdZ) over schepen.";
    expect(letter("Beantwoording vragen van het lid Duin over schepen", opening)).toEqual([["Duin", "PvdZ"]]);
    expect(letter("Beantwoording vragen van het lid Kust over schepen", opening)).toEqual([["Kust", null]]);
  });

  test.each([
    [
      "Antwoord van Ministers Zee (Overzeese Zaken) en Van der Kade (Defensie) (ontvangen 3 oktober 2022)",
      [
        ["Zee", "Minister (Overzeese Zaken)"],
        ["Van der Kade", "Minister (Defensie)"],
      ],
    ],
    [
      "Antwoord van de Ministers Zee (Overzeese Zaken), Kade (Defensie) en van Staatssecretaris Oever (Havens) (ontvangen 3 oktober 2022)",
      [
        ["Zee", "Minister (Overzeese Zaken)"],
        ["Kade", "Minister (Defensie)"],
        ["Oever", "Staatssecretaris (Havens)"],
      ],
    ],
    ["Aanvullend antwoord van Minister Zee (Havens) (ontvangen 3 oktober 2022)", [["Zee", "Minister (Havens)"]]],
    ["Antwoord van de Ministers van Overzeese Zaken en van Defensie (ontvangen 3 oktober 2022)", []],
  ])("%s", (answered, senders) => {
    const answer = read(answered, "Vraag 1", "A?", "Antwoord 1", "Ja.");
    expect(answer.senders.map(({ name, office }) => [name, office])).toEqual(senders);
    expect(answer.date).toBe("2022-10-03");
  });

  test("a range of years that the margin breaks is part of the head", () => {
    const answered =
      "Antwoord van Minister Zee (Havens)\n(ontvangen 3 oktober 2022) Zie ook Aanhangsel Handelingen, vergaderjaar 2021–\n2022, nr. 3391.";
    expect(read(answered, "Vraag 1", "A?", "Antwoord 1", "Ja.").body).toMatch(/^Vraag 1/);
  });
});

describe("answers without a label", () => {
  const letter = (subject: string, ...blocks: string[]) =>
    readLetter({
      file: "x.txt",
      text: `Aan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\nDatum 12 februari 2025\n\nOnderwerp ${subject}\n\nHierbij zend ik u wat ik heb toegezegd.\n\nDe minister van Overzeese Zaken,\nA. Zee\n\n${blocks.join("\n\n")}\n`,
      hints: {},
    });
  const blocks = [
    "Vraag 1",
    "Kent u de haven?\n\nZo ja, waarvan?",
    "Ja.",
    "Vraag 2",
    "Hoe diep is zij?",
    "Acht meter.\n\nDat is genoeg.",
  ];

  test("stand below the question mark in a paper that says it answers", () => {
    const { kind, questions } = letter("Beantwoording vragen over de haven", ...blocks);
    expect(kind).toBe("antwoord");
    expect(questions.map(({ question, answer }) => [question, answer])).toEqual([
      ["Kent u de haven?\n\nZo ja, waarvan?", "Ja."],
      ["Hoe diep is zij?", "Acht meter.\n\nDat is genoeg."],
    ]);
  });

  test("are not looked for in a paper that says nothing of the sort, nor where most questions have none", () => {
    for (const { questions } of [
      letter("De haven", ...blocks),
      letter("Uitstel beantwoording vragen over de haven", ...blocks),
      letter("Beantwoording vragen", "Vraag 1", "Kent u de haven?", "Graag een toelichting.", "Vraag 2", "Hoe diep?"),
    ])
      expect(questions.map(({ answer }) => answer)).toEqual([null, null]);
  });

  test("are those of a list of questions and answers, numbered with bare figures", () => {
    const text =
      "29 999 Schepen\n\nNr. 12 LIJST VAN VRAGEN EN ANTWOORDEN\n\nVastgesteld 27 oktober 2022\n\n1\nHoeveel schepen kwamen er?\n\nHet waren er 8.\n\n2\nHoeveel gingen er?\n\nZie het antwoord op vraag 1.\n";
    const { kind, questions } = readLetter({ file: "x.txt", text, hints: {} });
    expect(kind).toBe("antwoord");
    expect(questions.map(({ numbers, answer }) => [numbers, answer])).toEqual([
      [[1], "Het waren er 8."],
      [[2], "Zie het antwoord op vraag 1."],
    ]);
    expect(questions[1]?.refersTo[0]?.target).not.toBeNull();
  });
});

describe("a consultation of two parts", () => {
  const asked = (party: string, ...questions: string[]) => [
    `Vragen van de leden van de ${party}-fractie`,
    ...questions.flatMap((question, at) => [`Vraag ${at + 1}`, question]),
  ];
  const answered = (party: string, ...answers: string[]) => [
    `Antwoord op de vragen van de ${party}-fractie`,
    ...answers.flatMap((answer, at) => [`Antwoord ${at + 1}`, answer]),
  ];

  test("has the answers at the questions of the party above them, and its headings in none", () => {
    const blocks = [
      "I Vragen vanuit de fracties",
      ...asked("A", "Hoe diep is de haven?", "Hoe lang is de kade?"),
      ...asked("B", "Wie betaalt dat?"),
      "II Antwoord/reactie van de minister",
      ...answered("A", "Acht meter.", "Een kilometer."),
      ...answered("B", "De stad."),
    ];
    expect(shape(...blocks)).toEqual([
      [[1], "Hoe diep is de haven?", "Acht meter."],
      [[2], "Hoe lang is de kade?", "Een kilometer."],
      [[1], "Wie betaalt dat?", "De stad."],
    ]);
  });
});

describe("labelled questions", () => {
  test("asked apart and answered at once are one block with all their numbers", () => {
    expect(shape("Vraag 1", "A?", "Vraag 2", "B?", "Antwoord 1 en 2", "Ja.")).toEqual([[[1, 2], "A?\n\nB?", "Ja."]]);
  });

  test("answered with a later question stand where the first was asked", () => {
    const letter = read(
      "Vraag 1",
      "A?",
      "Vraag 2",
      "B?",
      "Antwoord 2",
      "Nee.",
      "Vraag 3",
      "C?",
      "Antwoord 1 en 3",
      "Ja.",
    );
    expect(letter.questions.map(({ numbers }) => numbers)).toEqual([[1, 3], [2]]);
    expect(letter.passages.map(({ text }) => text)).toEqual(["A?\n\nC?\n\nJa.", "B?\n\nNee."]);
    expect(letter.passages[0]?.places).toHaveLength(3);
  });

  test("whose labels of answers stand right below each other are answered at once", () => {
    expect(shape("Vraag 1", "Hoe?", "Vraag 2", "En nu?", "Antwoord op vraag 1\nAntwoord op vraag 2", "Zo.")).toEqual([
      [[1, 2], "Hoe?\n\nEn nu?", "Zo."],
    ]);
  });

  test("with an answer that has no number are those asked since the last answer", () => {
    expect(shape("Vraag 1", "A?", "Antwoord", "Ja.", "Vraag 2", "B?", "Vraag 3", "C?", "Antwoord", "Nee.")).toEqual([
      [[1], "A?", "Ja."],
      [[2, 3], "B?\n\nC?", "Nee."],
    ]);
  });

  test("keep an answer whose number is a typing error", () => {
    expect(shape("Vraag 1", "A?", "Antwoord 1", "Ja.", "Vraag 2", "B?", "Antwoord 22", "Nee.")).toEqual([
      [[1], "A?", "Ja."],
      [[2], "B?", "Nee."],
    ]);
  });

  test("without an answer are unanswered", () => {
    const letter = read("Vraag 1", "A?", "Vraag 2", "B?");
    expect(letter.kind).toBe("vragen");
    expect(letter.questions.map(({ answer }) => answer)).toEqual([null, null]);
  });

  test.each(["reactie.", "antwoord.", "vraag 1.", "antwoord op vraag 1.", "mededeling.", "antwoord"])(
    "go on in a line that is only %j, as the last word of a sentence",
    (last) => {
      const answer = `Over de schepen wacht het kabinet, net als de havens zelf, nog altijd op een\n${last}`;
      expect(shape("Vraag 1", "A?", "Antwoord 1", answer, "Vraag 2", "B?", "Antwoord 2", "Nee.")).toEqual([
        [[1], "A?", answer.replace("\n", " ")],
        [[2], "B?", "Nee."],
      ]);
    },
  );

  test("may have their labels in small letters, where nothing is left open above", () => {
    expect(shape("vraag 1", "A?", "antwoord 1", "Ja.")).toEqual([[[1], "A?", "Ja."]]);
  });

  test("are not invented in a letter of which a sentence ends on such a word", () => {
    const text = "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\nDuindorp, 15 mei 2023\n\n";
    const paragraph = "De havens zijn aangesproken op hun schepen, en het kabinet wacht nog altijd op een\nreactie.";
    const letter = readLetter({ file: "x.txt", text: `${text}${paragraph}\n\nMeer volgt later dit jaar.`, hints: {} });
    expect(letter).toMatchObject({ kind: "brief", questions: [] });
    expect(letter.body).toContain("nog altijd op een reactie.");
  });

  test("keep all paragraphs and lists of an answer, and short lines in it that look like headings", () => {
    expect(
      shape(
        "Vraag 1",
        "A?",
        "Antwoord 1",
        "Zo is het:",
        "- dit;\n- dat.",
        "Toelichting op de cijfers",
        "Er zijn er 12.",
      ),
    ).toEqual([[[1], "A?", "Zo is het:\n\n- dit;\n- dat.\n\nToelichting op de cijfers\n\nEr zijn er 12."]]);
  });

  test("end where an explanation follows", () => {
    const letter = read(
      "Vraag 1",
      "A?",
      "Antwoord 1",
      "Ja.",
      "Toelichting:",
      "Deze vragen dienen ter aanvulling op eerdere vragen.",
    );
    expect(letter.questions[0]?.answer).toBe("Ja.");
    expect(letter.passages.at(-1)?.text).toBe("Deze vragen dienen ter aanvulling op eerdere vragen.");
  });
});

describe("who asked", () => {
  test.each([
    ["het lid Faber-van de Klashorst(PVV)", [["Faber-van de Klashorst", "PVV"]]],
    [
      "de leden A en B (beiden VVD)",
      [
        ["A", "VVD"],
        ["B", "VVD"],
      ],
    ],
    [
      "de leden Van A, B de C en D (allen D66)",
      [
        ["Van A", "D66"],
        ["B de C", "D66"],
        ["D", "D66"],
      ],
    ],
    [
      "de leden A (D66), B (GroenLinks-PvdA) en Van C (SP)",
      [
        ["A", "D66"],
        ["B", "GroenLinks-PvdA"],
        ["Van C", "SP"],
      ],
    ],
    [
      "de leden A, B (X), C (Y) en D (Z)",
      [
        ["A", "X"],
        ["B", "X"],
        ["C", "Y"],
        ["D", "Z"],
      ],
    ],
    [
      "de leden Van der Lee (VVD), Kröger en El Yassini (beiden CDA) en het lid Van Nispen (SP)",
      [
        ["Van der Lee", "VVD"],
        ["Kröger", "CDA"],
        ["El Yassini", "CDA"],
        ["Van Nispen", "SP"],
      ],
    ],
    [
      "het lid Ulu (DENK) en de leden ’s-Gravezande en De Vries-van Dijk (D66)",
      [
        ["Ulu", "DENK"],
        ["’s-Gravezande", "D66"],
        ["De Vries-van Dijk", "D66"],
      ],
    ],
    ["het lid Van Dijk (Inge) (CDA)", [["Van Dijk (Inge)", "CDA"]]],
    ["het lid prof. dr. Kröger (Volt)", [["prof. dr. Kröger", "Volt"]]],
    ["het lid A", [["A", null]]],
  ])("%s", (names, askers) => {
    const text = `Vragen van ${names} aan de Minister van Financiën over geld (ingezonden 1 mei 2020).\n\nVraag 1\n\nWaarom?`;
    const [question] = readLetter({ file: "x.txt", text, hints: {} }).questions;
    expect(question?.askers.map(({ name, party }) => [name, party])).toEqual(askers);
  });
});

test("whom the questions are put to is no asker, also without an article", () => {
  const text =
    "Vragen van het lid Dassen (Volt) aan Minister Kaag over geld (ingezonden 1 mei 2020).\n\nVraag 1\n\nWaarom?";
  expect(readLetter({ file: "x.txt", text, hints: {} }).questions[0]?.askers).toEqual([
    { name: "Dassen", party: "Volt" },
  ]);
});

describe("who asked a question of its own", () => {
  test("is told by its label, else by the head; of questions answered at once all are told", () => {
    const letter = read(
      ...["Vraag 1 (VVD)", "A?", "Vraag 2 (SP)", "B?", "Antwoord 1 en 2", "Ja."],
      ...["Vraag 3", "C?", "Antwoord 3", "Nee."],
    );
    expect(letter.questions.map(({ askers }) => askers)).toEqual([
      [
        { name: null, party: "VVD" },
        { name: null, party: "SP" },
      ],
      [
        { name: "Duin", party: "PvdZ" },
        { name: "Kust", party: "PvdZ" },
      ],
    ]);
  });
});

describe("who answered", () => {
  test.each([
    [
      "Minister Van Weel (Justitie en Veiligheid) en van Staatssecretaris Coenradie (Justitie en Veiligheid), mede namens de Minister van Asiel en Migratie",
      [
        ["Van Weel", "Minister (Justitie en Veiligheid)"],
        ["Coenradie", "Staatssecretaris (Justitie en Veiligheid)"],
      ],
    ],
    [
      "Minister De Vries-van Dijk en Staatssecretaris El Yassini (Infrastructuur en Waterstaat)",
      [
        ["De Vries-van Dijk", "Minister"],
        ["El Yassini", "Staatssecretaris (Infrastructuur en Waterstaat)"],
      ],
    ],
    ["Staatssecretaris ’s-Gravezande (Financiën)", [["’s-Gravezande", "Staatssecretaris (Financiën)"]]],
    ["Staatssecretaris Van ’t Wout (Financiën)", [["Van ’t Wout", "Staatssecretaris (Financiën)"]]],
    ["Minister Dr. De Jonge (Zorg, Welzijn en Sport)", [["Dr. De Jonge", "Minister (Zorg, Welzijn en Sport)"]]],
    ["Minister Kröger (Klimaat en Groei (KGG))", [["Kröger", "Minister (Klimaat en Groei (KGG))"]]],
    [
      "Ministers Duin (Financiën) en Van Kust (Grenzen)",
      [
        ["Duin", "Minister (Financiën)"],
        ["Van Kust", "Minister (Grenzen)"],
      ],
    ],
    [
      "de Ministers Duin (Financiën), Kust (Grenzen) en van Staatssecretaris De Zee (Water), mede namens de Minister van Zorg",
      [
        ["Duin", "Minister (Financiën)"],
        ["Kust", "Minister (Grenzen)"],
        ["De Zee", "Staatssecretaris (Water)"],
      ],
    ],
    ["de Ministers van Financiën (ministerie) en van Grenzen (ministerie)", []],
    ["Minister Yes¸il-Kostic´ (Financiën)", [["Yeşil-Kostić", "Minister (Financiën)"]]],
    ["de Minister van Financiën", []],
    ["de Minister van Sociale Zaken en Werkgelegenheid, mede namens de Staatssecretaris van Financiën", []],
  ])("%s", (who, answered) => {
    const text = `${head}\n\nAntwoord van ${who} (ontvangen 2 juni 2020).\n\nVraag 1\n\nA?\n\nAntwoord 1\n\nJa.`;
    const letter = readLetter({ file: "x.txt", text, hints: {} });
    expect(letter.senders.map(({ name, office }) => [name, office])).toEqual(answered);
    expect(letter.date).toBe("2020-06-02");
  });
});

test.each([
  "Aanvullend antwoord van Minister Duin (Financiën) (ontvangen 2 juni 2020).",
  "Tweede nader antwoord van Minister Duin (Financiën) (ontvangen 2 juni 2020).",
  "Antwoord van Minister Duin (Financiën), ontvangen 2 juni 2020.",
])("%s: who answered, and when", (answered) => {
  const text = `${head}\n\n${answered}\n\nVraag 1\n\nA?\n\nAntwoord 1\n\nJa.`;
  const letter = readLetter({ file: "x.txt", text, hints: {} });
  expect(letter.senders).toEqual([{ name: "Duin", office: "Minister (Financiën)" }]);
  expect(letter.date).toBe("2020-06-02");
  expect(letter.body).not.toContain("ontvangen");
});

test("a day and a range of years that the margin breaks are part of the head, and its citation is read", () => {
  const answered =
    "Antwoord van Minister Duin (Financiën)\n(ontvangen 2 juni 2020). Zie ook Aanhangsel Handelingen, vergaderjaar 2019–\n2020, nr. 99.";
  const letter = readLetter({
    file: "x.txt",
    text: `${head}\n\n${answered}\n\nVraag 1\n\nA?\n\nAntwoord 1\n\nJa.`,
    hints: {},
  });
  expect(letter.body).toMatch(/^Vraag 1/);
  expect(letter.references.map(({ id }) => id)).toEqual(["ah-tk-20192020-99"]);
  expect(letter.date).toBe("2020-06-02");
});

describe("words in an answer that look like labels are part of it", () => {
  test.each([
    "Vraag 2 en 3 liggen in elkaars verlengde. Daarom antwoord ik zo.",
    "a. Ja.\n\nb. Vraag 1b kan ik niet beantwoorden.\n\nc. Nee.",
    'Het rapport zegt:\n\n"Antwoord: dat weten wij niet. Vraag 3 bleef open."',
    "- vragen 1 en 2 van de inspectie zijn beantwoord;\n- antwoord 3 volgt.",
  ])("%j", (answer) => {
    expect(shape("Vraag 1", "A?", "Antwoord 1", answer, "Vraag 2", "B?", "Antwoord 2", "Nee.")).toEqual([
      [[1], "A?", answer],
      [[2], "B?", "Nee."],
    ]);
  });

  test("also in a quotation, of which the sign falls away, but not that of a number", () => {
    const letter = read("Vraag 1", "A?", "Antwoord 1", "> «Antwoord: dat weten wij niet.»", "> 18 jaar is de grens.");
    expect(letter.questions[0]?.answer).toBe("«Antwoord: dat weten wij niet.»\n\n> 18 jaar is de grens.");
  });
});
