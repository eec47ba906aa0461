import { decodeText } from "./decode.ts";
import { isMarkdownName } from "./form.ts";
import { refusal } from "./refusals.ts";
import type { SourceText } from "./source-text.ts";

/**
 * Plain text is taken as it stands, after decoding; a file that is Markdown by its name is brought to the light form.
 *
 * @throws UserError `binary`, or `empty` when nothing but white space is left
 */
export async function openText(bytes: Uint8Array, file: string): Promise<SourceText> {
  const text = decodeText(bytes, file);
  if (text.trim() === "") throw refusal("empty", file);
  if (!isMarkdownName(file)) return { file, text, hints: {} };
  const { lightMarkdown } = await import("./markdown.ts");
  return { file, text: lightMarkdown(text), hints: {} };
}
