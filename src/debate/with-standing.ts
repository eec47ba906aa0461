import type { LetterReader } from "../store/letter-reader.ts";
import type { StoredCollection } from "./kept-passage.ts";

/** A collection with what became of its letters since: corrected, replaced or withdrawn. The texts stay as kept. */
export function withStanding(collection: StoredCollection, letters: LetterReader): StoredCollection {
  return {
    ...collection,
    passages: collection.passages.map((kept) => {
      const { source } = kept.copy;
      const known = letters.lastKnown(source.key)?.letter;
      // A letter that is gone without a trace is withdrawn as well.
      const { correction = null, corrected = [], isWithdrawn = true } = known ?? {};
      return { ...kept, copy: { ...kept.copy, source: { ...source, correction, corrected, isWithdrawn } } };
    }),
  };
}
