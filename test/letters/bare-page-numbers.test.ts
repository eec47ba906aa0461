import { describe, expect, test } from "vitest";
import { readLetter } from "../../src/letters/parse.ts";

const opening = "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\nDen Haag, 1 mei 2020\n\n";
const read = (text: string) => readLetter({ file: "x.txt", text: opening + text, hints: {} });
const sentence =
  "De werkgroep heeft de schepen in de haven van Duindorp geteld, zoals zij ook vorig jaar heeft gedaan.";

test("a page number in the middle of a sentence, or alone, is neither text nor passage", () => {
  const letter = read(
    "De werkgroep kwam bijeen in de\n\n2\n\nhaven van Duindorp, zo meldt het verslag.\n\n3\n\nDaarna niet meer.",
  );
  expect(letter.body).toContain("bijeen in de haven van Duindorp");
  for (const { text } of letter.passages) expect(text).not.toMatch(/^\d+$/m);
});

test("before a figure that the sentence waits for, a page number is not read as that figure", () => {
  const { body } = read(`${sentence}\n\nIn dat jaar zijn circa\n\n2\n\n40 schepen geteld.\n`);
  expect(body).toBe(`${sentence}\n\nIn dat jaar zijn circa 40 schepen geteld.`);
});

describe("numbers alone on a line that rise by one from the first page on are those of pages", () => {
  test("where one of them stands in the middle of a sentence", () => {
    const { body } = read(`${sentence}\n\n1\n\n${sentence} Dat waren er circa\n\n2\n\n40 op de dag.\n\n3\n`);
    expect(body).toBe(`${sentence}\n\n${sentence} Dat waren er circa 40 op de dag.`);
  });

  test("where the last of them ends the paper", () => {
    const { body } = read(`${sentence}\n\n1\n\n${sentence}\n\n2\n`);
    expect(body).toBe(`${sentence}\n\n${sentence}`);
  });
});

test.each([
  ["the year that a sentence waits for", "De schepen kwamen in\n\n2019\n\nen zijn geteld."],
  ["chapters whose number has a line of its own", `1\n\nInleiding\n\n${sentence}\n\n2\n\nGevolgen\n\n${sentence}`],
  ["cells of a table, a line each", "Schepen\n\n2\n\n40\n\nBoten\n\n3\n\n50"],
  ["numbers below each other", `${sentence}\n\n1\n\n2\n\n3\n`],
  ["numbers that skip", `${sentence}\n\n1\n\n${sentence}\n\n7\n`],
])("%s stay", (_, text) => {
  const { body } = read(text);
  expect(body.match(/\d+/g)).toEqual(text.match(/\d+/g));
});
