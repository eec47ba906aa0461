import { createHash } from "node:crypto";
import { basename } from "node:path";
import { UserError } from "../errors.ts";
import { formOfName } from "../formats/form.ts";
import { type InputFile, openPublication } from "../formats/open.ts";
import type { ReadLetter } from "../letters/letter.ts";
import { readLetter } from "../letters/parse.ts";
import type { Arrival, Refusal } from "../store/arrival.ts";
import { type FoundPublication, readInput, readMetadataBeside } from "./sources/folder.ts";

/** Reads a publication into a letter, from the best of its forms that can be read. */
export async function readPublication(found: FoundPublication): Promise<Arrival | Refusal> {
  const files: InputFile[] = [];
  try {
    for (const path of found.paths) files.push(readInput(path));
    return await readFiles(files, found);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const [first] = files;
    return { file: basename(found.paths[0] ?? ""), bytes: first?.bytes ?? null, reason: error };
  }
}

/**
 * The letter in one file.
 *
 * @throws UserError when it cannot be read
 */
export async function readLetterFile(found: FoundPublication): Promise<ReadLetter> {
  return readLetter(await openPublication(found.paths.map(readInput), await allHints(found)));
}

async function readFiles(files: InputFile[], found: FoundPublication): Promise<Arrival> {
  const hints = await allHints(found);
  const source = await openPublication(files, hints);
  const read = files.find(({ name }) => name === source.file);
  if (read === undefined) throw new Error(`${source.file} is none of the files given`);
  const contentHash = createHash("sha256").update(read.bytes).update(JSON.stringify(hints)).digest("hex");
  const fileHash = createHash("sha256").update(read.bytes).digest("hex");
  return {
    letter: readLetter(source),
    file: source.file,
    form: formOfName(source.file) ?? "text",
    contentHash,
    fileHash,
  };
}

/** letters.json wins over the official metadata: a person wrote it, about this very copy. */
async function allHints({ paths: [path], hints }: FoundPublication) {
  return path === undefined ? hints : { ...(await readMetadataBeside(path)), ...hints };
}
