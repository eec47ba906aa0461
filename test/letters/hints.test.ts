import { describe, expect, test } from "vitest";
import type { Hints } from "../../src/formats/source-text.ts";
import type { Day } from "../../src/letters/letter.ts";
import { readLetter } from "../../src/letters/parse.ts";

const day = (text: string) => text as Day;
const read = (text: string, hints: Hints) => readLetter({ file: "x.txt", text, hints });

const bare = "Hierbij stuur ik u het rapport over de haven van Duindorp. Het is af.";
const answers =
  "Vragen van het lid Duin (PvdZ) aan de Minister van Zee over zand (ingezonden 2 oktober 2019)\n\nAntwoord van Minister Strand (Zee) (ontvangen 21 november 2019)\n\nVraag 1\n\nIs er zand?\n\nAntwoord 1\n\nJa.";

describe("what came with a paper", () => {
  test("fills what its text leaves open", () => {
    const hints: Hints = {
      date: day("2020-03-02"),
      submitted: day("2020-02-01"),
      chamber: "Eerste Kamer",
      dossier: "32545",
      number: "143",
      caseNumber: "2020Z01234",
    };
    expect(read(bare, hints)).toMatchObject({ id: "kst-32545-143", ...hints });
  });

  test("never overrides what its text says", () => {
    const hints: Hints = {
      date: day("2020-03-02"),
      received: day("2020-03-01"),
      submitted: day("2020-02-01"),
      kind: "brief",
      chamber: "Eerste Kamer",
      dossier: "32545",
      number: "143",
      caseNumber: "2020Z01234",
    };
    const text = `Tweede Kamer der Staten-Generaal\n\n29 999\n\nTerugkeer\n\nNr. 71\n\n2019Z18636\n\n${answers}`;
    expect(read(text, hints)).toMatchObject({
      kind: "antwoord",
      date: "2019-11-21",
      submitted: "2019-10-02",
      chamber: "Tweede Kamer",
      dossier: "29999",
      number: "71",
      caseNumber: "2019Z18636",
    });
  });

  test("gives answers the day on which they were received before the day of publication", () => {
    const text = answers.replace(/ \((?:ontvangen|ingezonden)[^)]*\)/g, "");
    const hints = { received: day("2019-11-21"), date: day("2019-12-05"), submitted: day("2019-10-02") };
    expect(read(text, hints)).toMatchObject({ date: "2019-11-21", submitted: "2019-10-02" });
  });

  test("gives no number of one dossier to another", () => {
    const text = `29 999\n\n${bare}`;
    expect(read(text, { dossier: "32545", number: "143" })).toMatchObject({ dossier: "29999", number: null });
  });

  test.each([
    ["kst-32545-143", "32545", "143", "Tweede Kamer"],
    ["kst-36600-VI-102", "36600-VI", "102", "Tweede Kamer"],
    ["kst-36600-A-12", "36600-A", "12", "Tweede Kamer"],
    ["kst-21501-02-2500", "21501-02", "2500", "Tweede Kamer"],
    ["kst-30573-J", "30573", "J", "Eerste Kamer"],
    ["kst-19637-2356-n1", "19637", "2356", "Tweede Kamer"],
    ["ah-ek-20202021-7", null, null, "Eerste Kamer"],
    ["blg-123456", null, null, null],
  ])("the id %s tells dossier, number and chamber where they are not printed", (id, dossier, number, chamber) => {
    expect(read(bare, { id })).toMatchObject({ id, dossier, number, chamber });
  });

  test("the id of written questions tells their case", () => {
    expect(read(bare, { id: "kv-tk-2021Z09739" })).toMatchObject({ caseNumber: "2021Z09739", chamber: "Tweede Kamer" });
  });
});

test("countries are named with their place and form, and the Netherlands is not among those counted", () => {
  const letter = read("Nederland en Marokko spraken met Algerijnse en Ghanese diensten. Marokkanen ook.", {});
  expect(letter.countries.map(({ code, count }) => [code, count])).toEqual([
    ["MA", 2],
    ["DZ", 1],
    ["GH", 1],
  ]);
  expect(letter.countryMentions.map(({ code, form, printed }) => [code, form, printed])).toEqual([
    ["NL", "name", "Nederland"],
    ["MA", "name", "Marokko"],
    ["DZ", "adjective", "Algerijnse"],
    ["GH", "adjective", "Ghanese"],
    ["MA", "inhabitants", "Marokkanen"],
  ]);
  for (const { start, end, printed } of letter.countryMentions) expect(letter.body.slice(start, end)).toBe(printed);
});
