import type { StoredLetter } from "../letters/stored-letter.ts";
import type { DigestLetter } from "../replies/digest-page.ts";
import type { LetterReader } from "../store/letter-reader.ts";
import type { Arrivals } from "../store/subscription-arrivals.ts";

interface LetterParts {
  letters: LetterReader;
  arrivals: Arrivals;
}

/** All that a digest shows of a letter, whatever it answers. */
export function plainLetter({ letters, arrivals }: LetterParts, letter: StoredLetter): DigestLetter {
  const ids = [...new Set(letter.references.flatMap(({ id }) => id ?? []))];
  const known = arrivals.withIds(ids);
  const referred = new Set(ids.flatMap((id) => known.get(id) ?? []).filter((key) => key !== letter.key));
  return {
    letter,
    passages: letters.passagesOf(letter.key, letter.version),
    mark: null,
    everything: true,
    answers: [],
    references: [...referred].flatMap((key) => letters.letter(key) ?? []),
  };
}
