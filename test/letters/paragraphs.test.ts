import { describe, expect, test } from "vitest";
import { readLetter } from "../../src/letters/parse.ts";

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
