import { describe, expect, test } from "vitest";
import { readLetter } from "../../src/letters/parse.ts";
import { readText } from "../../src/letters/text.ts";

const read = (text: string, below: string) =>
  readLetter({
    file: "x.txt",
    text: `Aan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\nDen Haag, 1 mei 2020\n\n${text}\n\nDe Minister van Zee,\n\nA. Duin\n\n${below}`,
    hints: {},
  });
const notes = (letter: ReturnType<typeof read>) => letter.footnotes.map(({ mark, text, at }) => [mark, text, at]);

describe("marks that have a sign of their own are taken out, and their notes are read", () => {
  const clean = "Er ligt zand in zee. Dat blijft zo.";

  test.each([
    ["Er ligt zand in zee[1]. Dat blijft zo.[2]", "[1] Zandboek, p. 3.\n\n[2] Zeeboek, over zand en\nzee."],
    ["Er ligt zand in zee [1]. Dat blijft zo. [2]", "[1] Zandboek, p. 3.\n[2] Zeeboek, over zand en\nzee."],
    ["Er ligt zand in zee[^1]. Dat blijft zo.[^2]", "[^1]: Zandboek, p. 3.\n\n[^2]: Zeeboek, over zand en zee."],
    ["Er ligt zand in zee¹. Dat blijft zo.²", "¹ Zandboek, p. 3.\n² Zeeboek, over zand en zee."],
    [
      "Er ligt zand in zee[\\[1\\]](#_ftn1). Dat blijft zo.<sup>[2]</sup>",
      "[\\[1\\]](#_ftnref1) Zandboek, p. 3.\n\n<sup>[2]</sup> Zeeboek, over zand en zee.",
    ],
  ])("%j", (text, below) => {
    const letter = read(text, below);
    expect(letter.body).toBe(clean);
    expect(notes(letter)).toEqual([
      ["1", "Zandboek, p. 3.", 19],
      ["2", "Zeeboek, over zand en zee.", 35],
    ]);
  });

  test.each([
    [
      "Er ligt zand in zee.<sup>1</sup> Dat blijft zo.<sup>2</sup>",
      "---\n\n1. Zandboek, p. 3.\n2. Zeeboek, over zand en zee.",
    ],
    ["Er ligt zand in zee.¹ Dat blijft zo.²", "---\n\n1. Zandboek, p. 3.\n\n2. Zeeboek, over zand en\nzee."],
    ["Er ligt zand in zee.¹ Dat blijft zo.²", "## Noten\n\n1. Zandboek, p. 3.\n\n2. Zeeboek, over zand en\nzee."],
  ])("where the notes are a numbered list below a rule or a title: %j", (text, below) => {
    const letter = read(text, below);
    expect(letter.body).toBe(clean);
    expect(notes(letter)).toEqual([
      ["1", "Zandboek, p. 3.", 20],
      ["2", "Zeeboek, over zand en zee.", 35],
    ]);
  });

  test.each([
    ["i", "ii"],
    ["a", "b"],
    ["†", "‡"],
  ])("where they are raised letters or signs (%s, %s), between numbers or not", (first, second) => {
    const letter = read(
      `Er ligt zand in zee<sup>${first}</sup>. Dat blijft zo.<sup>1</sup> In 2020 was het 1.204<sup>${second}</sup> en op de 2<sup>e</sup> dag meer.`,
      `<sup>1</sup> Zandboek, p. 3.\n\n<sup>${first}</sup> Zeeboek, over zand en zee.\n\n<sup>${second}</sup> Voorlopig cijfer.`,
    );
    expect(letter.body).toBe("Er ligt zand in zee. Dat blijft zo. In 2020 was het 1.204 en op de 2e dag meer.");
    expect(letter.footnotes.map(({ mark, text }) => [mark, text])).toEqual([
      ["1", "Zandboek, p. 3."],
      [first, "Zeeboek, over zand en zee."],
      [second, "Voorlopig cijfer."],
    ]);
  });

  test("also where an annex begins at 1 again, and where a note is meant twice", () => {
    const letter = read(
      "Er ligt zand[1] in zee[1].",
      "[1] Zandboek.\n\nBijlage\n\nEr ligt slib[1] in zee.\n\n[1] Slibboek.",
    );
    expect(letter.body).not.toContain("[");
    expect(notes(letter)).toEqual([
      ["1", "Zandboek.", 12],
      ["1", "Slibboek.", letter.body.indexOf(" in zee.", 30)],
    ]);
  });

  test("in questions, where they end the answer above", () => {
    const { questions } = readLetter({
      file: "x.txt",
      text: "Vragen van het lid Duin (PvdZ) aan de Minister van Zee over zand (ingezonden 1 mei 2020)\n\nVraag 1\nIs er zand?[1]\n\nAntwoord 1\nJa.\n\nVraag 2\nEn nu?\n\nAntwoord 2\nZie het antwoord op vraag 1.\n\n[1] Zandboek, 1 mei 2020.",
      hints: {},
    });
    expect(questions.map(({ question, answer }) => [question, answer])).toEqual([
      ["Is er zand?", "Ja."],
      ["En nu?", "Zie het antwoord op vraag 1."],
    ]);
    expect(questions[1]?.refersTo[0]?.target).not.toBeNull();
  });
});

test.each([
  ["Er ligt 12 m² zand op 3 km² strand.", "² Zandboek."],
  ["Er ligt zand[1] in zee.", "Er is geen noot."],
  ["Er ligt zand in zee.", "[1] Zandboek.\n\n[2] Zeeboek."],
  ["Er ligt 12 m² zand op 3 km² strand.", "Noten\n\n2. Zandboek."],
  ["Er ligt zand¹ in zee.", "1. Zandboek.\n2. Zeeboek."],
  ["Er zijn twee wegen, [1] en [2]:\n[1] over land\nof over ijs;\n[2] over zee.", "Meer niet."],
])("where mark or note is missing, nothing is taken out: %j", (text, below) => {
  const letter = read(text, below);
  expect(letter.footnotes).toEqual([]);
  expect(letter.body.replace(/\s/g, "")).toBe((text + below).replace(/\s/g, ""));
});

test("a mark may stand alone above its note", () => {
  const { body, footnotes } = readText("Kent u het bericht?[1]\n\nJa.\n\n[1]\nhttps://www.duinblad.example/haven\n");
  expect(body).toBe("Kent u het bericht?\n\nJa.");
  expect(footnotes).toEqual([{ mark: "1", text: "https://www.duinblad.example/haven", at: 19 }]);
});
