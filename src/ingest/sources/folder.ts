import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, parse } from "node:path";
import { UserError } from "../../errors.ts";
import { metadataHints } from "../../formats/open.ts";
import type { Hints } from "../../formats/source-text.ts";

/** A file as found in a folder, with what letters.json beside it says of it. */
export interface FoundFile {
  /** Name without folder. */
  file: string;
  bytes: Uint8Array;
  hints: Hints;
}

/** The optional list beside the files of a letters folder; its shape is in the README of data/letters. */
const listName = "letters.json";
const listed = ["id", "title", "url", "note"] as const;
/** Documentation that may stand beside letters. */
const notLetters = new Set([listName, "readme.md"]);

/**
 * The files of a folder, by name; sub-folders and hidden files are left out.
 *
 * @throws UserError `folder` when the folder or its letters.json cannot be read
 */
export function readFolder(folder: string): FoundFile[] {
  const names = list(folder).filter((name) => !notLetters.has(name.toLowerCase()));
  const hints = readList(folder);
  for (const name of hints.keys()) {
    if (!names.includes(name)) throw unreadable(join(folder, listName), `names ${name}, which is not in the folder`);
  }
  return names.map((name) => ({
    file: name,
    bytes: readFileSync(join(folder, name)),
    hints: hints.get(name) ?? {},
  }));
}

/**
 * One file, with what letters.json beside it says of it, or the metadata.xml of a publication that carries its name.
 *
 * @throws UserError `file` when it cannot be read, `folder` when the letters.json beside it cannot
 */
export async function readFoundFile(path: string): Promise<FoundFile> {
  const file = basename(path);
  const folder = dirname(path);
  const bytes = readBytes(path);
  return { file, bytes, hints: readList(folder).get(file) ?? (await readMetadataBeside(folder, file)) };
}

/** The official metadata names the publication; of another one it says nothing about this file. */
async function readMetadataBeside(folder: string, file: string): Promise<Hints> {
  const name = "metadata.xml";
  const path = join(folder, name);
  if (file === name || !existsSync(path)) return {};
  const hints = await metadataHints({ name, bytes: readBytes(path) });
  return hints.id === parse(file).name ? hints : {};
}

function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UserError("file", `${path} cannot be read: ${why}`, `Het bestand ${path} kan niet worden gelezen.`);
  }
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
      .map((entry) => entry.name)
      .toSorted();
  } catch (error) {
    throw unreadable(folder, error);
  }
}

function readList(folder: string): Map<string, Hints> {
  if (!list(folder).includes(listName)) return new Map();
  const path = join(folder, listName);
  const parsed = parseJson(path);
  if (!Array.isArray(parsed)) throw unreadable(path, "must be a list");
  return new Map(parsed.map((row: unknown, place) => readRow(path, row, place)));
}

function readRow(path: string, row: unknown, place: number): [string, Hints] {
  if (typeof row !== "object" || row === null) throw unreadable(path, `row ${place + 1} is no object`);
  const fields = new Map<string, unknown>(Object.entries(row));
  const text = (name: string): string | undefined => {
    const value = fields.get(name);
    if (value === undefined || typeof value === "string") return value;
    throw unreadable(path, `row ${place + 1}: ${name} must be text`);
  };
  const file = text("file");
  if (file === undefined || file !== basename(file)) {
    throw unreadable(path, `row ${place + 1}: file must be the name of a file in this folder`);
  }
  const hints: Hints = {};
  for (const name of listed) {
    const value = text(name);
    if (value !== undefined) hints[name] = value.normalize("NFC");
  }
  if (hints.url !== undefined && !/^https:\/\//.test(hints.url)) {
    throw unreadable(path, `row ${place + 1}: url must be an https address`);
  }
  return [file, hints];
}

function parseJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw unreadable(path, error);
  }
}

function unreadable(path: string, why: unknown): UserError {
  const reason = why instanceof Error ? why.message : String(why);
  return new UserError(
    "folder",
    `${path} cannot be read: ${reason}`,
    `De map of het bestand ${basename(path)} kan niet worden gelezen.`,
  );
}
