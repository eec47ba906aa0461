import { describe, expect, test } from "vitest";
import { readText } from "../../src/letters/text.ts";

/** Body and placed marks of a text with these notes at the foot of its page. */
function read(body: string, notes: string[]) {
  const reading = readText(`${body}\n\n${notes.map((note, at) => `${at + 1} ${note}`).join("\n\n")}\n\f`);
  return {
    body: reading.body,
    marks: reading.footnotes.map(({ mark, at }) => [
      mark,
      at === null ? null : reading.body.slice(Math.max(0, at - 12), at),
    ]),
  };
}

describe("marks glued to what stands before them", () => {
  test.each([
    ["Marokko is daar een goed voorbeeld van1. Zo is het.", "Marokko is daar een goed voorbeeld van. Zo is het."],
    ["Kent u het bericht «Schip keert om»1?", "Kent u het bericht «Schip keert om»?"],
    ["Kent u het bericht «Schip keert om»?1 Zo ja, waarom?", "Kent u het bericht «Schip keert om»? Zo ja, waarom?"],
    ["De motie onder nr. 23271. Meer is er niet.", "De motie onder nr. 2327. Meer is er niet."],
    ["Zie de brief van 3 november 20151. Daar staat het.", "Zie de brief van 3 november 2015. Daar staat het."],
    ["Er werd gesproken.1Toekomstige gesprekken volgen.", "Er werd gesproken. Toekomstige gesprekken volgen."],
    ["In de RVK 20181 is een overzicht, ook over 2018.", "In de RVK 2018 is een overzicht, ook over 2018."],
    ["De Dienst Terugkeer en Vertrek (DT&V)1 meldt dit.", "De Dienst Terugkeer en Vertrek (DT&V) meldt dit."],
  ])("%s", (body, clean) => {
    const found = read(body, ["Kamerstuk 19 637, nr. 2327."]);
    expect(found.body).toBe(clean);
    expect(found.marks[0]?.[1]).not.toBeNull();
  });
});

describe("a number that may be meant as it stands is never cut", () => {
  test.each([
    "Er waren 20181 gevallen in 2018, aldus de minister.",
    "Er waren circa 20181 in heel 2018.",
    "Zie Kamerstuk 20151 van 2015.",
    "Het artikel 251 telt 25 leden.",
    "In 2021 waren het er 1.201 tegen 120 nu.",
    "Het gaat om € 3.501 of 350 per stuk.",
    "De uitstoot van CO1 is als die van CO1 elders.",
    "Zie https://voorbeeld.example/a1 en verder.",
    "Het was 12,1 procent.",
    "Versie 3.1 is van mei 2021.",
    "De zaak 2021Z00001 loopt.",
  ])("%s", (body) => {
    expect(read(body, ["Kamerstuk 19 637, nr. 9."]).body).toBe(body);
  });

  test("not even where a note is printed, when two places are as likely", () => {
    const body = "In de RVK 20181 is dit gemeld en in de nota 20171 is dat gemeld, over 2018 en 2017.";
    const found = read(body, ["Kamerstuk 19 637, nr. 9."]);
    expect(found.body).toBe(body);
    expect(found.marks).toEqual([["1", null]]);
  });
});

describe("the sequence of notes decides", () => {
  test("each note takes the mark that keeps all of them in order", () => {
    const found = read("Eerst dit1 en dan CO2 en dat2 en ten slotte de G3 en dit.3 Klaar.", [
      "Zie a.",
      "Zie b.",
      "Zie c.",
    ]);
    expect(found.body).toBe("Eerst dit en dan CO2 en dat en ten slotte de G3 en dit. Klaar.");
  });

  test("without notes nothing is taken for a mark", () => {
    const body = "Eerst dit1 en dan 3 november 20152 en nr. 23271.";
    expect(readText(body).body).toBe(body);
  });

  test("a day at the start of a line is no note", () => {
    const body =
      "Dit gaat over het jaar dat begint op\n1 januari 2019 en dat eindigt op een dag die wij allen\nkennen als Oudjaarsdag, want dat is gebruikelijk.";
    expect(readText(`${body}\n\f`).footnotes).toEqual([]);
  });

  test("a raised number behind a number that is no mark stays apart from it", () => {
    const found = read("Op 3 april 2024<sup>1</sup> ging het om 10<sup>3</sup> gevallen.", [
      "Kamerstuk 19 637, nr. 9.",
    ]);
    expect(found.body).toBe("Op 3 april 2024 ging het om 10<sup>3</sup> gevallen.");
  });

  test("notes that bear the same number again each take the mark on their own page", () => {
    const page = (word: string) => `Dit is ${word}<sup>1</sup> gemeld.\n\n<sup>1</sup> Zie ${word}.\n\f`;
    const words = Array.from({ length: 80 }, (_, at) => `boot ${String.fromCharCode(97 + (at % 26))}`);
    const { footnotes, body } = readText(words.map(page).join(""));
    expect(footnotes.map(({ at }) => body.slice((at ?? 0) - 6, at ?? 0))).toEqual(words);
  });

  test("an explicit mark that is no note stays as text", () => {
    expect(readText("De loods van 40 m<sup>2</sup> blijft.").body).toBe("De loods van 40 m2 blijft.");
  });
});

describe("a note is at most forty lines long", () => {
  const noteOf = (lines: number) =>
    Array.from({ length: lines }, (_, at) => `regel ${at + 1} van wat de noot over de haven zegt`).join("\n");
  const text = (lines: number) => `Dat staat in de noot.1\n\n1 Zie ${noteOf(lines)}\n\f\nHier gaat de brief verder.`;

  test("as long as that it is a note", () => {
    const reading = readText(text(40));
    expect(reading.footnotes[0]?.text).toMatch(/^Zie regel 1 van .* regel 40 van wat de noot over de haven zegt$/s);
    expect(reading.body).toBe("Dat staat in de noot.\n\nHier gaat de brief verder.");
  });

  test("a longer one is text with a number before it, and none of it is lost", () => {
    const reading = readText(text(60));
    expect(reading.footnotes).toEqual([]);
    expect(reading.body.replace(/\s+/g, " ")).toBe(text(60).replace(/\s+/g, " "));
  });
});

describe("several marks at one place", () => {
  const notes = ["Kamerstuk 19 637, nr. 2327.", "Kamerstuk 19 637, nr. 2328."];

  test.each([
    "Zie de eerdere antwoorden1,2 en de brief.",
    "Zie de eerdere antwoorden1, 2 en de brief.",
    "Zie de eerdere antwoorden1 2 en de brief.",
    "Zie de eerdere antwoorden<sup>1</sup>, <sup>2</sup> en de brief.",
    "Zie de eerdere antwoorden<sup>1, 2</sup> en de brief.",
    "Zie de eerdere antwoorden<sup>1,2</sup> en de brief.",
  ])("%s", (body) => {
    const found = read(body, notes);
    expect(found.body).toBe("Zie de eerdere antwoorden en de brief.");
    expect(found.marks).toEqual([
      ["1", "e antwoorden"],
      ["2", "e antwoorden"],
    ]);
  });

  test("each with its bracket", () => {
    const found = read("Wat wordt hier bedoeld? 1) 2)", notes);
    expect(found.body).toBe("Wat wordt hier bedoeld?");
    expect(found.marks.map(([, at]) => at)).not.toContain(null);
  });

  test("three of them, after a sentence", () => {
    const found = read("Dat is gemeld.1, 2, 3 Daarna volgde meer.", [...notes, "Kamerstuk 19 637, nr. 2329."]);
    expect(found.body).toBe("Dat is gemeld. Daarna volgde meer.");
  });

  test.each([
    ["De motie1, 2 jaar geleden ingediend, is uitgevoerd. Zie de brief.2", "De motie, 2 jaar geleden ingediend,"],
    ["In de motie1 2 leden genoemd. Zie de brief.2", "In de motie 2 leden genoemd."],
  ])("but a number that counts is none: %s", (body, start) => {
    expect(read(body, notes).body.startsWith(start)).toBe(true);
  });

  test("and a figure with a comma stays whole where only one note looks for its mark", () => {
    const body = "Dat kostte ruim1,2 miljoen euro.";
    expect(read(body, ["Kamerstuk 19 637, nr. 2327."]).body).toBe(body);
  });
});

describe("a year that stands nowhere else", () => {
  test.each([
    ["Kent u het bericht1 en het rapport uit 20222?", "Kent u het bericht en het rapport uit 2022?"],
    ["Sinds de motie1 uit 20192 is er meer gedaan.", "Sinds de motie uit 2019 is er meer gedaan."],
    ["Het akkoord1 voor 2021–20252 zegt dat.", "Het akkoord voor 2021–2025 zegt dat."],
  ])("loses the mark that the sequence wants there: %s", (body, clean) => {
    expect(read(body, ["Kamerstuk 19 637, nr. 9.", "Kamerstuk 19 637, nr. 10."]).body).toBe(clean);
  });

  test.each([
    "Na het bericht1 kwamen er in 20192 zaken klachten binnen.",
    "Na het bericht1 steeg het aantal tot 20192, aldus de brief.",
    "Na het bericht1 zijn er in totaal 20192 gemeld.",
  ])("but what may be a count keeps its figures: %s", (body) => {
    expect(read(body, ["Kamerstuk 19 637, nr. 9.", "Kamerstuk 19 637, nr. 10."]).body).toContain("20192");
  });

  test("and so does a number of which the mark before it was not found", () => {
    const body = "Zie het rapport uit 20222.";
    expect(read(body, ["Kamerstuk 19 637, nr. 9.", "Kamerstuk 19 637, nr. 10."]).body).toBe(body);
  });
});

test.each([
  ["In 2020 was het aandeel 24%.1 Nu niet meer.2", "In 2020 was het aandeel 24%. Nu niet meer."],
  ["Kent u het bericht van 10 mei 2025?1 2", "Kent u het bericht van 10 mei 2025?"],
  ["Kent u het bericht van 10 mei 2025?1, 2", "Kent u het bericht van 10 mei 2025?"],
  ["Kent u het bericht?<sup>1)</sup> En dit?<sup>(2)</sup>", "Kent u het bericht? En dit?"],
])("marks behind a percentage, at the end of a paragraph and in brackets are taken out: %s", (printed, body) => {
  const text = `${printed}\n\nDaarna niet.\n\n1 Duinblad, 1 mei 2024.\n2 Zandblad, 2 mei 2024.\n`;
  const read = readText(text);
  expect(read.body).toBe(`${body}\n\nDaarna niet.`);
  expect(read.footnotes.map(({ at }) => at === null)).toEqual([false, false]);
});

test("a power of ten is no mark, though a note has its number", () => {
  const { body } = readText(
    "Dat is 10<sup>2</sup> keer zo veel.<sup>1</sup> En meer.<sup>2</sup>\n\n<sup>1</sup> Duinblad.\n\n<sup>2</sup> Zandblad.\n",
  );
  expect(body).toBe("Dat is 10<sup>2</sup> keer zo veel. En meer.");
});
