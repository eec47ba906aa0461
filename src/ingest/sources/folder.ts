import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, parse } from "node:path";
import { UserError } from "../../errors.ts";
import { isMetadataName } from "../../formats/form.ts";
import { maxFileBytes } from "../../formats/limits.ts";
import { type InputFile, metadataHints } from "../../formats/open.ts";
import { tooManyBytes } from "../../formats/refusals.ts";
import type { Hints } from "../../formats/source-text.ts";
import { faultTexts } from "../../texts/faults.ts";
import { listName, readLettersList, wrong } from "./letters-list.ts";

/** A publication as it lies in a folder: its file, or the forms of it that lie side by side under one name. */
export interface FoundPublication {
  /** Full paths; the publication's own metadata.xml is not among them. */
  paths: string[];
  /** What letters.json says of its files. */
  hints: Hints;
}

/** Documentation that may stand beside letters. */
const documentation = /^readme\.(md|txt)$/i;

/**
 * The publications in a file or folder, by name, folders within folders included; hidden files are left out. Files
 * that differ only in their extension (`kst-1-2.xml`, `kst-1-2.pdf`) are forms of one publication.
 *
 * @throws UserError `file` for a path that is not there or cannot be read, `letters-list` for a wrong letters.json
 */
export function findPublications(path: string): FoundPublication[] {
  if (!isFolder(path)) return [{ paths: [path], hints: listBeside(path).get(basename(path)) ?? {} }];
  const names = entriesOf(path);
  const folders = names.filter((name) => isFolder(join(path, name)));
  const files = names.filter((name) => !folders.includes(name));
  const list = files.includes(listName) ? readLettersList(join(path, listName)) : new Map<string, Hints>();
  for (const name of list.keys()) {
    if (!files.includes(name)) throw wrong(join(path, listName), `it names ${name}, which is not in the folder`);
  }
  const letters = files.filter((name) => name !== listName && !documentation.test(name) && !isMetadataName(name));
  const stems = new Map<string, string[]>();
  for (const name of letters) stems.set(parse(name).name, [...(stems.get(parse(name).name) ?? []), name]);
  return [
    ...[...stems.values()].map((forms) => ({
      paths: forms.map((name) => join(path, name)),
      hints: Object.assign({}, ...forms.map((name) => list.get(name) ?? {})) as Hints,
    })),
    ...folders.flatMap((name) => findPublications(join(path, name))),
  ];
}

/**
 * The bytes of a file.
 *
 * @throws UserError `too-large` before it takes the memory, `file` when it cannot be read
 */
export function readInput(path: string): InputFile {
  const name = basename(path);
  try {
    const { size } = statSync(path);
    if (size > maxFileBytes) throw tooManyBytes(name, size);
    return { name, bytes: readFileSync(path) };
  } catch (error) {
    throw error instanceof UserError ? error : unreadable(path, error);
  }
}

/**
 * What the official metadata beside a publication says of it; nothing when it is the metadata of another one.
 *
 * @throws UserError of `metadataHints`
 */
export async function readMetadataBeside(path: string): Promise<Hints> {
  const name = entriesOf(dirname(path)).find(isMetadataName);
  if (name === undefined) return {};
  const hints = await metadataHints(readInput(join(dirname(path), name)));
  return hints.id === parse(path).name ? hints : {};
}

function listBeside(path: string): Map<string, Hints> {
  return entriesOf(dirname(path)).includes(listName) ? readLettersList(join(dirname(path), listName)) : new Map();
}

function entriesOf(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => !name.startsWith("."))
      .toSorted();
  } catch (error) {
    throw unreadable(folder, error);
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch (error) {
    throw unreadable(path, error);
  }
}

function unreadable(path: string, error: unknown): UserError {
  const why = error instanceof Error ? error.message : String(error);
  return new UserError("file", `${path} cannot be read: ${why}`, faultTexts.unreadable(path));
}
