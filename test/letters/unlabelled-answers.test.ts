import { describe, expect, test } from "vitest";
import { readLetter } from "../../src/letters/parse.ts";

const read = (...blocks: string[]) => readLetter({ file: "x.md", text: blocks.join("\n\n"), hints: {} });
const shape = (letter: ReturnType<typeof read>) =>
  letter.questions.map(({ numbers, question, answer }) => [numbers, question, answer]);

const list = ["29 999 Zeewezen", "Nr. 12 LIJST VAN VRAGEN EN ANTWOORDEN", "Vastgesteld 4 mei 2021"];
const letterHead = [
  "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal",
  "Datum 3 juni 2021",
  "Onderwerp Beantwoording Kamervragen over veerboten",
  "Hierbij zend ik u de antwoorden op de vragen van het lid Duin (PvdZ) over veerboten (ingezonden 1 mei 2021).",
  "De Minister van Overzeese Zaken,",
  "A. de Vries",
];

describe("an answer without the word", () => {
  test("begins below the question mark in a list of questions and answers", () => {
    const letter = read(
      ...list,
      "1\nHoeveel boten varen er?",
      "Dat zijn er negen.\n\nZij varen dagelijks.",
      "2\nVaren zij ook in de winter?\n\nZo nee, waarom niet?",
      "Zie het antwoord op vraag 1.",
    );
    expect(letter.kind).toBe("antwoord");
    expect(shape(letter)).toEqual([
      [[1], "Hoeveel boten varen er?", "Dat zijn er negen.\n\nZij varen dagelijks."],
      [[2], "Varen zij ook in de winter?\n\nZo nee, waarom niet?", "Zie het antwoord op vraag 1."],
    ]);
    const [first] = letter.passages.filter(({ question }) => question === 0);
    expect(letter.questions[1]?.refersTo).toEqual([
      { text: "Zie het antwoord op vraag 1.", target: first?.ordinal ?? "a passage" },
    ]);
  });

  test("is found below labelled questions in a letter whose subject says that it answers", () => {
    const letter = read(...letterHead, "Vraag 1\nKent u de boot?", "Ja.", "Vraag 2\nVaart zij?", "Soms.");
    expect(letter.kind).toBe("antwoord");
    expect(letter.submitted).toBe("2021-05-01");
    expect(shape(letter)).toEqual([
      [[1], "Kent u de boot?", "Ja."],
      [[2], "Vaart zij?", "Soms."],
    ]);
  });

  test.each([
    ["in bold", (question: string) => `**${question}**`],
    ["in plain text", (question: string) => question],
  ])("is found below questions with a bare number, %s", (_, set) => {
    const letter = read(...letterHead, set("1. Kent u de boot?"), "Ja.", set("2. Vaart zij?"), "Soms.");
    expect(letter.kind).toBe("antwoord");
    expect(letter.questions[0]?.askers).toEqual([{ name: "Duin", party: "PvdZ" }]);
    expect(shape(letter)).toEqual([
      [[1], "Kent u de boot?", "Ja."],
      [[2], "Vaart zij?", "Soms."],
    ]);
  });

  test("begins where bold ends, also when the question has no question mark", () => {
    const letter = read(...letterHead, "Vraag 1", "**Kunt u dat toelichten.**", "Jazeker.");
    expect(shape(letter)).toEqual([[[1], "Kunt u dat toelichten.", "Jazeker."]]);
  });

  test("begins below the whole of an enumeration in the question", () => {
    const letter = read(...letterHead, "Vraag 1", "Hoeveel boten zijn er:", "- van hout;\n- van staal?", "Negen.");
    expect(shape(letter)).toEqual([[[1], "Hoeveel boten zijn er:\n\n- van hout;\n- van staal?", "Negen."]]);
  });
});

describe("what is question and what answer cannot be told", () => {
  test.each([
    ["without a question mark", ["Kunt u dat toelichten.", "Jazeker."]],
    ["where it asks again further down", ["Kent u de boot?", "Zij is van hout.", "Vaart zij?", "Ja."]],
  ])("%s: then all stays in the body, and is no question", (_, text) => {
    const letter = read(...letterHead, "Vraag 1\nHoe heet zij?", "Zeemeeuw.", "Vraag 2", ...text);
    expect(shape(letter)).toEqual([[[1], "Hoe heet zij?", "Zeemeeuw."]]);
    expect(letter.passages.at(-1)?.text).toBe(text.join("\n\n"));
  });

  test("in a paper that does not say that it answers: all of it is the question", () => {
    const letter = read(
      "Vragen van het lid Duin (PvdZ) aan de Minister van Overzeese Zaken over veerboten (ingezonden 1 mei 2021).",
      "Vraag 1\nKent u de boot?",
      "Zij is van hout.",
    );
    expect(letter.kind).toBe("vragen");
    expect(shape(letter)).toEqual([[[1], "Kent u de boot?\n\nZij is van hout.", null]]);
  });
});

test("numbered headings in a letter that answers are no questions", () => {
  const letter = read(
    ...letterHead,
    "1. Inleiding",
    "Hoe het staat.",
    "2. Wat doen wij?",
    "Veel.",
    "3. Slot",
    "Dit was het.",
  );
  expect(letter.kind).toBe("brief");
  expect(letter.questions).toEqual([]);
});

test("a letter that puts the answers off holds none", () => {
  const head = letterHead.with(2, "Onderwerp Uitstel beantwoording Kamervragen over veerboten");
  expect(read(...head, "1. Kent u de boot?", "2. Vaart zij?").kind).toBe("mededeling");
});

describe("a label in running text", () => {
  test("that a sentence follows on the same line is one where the numbers run from 1", () => {
    const letter = read(
      ...letterHead,
      "Vraag 1 Kent u de boot?",
      "Antwoord 1 Ja.",
      "Vraag 2 en 3 Vaart zij? En waarheen?",
      "Antwoord op vraag 2 en 3 Zij vaart naar Zandland.",
    );
    expect(letter.kind).toBe("antwoord");
    expect(shape(letter)).toEqual([
      [[1], "Kent u de boot?", "Ja."],
      [[2, 3], "Vaart zij? En waarheen?", "Zij vaart naar Zandland."],
    ]);
  });

  test.each([
    ["without a gap", ["Vraag 1 Kent u de boot?", "Vraag 3 Vaart zij?"]],
    ["with a sentence of its own", ["Vraag 1 en 2 liggen in elkaars verlengde.", "Antwoord 1 volgt."]],
    ["more than once", ["Vraag 1 Wat is een boot?"]],
  ])("is none unless it stands there %s", (_, text) => {
    const letter = read(...letterHead, ...text);
    expect(letter.questions).toEqual([]);
    expect(letter.body).toContain(text.join("\n\n"));
  });
});

test("a heading such as Reactie makes no question of the paragraph above it in any other letter", () => {
  const letter = read(
    ...letterHead.with(2, "Onderwerp Rapport over veerboten"),
    "De inspectie beveelt aan om boten te keuren.",
    "Reactie",
    "Dat doen wij.",
  );
  expect(letter.kind).toBe("brief");
  expect(letter.questions).toEqual([]);
});
