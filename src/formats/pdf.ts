import { refusal } from "./refusals.ts";
import type { SourceText } from "./source-text.ts";

export async function openPdf(_bytes: Uint8Array, file: string): Promise<SourceText> {
  throw refusal("truncated", file, "not read yet");
}
