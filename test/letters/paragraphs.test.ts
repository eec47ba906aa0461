import { describe, expect, test } from "vitest";
import { readLetter } from "../../src/letters/parse.ts";
import { readText } from "../../src/letters/text.ts";

const head = "Vragen van het lid Duin (PvdZ) aan de Minister van Overzeese Zaken over boten (ingezonden 1 mei 2020).";
const long = "Het gaat daarbij om alle boten die in de afgelopen tien jaar naar Zandland voeren, met of zonder zeil,";
const question = (...lines: string[]) =>
  readLetter({ file: "x.txt", text: [head, "", "Vraag 1", ...lines].join("\n"), hints: {} }).questions[0]?.question;

describe("the entries of an enumeration are paragraphs", () => {
  test.each([
    [["Klopt het dat:", "a. zij varen;", "b. zij zinken; en", "c. zij drijven?"]],
    [["Klopt het dat:", "1) zij varen;", "2) zij zinken; of", "3) zij drijven?"]],
  ])("also the last, after a small word: %j", (lines) => {
    expect(question(long, ...lines)).toBe([`${long} ${lines[0]}`, ...lines.slice(1)].join("\n\n"));
  });

  test("also the first, below a line that was broken early", () => {
    expect(question(`${long} en`, "hoe vaak", "a. zij zinken;", "b. zij drijven?")).toBe(
      `${long} en hoe vaak\n\na. zij zinken;\n\nb. zij drijven?`,
    );
  });
});

test("a full line that goes on with what looks like an entry is one sentence", () => {
  expect(question(`${long} en over onderdeel`, "a. van de wet?")).toBe(`${long} en over onderdeel a. van de wet?`);
});

const letter = (...lines: string[]) =>
  readLetter({
    file: "x.txt",
    text: ["Aan de Voorzitter van de Tweede Kamer", "", "Datum 10 juni 2022", "Betreft Boten", "", ...lines].join("\n"),
    hints: {},
  });
const running = [
  "Met deze brief informeer ik uw Kamer over de stand van zaken van het",
  "bootbeleid. Daarbij ga ik in op de landen van herkomst en op de",
  "toezeggingen die zijn gedaan in het commissiedebat van 3 maart 2022. Ook komt",
  "de motie aan bod die uw Kamer toen heeft aangenomen.",
  "",
];

describe("the first line of a paragraph is no heading", () => {
  test("because one line of the letter is much longer than the others", () => {
    const address =
      "1 https://example.org/documenten/kamerstukken/2022/06/10/tk-stand-van-zaken-boten-in-zandland-juni-2022.pdf";
    const { body } = letter(
      ...running,
      "Tot slot ga ik in op de uitvoering. De uitvoering is in handen van de Dienst",
      "Boten en Vertrek, die daarover in het najaar een verslag uitbrengt.1",
      "",
      address,
    );
    expect(body).toContain("in handen van de Dienst Boten en Vertrek, die daarover");
  });

  test("because the next one begins with a number that would still have fitted", () => {
    const { body } = letter(
      ...running,
      "Dit is in lijn met de uitspraak van het Hof over de uitleg van artikel",
      "8 EVRM, waarnaar de vragensteller verwijst.",
    );
    expect(body).toContain("de uitleg van artikel 8 EVRM, waarnaar");
  });

  test("because it is the last of its page and the next page begins with a capital", () => {
    const { body } = letter(
      ...running,
      "Zoals toegelicht is er geen concrete lijst opgesteld. In november zal ik de Tweede",
      "",
      "Pagina 1 van 2",
      "",
      "Kamer nader informeren over de aanpak, waarbij ik ook in zal gaan op de tijd.",
    );
    expect(body).toContain("zal ik de Tweede Kamer nader informeren");
  });

  test("because it ends in a year with the mark of a note", () => {
    const { passages } = letter(
      "Hierbij stuur ik u het verslag van de Raad van 13 januari 2022.1",
      "",
      "Zoals reeds aangegeven in de antwoorden op de vragen 11 en 15, beperkt dat",
      "zich tot de boten.",
      "",
      "1 Kamerstuk 19 637, nr. 2001.",
    );
    expect(passages.map(({ text }) => text).join()).toContain("van de Raad van 13 januari 2022.");
  });
});

describe("a table in plain text", () => {
  test.each([
    ["tabs", "Jaar\tHaven\tKade\n2022\t310\t130\n2023\t420\t210"],
    ["wide room", "Haven       2022     Verschil\nDuindorp    22.125   +5,8%\nZandland    38.045   +12,9%"],
  ])("keeps its rows apart: %s", (_, table) => {
    const rows = table.replace(/[ \t]+/g, "\u2003");
    const reading = readText(`De haven is open. Hieronder staan de aantallen.\n${table}\n\nMeer is er niet.\n`);
    expect(reading.blocks.map(({ text }) => text)).toEqual([
      "De haven is open. Hieronder staan de aantallen.",
      rows,
      "Meer is er niet.",
    ]);
  });

  test("is not seen in a list, nor in two columns of text", () => {
    const list = "1.\tDe haven is 12\n2.\tDe kade is 14";
    expect(
      readText(list)
        .blocks.map(({ text }) => text)
        .join(),
    ).not.toContain("\u2003");
    const columns = "De haven is       De kade is\nin 2020 gemaakt   in 2021 gesloopt";
    expect(readText(columns).blocks[0]?.text).not.toContain("\n");
  });
});

describe("a heading with a number", () => {
  test("may stand right above a list or above its first section", () => {
    const text =
      "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\nDatum 3 oktober 2023\nBetreft Schepen\n\n1. Aanleiding\nOp 15 augustus 2023 is het bericht over de haven van Duindorp verschenen.\n\n2. Kernpunten\n• De haven is op onderdelen verbeterd.\n• De brief is afgestemd.\n\n3. Wat niet openbaar gemaakt kan worden\n3.1 Toelichting\nNamen zijn weggelaten.\n";
    const headings = readText(text).blocks.filter(({ role }) => role === "heading");
    expect(headings.map(({ text: heading }) => heading)).toEqual([
      "1. Aanleiding",
      "2. Kernpunten",
      "3. Wat niet openbaar gemaakt kan worden",
      "3.1 Toelichting",
    ]);
  });

  test("and a line without a number above a list leads up to it", () => {
    const text =
      "De haven is open voor alle schepen van Duindorp en van Zandland.\n\nHet gaat om\n- boten\n- schuiten\n";
    expect(readText(text).blocks.filter(({ role }) => role === "heading")).toEqual([]);
  });
});

test("a paragraph goes on with a figure behind a small word, though a blank line stands between", () => {
  const text = "De haven van Duindorp is 8% dieper dan in\n\n2021. Dat was het plan.\n";
  expect(readText(text).body).toBe("De haven van Duindorp is 8% dieper dan in 2021. Dat was het plan.");
});

describe("a short letter of which every line has a blank one below it", () => {
  const lines = [
    "Aan de Voorzitter van de Tweede Kamer",
    "der Staten-Generaal",
    "Datum 24 mei 2023",
    "Onderwerp Voortgang",
    "Hierbij informeer ik uw Kamer over de haven van Duindorp en over de schepen. In 2022",
    "bedroeg het aantal schepen dat daar uit zee binnenliep 10.450. Dat is 8% meer dan in",
    "2021. In het havenakkoord van de stad is afgesproken dat de haven nog dieper wordt.",
    "Samenwerking met Zandland",
    "Met Zandland is een afspraak gemaakt over de schepen. In 2023 zijn er tot 1 mei al 45",
    "Zandlanders gekomen, van wie 12 met een zeilschip. De stad Duindorp heeft op grond van",
    "de havenwet maatregelen voorgesteld. Dat blijft zo.",
    "De Minister van Zee,",
    "A. Duin",
  ];

  test("has its sentences whole, and its heading", () => {
    const { body, passages } = readLetter({ file: "x.txt", text: lines.join("\n\n"), hints: {} });
    expect(body.split("\n\n")).toEqual([
      lines.slice(4, 7).join(" "),
      "Samenwerking met Zandland",
      lines.slice(8, 11).join(" "),
    ]);
    expect(passages.map(({ headings }) => headings)).toEqual([[], ["Samenwerking met Zandland"]]);
  });
});

test("a line in which a sentence ends is no heading", () => {
  const text =
    "Er zijn nu al 45\n\nZandlanders in de haven. De stad Duindorp heeft op grond van artikel\n\n25 maatregelen voorgesteld.\n";
  expect(
    readText(text).blocks.filter(({ role, text: own }) => role === "heading" && own.includes("Zandlanders")),
  ).toEqual([]);
});

describe("a list of which no entry ends as a sentence does", () => {
  test.each([
    "1. Zandland\n2. Verre Kust en Oever\n3. Duindorp",
    "A. Zandland\nB. Verre Kust en Oever\nC. Duindorp",
    "1) Zandland\n2) Verre Kust en Oever\n3) Duindorp",
    "Zandland\nVerre Kust en Oever\nDuindorp",
  ])("holds no headings, and each entry keeps its line: %j", (list) => {
    const text = `Het kabinet heeft de volgende landen beoordeeld:\n${list}\n\nDeze landen kunnen niet worden aangemerkt als veilig land van herkomst.\n`;
    const { blocks } = readText(text);
    expect(blocks.filter(({ role }) => role === "heading")).toEqual([]);
    expect(blocks.map(({ text: own }) => own)).toContain(list);
  });
});

test("an entry of a list that is broken over lines stays one", () => {
  const list =
    "1. een eerste stap\n2. een tweede stap, die hier zo lang is beschreven dat hij op de volgende regel\ndoorgaat\n3. een derde";
  const text = `Het kabinet heeft stappen gezet, waarvan de meeste in de haven van Duindorp zijn te zien:\n${list}\n\nDat was het.\n`;
  expect(readText(text).body).toContain(list.replace("\ndoorgaat", " doorgaat"));
});

test("a number that «nr.» announces belongs to its sentence, without the mark glued to it", () => {
  const text =
    "Hierbij informeer ik u over de motie van het lid Duin onder nr.\n \n23271.\n\nMeer volgt in juni.\n\n1 Kamerstukken II 2016/17, 29 999, nr. 2327.\n";
  const { body, footnotes } = readLetter({ file: "x.txt", text, hints: {} });
  expect(body).toMatch(/onder nr\. 2327\.\n/);
  expect(footnotes[0]?.at).not.toBeNull();
});

test("figures alone are a passage, but for what a page left behind", () => {
  const { passages } = readLetter({
    file: "x.txt",
    text: "De aantallen zijn als volgt.\n\n310 / 420 / 530\n\n12\n\nMeer is er niet.\n",
    hints: {},
  });
  const text = passages.map((one) => one.text).join("\n");
  expect(text).toContain("310 / 420 / 530");
  expect(text.split("\n")).not.toContain("12");
});

test("no heading stands right below the label of a question", () => {
  const text =
    "Vraag 1\n\nBent u bekend met de grote zorgen die de gezant van de Verenigde\nNaties voor Zandland heeft over de onderhandelingen in dat land daar?\n\nAntwoord 1\n\nJa.\n";
  expect(readText(text).body).toContain("Verenigde Naties");
});

test("a table in plain text ends where no row follows, and a caption begins a paragraph", () => {
  const text =
    "Hierbij stuur ik u de cijfers van de schepen die in de haven van Duindorp zijn geteld.\nTabel 1: schepen\n\nDuindorp   45\nOever   120\nTabel 2: boten\n\nDuindorp   51\nOever   340\nIn 2023 waren het er meer.\n";
  expect(readText(text).body.split("\n\n")).toEqual([
    "Hierbij stuur ik u de cijfers van de schepen die in de haven van Duindorp zijn geteld.",
    "Tabel 1: schepen",
    "Duindorp\u200345\nOever\u2003120",
    "Tabel 2: boten",
    "Duindorp\u200351\nOever\u2003340",
    "In 2023 waren het er meer.",
  ]);
});

describe("no table of contents is", () => {
  const ending = "Dat is in Duindorp zo, en ook aan de Verre Kust en aan de Oever, waar de schepen liggen.";

  test.each([
    [
      "a table of which another has the same rows",
      "Duindorp   45\nOever   120\nVerre Kust   7\n\nIn 2023 was dat:\n\nDuindorp   51\nOever   340\nVerre Kust   12",
    ],
    [
      "a list that comes back",
      "Er zijn schepen in\n\nDuindorp\nOever\nVerre Kust\n\nEr zijn boten in\n\nDuindorp\nOever\nVerre Kust\nZandland",
    ],
    [
      "what a sentence lists, of which headings follow",
      "Ik ga in op de havens van:\n\nDuindorp\nOever\nVerre Kust\n\n**Duindorp**\n\nDaar ligt een schip.\n\n**Oever**\n\nDaar ook.\n\n**Verre Kust**\n\nDaar niet.",
    ],
    [
      "a question that is printed again above its answer",
      "**Vragen van de leden van de PvdZ-fractie**\n\nDe leden vragen hoeveel schepen er in het jaar in de haven van\nDuindorp zijn gekomen, en hoe zich dat verhoudt tot het getal van\nde schepen die daar zijn vertrokken?\n\n**Antwoord van de Minister**\n\n**Vragen van de leden van de PvdZ-fractie**\n\nDe leden vragen hoeveel schepen er in het jaar in de haven van\nDuindorp zijn gekomen, en hoe zich dat verhoudt tot het getal van\nde schepen die daar zijn vertrokken?\nDat zijn er 1.204.",
    ],
  ])("%s", (_, text) => {
    const { repairs } = readText(`${ending}\n\n${text}\n\n${ending}\n`);
    expect(repairs.filter(({ kind }) => kind === "contents")).toEqual([]);
  });
});

describe("a heading in bold that the margin broke", () => {
  test("is one heading, and names the party whose questions follow", () => {
    const heading = "**Vragen en opmerkingen van de leden van de VVD-fractie en reactie van de**\n**bewindspersoon**";
    const text = `Nr. 12   VERSLAG VAN EEN SCHRIFTELIJK OVERLEG\n\n${heading}\n\nDe leden van de VVD-fractie vragen hoeveel schepen er zijn.\n\nAntwoord\n\nEr zijn er twaalf.\n`;
    const letter = readLetter({ file: "x.txt", text, hints: {} });
    expect(letter.questions.map(({ askers, question }) => [askers, question])).toEqual([
      [[{ name: null, party: "VVD" }], "De leden van de VVD-fractie vragen hoeveel schepen er zijn."],
    ]);
  });

  test.each(["\nreactie van de Minister", " reactie van de\nMinister"])(
    "is one heading without bold too, where it names a party: %j",
    (break_) => {
      const party = (name: string, question: string) =>
        `Vragen en opmerkingen van de leden van de ${name}-fractie en${break_}\n\n${question}\n\nAntwoord\n\nEr zijn er twaalf.\n\n`;
      const text = `Nr. 12   VERSLAG VAN EEN SCHRIFTELIJK OVERLEG\n\n${party("VVD", "Hoeveel schepen zijn er?")}${party("GroenLinks-PvdA", "En hoeveel boten?")}`;
      const { questions } = readLetter({ file: "x.txt", text, hints: {} });
      expect(questions.map(({ askers, question }) => [askers[0]?.party, question])).toEqual([
        ["VVD", "Hoeveel schepen zijn er?"],
        ["GroenLinks-PvdA", "En hoeveel boten?"],
      ]);
    },
  );

  test("is no question in bold, nor bold lines inside a paragraph", () => {
    const text = "**Kunt u aangeven hoeveel schepen er zijn in de haven**\n**van Duindorp?**\n\nDat zijn er twaalf.\n";
    expect(readText(text).blocks.map(({ role }) => role)).toEqual(["body", "body"]);
  });
});

test("where no blank line parts them, the next question of a party begins where its members ask", () => {
  const text =
    "Nr. 12   VERSLAG VAN EEN SCHRIFTELIJK OVERLEG\n\nVragen en opmerkingen van de leden van de D66-fractie\nDe leden van de D66-fractie vragen hoeveel schepen er in de haven van Duindorp zijn.\nAntwoord\nTot en met 30 september zijn dat er 1.186 geweest, en van de overige is dat nog niet be-\nkend, omdat de haven van Duindorp dat in de loop van het jaar pas heeft laten tellen.\nDe leden van de D66-fractie lezen verder dat de haven is gesloten. Zij vragen waarom.\nAntwoord\nDat was nodig.\n";
  const { questions } = readLetter({ file: "x.txt", text, hints: {} });
  expect(questions.map(({ question, answer }) => [question.slice(0, 40), answer?.slice(0, 12)])).toEqual([
    ["De leden van de D66-fractie vragen hoeve", "Tot en met 3"],
    ["De leden van de D66-fractie lezen verder", "Dat was nodi"],
  ]);
});
