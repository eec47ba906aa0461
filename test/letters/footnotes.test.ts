import { describe, expect, test } from "vitest";
import { readText } from "../../src/letters/text.ts";

const notesOf = (text: string) => readText(text).footnotes.map((note) => `${note.mark} ${note.text}`);

/** The foot of a page of an Aanhangsel as extractors without columns print it. */
const foot =
  "ah-tk-20232024-99\nISSN 0921 - 7398\n’s-Gravenhage 2024 Tweede Kamer, vergaderjaar 2023–2024, Aanhangsel 1\n";

describe("a note of which the first line is set apart from the rest", () => {
  const first =
    "1 Duinblad, 26 juni 2024, «De haven van Duindorp gaat tot het najaar dicht voor alle schepen die niet uit";

  test.each([
    [`${first}\n\nZandland komen, zegt de wethouder» (www.duinblad.example/haven).`, "a quotation is open"],
    [
      "1 Zie de brief over de haven van Duindorp en de schepen die daar sinds het voorjaar liggen (https://\n\nwww.duinblad.example/2024/06/26/de-haven-van-duindorp-gaat-tot-het-najaar-dicht-voor-alle-schepen).",
      "an address is broken",
    ],
    [
      "1 Te raadplegen via https://www.duinblad.example/zoeken-in-de-uitspraken-over-schepen met de zoekopdracht\n\n«schepen die niet uit Zandland komen».",
      "a sentence is open and the text above is whole",
    ],
  ])("goes on below a blank line: %#", (note) => {
    const text = `Kent u het bericht over de haven van Duindorp en de schepen die daar niet meer in mogen?1\n\n${note}\n\n\fMeer is er niet.`;
    expect(notesOf(text)).toEqual([note.replace(/\s+/g, " ").replace("https:// www", "https://www")]);
    expect(readText(text).body).toContain("Meer is er niet.");
  });

  test("ends at the blank line where it is whole, and the sentence that it interrupted goes on", () => {
    const reading = readText(
      `De haven van Duindorp gaat tot het najaar dicht voor alle schepen1 die daar lagen en\n\n1 Kamerstuk 29 999, nr. 64.\n\nniet uit Zandland komen.\n`,
    );
    expect(reading.footnotes.map(({ text }) => text)).toEqual(["Kamerstuk 29 999, nr. 64."]);
    expect(reading.body).toMatch(/lagen en niet uit Zandland komen\.$/);
  });
});

describe("notes right below the text", () => {
  const question = "Kent u het bericht over de haven? 1\nDeelt u de mening dat de haven\n";

  test("are notes where all tells so, and the sentence goes on behind the foot of the page", () => {
    const reading = readText(
      `${question}1 Duinblad, 1 maart 2024, «De haven dicht»,\nhttps://duinblad.example/haven\n${foot}open moet?\n`,
    );
    expect(reading.footnotes.map(({ text }) => text)).toEqual([
      "Duinblad, 1 maart 2024, «De haven dicht», https://duinblad.example/haven",
    ]);
    expect(reading.body).toMatch(/over de haven\?\s+Deelt u de mening dat de haven open moet\?$/);
  });

  test("are a list where nothing tells so", () => {
    const text = `De haven kent drie soorten schepen:\n1 schepen uit Zandland\n2 schepen uit Duindorp\n${foot}en andere.\n`;
    expect(notesOf(text)).toEqual([]);
  });

  test("are found below a signature too", () => {
    const text =
      "De haven gaat dicht.1 De schepen gaan weg.2\n\nDe Minister van Overzeese Zaken,\nP. ’t Hoen\n1 Kamerstuk 29 999, nr. 64.\n2 CBS, 2022.\n";
    expect(notesOf(text)).toEqual(["1 Kamerstuk 29 999, nr. 64.", "2 CBS, 2022."]);
  });
});

describe("a mark that a blank parts from the text", () => {
  test.each([
    ["Kent u het bericht? 1", "Kent u het bericht?"],
    ["Kent u het bericht? 1 Zo ja, wat vindt u ervan?", "Kent u het bericht? Zo ja, wat vindt u ervan?"],
    ["Kent u de brief van 14 juli 2023 1 waarin dat staat?", "Kent u de brief van 14 juli 2023 waarin dat staat?"],
    ["Kent u het bericht «De haven dicht» 1?", "Kent u het bericht «De haven dicht»?"],
    ["Er is gesproken. 1Daarna niet meer.", "Er is gesproken. Daarna niet meer."],
  ])("%s", (text, clean) => {
    expect(readText(`${text}\n\n1 Kamerstuk 29 999, nr. 64.\n\f`).body).toBe(clean);
  });

  test.each(["Zie artikel 1 van de wet.", "Het waren er in 2023 1 of 2.", "De haven (oud) 1 en de nieuwe."])(
    "is none in %j",
    (text) => {
      expect(readText(`${text}\n\n1 Kamerstuk 29 999, nr. 64.\n\f`).body).toContain(text);
    },
  );
});

describe("a run of notes at the end", () => {
  test("is one where one of the marks cannot be told from the number that it is glued to", () => {
    const reading = readText(
      "De haven ging dicht.1 Dat staat in tabel 42 en dat is alles.3\n\n1 Kamerstuk 29 999, nr. 64.\n2 Havenschap Duindorp en omstreken.\n3 CBS, 2022.\n",
    );
    expect(reading.footnotes.map(({ mark, at }) => [mark, at !== null])).toEqual([
      ["1", true],
      ["2", false],
      ["3", true],
    ]);
    expect(reading.body).toBe("De haven ging dicht. Dat staat in tabel 42 en dat is alles.");
  });

  test.each([
    ["Meer dan in 2019/20201.", "Meer dan in 2019/2020."],
    ["Meer dan in 2019–201.", "Meer dan in 2019–20."],
    ["De Vw 20001 zegt dat.", "De Vw 2000 zegt dat."],
    ["Dat was op 12-03-20241.", "Dat was op 12-03-2024."],
  ])("has its mark behind a year that can be no longer number: %s", (text, clean) => {
    expect(readText(`${text}\n\n1 Kamerstuk 29 999, nr. 64.\n\f`).body).toBe(clean);
  });
});

describe("marks that are neither glued figures nor marked up", () => {
  test.each([
    ["De haven ging dicht.[1] Dat is alles.", "[1] Kamerstuk 29 999, nr. 64."],
    ["De haven ging dicht.[^1] Dat is alles.", "[^1]: Kamerstuk 29 999, nr. 64."],
    ["De haven ging dicht.¹ Dat is alles.", "¹ Kamerstuk 29 999, nr. 64."],
  ])("are taken out with their note: %s", (text, note) => {
    const reading = readText(`${text}\n\nMeer is er niet.\n\n${note}\n`);
    expect(reading.footnotes).toEqual([{ mark: "1", text: "Kamerstuk 29 999, nr. 64.", at: 20 }]);
    expect(reading.body).toBe("De haven ging dicht. Dat is alles.\n\nMeer is er niet.");
  });

  test.each([
    "Het is 30 m² groot, en 2 km² met de haven erbij.",
    "Zie [1] en [2] in de lijst.",
    "[1] Dit is een lijst zonder verwijzing.",
  ])("stay where no note has them: %s", (text) => {
    expect(readText(`${text}\n\nMeer is er niet.\n`).body).toBe(`${text}\n\nMeer is er niet.`);
  });
});

describe("where a run of notes ends", () => {
  test("is the end of its sentence, for a note alone on the last page", () => {
    const text =
      "De haven is dicht.1\n\nPagina 1 van 2\n\nDat was op 2 mei 2023.2 Meer volgt.\n\n1 Trb. 2023, 12.\n\nPagina 2 van 2\n\n2 Een noot die op de volgende bladzijde staat en die over twee regels\nloopt.\n";
    expect(notesOf(text)[1]).toBe("2 Een noot die op de volgende bladzijde staat en die over twee regels loopt.");
    expect(readText(text).body).toMatch(/Meer volgt\.$/);
  });

  test("is the answers, where these stand apart from the questions", () => {
    const text =
      "Vragen van het lid Duin (D66) over schepen. (Ingezonden 12 maart 1998)\n\n1\nIs dit waar?1\n\n2\nZo ja, hoe?\n\n1 De Havenbode, 10 maart jl.\n\nAntwoord\n\nAntwoord van Staatssecretaris Kust (Zee). (Ontvangen 3 april 1998)\n\n1\nNeen.\n\n2\nMet de wind mee.\n";
    expect(notesOf(text)).toEqual(["1 De Havenbode, 10 maart jl."]);
  });
});
