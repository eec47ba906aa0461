import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, extname, resolve } from "node:path";
import { expect, test } from "vitest";
import { readLetter } from "../../src/letters/parse.ts";
import { goldenCases, goldenFolder } from "./cases.ts";
import { outline } from "./outline.ts";

/**
 * `npm run golden -- FILE` adds a case: the text of FILE and what is read from it today, to be checked by eye before
 * it is committed. `npm run golden -- --refresh` writes what is read today over what was expected of every case.
 */
const wanted = process.env.GOLDEN ?? "";
const refresh = wanted === "--refresh";

if (wanted !== "" && !refresh) {
  const file = resolve(process.env.INIT_CWD ?? ".", wanted);
  const text = readFileSync(file, "utf8");
  const folder = new URL(`${basename(file, extname(file))}/`, goldenFolder);
  mkdirSync(folder, { recursive: true });
  const name = extname(file) === ".md" ? "source.md" : "source.txt";
  writeFileSync(new URL(name, folder), text);
}

test.each(goldenCases().map((one) => [one.name, one] as const))("%s is read as expected", (_, { source, expected }) => {
  const read = outline(readLetter(source));
  if (refresh || (wanted !== "" && !existsSync(expected)))
    writeFileSync(expected, `${JSON.stringify(read, null, 2)}\n`);
  expect(read).toEqual(JSON.parse(readFileSync(expected, "utf8")));
});
