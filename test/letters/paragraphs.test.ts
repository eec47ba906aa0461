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

const letter = (...lines: string[]) =>
  readLetter({
    file: "x.txt",
    text: ["Aan de Voorzitter van de Tweede Kamer", "", "Datum 10 juni 2022", "Betreft Boten", "", ...lines].join("\n"),
    hints: {},
  });
const running = [
  "Met deze brief informeer ik uw Kamer over de stand van zaken van het",
  "bootbeleid. Daarbij ga ik in op de landen van herkomst en op de",
  "toezeggingen die zijn gedaan in het commissiedebat van 3 maart 2022. Ook komt",
  "de motie aan bod die uw Kamer toen heeft aangenomen.",
  "",
];

describe("the first line of a paragraph is no heading", () => {
  test("because one line of the letter is much longer than the others", () => {
    const address =
      "1 https://example.org/documenten/kamerstukken/2022/06/10/tk-stand-van-zaken-boten-in-zandland-juni-2022.pdf";
    const { body } = letter(
      ...running,
      "Tot slot ga ik in op de uitvoering. De uitvoering is in handen van de Dienst",
      "Boten en Vertrek, die daarover in het najaar een verslag uitbrengt.1",
      "",
      address,
    );
    expect(body).toContain("in handen van de Dienst Boten en Vertrek, die daarover");
  });

  test("because the next one begins with a number that would still have fitted", () => {
    const { body } = letter(
      ...running,
      "Dit is in lijn met de uitspraak van het Hof over de uitleg van artikel",
      "8 EVRM, waarnaar de vragensteller verwijst.",
    );
    expect(body).toContain("de uitleg van artikel 8 EVRM, waarnaar");
  });

  test("because it is the last of its page and the next page begins with a capital", () => {
    const { body } = letter(
      ...running,
      "Zoals toegelicht is er geen concrete lijst opgesteld. In november zal ik de Tweede",
      "",
      "Pagina 1 van 2",
      "",
      "Kamer nader informeren over de aanpak, waarbij ik ook in zal gaan op de tijd.",
    );
    expect(body).toContain("zal ik de Tweede Kamer nader informeren");
  });

  test("because it ends in a year with the mark of a note", () => {
    const { passages } = letter(
      "Hierbij stuur ik u het verslag van de Raad van 13 januari 2022.1",
      "",
      "Zoals reeds aangegeven in de antwoorden op de vragen 11 en 15, beperkt dat",
      "zich tot de boten.",
      "",
      "1 Kamerstuk 19 637, nr. 2001.",
    );
    expect(passages.map(({ text }) => text).join()).toContain("van de Raad van 13 januari 2022.");
  });
});
