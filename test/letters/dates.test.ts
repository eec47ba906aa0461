import { expect, test } from "vitest";
import { findDate } from "../../src/letters/dates.ts";
import { parseDay } from "../../src/letters/days.ts";

test.each([
  ["Den Haag, 21 november 2019", "2019-11-21"],
  ["Datum 29 januari 2025 ", "2025-01-29"],
  ["(ontvangen 1  Mei\n2020)", "2020-05-01"],
  ["Datum: 05-03-2024", "2024-03-05"],
  ["’s-Gravenhage,  3   november   2015", "2015-11-03"],
  ["Den Haag, 1 maart2019", "2019-03-01"],
  ["Den Haag, 1maart 2019", "2019-03-01"],
  ["3 nov. 2015", "2015-11-03"],
  ["1 mrt 2019", "2019-03-01"],
  ["1 sept. 2019", "2019-09-01"],
  ["Den Haag, 1e maart 2019", "2019-03-01"],
  ["Datum 2019-03-12", "2019-03-12"],
  ["Datum 12/03/2019", "2019-03-12"],
  ["12.03.2019", "2019-03-12"],
  ["2019-13-12", null],
  ["versie 12.03.2019.4", null],
  ["12/03.2019", null],
  ["Datum 2024-03-12", "2024-03-12"],
  ["Den Haag, 1e maart 2024", "2024-03-01"],
  ["2024-13-12", null],
  ["12/3/2019", null],
  ["1 maart '19", null],
  ["op 20 december jl.", null],
  ["31 februari 2020", null],
  ["29 februari 2023", null],
  ["29 februari 2024", "2024-02-29"],
  ["3 november 20152", null],
  ["in november 2019", null],
  ["nr. 121 mei 2020", null],
])("%s", (text, day) => {
  expect(findDate(text)).toBe(day);
});

test.each([
  ["2021-06-21", "2021-06-21"],
  [" 2021-06-21T10:00:00Z ", "2021-06-21"],
  ["2021-02-29", null],
  ["2021-13-01", null],
  ["0050-01-01", null],
  ["21-06-2021", null],
  ["2021-06-21 of later", null],
  ["", null],
])("as ISO 8601 has it: %j", (text, day) => {
  expect(parseDay(text)).toBe(day);
});
