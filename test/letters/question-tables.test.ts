import { describe, expect, test } from "vitest";
import { readLetter } from "../../src/letters/parse.ts";

const head =
  "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\nDatum 12 maart 2024\n\nBetreft: Antwoorden op Kamervragen over schepen\n\nHierbij de antwoorden op de vragen van het lid Duin (PvdZ) over schepen (ingezonden 2 februari 2024).\n\nDe Minister van Zee,\n\nA. Kust\n\n";
const read = (table: string) => readLetter({ file: "x.md", text: head + table, hints: {} });
const pairs = (table: string) =>
  read(table).questions.map(({ numbers, question, answer }) => [numbers, question, answer]);

const expected = [
  [[1], "Hoeveel schepen zijn er?", "Dat zijn er 1.204."],
  [[2], "En boten?", "Die zijn er niet."],
];

describe("questions and answers in a table", () => {
  test.each([
    "| Nr. | Vraag | Antwoord |\n| --- | --- | --- |\n| 1 | Hoeveel schepen zijn er? | Dat zijn er 1.204. |\n| 2 | En boten? | Die zijn er niet. |\n",
    "| Vraag | Antwoord van de Minister |\n| --- | --- |\n| 1. Hoeveel schepen zijn er? | Dat zijn er 1.204. |\n| 2. En boten? | Die zijn er niet. |\n",
    "| Vraag 1 | Hoeveel schepen zijn er? |\n| --- | --- |\n| Antwoord 1 | Dat zijn er 1.204. |\n| Vraag 2 | En boten? |\n| Antwoord 2 | Die zijn er niet. |\n",
  ])("are paired: %j", (table) => {
    expect(pairs(table)).toEqual(expected);
    const letter = read(table);
    expect(letter).toMatchObject({ kind: "antwoord", submitted: "2024-02-02" });
    for (const { text, places } of letter.passages)
      expect(places.map(({ start, end }) => letter.body.slice(start, end)).join("\n\n")).toBe(text);
  });

  test("are unanswered where the cell is empty, and go on where the first cell is", () => {
    expect(
      pairs(
        "| Nr | Vraag | Antwoord |\n| --- | --- | --- |\n| 1 | Hoeveel schepen zijn er? | Dat zijn er 1.204. |\n|  |  | Elk jaar. |\n| 2 | En boten? |  |\n",
      ),
    ).toEqual([
      [[1], "Hoeveel schepen zijn er?", "Dat zijn er 1.204.\n\nElk jaar."],
      [[2], "En boten?", null],
    ]);
  });

  test("are not seen in a table that only asks", () => {
    expect(pairs("| Vraag naar boten | Aantal |\n| --- | --- |\n| Duindorp | 45 |\n| Oever | 120 |\n")).toEqual([]);
  });
});
