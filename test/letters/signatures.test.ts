import { expect, test } from "vitest";
import { readLetter } from "../../src/letters/parse.ts";

const read = (signature: string) =>
  readLetter({
    file: "x.txt",
    text: `Aan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\nDen Haag, 1 mei 2020\n\nHierbij bied ik uw Kamer het verslag van de werkgroep aan.\n\n${signature}`,
    hints: {},
  });
const senders = (signature: string) => read(signature).senders.map(({ name, office }) => [name, office]);

test.each([
  ["De Minister van Financiën,\nW.B. Hoekstra-Duin", [["W.B. Hoekstra-Duin", "Minister van Financiën"]]],
  ["de minister van Financiën,\n\n\n\nEelco van der Duin", [["Eelco van der Duin", "minister van Financiën"]]],
  ["Hoogachtend,\n\nDe Minister van Financiën\n\n\nD. Yeşil-Kust", [["D. Yeşil-Kust", "Minister van Financiën"]]],
  [
    "De minister-president,\nminister van Algemene Zaken,\n\nA. Duin",
    [["A. Duin", "minister-president, minister van Algemene Zaken"]],
  ],
  ["De Minister van Financiën,\nA.B. (Anna) van der Duin", [["A.B. (Anna) van der Duin", "Minister van Financiën"]]],
  ["De Minister van Financiën,\nmw. A.B. Duin", [["mw. A.B. Duin", "Minister van Financiën"]]],
  [
    "De Minister van Onderwijs,\nCultuur en Wetenschap,\nA. Duin",
    [["A. Duin", "Minister van Onderwijs, Cultuur en Wetenschap"]],
  ],
  [
    "De Minister voor Buitenlandse Handel en\nOntwikkelingssamenwerking,\nE.M.J. Duin",
    [["E.M.J. Duin", "Minister voor Buitenlandse Handel en Ontwikkelingssamenwerking"]],
  ],
  [
    "De Minister van Financiën,\nA. Duin\n\nDe Staatssecretaris van Financiën,\nB. ’t Hart",
    [
      ["A. Duin", "Minister van Financiën"],
      ["B. ’t Hart", "Staatssecretaris van Financiën"],
    ],
  ],
  [
    "De Minister van Financiën,\n\nDe Staatssecretaris van Grenzen,\n\n\nA. Duin\n\nB. Kust",
    [
      ["A. Duin", "Minister van Financiën"],
      ["B. Kust", "Staatssecretaris van Grenzen"],
    ],
  ],
  [
    "De Minister van Financiën,\nmede namens de Minister van Grenzen,\n\nA. Duin",
    [["A. Duin", "Minister van Financiën"]],
  ],
  [
    "De Minister-President, Minister van Algemene Zaken,\nM. Duin",
    [["M. Duin", "Minister-President, Minister van Algemene Zaken"]],
  ],
  [
    "De minister-president,\nminister van Algemene Zaken,\n\nMerel Duin",
    [["Merel Duin", "minister-president, minister van Algemene Zaken"]],
  ],
  [
    "De Minister van Financiën,      De Minister van Grenzen,\n\nA. Duin                         B.C. van Kust",
    [
      ["A. Duin", "Minister van Financiën"],
      ["B.C. van Kust", "Minister van Grenzen"],
    ],
  ],
  ["De Minister van Financiën,      De Minister van Grenzen,\n\nA. Duin", []],
  ["De Minister van Financiën,\nA.B. (Anna) van Duin", [["A.B. (Anna) van Duin", "Minister van Financiën"]]],
  ["De Minister van Financiën,\nmw. A.B. van Duin", [["mw. A.B. van Duin", "Minister van Financiën"]]],
  ["De Minister van Financiën,\n\nw.g. A. Duin", [["A. Duin", "Minister van Financiën"]]],
  ["De Minister van Financiën a.i.,\nA. Duin", [["A. Duin", "Minister van Financiën a.i."]]],
  ["A. Duin\nMinister van Financiën", [["A. Duin", "Minister van Financiën"]]],
  ["Hoogachtend,\n\nA. Duin\nMinister van Financiën\n\nBijlage: 1", [["A. Duin", "Minister van Financiën"]]],
  [
    "De Minister van Zee, De Staatssecretaris van Zand en Klei,\n\nA. Duin B.C. van der Kust",
    [
      ["A. Duin", "Minister van Zee"],
      ["B.C. van der Kust", "Staatssecretaris van Zand en Klei"],
    ],
  ],
  ["De Minister van Zee, De Staatssecretaris van Zand,\n\nAnna Duin Bert Kust", []],
  [
    "| De minister van Zee |  | De staatssecretaris van Zand |\n| --- | --- | --- |\n| A. Duin |  | B. Kust |",
    [
      ["A. Duin", "minister van Zee"],
      ["B. Kust", "staatssecretaris van Zand"],
    ],
  ],
  [
    "| A. Duin | B. Kust |\n| --- | --- |\n| Minister van Zee | Staatssecretaris van Zand |",
    [
      ["A. Duin", "Minister van Zee"],
      ["B. Kust", "Staatssecretaris van Zand"],
    ],
  ],
  ["| Minister van Zee | 12 |\n| --- | --- |\n| A. Duin | 14 |", []],
  [
    "A. Duin\n\nMinister van Zee\n\nB. Kust\n\nStaatssecretaris van Zand",
    [
      ["A. Duin", "Minister van Zee"],
      ["B. Kust", "Staatssecretaris van Zand"],
    ],
  ],
  [
    "De Minister heeft deze vragen beantwoord bij brief van 28\nmaart 2023. Zie hierna.\n\nDe voorzitter van de commissie,\nA. Duin",
    [],
  ],
  ["Afschrift aan:\n\nA. Duin\nMinister van Financiën", []],
  ["De voorzitter van de commissie,\nZeeman\n\nDe adjunct-griffier van de commissie,\nVan Kade", []],
  ["De Minister van Financiën heeft dit toegezegd.\n\nDit is geen naam.", []],
])("%j", (signature, expected) => {
  expect(senders(signature)).toEqual(expected);
});

test("two offices above one name give no sender, and are no passage either", () => {
  const letter = read("De Minister van Financiën,\n\nDe Minister van Grenzen,\n\n\nA. Duin");
  expect(letter.senders).toEqual([]);
  expect(letter.passages.map(({ text }) => text)).toEqual([
    "Hierbij bied ik uw Kamer het verslag van de werkgroep aan.",
  ]);
});

test("an office at the foot of a page and its name at the top of the next sign, whatever stands between", () => {
  const foot =
    "1 Kamerstukken II 2022/23, 29 999, nr. 12.\n\fDirectoraat-Generaal\nHavens\nDatum\n1 mei 2020\nOns kenmerk\n4567890\n\nPagina 2 van 2\n\n";
  expect(senders(`Dat is gemeld.1\n\nDe Minister van Zee,\n\n${foot}A. Duin\n`)).toEqual([
    ["A. Duin", "Minister van Zee"],
  ]);
});

const stacked = (offices: number, names: number) =>
  [
    ...Array.from({ length: offices }, (_, at) => `De Minister van Zaak ${"ABCDEFGHIJ"[at % 10]}${at},`),
    "",
    ...Array.from({ length: names }, (_, at) => `${"ABCDEFGHIJ"[at % 10]}. Duin${"abcdefghij"[Math.floor(at / 10)]}`),
  ].join("\n");

test.each([12, 13, 29])("%i ministers who sign above each other each have their own office", (signers) => {
  const signed = senders(stacked(signers, signers));
  expect(signed).toHaveLength(signers);
  for (const [at, [name, office]] of signed.entries()) {
    expect(name).toBe(`${"ABCDEFGHIJ"[at % 10]}. Duin${"abcdefghij"[Math.floor(at / 10)]}`);
    expect(office).toBe(`Minister van Zaak ${"ABCDEFGHIJ"[at % 10]}${at}`);
  }
});

test.each([
  [3, 2],
  [2, 3],
  [60, 60],
])("%i offices above %i names give no sender: whose they are cannot be told", (offices, names) => {
  expect(senders(stacked(offices, names))).toEqual([]);
});

test.each([
  ["De minister voor Rechtsbescherming,\n\nmr. dr. F.M. Weerwind", "mr. dr. F.M. Weerwind"],
  ["De Minister van Asiel en Migratie,\n\nM.H.M. Faber-van de Klashorst", "M.H.M. Faber-van de Klashorst"],
  ["De Staatssecretaris van Financiën,\n\nJ. El Yassini", "J. El Yassini"],
  ["De Staatssecretaris van Financiën,\n\nprof. dr. A. ’s-Gravezande", "prof. dr. A. ’s-Gravezande"],
  ["De Staatssecretaris van Financiën,\n\nA.Th.B. Bijleveld-Schouten", "A.Th.B. Bijleveld-Schouten"],
])("%j is signed by %s", (signature, name) => {
  expect(senders(signature).map(([who]) => who)).toEqual([name]);
});

test.each(["", "\n"])("who signs on behalf of another is the sender: %j", (blank) => {
  const signature = `De Minister van Overzeese Zaken,\n${blank}namens deze,\nDe Staatssecretaris van Havens,\n\nI. Duin`;
  expect(senders(signature)).toEqual([["I. Duin", "Staatssecretaris van Havens"]]);
});

test("offices beside each other go on in the next line, each in its column", () => {
  const signature =
    "De Staatssecretaris van Zee            De Minister voor Buitenlandse Handel en\nen Havens,                             Scheepvaart,\n\n\nF. Duin                                E.M.J. Kust";
  expect(senders(signature)).toEqual([
    ["F. Duin", "Staatssecretaris van Zee en Havens"],
    ["E.M.J. Kust", "Minister voor Buitenlandse Handel en Scheepvaart"],
  ]);
});
