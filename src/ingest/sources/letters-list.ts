import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { UserError } from "../../errors.ts";
import type { Hints } from "../../formats/source-text.ts";
import { faultTexts } from "../../texts/faults.ts";

/** The optional list beside the files of a letters folder; its shape is in the README of data/letters. */
export const listName = "letters.json";

const fields = ["id", "title", "url", "note"] as const;

/**
 * Reads a letters.json: what it says, by file name.
 *
 * @throws UserError `letters-list`, naming the file, the row and what is wrong with it
 */
export function readLettersList(path: string): Map<string, Hints> {
  const parsed = parseJson(path);
  if (!Array.isArray(parsed)) throw wrong(path, "must be a list");
  return new Map(parsed.map((row: unknown, place) => readRow(path, row, place + 1)));
}

function readRow(path: string, row: unknown, number: number): [string, Hints] {
  if (typeof row !== "object" || row === null) throw wrong(path, `row ${number} is no object`);
  const given = new Map<string, unknown>(Object.entries(row));
  const text = (name: string): string | undefined => {
    const value = given.get(name);
    if (value === undefined || typeof value === "string") return value;
    throw wrong(path, `row ${number}: ${name} must be text`);
  };
  const file = text("file");
  if (file === undefined || file === "" || file !== basename(file)) {
    throw wrong(path, `row ${number}: file must be the name of a file in this folder`);
  }
  const hints: Hints = {};
  for (const name of fields) {
    const value = text(name);
    if (value !== undefined) hints[name] = value.normalize("NFC");
  }
  if (hints.url !== undefined && !hints.url.startsWith("https://")) {
    throw wrong(path, `row ${number}: url must be an https address`);
  }
  return [file, hints];
}

function parseJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw wrong(path, error instanceof Error ? error.message : String(error));
  }
}

/** Also for what only the folder can tell: that it names a file which is not there. */
export function wrong(path: string, why: string): UserError {
  return new UserError("letters-list", `${path} cannot be used: ${why}`, faultTexts.lettersList(basename(path)));
}
