import { describe, expect, it } from "vitest";
import { readCorrection } from "../../src/letters/corrections.ts";
import type { PublicationId, ReadLetter } from "../../src/letters/letter.ts";
import { readLetter } from "../../src/letters/parse.ts";
import { bundledLetters } from "./bundled.ts";
import { madeLetter } from "./made-letter.ts";

function correctionIn(given: Partial<ReadLetter>) {
  return readCorrection(madeLetter({ dossier: "36471", id: "kst-36471-65" as PublicationId, number: "65", ...given }));
}

describe("a letter that corrects another", () => {
  it.each(["h1", "n1", "h2"])("takes the place of the paper whose id it has with -%s", (suffix) => {
    expect(correctionIn({ id: `kst-32317-929-${suffix}` as PublicationId })).toEqual({
      how: "replaces",
      of: "kst-32317-929",
      printed: "",
    });
  });

  it("is told by the id of an answer as well", () => {
    expect(correctionIn({ id: "ah-tk-20192020-487-n1" as PublicationId })?.of).toBe("ah-tk-20192020-487");
  });

  it.each([
    ["Gewijzigde motie van het lid De Vries ter vervanging van die gedrukt onder nr. 64", "kst-36471-64"],
    ["GEWIJZIGDE MOTIE VAN DE LEDEN A EN B TER VERVANGING VAN DIE GEDRUKT ONDER NR. 7", "kst-36471-7"],
    ["Gewijzigd amendement ter vervanging van dat gedrukt onder nr. 12", "kst-36471-12"],
    ["Brief ter vervanging van Kamerstuk 19 637, nr. 2356", "kst-19637-2356"],
  ])("takes the place of the paper that it names: %s", (title, of) => {
    expect(correctionIn({ title })).toMatchObject({ how: "replaces", of });
  });

  it.each([
    "Hierbij zend ik u een gecorrigeerde versie van mijn brief van 12 december 2017 (Kamerstuk 19 637, nr. 2356).",
    "Bijgaand treft u een rectificatie aan op de antwoorden op de vragen (Kamerstukken II 2017/18, 19 637, nr. 2356).",
    "Met deze brief stuur ik een correctie op het verslag, Kamerstuk 19 637, nr. 2356, dat u eerder ontving.",
  ])("corrects the paper that it cites in that sentence: %s", (body) => {
    expect(correctionIn({ body })).toMatchObject({ how: "corrects", of: "kst-19637-2356" });
  });

  it("corrects the paper that the footnote of that sentence cites", () => {
    const body = "Hierbij een gecorrigeerde versie van mijn brief van 12 december. Daarin stond een fout.";
    const footnotes = [
      { mark: "1", text: "Kamerstukken II 2017/18, 19 637, nr. 2356.", at: body.indexOf(". Daarin") + 1 },
      { mark: "2", text: "Kamerstukken II 2017/18, 19 637, nr. 2000.", at: body.length },
    ];
    expect(correctionIn({ body, footnotes })?.of).toBe("kst-19637-2356");
  });

  it("that does not name the other is one all the same, of nothing in particular", () => {
    const body =
      "Hierbij ontvangt u een gecorrigeerde versie van mijn brief van gisteren. Zie ook Kamerstuk 19 637, nr. 1.";
    expect(correctionIn({ body })).toEqual({
      how: "corrects",
      of: null,
      printed: "gecorrigeerde versie van mijn brief",
    });
    expect(correctionIn({ title: "Rectificatie" })).toEqual({ how: "corrects", of: null, printed: "Rectificatie" });
  });

  it.each([
    "Ter vervanging van het oude systeem komt er een nieuw systeem.",
    "De correctie van de cijfers over 2023 volgt later.",
    "Een verbeterde versie van de app is beschikbaar.",
    "De motie wordt gewijzigd uitgevoerd.",
    "Dit is een voorstel ter vervanging van de Verordening (EU) nr. 604/2013.",
    "De Commissie gaf een correctie op de brief van 3 mei (Kamerstuk 19 637, nr. 2356).",
    `${"Gewone zin over terugkeer. ".repeat(80)}Een gecorrigeerde versie van mijn brief volgt.`,
  ])("is not taken from words about something else: %s", (body) => {
    expect(correctionIn({ body })).toBeNull();
  });

  it("is none for an annex, nor for any bundled letter", () => {
    expect(correctionIn({ id: "kst-32317-929-b1" as PublicationId })).toBeNull();
    for (const letter of bundledLetters()) expect(readCorrection(readLetter(letter))).toBeNull();
  });
});
