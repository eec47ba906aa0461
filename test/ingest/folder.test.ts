import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readFolder } from "../../src/ingest/sources/folder.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "terugkeer-folder-"));
});

afterEach(() => rmSync(folder, { recursive: true }));

function write(files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
}

describe("a folder of letters", () => {
  it("gives its files by name, each with what letters.json says of it", () => {
    write({
      "b.txt": "tweede",
      "a.md": "eerste",
      "letters.json": JSON.stringify([{ file: "b.txt", id: "kst-1-2", title: "Titel", url: "https://example.org/" }]),
    });
    expect(readFolder(folder).map(({ file, hints }) => [file, hints])).toEqual([
      ["a.md", {}],
      ["b.txt", { id: "kst-1-2", title: "Titel", url: "https://example.org/" }],
    ]);
  });

  it("leaves out README.md, hidden files and folders", () => {
    write({ "README.md": "uitleg", ".DS_Store": "x", "brief.txt": "tekst" });
    mkdirSync(join(folder, "ouder"));
    expect(readFolder(folder).map(({ file }) => file)).toEqual(["brief.txt"]);
  });

  it("names a folder that is not there", () => {
    expect(() => readFolder(join(folder, "weg"))).toThrow(`${join(folder, "weg")} cannot be read: ENOENT`);
  });

  it.each([
    ["no JSON", "[{", "JSON"],
    ["no list", "{}", "must be a list"],
    ["a row that is no object", "[3]", "row 1 is no object"],
    ["a row without a file", '[{"id":"kst-1-2"}]', "row 1: file must be the name of a file in this folder"],
    ["a file outside the folder", '[{"file":"../secret.txt"}]', "row 1: file must be the name"],
    ["a file that is not there", '[{"file":"weg.txt"}]', "names weg.txt, which is not in the folder"],
    ["a title that is no text", '[{"file":"brief.txt","title":3}]', "row 1: title must be text"],
    [
      "an address that is no https",
      '[{"file":"brief.txt","url":"javascript:alert(1)"}]',
      "row 1: url must be an https address",
    ],
  ])("refuses a letters.json with %s, and says where", (_, text, message) => {
    write({ "brief.txt": "tekst", "letters.json": text });
    expect(() => readFolder(folder)).toThrow(message);
  });
});
