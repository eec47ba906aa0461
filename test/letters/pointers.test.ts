import { describe, expect, test } from "vitest";
import askingWords from "../../data/asking-words-nl.json" with { type: "json" };
import { findCountries } from "../../src/letters/countries.ts";
import type { ReadLetter } from "../../src/letters/letter.ts";
import { readLetter } from "../../src/letters/parse.ts";
import { besidePointers } from "../../src/letters/pointers.ts";
import { bundledLetter } from "./bundled.ts";

/** Every pointer: who asked, the words that point, the party and the first words of the question whose answer is meant. */
function pointers(letter: ReadLetter) {
  return letter.questions.flatMap(({ askers, refersTo }) =>
    refersTo.map(({ text, target }) => {
      const meant = target === null ? null : letter.passages[target - 1]?.question;
      const question = meant === null || meant === undefined ? null : letter.questions[meant];
      return [
        askers[0]?.party ?? askers[0]?.name,
        text,
        question ? question.askers[0]?.party : null,
        question?.question ?? null,
      ];
    }),
  );
}

const starting = (words: string) => expect.stringMatching(new RegExp(`^${words}`));

describe("the pointers of the 2025 consultation", () => {
  const letter = readLetter(bundledLetter("004"));

  test("are these, each with the one question that it means, or none where several may be meant", () => {
    const routes = starting("De leden van de PVV-fractie lezen dat ondanks dat er een daling te zien is");
    const hubs = starting(
      "De leden van de PVV-fractie lezen dat tijdens de informele JBZ-Raad gesproken zal worden over nieuwe",
    );
    const criterion = starting("De leden van de PVV-fractie lezen dat het huidige Poolse EU-voorzitterschap");
    const same = "een gelijklopende vraag van de leden van de PVV-fractie.";
    const both =
      "Het kabinet verwijst naar het antwoord op een gelijklopende vraag van de GroenLinks-PvdA- fractie en de PVV-fractie.";
    expect(pointers(letter)).toEqual([
      [
        "GroenLinks-PvdA",
        "Voor de stand van zaken van de uitwerking van het concept van terugkeerhubs wordt verwezen naar het antwoord op de vraag van de PVV-fractie.",
        "PVV",
        hubs,
      ],
      [
        "VVD",
        "Voor het antwoord op deze vraag verwijs ik u naar het antwoord op de gelijklopende vraag van de leden van de PVV-fractie.",
        "PVV",
        routes,
      ],
      ["VVD", `Verwezen wordt naar het antwoord op ${same}`, "PVV", criterion],
      [
        "VVD",
        both,
        "GroenLinks-PvdA",
        starting("Kan de minister aangeven wat de stand van zaken is wat betreft de uitwerking"),
      ],
      ["VVD", both, "PVV", hubs],
      [
        "NSC",
        "Verwezen wordt allereerst naar het antwoord op een gelijksoortige vraag van de leden van de PVV-fractie.",
        "PVV",
        criterion,
      ],
      ["NSC", `Zie het antwoord op ${same}`, "PVV", hubs],
      ["SP", `Zie het antwoord op ${same}`, "PVV", routes],
      ["SP", "Zie het antwoord op gelijklopende vragen van andere fracties.", null, null],
      ["SP", "Zie ook eerdere antwoorden van vragen over het aanstaande partnerschap.", null, null],
      [
        "SP",
        "Verwezen wordt naar het antwoord op een gelijkaardige vraag van de leden van de GroenLinks/PvdA-fractie.",
        "GroenLinks-PvdA",
        starting("Deze leden stellen dat het belangrijk is dat andere landen het voorbeeld van Nederland volgen"),
      ],
    ]);
  });

  test("are the whole answer seven times, and its first sentence elsewhere", () => {
    const pointing = letter.questions.filter(({ refersTo }) => refersTo.length > 0);
    expect(pointing.filter((one) => besidePointers(one) === "")).toHaveLength(7);
    const first = pointing.filter((one) => besidePointers(one) !== "");
    for (const { answer, refersTo } of first) expect(answer?.startsWith(refersTo[0]?.text ?? "-")).toBe(true);
  });
});

/** A paper with numbered questions, the last of which has this answer. */
function answered(answer: string): ReadLetter {
  const labels = [1, 2, 3].map((n) => `Vraag ${n}\n\nWat is zaak ${n}?\n\nAntwoord ${n}\n\nDat is zaak ${n}.`);
  const text = `Vragen van het lid Duin (PvdZ) over zaken (ingezonden 1 mei 2020)\n\n${labels.join("\n\n")}\n\nVraag 4\n\nEn nu?\n\nAntwoord 4\n\n${answer}`;
  return readLetter({ file: "x.txt", text, hints: {} });
}

describe("pointers by number", () => {
  test.each([
    ["Zie antwoord 3.", [[3]]],
    ["Zie het antwoord op vraag 2.", [[2]]],
    ["Zie mijn antwoord op de vragen 1 en 3.", [[1], [3]]],
    ["Zie de beantwoording van vraag 1 tot en met 3.", [[1], [2], [3]]],
    ["Hiervoor verwijs ik u naar mijn antwoord op vraag 2.", [[2]]],
    ["Zie vraag 2.", [[2]]],
    ["Ja, zie ook de vragen 1 en 2 hierboven.", [[1], [2]]],
    ["Zie de antwoorden op vraag 2 en vraag 3.", [[2], [3]]],
    ["Zie mijn antwoord op vraag 1 en het antwoord op vraag 3.", [[1], [3]]],
    ["Zie het antwoord op de vorige vraag.", [[3]]],
    ["Zie mijn antwoord op vraag 2 van de leden Kust en Duin.", [null]],
    ["Zie de beantwoording van vraag 1 uit de set van 3 mei.", [null]],
    ["Zie de beantwoording van de vragen 1 en 2 door de Minister van Defensie.", [null]],
    ["Zie de beantwoording van vraag 2 in de brief aan de Eerste Kamer.", [null]],
    ["Zie het antwoord op vraag 2 van deze set.", [[2]]],
    ["Zie hierboven.", []],
    ["Zie het antwoord op vraag 9.", [null]],
    [
      "Zie het antwoord op vraag 2 van de vragen van het lid Kust (Aanhangsel Handelingen, vergaderjaar 2019–2020, nr. 7).",
      [null],
    ],
    [
      "Ik verwijs u naar de beantwoording van vraag 1 en 3 en naar mijn eerdere antwoord op de vragen van het lid Kust (Aanhangsel Handelingen, vergaderjaar 2019–2020, nr. 7).",
      [[1], [3]],
    ],
    ["Zie mijn brief van 3 mei 2020 (Kamerstuk 99 999, nr. 7) en het antwoord op vraag 2.", [[2]]],
    ["Zie het antwoord op vraag 1 en het antwoord op vraag 2 uit de eerdere vragen van het lid Kust.", [null]],
    ["Zie het antwoord op vraag 1 uit de vorige set en mijn brief (Kamerstuk 99 999, nr. 7).", [null]],
    ["Zie het antwoord op de hierboven gestelde vraag 2.", [[2]]],
    ["Zie het antwoord op eerdere vragen hierover.", [null]],
    ["Zoals ik in het antwoord op vraag 2 heb gemeld, is dat zo.", []],
    ["Zie bijlage 3.", []],
    ["Zie antwoord vorige vraag.", [[3]]],
    ["Zie het antwoord op de bovenstaande vraag.", [[3]]],
    ["Zie het antwoord op de eerste vraag.", [[1]]],
    ["Ik verwijs u naar de beantwoording van vraag drie.", [[3]]],
    ["Zie het antwoord op vraag nr. 2.", [[2]]],
    ["Hiervoor verwijs ik naar vraag 2.", [[2]]],
    ["Ik verwijs u naar mijn reactie op vraag 2.", [[2]]],
    ["Zie het antwoord op vraag 1 en op vraag 3.", [[1], [3]]],
    ["Zie het antwoord op vraag 1, alsmede vraag 3.", [[1], [3]]],
    ["Zie het antwoord op vraag 2 en Kamerstuk 99 999, nr. 7.", [[2]]],
    ["Zie het antwoord op vraag 2, zie ook de brief van 3 mei 2020.", [[2]]],
    ["Zie het antwoord op vraag 2, 3 procent vertrekt niet.", [[2]]],
    ["Zie het antwoord op vraag 2 en 3 mei is dat gemeld.", [[2]]],
    ["Zie antwoorden op vragen 2 en 3 gesteld door het lid Kust op 12 mei 2020.", [null]],
    ["Zie de vragen 2 en 3, eerder gesteld door het lid Kust.", [null]],
    ["Zie het antwoord op vraag 2 (van het lid Kust).", [null]],
    ["Zie het antwoord op vraag 2, zoals gegeven aan het lid Kust.", [null]],
    ["Zie het antwoord op de vragen 2 en 3 (ingezonden 12 mei 2020).", [null]],
    ["Zie het antwoord op vraag 2 (Handelingen II 2017/18, nr. 3, item 4).", [null]],
    ["Zie in de eerdere set antwoord 2.", [null]],
    ["Ja.", []],
  ])("%s", (answer, meant) => {
    const letter = answered(answer);
    const found = letter.questions.at(-1)?.refersTo ?? [];
    expect(
      found.map(({ target }) => {
        const at = target === null ? null : letter.passages[target - 1]?.question;
        return at === null || at === undefined ? null : letter.questions[at]?.numbers;
      }),
    ).toEqual(meant);
    for (const { text } of found) expect(answer).toContain(text);
  });

  test("an answer never points to itself", () => {
    expect(answered("Zie het antwoord op vraag 4.").questions.at(-1)?.refersTo[0]?.target).toBeNull();
  });
});

test.each([
  "| Land | Aantal |\n|---|---|\n| Zandland | 12 |\n\nZie verder antwoord 3.",
  "1. Zandland heeft er 12.\n2. Zie verder antwoord 3.\n3. Duinland heeft er 13.",
  "Nu\n\nZie verder antwoord 3.\n\n4.",
])("the words that point are one sentence of %j", (answer) => {
  expect(
    answered(answer)
      .questions.at(-1)
      ?.refersTo.map(({ text }) => text),
  ).toEqual(["Zie verder antwoord 3."]);
});

test("where two questions of a party are as much alike, none of them is taken", () => {
  const text = [
    "Vragen en opmerkingen van de leden van de A-fractie",
    "De leden van de A-fractie vragen naar de kosten van vluchten naar Zandland in voorgaande jaren?",
    "Antwoord",
    "Die waren laag.",
    "De leden van de A-fractie vragen naar de kosten van vluchten naar Zandland in komende jaren?",
    "Antwoord",
    "Die worden hoog.",
    "Vragen en opmerkingen van de leden van de B-fractie",
    "De leden van de B-fractie vragen naar de kosten van vluchten naar Zandland?",
    "Antwoord",
    "Zie het antwoord op een gelijklopende vraag van de leden van de A-fractie.",
  ].join("\n\n");
  const letter = readLetter({ file: "x.txt", text, hints: {} });
  expect(letter.questions).toHaveLength(3);
  expect(letter.questions[2]?.refersTo).toEqual([
    { text: "Zie het antwoord op een gelijklopende vraag van de leden van de A-fractie.", target: null },
  ]);
});

test("a number that two sets of questions in one paper have means neither", () => {
  const set = ["Vraag 1", "Wat is dit?", "Antwoord 1", "Dit.", "Vraag 2", "En dat?", "Antwoord 2", "Zie antwoord 1."];
  const text = ["Vragen van het lid Duin (PvdZ) over zaken (ingezonden 1 mei 2020)", ...set, ...set].join("\n\n");
  const pointing = readLetter({ file: "x.txt", text, hints: {} }).questions.flatMap(({ refersTo }) => refersTo);
  expect(pointing.map(({ target }) => target)).toEqual([null, null]);
});

/** A consultation in which the A party asks in two blocks, around the B party, which gets this answer. */
function consulted(answer: string) {
  const party = (name: string) =>
    `Vragen en opmerkingen van de leden van de ${name}-fractie en de reactie van de minister`;
  const text = [
    party("A"),
    "De leden van de A-fractie vragen naar de kosten van vluchten naar Zandland?",
    "Antwoord",
    "Die waren laag.",
    party("C"),
    "De leden van de C-fractie vragen naar de duur van de oversteek?",
    "Antwoord",
    "Een dag.",
    party("B"),
    "De leden van de B-fractie vragen naar de kosten van vluchten naar Zandland?",
    "Antwoord",
    answer,
    party("A"),
    "De leden van de A-fractie vragen of de kosten van vluchten naar Zandland bekend zijn?",
    "Antwoord",
    "Ja.",
  ].join("\n\n");
  return readLetter({ file: "x.txt", text, hints: {} });
}

describe("a pointer to a party", () => {
  const meant = (answer: string) => consulted(answer).questions[2]?.refersTo.map(({ target }) => target);

  test("names one that asks in several blocks, each under its own heading", () => {
    const { questions } = consulted("Nee.");
    expect(questions.map(({ askers }) => askers)).toEqual(["A", "C", "B", "A"].map((party) => [{ name: null, party }]));
  });

  test("means what stands above where it says so, and nothing where both may be meant", () => {
    expect(meant("Zie het antwoord op de vraag van de A-fractie hierboven.")).toEqual([1]);
    expect(meant("Zie het antwoord op de vraag van de A-fractie.")).toEqual([null]);
  });

  test("means the one that its place among the questions of the party says", () => {
    expect(meant("Zie het antwoord op de tweede vraag van de A-fractie.")).toEqual([4]);
    expect(meant("Zie het antwoord op de laatste vraag van de A-fractie.")).toEqual([4]);
    expect(meant("Zie het antwoord op de derde vraag van de A-fractie.")).toEqual([null]);
  });

  test.each([
    "Zie het antwoord op de vraag van de C-fractie over mensensmokkel.",
    "Zie het antwoord op de vraag van de C-fractie in het vorige schriftelijk overleg.",
    "Zie het antwoord op de vraag van de C-fractie van 3 mei 2020.",
    "Zie het antwoord op de vraag van de C-fractie bij de begroting.",
    "Zie het antwoord op de vraag van de C-fractie tijdens het debat over de haven.",
  ])("means none of this paper that is not about its subject, or that was asked elsewhere: %s", (answer) => {
    expect(meant(answer)).toEqual([null]);
  });

  test("means the only question of the party, whatever its words", () => {
    expect(meant("Zie het antwoord op de vraag van de C-fractie.")).toEqual([2]);
    expect(meant("Zie de antwoorden op de vragen van de C-fractie.")).toEqual([null]);
  });
});

describe("what an answer says beside its pointers", () => {
  const beside = (answer: string) => {
    const last = answered(answer).questions.at(-1);
    return last === undefined ? undefined : besidePointers(last);
  };

  test.each([
    ["Zie mijn antwoord op de vragen 1 en 3. Daarover is de Kamer geïnformeerd.", "Daarover is de Kamer geïnformeerd."],
    ["Zie antwoord 3.", ""],
    ["Daarover is de Kamer geïnformeerd.", null],
  ])("%s", (answer, rest) => {
    expect(beside(answer)).toBe(rest);
  });
});

test("what an answer points to beside another paper is found", () => {
  const text = [
    "Vragen van het lid Duin (PvdZ) aan de Minister van Overzeese Zaken over schepen (ingezonden 1 mei 2020).",
    ...[1, 2].flatMap((number) => [
      `Vraag ${number}`,
      `Hoeveel schepen waren er in haven ${number}?`,
      `Antwoord ${number}`,
      "Tien.",
    ]),
    "Vraag 3",
    "Waarom?",
    "Antwoord 3",
    "Ik verwijs u naar de beantwoording van vraag 1 en 2 en naar mijn eerdere antwoord op de vragen van het lid Kust (Aanhangsel Handelingen, vergaderjaar 2019–2020, nr. 1500).",
  ].join("\n\n");
  const { questions, passages } = readLetter({ file: "x.txt", text, hints: {} });
  const targets = questions[2]?.refersTo.map(
    ({ target }) => passages.find(({ ordinal }) => ordinal === target)?.question,
  );
  expect(targets).toEqual([0, 1]);
});

test.each(["nederland", "nederlandse"])("%j may be what a question is about", (word) => {
  const about = (party: string, subject: string) =>
    `De leden van de ${party}-fractie vragen naar de kosten van ${subject}?`;
  const text = [
    "Vragen en opmerkingen van de leden van de A-fractie",
    about("A", `een ${word} en nog een ${word} in de haven`),
    "Antwoord",
    `Een ${word} is duur.`,
    about("A", "een schip en nog een schip in de haven"),
    "Antwoord",
    "Een schip is goedkoop.",
    "Vragen en opmerkingen van de leden van de B-fractie",
    about("B", `een ${word}`),
    "Antwoord",
    "Zie het antwoord op een gelijklopende vraag van de leden van de A-fractie.",
  ].join("\n\n");
  const { questions, passages } = readLetter({ file: "x.txt", text, hints: {} });
  const target = questions[2]?.refersTo[0]?.target;
  expect(passages.find(({ ordinal }) => ordinal === target)?.question).toBe(0);
});

test("no word that says nothing about the subject names a country", () => {
  const words = askingWords.groups.flatMap((group) => group.words);
  expect(
    words.filter((word) => findCountries(`de ${word} en ${word[0]?.toUpperCase()}${word.slice(1)}`).length > 0),
  ).toEqual([]);
  expect(new Set(words).size).toBe(words.length);
});

describe("short pointers", () => {
  const targets = (answer: string) => {
    const text = `Vragen van het lid Duin (D66) over schepen (ingezonden 3 mei 2022).\n\nAntwoord van Minister Kust (Zee) (ontvangen 10 juni 2022).\n\nVraag 1\nWaar?\n\nAntwoord 1\nHier.\n\nVraag 2\nWanneer?\n\nAntwoord 2\nNu.\n\nVraag 3\nWaarom?\n\nAntwoord 3\n${answer}\n`;
    const { questions, passages } = readLetter({ file: "x.txt", text, hints: {} });
    return questions[2]?.refersTo.map(({ target }) => passages.find(({ ordinal }) => ordinal === target)?.question);
  };

  test.each(["Zie het vorige antwoord.", "Ik verwijs naar mijn voorgaande antwoord."])(
    "%j means the answer before",
    (answer) => {
      expect(targets(answer)).toEqual([1]);
    },
  );

  test("an annex that belongs to a question is no answer to it", () => {
    expect(targets("Zie de bijlage bij vraag 1.")).toEqual([]);
    expect(targets("Zie de bijlage bij vraag 1 en het antwoord op vraag 2.")).toEqual([1]);
  });
});

test("a number and «de fractie van» name the question of a party", () => {
  const asked = (party: string, answer: string) =>
    `Vragen van de leden van de fractie van ${party}\n\nVraag 1\nWat kost dat?\n\nAntwoord\n${answer}`;
  const text = `${asked("Anker", "Niets.")}\n\n${asked("Boei", "Zie het antwoord op vraag 1 van de leden van de fractie van Anker.")}\n`;
  const { questions, passages } = readLetter({ file: "x.txt", text, hints: {} });
  expect(questions[1]?.refersTo.map(({ target }) => target)).toEqual([passages[0]?.ordinal]);
});
