import { describe, expect, test } from "vitest";
import { readText } from "../../src/letters/text.ts";

const foot =
  "kst-29999-71\nISSN 0921 - 7371\n’s-Gravenhage 2022\n\nTweede Kamer, vergaderjaar 2021–2022, 29 999, nr. 71\n\n";

test("what stands at the foot of every page is no text", () => {
  const reading = readText(`De werkgroep kwam bijeen in\n\n${foot}1\n\fde haven van Duindorp.\n\n${foot}2\n`);
  expect(reading.body).toBe("De werkgroep kwam bijeen in de haven van Duindorp.");
  expect(reading.furniture).toHaveLength(10);
});

test.each([
  "’s-Gravenhage 2022 Tweede Kamer, vergaderjaar 2021–2022, 29 999, nr. 71 1",
  "’s-Gravenhage 2022 Eerste Kamer, vergaderjaar 2021–2022, 29 999, B",
  "Tweede Kamer, vergaderjaar 2021–2022, Aanhangsel 1",
  "Tweede Kamer, vergaderjaar 2021–2022, Vragen\n1",
  "Tweede Kamer, vergaderjaar 2021–2022, Aanhangsel\n1",
  "KVR7652\nISSN 0921 - 7398\nSdu Uitgevers\n’s-Gravenhage 1998 Tweede Kamer, vergaderjaar 1997–1998, Aanhangsel 2407",
  "7K0214\nISSN 0921 - 7371\n’s-Gravenhage 1997 Tweede Kamer, vergaderjaar 1996–1997, 29 999 en 25 000 VI, nr. 214 1",
  "Ministerie van Overzeese Zaken en Havens\nPagina 1 van 2",
  "Pagina 1/2",
  "Blad 1 van 2",
  "Pagina 1 van 2\n\fDirectoraat-Generaal Havens\nDatum\n26 januari 2024\nOns kenmerk\n5284183",
  "Pagina 1 van 2\n\fDirectoraat-Generaal\nHavens\nDatum\n26 januari 2024\nOns kenmerk\n5284183",
  "\fDirectie Havens\nDatum 26 januari 2024\nOnze referentie 6133006\n",
  "\n\f2\n",
])("the foot of a page goes from the middle of a sentence, with blank lines around it or not: %j", (line) => {
  const reading = readText(`De werkgroep kwam bijeen in\n${line}\nde haven van Duindorp.\n`);
  expect(reading.body).toBe("De werkgroep kwam bijeen in de haven van Duindorp.");
});

describe("the margin of a ministry's letter", () => {
  const head =
    "Aan de Voorzitter van de Tweede Kamer\nder Staten-Generaal\n\nDatum 3 juli 2023\nOnderwerp Schepen\n\nDirectoraat-Generaal\nHavens\n\nOns kenmerk\n4723456\n\n";
  const text = "In het debat van 24 mei 2023 heb ik toegezegd uw Kamer te informeren over de haven en de vraag of";
  const margin = "Directoraat-Generaal\nHavens\n\nDatum\n3 juli 2023\n\nOns kenmerk\n4723456\n\n";

  test.each([
    ["below the number of the page", `${head}${text}\n\nPagina 1 van 2\n\n${margin}Duindorp meedoet.\n`],
    [
      "with labels in bold",
      `${head}${text}\n\nPagina 1 van 2\n\n${margin.replace("Datum", "**Datum**").replace("Ons kenmerk", "**Ons kenmerk**")}Duindorp meedoet.\n`,
    ],
    ["above it", `${head}Pagina 1 van 2\n\n${text}\n\n${margin}Pagina 2 van 2\n\nDuindorp meedoet.\n`],
  ])("goes from every page after the first: %s", (_, whole) => {
    expect(readText(whole).body).toBe(`${text} Duindorp meedoet.`);
  });

  test("goes where it is printed beside the head, in a column", () => {
    const beside =
      "Aan de Voorzitter van de Tweede Kamer                              Directoraat-Generaal\nder Staten-Generaal                                                Havens\n                                                                   Ons kenmerk\n                                                                   4723456\n\nDatum     3 juli 2023\nBetreft   Schepen\n\n";
    const indented = margin.replace(/^(?=.)/gm, " ".repeat(67));
    const whole = `${beside}${text}\n\n${" ".repeat(67)}Pagina 1 van 2\n${indented}Duindorp meedoet.\n`;
    expect(readText(whole).body).toBe(`${text} Duindorp meedoet.`);
  });

  test("is not seen in a text that only begins with words of the letterhead", () => {
    const whole = `${head}${text}\n\nPagina 1 van 2\n\nHavens\n\nDuindorp doet mee.\n`;
    expect(readText(whole).body).toContain("Havens");
  });
});

test("a note that is just such a citation is a note", () => {
  const reading = readText(
    `Marokko is daar een goed voorbeeld van1.\n\n1 Tweede Kamer, vergaderjaar 2023–2024, 30 573, nr. 207\n\fMeer volgt.`,
  );
  expect(reading.footnotes.map(({ text }) => text)).toEqual(["Tweede Kamer, vergaderjaar 2023–2024, 30 573, nr. 207"]);
});

test("a page number goes, the last number of a table stays", () => {
  const reading = readText(
    "Het waren er drie.\n\n1\n\fAantal per jaar\n\n2021\n\n66\n\fDaarna niets.\n\n- 3 -\n\fEinde.",
  );
  expect(reading.body.split("\n\n")).toEqual([
    "Het waren er drie.",
    "Aantal per jaar",
    "2021",
    "66",
    "Daarna niets.",
    "Einde.",
  ]);
});

test.each(["Ministerie van Overzeese Zaken", "7K0214"])("%j is text where no foot of a page is below it", (line) => {
  expect(readText(`De haven is dicht.\n\n${line}\n\nMeer is er niet.`).body).toContain(line);
});

test("a table of contents with dashes is none either", () => {
  const entries = ["Vragen van de A-fractie", "Vragen van de B-fractie"];
  const text = `## Inhoudsopgave\n\nI. Vragen uit de fracties\n${entries.map((one) => `- ${one}`).join("\n")}\n\n## I. Vragen uit de fracties\n\n${entries.map((one) => `### ${one}\n\nHoe diep is de haven?`).join("\n\n")}\n`;
  expect(readText(text).body).toMatch(/^I\. Vragen uit de fracties\n\nVragen van de A-fractie\n\nHoe diep/);
});

test("a table of contents is no text, wherever its entries come back", () => {
  const reading = readText(
    "Inhoudsopgave\n\nEerste deel 2\n\nTweede deel 3\n\nDerde deel ........ 5\n\nEerste deel\n\nHier staat iets.\n\nTweede deel\n\nDaar ook.\n\nDerde deel\n\nKlaar.",
  );
  expect(reading.body.split("\n\n")).toEqual([
    "Eerste deel",
    "Hier staat iets.",
    "Tweede deel",
    "Daar ook.",
    "Derde deel",
    "Klaar.",
  ]);
});

describe("a title at the top of every page", () => {
  const pages = (...tops: string[]) => {
    const parts = ["De werkgroep kwam bijeen in", "de haven van", "Duindorp, bij", "zee."];
    return readText(parts.map((part, at) => `${at === 0 ? "" : `${tops[at - 1] ?? ""}\n`}${part}\n`).join("\n\f")).body;
  };

  test("is no text where it comes back, with the number of its page or often", () => {
    const whole = "De werkgroep kwam bijeen in de haven van Duindorp, bij zee.";
    expect(pages("Brief over de haven   2", "Brief over de haven   3", "Brief over de haven   4")).toBe(whole);
    expect(pages("Brief over de haven", "Brief over de haven", "Brief over de haven")).toBe(whole);
  });

  test("is text where it stands there once, or with another number", () => {
    expect(pages("Brief over de haven", "De kade", "Het schip")).toContain("Brief over de haven");
    expect(pages("Schepen in haven 7", "Schepen in haven 8", "Het schip")).toContain("Schepen in haven 7");
  });
});

test("a number alone at the top of a page is that of a question, where no sentence is open", () => {
  const text =
    "Vragen van het lid Duin (D66) over schepen (ingezonden 3 mei 2022).\n\n1\nHoe diep is de haven?\n\n\f2\nHoe lang is de kade?\n";
  expect(
    readText(text)
      .blocks.filter(({ label }) => label)
      .map(({ text: own }) => own),
  ).toEqual(["1", "2"]);
});

test("what comes back below labels is no table of contents", () => {
  const answer =
    "Van de circa 4.830 schepen die in de haven van Duindorp lagen in\nde periode van 1 januari tot en met 30 september";
  const text = `Vraag 1\n\nHoeveel?\n\nAntwoord op vraag 1\n\n${answer}\n2019 zijn er 2.640 vertrokken.\n\nVraag 2\n\nWaarheen?\n\nAntwoord op vraag 2\n\n${answer}\n2019 zijn er 2.190 naar zee vertrokken.\n`;
  expect(readText(text).body.match(/4\.830/g)).toHaveLength(2);
});
