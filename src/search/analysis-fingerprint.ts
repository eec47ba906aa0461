import { createHash } from "node:crypto";
import capitals from "../../data/capitals.json" with { type: "json" };
import countries from "../../data/countries.json" with { type: "json" };
import irregular from "../../data/irregular-nl.json" with { type: "json" };
import nearWords from "../../data/near-words.json" with { type: "json" };
import stopWords from "../../data/stopwords-nl.json" with { type: "json" };
import synonyms from "../../data/synonyms.json" with { type: "json" };
import verbPrefixes from "../../data/verb-prefixes-nl.json" with { type: "json" };
import weakWords from "../../data/weak-words-nl.json" with { type: "json" };

/**
 * By what a saved index is told from one that was made with another analysis: one hash over the content of all that the
 * analysis reads. A test holds the table of files to what the code of the analysis imports.
 */

/** To be raised when the code of the analysis changes what it yields; a test tells when that was forgotten. */
const version = 8;

/** The data files that the analysis reads, by name. */
export const analysisData: Readonly<Record<string, unknown>> = {
  "capitals.json": capitals,
  "countries.json": countries,
  "irregular-nl.json": irregular,
  "near-words.json": nearWords,
  "stopwords-nl.json": stopWords,
  "synonyms.json": synonyms,
  "verb-prefixes-nl.json": verbPrefixes,
  "weak-words-nl.json": weakWords,
};

/**
 * Changes when the analysis of any text may have changed. Takes some three milliseconds.
 *
 * @param data by name of the file, as {@link analysisData}
 * @param lexicon the bytes of the word list; null when there is none
 */
export function analysisFingerprint(data: Readonly<Record<string, unknown>>, lexicon: Uint8Array | null): string {
  const hash = createHash("sha256").update(JSON.stringify([version, data]));
  // What is absent must differ from what is empty.
  if (lexicon !== null) hash.update("\n").update(lexicon);
  return hash.digest("hex");
}
