import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findPublications } from "../../src/ingest/sources/folder.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "terugkeer-folder-"));
});

afterEach(() => rmSync(folder, { recursive: true }));

function write(files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
}

/** What is found, with paths cut to what stands in the folder. */
function found(path = folder) {
  return findPublications(path).map(({ paths, hints }) => [paths.map((p) => p.slice(folder.length + 1)), hints]);
}

describe("a folder of letters", () => {
  it("gives its files by name, each with what letters.json says of it", () => {
    write({
      "b.txt": "tweede",
      "a.md": "eerste",
      "letters.json": JSON.stringify([{ file: "b.txt", id: "kst-1-2", title: "Titel", url: "https://example.org/" }]),
    });
    const hints = { id: "kst-1-2", title: "Titel", url: "https://example.org/" };
    expect(found()).toEqual([
      [["a.md"], {}],
      [["b.txt"], hints],
    ]);
    expect(found(join(folder, "b.txt"))).toEqual([[["b.txt"], hints]]);
  });

  it("takes files that differ in their extension only for forms of one publication, and its metadata for no file", () => {
    write({ "kst-1-2.xml": "x", "kst-1-2.pdf": "x", "metadata.xml": "x", "kst-1-3.pdf": "x" });
    expect(found()).toEqual([
      [["kst-1-2.pdf", "kst-1-2.xml"], {}],
      [["kst-1-3.pdf"], {}],
    ]);
  });

  it("goes into folders within it, and leaves out README.md and what is hidden", () => {
    write({ "README.md": "uitleg", ".DS_Store": "x", "brief.txt": "tekst" });
    mkdirSync(join(folder, "ouder"));
    write({ "ouder/brief.txt": "tekst" });
    expect(found()).toEqual([
      [["brief.txt"], {}],
      [["ouder/brief.txt"], {}],
    ]);
  });

  it("names a folder or file that is not there", () => {
    expect(() => findPublications(join(folder, "weg"))).toThrow(`${join(folder, "weg")} cannot be read: ENOENT`);
  });

  it.each([
    ["no JSON", "[{", "JSON"],
    ["no list", "{}", "must be a list"],
    ["a row that is no object", "[3]", "row 1 is no object"],
    ["a row without a file", '[{"id":"kst-1-2"}]', "row 1: file must be the name of a file in this folder"],
    ["a file outside the folder", '[{"file":"../secret.txt"}]', "row 1: file must be the name"],
    ["a file that is not there", '[{"file":"weg.txt"}]', "it names weg.txt, which is not in the folder"],
    ["a title that is no text", '[{"file":"brief.txt","title":3}]', "row 1: title must be text"],
    [
      "an address that is no https",
      '[{"file":"brief.txt","url":"javascript:1"}]',
      "row 1: url must be an https address",
    ],
  ])("refuses a letters.json with %s, and says where", (_, text, message) => {
    write({ "brief.txt": "tekst", "letters.json": text });
    expect(() => findPublications(folder)).toThrow(message);
  });
});
