import { createHash } from "node:crypto";
import { basename } from "node:path";
import { deflateRawSync } from "node:zlib";
import { UserError } from "../errors.ts";
import { chooseForm, formOfName } from "../formats/form.ts";
import { type InputFile, openPublication } from "../formats/open.ts";
import type { Hints, SourceText } from "../formats/source-text.ts";
import type { ReadLetter } from "../letters/letter.ts";
import { readLetter } from "../letters/parse.ts";
import type { Arrival, Refusal } from "../store/arrival.ts";
import type { FileIdentity, ReadIdentity } from "../store/letter-reader.ts";
import { currentReadBy } from "./read-by.ts";
import { type FoundPublication, readInput, readMetadataBeside } from "./sources/folder.ts";

/** A publication that is there already, exactly so. */
export interface HeldPublication {
  held: true;
}

/**
 * Reads a publication into a letter, from the best of its forms that can be read.
 *
 * @param isHeld whether a file is what a letter is held as, so that it need not be read
 */
export async function readPublication(
  found: FoundPublication,
  isHeld: (identity: ReadIdentity) => boolean = () => false,
): Promise<Arrival | Refusal | HeldPublication> {
  const files: InputFile[] = [];
  try {
    for (const path of found.paths) files.push(readInput(path));
    const hints = await allHints(found);
    const best = chooseForm(files);
    if (best !== null && isHeld({ ...identityOf(best.bytes, hints), readBy: currentReadBy() })) return { held: true };
    return await readFiles(files, hints);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const [first] = files;
    return { file: basename(found.paths[0] ?? ""), bytes: first?.bytes ?? null, reason: error };
  }
}

/** Reads a file that somebody handed over. @param name as its owner calls it, without a folder */
export async function readHandedOver(name: string, bytes: Uint8Array): Promise<Arrival | Refusal> {
  try {
    return await readFiles([{ name, bytes }], {});
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { file: name, bytes, reason: error };
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

async function readFiles(files: InputFile[], hints: Hints): Promise<Arrival> {
  const source = await openPublication(files, hints);
  const read = files.find(({ name }) => name === source.file);
  if (read === undefined) throw new Error(`${source.file} is none of the files given`);
  const form = formOfName(source.file) ?? "text";
  return { ...readSource(source), file: source.file, form, ...identityOf(read.bytes, hints) };
}

/** A letter, with what reading it again takes. */
export function readSource(source: SourceText): Required<Pick<Arrival, "letter" | "reading">> {
  const text = deflateRawSync(JSON.stringify(source));
  return { letter: readLetter(source), reading: { text, ...currentReadBy() } };
}

/** What tells one file from another, without and with what is known of it from elsewhere. */
export function identityOf(bytes: Uint8Array, hints: Hints): FileIdentity {
  const file = createHash("sha256").update(bytes);
  return { fileHash: file.copy().digest("hex"), contentHash: file.update(JSON.stringify(hints)).digest("hex") };
}

/** letters.json wins over the official metadata: a person wrote it, about this very copy. */
async function allHints({ paths: [path], hints }: FoundPublication): Promise<Hints> {
  return path === undefined ? hints : { ...(await readMetadataBeside(path)), ...hints };
}
