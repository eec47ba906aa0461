import { isDocxPart, readDocx } from "./docx.ts";
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
  const parts = await unzip(bytes, file, (path) => odtParts.has(path) || isDocxPart(path));
  if (parts.has("word/document.xml")) return readDocx(parts, file);
  if (parts.has("content.xml")) return readOdt(parts, file);
  throw refusal("unknown-form", file, ["other-zip"]);
}
