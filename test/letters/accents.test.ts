import { expect, test } from "vitest";
import { joinLooseAccents } from "../../src/letters/accents.ts";

test.each([
  ["Yes¸ilgöz", "Yeşilgöz"],
  ["Yes¸ ilgöz", "Yeşilgöz"],
  ["Kostic´, Milos´-Novi", "Kostić, Miloś-Novi"],
  ["Novacˇek S¸en", "Novaček Şen"],
  ["wˇ", "wˇ"],
  ["foto´s, auto´s en hij´s", "foto´s, auto´s en hij´s"],
  ["c´est", "c´est"],
  ["¸ los", "¸ los"],
])("%s is read as %s", (printed, read) => {
  expect(joinLooseAccents(printed)).toBe(read);
});
