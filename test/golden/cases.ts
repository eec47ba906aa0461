import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { Hints, SourceText } from "../../src/formats/source-text.ts";

import { bundledLetters } from "../letters/bundled.ts";

export const goldenFolder = new URL("./", import.meta.url);

/** A golden case: a folder with what is read (`source.txt` or `source.md`), its hints, and what must come out. */
export interface GoldenCase {
  name: string;
  source: SourceText;
  expected: URL;
}

/** All cases by name: first the bundled letters, whose sources stand in data/letters, then those with their own. */
export function goldenCases(): GoldenCase[] {
  return [
    ...bundledLetters().map((source) => {
      const name = `bundled-${source.file.slice(0, 3)}`;
      return { name, source, expected: new URL(`${name}/expected.json`, goldenFolder) };
    }),
    ...ownCases(),
  ];
}

function ownCases(): GoldenCase[] {
  return readdirSync(goldenFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith("bundled-"))
    .map(({ name }) => {
      const folder = new URL(`${name}/`, goldenFolder);
      const file = ["source.md", "source.txt"].find((one) => existsSync(new URL(one, folder)));
      if (!file) throw new Error(`golden case without a source: ${name}`);
      const hints = new URL("hints.json", folder);
      return {
        name,
        source: {
          file: `${name}.txt`,
          text: readFileSync(new URL(file, folder), "utf8"),
          hints: existsSync(hints) ? (JSON.parse(readFileSync(hints, "utf8")) as Hints) : {},
        },
        expected: new URL("expected.json", folder),
      };
    });
}

/** The texts of the cases that are not bundled letters. */
export function goldenSources(): string[] {
  return ownCases().map(({ source }) => source.text);
}
