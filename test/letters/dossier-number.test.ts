import { describe, expect, test } from "vitest";
import { parseDossier } from "../../src/letters/dossier-number.ts";

describe("a dossier number", () => {
  test.each([
    ["19637", "19637"],
    ["19 637", "19637"],
    ["19\u00a0637", "19637"],
    ["19.637", "19637"],
    [" 19 637 ", "19637"],
    ["36 600 VI", "36600-VI"],
    ["36600-VI", "36600-VI"],
    ["36600VI", "36600-VI"],
    ["36 600 - IIA", "36600-IIA"],
    ["36 600 A", "36600-A"],
    ["21 501-02", "21501-02"],
    ["21 501–20", "21501-20"],
    ["CXLVI", "CXLVI"],
  ])("%j is %s", (printed, number) => {
    expect(parseDossier(printed)).toBe(number);
  });

  test.each([
    ["35 687 (R2151)", "35687"],
    ["35687-(R2151)", "35687"],
    ["35 687 R 2151", "35687"],
    ["35 925 IV (R2151)", "35925-IV"],
  ])("goes without the number that an act of the Kingdom has: %s is %s", (printed, number) => {
    expect(parseDossier(printed)).toBe(number);
  });

  test.each([
    "",
    "1963",
    "196370",
    "19 637 en 30 573",
    "19637-2356",
    "19637, nr. 5",
    "36600-vi",
    "36600-",
    "R2151",
    "Wet",
  ])("is not read in %j", (printed) => {
    expect(parseDossier(printed)).toBeNull();
  });
});
