import { decodeText, tidyCharacters } from "./decode.ts";
import { chooseForm, contentOf, formOfName, isMetadataName } from "./form.ts";
import { maxFileBytes, maxTextCharacters } from "./limits.ts";
import { openMarkup, readMetadata } from "./markup.ts";
import { openPackage } from "./package.ts";
import { isRefusal, refusal, tooManyBytes } from "./refusals.ts";
import type { Hints, SourceText } from "./source-text.ts";
import { openText } from "./text.ts";

/** A file as it came in: its name without folder, and all of its bytes. */
export interface InputFile {
  name: string;
  bytes: Uint8Array;
}

/**
 * Opens one document, whatever its form: the content decides, the name only where the content says nothing.
 *
 * @param bytes the whole file
 * @param file its name without folder
 * @param hints what is known from elsewhere (letters.json, metadata.xml); wins over what the file says of itself
 * @throws UserError with one of the codes of refusals.ts, naming the file and the reason
 */
export async function openDocument(bytes: Uint8Array, file: string, hints: Hints = {}): Promise<SourceText> {
  checkSize(bytes, file);
  const opened = await openAny(bytes, file);
  if (opened.text.length > maxTextCharacters) throw refusal("too-large", file, ["characters", opened.text.length]);
  const text = tidyCharacters(opened.text);
  if (text.trim() === "") throw refusal("empty", file);
  return { file, text, hints: { ...opened.hints, ...hints } };
}

/**
 * Opens a publication that came in several forms, with the metadata beside it: the best form that can be read wins.
 *
 * @param files the forms and, possibly, `metadata.xml`
 * @throws UserError of the best form, when none can be read
 */
export async function openPublication(files: readonly InputFile[], hints: Hints = {}): Promise<SourceText> {
  const beside = files.find(({ name }) => isMetadataName(name));
  const said = beside === undefined ? {} : await metadataHints(beside);
  let left = files.filter((file) => file !== beside);
  let refused: Error | null = null;
  for (let file = chooseForm(left); file !== null; file = chooseForm(left)) {
    try {
      return await openDocument(file.bytes, file.name, { ...said, ...hints });
    } catch (error) {
      if (!isRefusal(error)) throw error;
      refused ??= error;
      const opened = file;
      left = left.filter((each) => each !== opened);
    }
  }
  throw refused ?? refusal("metadata-only", beside?.name ?? "metadata.xml");
}

/**
 * What the `metadata.xml` or `metadata_owms.xml` of a publication says.
 *
 * @throws UserError `broken-xml`, `unknown-form` when it is something else
 */
export async function metadataHints({ name, bytes }: InputFile): Promise<Hints> {
  checkSize(bytes, name);
  return readMetadata(decodeText(bytes, name), name);
}

function checkSize(bytes: Uint8Array, file: string): void {
  if (bytes.length === 0) throw refusal("empty", file);
  if (bytes.length > maxFileBytes) throw tooManyBytes(file, bytes.length);
}

async function openAny(bytes: Uint8Array, file: string): Promise<SourceText> {
  const content = contentOf(bytes, file);
  const promised = formOfName(file);
  switch (content) {
    case "pdf": {
      const { openPdf } = await import("./pdf.ts");
      return openPdf(bytes, file);
    }
    case "zip":
      return openPackage(bytes, file);
    case "xml":
    case "html":
      return openMarkup(decodeText(bytes, file), content, file);
    case "text":
      if (promised === "pdf" || promised === "odt" || promised === "docx") {
        throw refusal("truncated", file, `not the beginning of a ${promised} file`);
      }
      if (promised === "xml") throw refusal("broken-xml", file, ["no-element-first"]);
      return openText(bytes, file);
  }
}
