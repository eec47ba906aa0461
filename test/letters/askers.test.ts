import { describe, expect, test } from "vitest";
import { readAskers } from "../../src/letters/askers.ts";
import { readLetter } from "../../src/letters/parse.ts";

const listed = (text: string) => readAskers(text).map(({ name, party }) => [name, party]);

describe("who asked is named", () => {
  test.each([
    [
      "Hierbij de antwoorden op de schriftelijke vragen gesteld door de leden Kust (PvdZ), Duin (BvG) en El Zand (PvdZ) over schepen. Deze werden ingezonden op 1 mei 2020.",
      [
        ["Kust", "PvdZ"],
        ["Duin", "BvG"],
        ["El Zand", "PvdZ"],
      ],
    ],
    ["De vragen die het lid Van ’t Zand (PvdZ) heeft gesteld, beantwoord ik hieronder.", [["Van ’t Zand", "PvdZ"]]],
    ["Hierbij de antwoorden op de vragen van het lid Duin (PvdZ). De vragen gaan over zee.", [["Duin", "PvdZ"]]],
    [
      "Antwoorden Kamervragen leden Duin en Kust over schepen",
      [
        ["Duin", null],
        ["Kust", null],
      ],
    ],
    ["Vragen van het lid Van der Duin c.s. (PvdZ) aan de Minister van Zee", [["Van der Duin", "PvdZ"]]],
  ])("in %j", (text, names) => {
    expect(listed(text)).toEqual(names);
  });

  test.each([
    "Vragen van de leden van de PvdZ-fractie",
    "De antwoorden op de vragen van de leden van beide fracties over zee.",
    "Daarover vragen de leden of het zand beweegt.",
  ])("nowhere in %j", (text) => {
    expect(listed(text)).toEqual([]);
  });
});

describe("where the subject line does not say all of it", () => {
  const askers = (subject: string, opening: string, answer = "Ja.") =>
    readLetter({
      file: "x.txt",
      text: `Aan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\nDatum 1 mei 2020\nBetreft ${subject}\n\n${opening}\n\nDe Minister van Zee,\n\nA. Duin\n\nVraag 1\nIs er zand?\n\nAntwoord 1\n${answer}`,
      hints: {},
    }).questions[0]?.askers.map(({ name, party }) => [name, party]);

  test("the covering sentence gives the parties", () => {
    expect(
      askers(
        "Beantwoording vragen van de leden Kust en Golf over zand",
        "Hierbij bied ik de antwoorden aan op de vragen gesteld door de leden Kust (PvdZ) en Golf (BvG) over zand.",
      ),
    ).toEqual([
      ["Kust", "PvdZ"],
      ["Golf", "BvG"],
    ]);
  });

  test("the covering sentence gives the names", () => {
    expect(
      askers(
        "Beantwoording vragen zand",
        "Hierbij bied ik de antwoorden aan op de vragen gesteld door het lid Kust (PvdZ).",
      ),
    ).toEqual([["Kust", "PvdZ"]]);
  });

  test("two parties for one name give none, and an answer gives nothing at all", () => {
    expect(
      askers(
        "Beantwoording vragen van het lid Kust over zand",
        "Hierbij de antwoorden op de vragen van het lid Kust (PvdZ).\n\nEerder waren er vragen van het lid Kust (BvG).",
      ),
    ).toEqual([["Kust", null]]);
    expect(
      askers(
        "Beantwoording vragen van het lid Kust over zand",
        "Hierbij de antwoorden.",
        "Zie de vragen van het lid Kust (BvG).",
      ),
    ).toEqual([["Kust", null]]);
  });
});
