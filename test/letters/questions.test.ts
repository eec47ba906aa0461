import { describe, expect, test } from "vitest";
import { readLetter } from "../../src/letters/parse.ts";

const head =
  "Vragen van de leden Duin en Kust (beiden PvdZ) aan de Minister van Overzeese Zaken over schepen (ingezonden 1 mei 2020).";
const read = (...blocks: string[]) => readLetter({ file: "x.txt", text: [head, ...blocks].join("\n\n"), hints: {} });
const shape = (...blocks: string[]) =>
  read(...blocks).questions.map(({ numbers, question, answer }) => [numbers, question, answer]);

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
    ["het lid A", [["A", null]]],
  ])("%s", (names, askers) => {
    const text = `Vragen van ${names} aan de Minister van Financiën over geld (ingezonden 1 mei 2020).\n\nVraag 1\n\nWaarom?`;
    const [question] = readLetter({ file: "x.txt", text, hints: {} }).questions;
    expect(question?.askers.map(({ name, party }) => [name, party])).toEqual(askers);
  });
});
