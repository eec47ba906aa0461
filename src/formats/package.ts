import { readDocx } from "./docx.ts";
import { docxMainPart, docxRootParts, isDocxPart } from "./docx-parts.ts";
import { odtParts, readOdt } from "./odt.ts";
import { refusal } from "./refusals.ts";
import type { SourceText } from "./source-text.ts";
import { unzip } from "./zip.ts";

/**
 * Opens a zip file that is a Word or an ODT document, told by what is in it.
 *
 * @throws UserError `unknown-form` for another zip file, and what the reading of that form throws
 */
export async function openPackage(bytes: Uint8Array, file: string): Promise<SourceText> {
  const main = await docxMainPart(await unzip(bytes, file, (path) => docxRootParts.has(path)), file);
  const parts = await unzip(bytes, file, (path) => odtParts.has(path) || isDocxPart(path, main));
  if (parts.has(main)) return readDocx(parts, main, file);
  if (parts.has("content.xml")) return readOdt(parts, file);
  throw refusal("unknown-form", file, ["other-zip"]);
}
