import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { openDocument } from "../../src/formats/open.ts";
import { isRefusal } from "../../src/formats/refusals.ts";
import type { SourceText } from "../../src/formats/source-text.ts";

const { TERUGKEER_SHARED } = process.env;

/** Other people's publications, which are not part of the project: tests that read them are skipped where they are absent. */
export const shared = TERUGKEER_SHARED ?? resolve(import.meta.dirname, "../../../shared");
export const hasShared = existsSync(`${shared}/samples`);
export const absent = hasShared ? "" : ` (skipped: no samples at ${shared})`;

/** The forms of our own two publications (test/golden-forms). */
export const golden = (name: string): string => resolve(import.meta.dirname, "../golden-forms/files", name);

export async function openFile(path: string): Promise<SourceText> {
  return openDocument(await readFile(path), basename(path));
}

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The code of the refusal of a document, `read` when it is read; any other error is a bug and is thrown on. */
export async function outcomeOf(bytes: Uint8Array, file: string): Promise<string> {
  try {
    await openDocument(bytes, file);
    return "read";
  } catch (error) {
    if (isRefusal(error) && error.message.startsWith(file) && error.forUser.startsWith(file)) return error.code;
    throw error;
  }
}

/** Text without what the forms write differently: marking, and all white space. */
export const bare = (text: string): string =>
  text
    .replace(/\[([^[\]]*)\]\([^()\s]*\)/gu, "$1")
    .replace(/\*\*|^#{1,6} /gmu, "")
    .replace(/\s+/gu, "");
