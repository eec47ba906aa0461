import { decodeText } from "./decode.ts";
import { refusal } from "./refusals.ts";
import type { SourceText } from "./source-text.ts";

/**
 * Plain text and Markdown: the text is taken as it stands, after decoding.
 *
 * @throws UserError `binary`, or `empty` when nothing but white space is left
 */
export function openText(bytes: Uint8Array, file: string): SourceText {
  const text = decodeText(bytes, file);
  if (text.trim() === "") throw refusal("empty", file);
  return { file, text, hints: {} };
}
