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
    ["Den Haag, d.d. 01-03-2019", "2019-03-01"],
    ["Den Haag, 1e maart 2019", "2019-03-01"],
    ["Uw brief\n3 januari 2019\n\nOns kenmerk\n1234567\n\nDatum\n1 maart 2019", "2019-03-01"],
    ["Uw brief van\n3 januari 2019\nDatum\n1 maart 2019", "2019-03-01"],
    ["Datum ontvangst 3 januari 2019\nDatum 1 maart 2019", "2019-03-01"],
    ["Datum Ons kenmerk\n1 maart 2019 1234567", "2019-03-01"],
    ["Datum\nOns kenmerk\n1 maart 2019\n1234567", "2019-03-01"],
    ["Uw brief\nOns kenmerk\nDatum\n3 januari 2019\n1234567\n1 maart 2019", "2019-03-01"],
    ["Uw brief Datum\n3 januari 2019", null],
    ["Uw brief\n3 januari 2019", null],
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

test("the reference is read from labels that stand above each other, with their values below", () => {
  const letter = read(toTweedeKamer("Datum\nOns kenmerk\n1 maart 2019\n1234567"));
  expect(letter.ministryReference).toBe("1234567");
  expect(letter.body).not.toContain("1234567");
  expect(read(toTweedeKamer("Ons kenmerk Datum\n1234567 1 maart 2019"))).toMatchObject({
    ministryReference: null,
    date: "2019-03-01",
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

describe("the head ends where the letter begins, without a blank line between them", () => {
  const sender = "\nDe Minister van Financiën,\n\nA. Duin\n";
  const dense = (opening: string) =>
    `Aan de Voorzitter van de Tweede Kamer der Staten-Generaal\nDen Haag, 1 maart 2019\nOnderwerp Antwoorden op vragen over de haven van Duindorp en de schepen\n${opening}\n${sender}`;

  test.each([
    "In antwoord op uw brief van 12 februari 2019 deel ik u mede dat de haven open blijft.",
    "Hierbij zend ik u de antwoorden op de vragen over de haven en over de schepen.",
    "Met deze brief informeer ik uw Kamer over de haven van Duindorp en over de schepen.",
    "Tijdens het debat van 12 februari 2019 heb ik toegezegd uw Kamer te informeren.",
  ])("%s", (opening) => {
    const letter = readLetter({ file: "x.txt", text: dense(opening), hints: {} });
    expect(letter).toMatchObject({
      title: "Antwoorden op vragen over de haven van Duindorp en de schepen",
      body: opening,
    });
  });

  test("nor does it take the first question along", () => {
    const text =
      "Vragen van het lid Kust (PvdZ) aan de Minister over schepen\n1. Kent u het bericht?\nAntwoord:\nJa.\n2. En dit?\nAntwoord:\nNee.\n";
    const { questions } = readLetter({ file: "x.txt", text, hints: {} });
    expect(questions.map(({ numbers, question, answer }) => [numbers, question, answer])).toEqual([
      [[1], "Kent u het bericht?", "Ja."],
      [[2], "En dit?", "Nee."],
    ]);
  });

  test("and a subject goes on where its line ends on a word that opens more", () => {
    const long =
      "Bij brief van 5 september 2024 verzocht de commissie mij te reageren op de brief van de vereniging. ".repeat(2);
    const text = `Betreft Reactie op het verzoek over de opvang van\nOverzeese schepen\n\n${long}\n\n${long}\n`;
    expect(readLetter({ file: "x.txt", text, hints: {} }).title).toBe(
      "Reactie op het verzoek over de opvang van Overzeese schepen",
    );
  });
});

test("below a title that is marked as a heading, however long", () => {
  const title = "Beantwoording vragen van de leden Duin (PvdZ) en Zand (CDZ) over het onderhoud van de havens aan zee";
  const letter = read(`# ${title}\n\nDatum: 1 maart 2019\n\n${toTweedeKamer("")}`);
  expect([letter.title, letter.date]).toEqual([title, "2019-03-01"]);
});

test("an addressee goes on in the next line", () => {
  const letter = read("Aan de Voorzitter van de\nTweede Kamer der Staten-Generaal\n\nDen Haag, 1 maart 2019");
  expect(letter.addressee).toBe("de Voorzitter van de Tweede Kamer der Staten-Generaal");
});

test.each([
  "het Wetgevingsoverleg van 3 juli 2023",
  "het Notaoverleg van\n3 juli 2023",
  "een vergadering van 3 juli 2023",
])("the day of a motion is that of the meeting: %j", (meeting) => {
  const text = `29 999 Schepen\n\nNr. 31 MOTIE VAN HET LID KUST\n\nVoorgesteld tijdens ${meeting}\n\nDe Kamer,\n\ngehoord de beraadslaging,\n\nverzoekt de regering dit te doen,\n\nen gaat over tot de orde van de dag.\n\nKust\n`;
  const letter = readLetter({ file: "x.txt", text, hints: {} });
  expect(letter).toMatchObject({ date: "2023-07-03", title: "MOTIE VAN HET LID KUST" });
  expect(letter.body).toMatch(/^De Kamer,/);
});

test("what a ministry asks of who answers is no text", () => {
  const head =
    "Ons kenmerk\n5678901\nBij beantwoording de datum\nen ons kenmerk vermelden.\nWilt u slechts één zaak in uw\nbrief behandelen.";
  expect(read(toTweedeKamer(head)).body).toMatch(/^Hierbij stuur ik u/);
});

test("who signed an annex below the letter did not send it", () => {
  const annex = "\nBesluit\n\nDen Haag, 4 mei 2001\n\nDe Minister van Overzeese Zaken,\n\nB. Kust\n";
  const letter = read(toTweedeKamer("Den Haag, 1 maart 2019"), annex);
  expect(letter.senders.map(({ name }) => name)).toEqual(["A. Duin"]);
  expect(letter.date).toBe("2019-03-01");
});

describe("the head of a Kamerstuk", () => {
  test("numbers a paper of the Eerste Kamer with a letter, the mark of a note on it or not", () => {
    const note = "1 De letter D heeft alleen betrekking op wetsvoorstel 29 999.";
    const text = `Eerste Kamer der Staten-Generaal 1\n\nVergaderjaar 2020–2021\n\n29 999 Wijziging van de Havenwet\n\nD1 VERSLAG VAN EEN SCHRIFTELIJK OVERLEG\n\nVastgesteld 16 maart 2021\n\nDe leden van de commissie hebben kennisgenomen van de brief.\n\n`;
    for (const whole of [`${text}${note}\n`, text])
      expect(readLetter({ file: "x.txt", text: whole, hints: {} })).toMatchObject({
        id: "kst-29999-D",
        kind: "schriftelijk-overleg",
        title: "Wijziging van de Havenwet",
      });
  });

  test("may have its numbers in bold", () => {
    const text =
      "**29 999** Havens\n\n**Nr. 31** VERSLAG VAN EEN SCHRIFTELIJK OVERLEG\n\nVastgesteld 24 januari 2024\n\nDe commissie heeft vragen gesteld.\n";
    expect(readLetter({ file: "x.md", text, hints: {} })).toMatchObject({ id: "kst-29999-31", title: "Havens" });
  });
});

test("what is broken before its year in the head of an Aanhangsel is one citation", () => {
  const text =
    "Vragen van het lid Duin (D66) over schepen (ingezonden 20 december 2019).\n\nAntwoord van Minister Kust (Zee) (ontvangen 3 februari\n2020). Zie ook Aanhangsel Handelingen,\nvergaderjaar 2019–2020, nr. 1339.\n\nVraag 1\nWaarom?\n\nAntwoord 1\nDaarom.\n";
  const { references } = readLetter({ file: "x.txt", text, hints: {} });
  expect(references.map(({ id }) => id)).toEqual(["ah-tk-20192020-1339"]);
});

test("a sentence below the head may name whose questions it is about", () => {
  const text =
    "Vragen van het lid Duin (D66) aan de Minister van Zee over schepen (ingezonden 2\noktober 2019).\n\nAntwoord van Minister Kust (Zee) (ontvangen 24\nmaart 2020).\n\nIn het antwoord op uw brief van 5 maart\n2020, nr. 5284183, deel ik u mede dat de\nvragen van het lid Oever (PvdZ) aan de\nminister van Havens over het bericht\nworden beantwoord in de bijlage.\n\nVraag 1\nWaarom?\n\nAntwoord 1\nDaarom.\n";
  const { body, questions } = readLetter({ file: "x.txt", text, hints: {} });
  expect(body).toMatch(/^In het antwoord op uw brief [\s\S]*worden beantwoord in de bijlage\./);
  expect(questions[0]?.askers).toEqual([{ name: "Duin", party: "D66" }]);
});

test("a sentence right below the day of receipt is text", () => {
  const text =
    "Vragen van het lid Duin (D66) aan de Minister van Zee over schepen (ingezonden 2 oktober 2019).\nAntwoord van Minister Kust (Zee) (ontvangen 24 maart 2020).\nIn het antwoord op uw brief van 5 maart deel ik u mede dat de schepen varen.\n\nVraag 1\nWaarom?\n\nAntwoord 1\nDaarom.\n";
  expect(readLetter({ file: "x.txt", text, hints: {} }).body).toMatch(/^In het antwoord op uw brief/);
});

describe("what looks like a label of the head but is the letter itself is in its body", () => {
  const head =
    "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\nDatum 12 maart 2024\n\nBetreft: Schepen\n\n";

  test.each([
    "Onderwerp van deze brief is de haven van Duindorp.",
    "Datum van inwerkingtreding van de regeling is 1 juli 2024.",
    "Bijlage 1 bij deze brief bevat 1.204 namen.",
    "Kenmerk van dit beleid is dat 104 schepen vertrekken.",
  ])("below the salutation: %s", (sentence) => {
    const letter = readLetter({
      file: "x.txt",
      text: `${head}Geachte voorzitter,\n\n${sentence}\n\nMeer niet.\n`,
      hints: {},
    });
    expect(letter.body).toBe(`${sentence}\n\nMeer niet.`);
    expect(letter).toMatchObject({ title: "Schepen", date: "2024-03-12" });
  });

  test.each([
    "betreft in totaal 1.204 schepen, onder wie 340 met een vlag.",
    "bijlage 2, tabel 7. De haven voert dit uit.",
  ])("in the second line of a paragraph: %s", (line) => {
    const first = "Het aantal schepen dat de haven verlaat is in 2023 toegenomen, zoals; dat";
    const letter = readLetter({ file: "x.txt", text: `${head}${first}\n${line}\n\nMeer niet.\n`, hints: {} });
    expect(letter.body).toBe(`${first} ${line}\n\nMeer niet.`);
    expect(letter.title).toBe("Schepen");
  });
});

test("a motion has its day where a line above says which one it replaces", () => {
  const letter = readLetter({
    file: "x.txt",
    text: "36 410\n\nVaststelling van de begroting 2024\n\nNr. 57\n\nGEWIJZIGDE MOTIE VAN HET LID DUIN C.S.\n\nTer vervanging van die gedrukt onder nr. 41\n\nVoorgesteld 15 februari 2024\n\nDe Kamer,\n\ngehoord de beraadslaging,\n\nverzoekt de regering een plan op te stellen,\n\nen gaat over tot de orde van de dag.\n\nDuin\n",
    hints: {},
  });
  expect(letter).toMatchObject({ kind: "motie", date: "2024-02-15", id: "kst-36410-57" });
  expect(letter.body).toMatch(/^De Kamer,/);
});

test("the title of an annex is a heading, and how many annexes there are is none", () => {
  const head = "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\nDatum 12 maart 2024\n\nBijlagen\n2\n\n";
  const text = "Hierbij bied ik uw Kamer het verslag van de werkgroep over de haven van Duindorp aan.";
  const letter = readLetter({
    file: "x.txt",
    text: `${head}${text}\n\nDe Minister van Zee,\n\nA. Duin\n\n**Bijlage**\n\n${text}\n`,
    hints: {},
  });
  expect(letter.body).toBe(`${text}\n\nBijlage\n\n${text}`);
});
