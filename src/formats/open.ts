import { MAX_FILE_BYTES } from "./limits.ts";
import { refusal } from "./refusals.ts";
import type { Hints, SourceText } from "./source-text.ts";
import { openText } from "./text.ts";

const megabytes = (bytes: number): string => `${Math.ceil(bytes / (1024 * 1024))} MB`;

/**
 * Opens one document, whatever its form: the content decides, the name only where the content says nothing.
 *
 * @param bytes the whole file
 * @param file its name without folder
 * @param hints what is known from elsewhere (letters.json); wins over what the file says of itself
 * @throws UserError with one of the codes of refusals.ts, naming the file and the reason
 */
export async function openDocument(bytes: Uint8Array, file: string, hints: Hints = {}): Promise<SourceText> {
  if (bytes.length === 0) throw refusal("empty", file);
  if (bytes.length > MAX_FILE_BYTES) {
    throw refusal("too-large", file, `${megabytes(bytes.length)}; ten hoogste ${megabytes(MAX_FILE_BYTES)}`);
  }
  const opened = openText(bytes, file);
  return { ...opened, hints: { ...opened.hints, ...hints } };
}
