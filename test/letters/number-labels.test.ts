import { describe, expect, test } from "vitest";
import { readLetter } from "../../src/letters/parse.ts";

const asked =
  "Vragen van het lid Duin (PvdZ) aan de minister voor Overzeese Zaken over veerboten. (Ingezonden 1 mei 2005)";
const answered = "Antwoord van minister De Vries (Overzeese Zaken). (Ontvangen 2 juni 2005)";
const read = (...blocks: string[]) => readLetter({ file: "x.txt", text: blocks.join("\n\n"), hints: {} });
const shape = (letter: ReturnType<typeof read>) =>
  letter.questions.map(({ numbers, question, answer }) => [numbers, question, answer]);

describe("question and answer with the same bare number", () => {
  test("are told apart by their order", () => {
    const letter = read(
      asked,
      answered,
      "1\nKent u de boot?",
      "1\nJa.",
      "2\nVaart zij?",
      "2\nZie het antwoord op vraag 1.",
    );
    expect(shape(letter)).toEqual([
      [[1], "Kent u de boot?", "Ja."],
      [[2], "Vaart zij?", "Zie het antwoord op vraag 1."],
    ]);
    expect(letter.questions[1]?.refersTo).toEqual([{ text: "Zie het antwoord op vraag 1.", target: 1 }]);
  });

  test("are told apart where several are answered at once, and where lists stand in them", () => {
    const letter = read(
      asked,
      answered,
      "1. Kent u de boot?",
      "2. Kunt u zeggen:\n\na. hoe zij heet;\n\nb. waarheen zij vaart?",
      "1 en 2. Ja, en wel:\n\n1. Meeuw;\n\n2. Zandland.",
      "3. Vaart zij?",
      "3. Nee.",
    );
    expect(shape(letter)).toEqual([
      [
        [1, 2],
        "Kent u de boot?\n\nKunt u zeggen:\n\na. hoe zij heet;\n\nb. waarheen zij vaart?",
        "Ja, en wel:\n\n1. Meeuw;\n\n2. Zandland.",
      ],
      [[3], "Vaart zij?", "Nee."],
    ]);
  });

  test("stay questions where one of them has no answer", () => {
    const letter = read(asked, "1\nKent u de boot?", "2\nVaart zij?", "1\nJa.");
    expect(letter.kind).toBe("vragen");
    expect(letter.questions.map(({ answer }) => answer)).toEqual([null, null]);
  });
});

describe("all answers below all questions", () => {
  const questions = ["1\nKent u de boot?", "2\nVaart zij?", "3\nWaarheen?"];

  test("are paired by their numbers, and who answered is read from the line between them", () => {
    const letter = read(asked, ...questions, "Antwoord", answered, "1\nJa.", "2 en 3\nNaar Zandland.");
    expect(shape(letter)).toEqual([
      [[1], "Kent u de boot?", "Ja."],
      [[2, 3], "Vaart zij?\n\nWaarheen?", "Naar Zandland."],
    ]);
    expect(letter.date).toBe("2005-06-02");
    expect(letter.senders).toEqual([{ name: "De Vries", office: "minister (Overzeese Zaken)" }]);
    expect(letter.body).not.toContain("Antwoord");
  });

  test("are paired where both have a title", () => {
    const letter = read(
      asked,
      answered,
      "Vragen",
      "1. Hoeveel veerboten varen er?\n2. Waarheen varen zij?",
      "Antwoorden",
      "1. Zeven.\n2. Naar Zandland.",
    );
    expect(shape(letter)).toEqual([
      [[1], "Hoeveel veerboten varen er?", "Zeven."],
      [[2], "Waarheen varen zij?", "Naar Zandland."],
    ]);
  });

  test.each([[[]], [["Antwoorden"]]])("are paired by the labels of their answers, below a title or not", (title) => {
    const letter = read(
      asked,
      answered,
      "Vragen",
      "1. Hoeveel veerboten varen er?\n2. Waarheen varen zij?\n3. En nu?",
      ...title,
      "Antwoord op vraag 1 en 2",
      "Zeven, naar Zandland.",
      "Antwoord op vraag 3",
      "Niets.",
    );
    expect(shape(letter)).toEqual([
      [[1, 2], "Hoeveel veerboten varen er?\n\nWaarheen varen zij?", "Zeven, naar Zandland."],
      [[3], "En nu?", "Niets."],
    ]);
  });

  test("are paired below a mere heading too", () => {
    const letter = read(asked, "1. Kent u de boot?\n2. Vaart zij?", "Antwoorden", "1. Ja.\n2. Nee.");
    expect(shape(letter)).toEqual([
      [[1], "Kent u de boot?", "Ja."],
      [[2], "Vaart zij?", "Nee."],
    ]);
  });

  test("are one answer where their numbers do not fit", () => {
    const letter = read(asked, ...questions, "Antwoord", "1\nJa.", "4\nNaar Zandland.");
    expect(letter.questions.map(({ numbers }) => numbers)).toEqual([[1, 2, 3]]);
    expect(letter.questions[0]?.answer).toContain("Naar Zandland.");
  });
});

test("an answer that quotes who answered before keeps those words", () => {
  const text = ["Vraag 1", "A?", "Antwoord 1", "Toen was dit het antwoord:", answered];
  expect(read(asked, answered.replace("2 juni", "3 juni"), ...text).questions[0]?.answer).toContain(answered);
});

describe("numbers of questions", () => {
  test("are not those of a list in an answer", () => {
    const letter = read(
      asked,
      "1\nWelke boten zijn er?\n\nAntwoord\n\nHet gaat om:\n\n1. Meeuw.\n\n2. Kraai.",
      "2\nVaren zij?\n\nAntwoord\n\nJa.",
    );
    expect(shape(letter)).toEqual([
      [[1], "Welke boten zijn er?", "Het gaat om:\n\n1. Meeuw.\n\n2. Kraai."],
      [[2], "Varen zij?", "Ja."],
    ]);
    const inline = read(
      asked,
      "1. Welke boten zijn er?\n\nAntwoord:\n\nHet gaat om:\n\n1. Meeuw.\n\n2. Kraai.",
      "2. Varen zij?\n\nAntwoord:\n\nJa.",
    );
    expect(inline.questions.map(({ question }) => question)).toEqual(["Welke boten zijn er?", "Varen zij?"]);
  });

  test("are read at the top of a page too", () => {
    const text = `${asked}\n\n1. Kent u de boot?\nAntwoord:\nJa.\nPagina 1 van 2\n2. Vaart zij?\nAntwoord:\nNee.`;
    expect(shape(read(text))).toEqual([
      [[1], "Kent u de boot?", "Ja."],
      [[2], "Vaart zij?", "Nee."],
    ]);
  });
});

describe("a number that stands for several questions", () => {
  test("is one label where it has the line to itself", () => {
    const letter = read(
      "LIJST VAN VRAGEN EN ANTWOORDEN",
      "1\nKent u de boot?\n\nAntwoord\n\nJa.",
      "2 en 3\nVaart zij?\n\nHoe vaart zij?\n\nAntwoord\n\nNiet.",
      "4\nZinkt zij?\n\nAntwoord\n\nNee.",
    );
    expect(shape(letter)).toEqual([
      [[1], "Kent u de boot?", "Ja."],
      [[2, 3], "Vaart zij?\n\nHoe vaart zij?", "Niet."],
      [[4], "Zinkt zij?", "Nee."],
    ]);
  });
});

test.each(["<sup>1</sup>", "[^1]", "¹", "1"])(
  "the mark of a note behind the first question (%s) hides no number below it",
  (mark) => {
    const { questions } = readLetter({
      file: "x.md",
      text: `2024Z01234\n\n(ingezonden 2 februari 2024)\n\nVragen van het lid Duin (PvdZ) aan de Minister van Zee over zand\n\n1. Kent u het bericht over zand?${mark}\n2. Hoeveel zand ligt er?\n3. En nu?\n`,
      hints: {},
    });
    expect(questions.map(({ numbers }) => numbers)).toEqual([[1], [2], [3]]);
  },
);
