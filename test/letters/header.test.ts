import { describe, expect, test } from "vitest";
import { readLetter } from "../../src/letters/parse.ts";

const body = `

Hierbij stuur ik u het verslag van de werkgroep over het afgelopen jaar, met mijn reactie daarop.

De Minister van Financiën,

A. Duin
`;
const read = (head: string, below = "") => readLetter({ file: "x.txt", text: head + body + below, hints: {} });
const toTweedeKamer = (rest: string) => `Aan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\n${rest}`;

describe("the day of a letter is read", () => {
  test.each([
    ["’s-Gravenhage, 3 november 2015", "2015-11-03"],
    ["'s-Gravenhage,  3   november   2015", "2015-11-03"],
    ["Den Haag, 1 maart 2019", "2019-03-01"],
    ["Rijswijk, 1 maart 2019", "2019-03-01"],
    ["1 mrt. 2019", "2019-03-01"],
    ["Datum : 1 maart 2019", "2019-03-01"],
    ["Datum\n1 maart 2019\nBetreft\nVerslag", "2019-03-01"],
    ["Datum: 01-03-2019", "2019-03-01"],
    ["Datum\nBetreft Verslag van 1 maart 2019", null],
    ["Op 1 maart 2019 stuurde ik u het vorige verslag van de werkgroep over het afgelopen jaar.", null],
  ])("from %j: %s", (line, day) => {
    const letter = read(toTweedeKamer(line));
    expect(letter.date).toBe(day);
    expect(letter.body).toContain("Hierbij stuur ik u");
  });

  test("next to the mark of a note that is glued to it", () => {
    const below = "\n1 Deze brief vervangt de brief van 30 oktober 2015.\n";
    const letter = read(toTweedeKamer("’s-Gravenhage, 3 november 20151"), below);
    expect(letter.date).toBe("2015-11-03");
    expect(letter.footnotes.map(({ mark, text }) => [mark, text])).toEqual([
      ["1", "Deze brief vervangt de brief van 30 oktober 2015."],
    ]);
  });
});

test("a label without a value does not take the next label for it", () => {
  expect(read(toTweedeKamer("Datum\nBetreft Verslag van de werkgroep")).title).toBe("Verslag van de werkgroep");
});

describe("a paper of the Eerste Kamer is numbered with letters", () => {
  const ofEersteKamer = (...lines: string[]) =>
    [
      "Eerste Kamer der Staten-Generaal",
      "Vergaderjaar 2023–2024",
      ...lines,
      "Aan de Voorzitter van de Eerste Kamer der Staten-Generaal",
      "Den Haag, 1 maart 2024",
    ].join("\n\n");

  test.each([
    [["30 573 Migratiebeleid", "J BRIEF VAN DE MINISTER VAN FINANCIËN"], "kst-30573-J", "Migratiebeleid"],
    [["30 573", "Migratiebeleid", "J", "BRIEF VAN DE MINISTER VAN FINANCIËN"], "kst-30573-J", "Migratiebeleid"],
    [["32 317         JBZ-Raad", "HB             BRIEF VAN DE MINISTER VAN FINANCIËN"], "kst-32317-HB", "JBZ-Raad"],
    [
      ["36 410 VI   Vaststelling van de begrotingsstaten", "A BRIEF VAN DE MINISTER VAN FINANCIËN"],
      "kst-36410-VI-A",
      "Vaststelling van de begrotingsstaten",
    ],
  ])("%j", (lines, id, title) => {
    expect(read(ofEersteKamer(...lines))).toMatchObject({
      id,
      title,
      kind: "brief",
      date: "2024-03-01",
      chamber: "Eerste Kamer",
      addressee: "de Voorzitter van de Eerste Kamer der Staten-Generaal",
      senders: [{ name: "A. Duin", office: "Minister van Financiën" }],
    });
  });
});

test.each([
  ["35 687 (R2151)\n\nUitvoering van een verdrag\n\nNr. 14\n\nBRIEF VAN DE MINISTER VAN FINANCIËN"],
  ["35 687 (R2151) Uitvoering van een verdrag\n\nNr. 14 BRIEF VAN DE MINISTER VAN FINANCIËN"],
])("an act of the Kingdom has a second number, which is no part of that of the dossier: %j", (head) => {
  expect(read(`${head}\n\n${toTweedeKamer("Den Haag, 1 maart 2024")}`)).toMatchObject({
    id: "kst-35687-14",
    dossier: "35687",
    title: "Uitvoering van een verdrag",
  });
});

test("who signed an annex below the letter did not send it", () => {
  const annex = "\nBesluit\n\nDen Haag, 4 mei 2001\n\nDe Minister van Overzeese Zaken,\n\nB. Kust\n";
  const letter = read(toTweedeKamer("Den Haag, 1 maart 2019"), annex);
  expect(letter.senders.map(({ name }) => name)).toEqual(["A. Duin"]);
  expect(letter.date).toBe("2019-03-01");
});
