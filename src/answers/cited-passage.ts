import { UserError } from "../errors.ts";
import type { Question } from "../letters/letter.ts";
import type { PassageId, StoredLetter, StoredPassage } from "../letters/stored-letter.ts";
import type { LetterReader } from "../store/letter-reader.ts";
import { expired } from "../texts/buttons.ts";

/** A passage with all that is needed to show and cite it. */
export interface CitedPassage {
  /** The version of the letter that holds the passage. */
  letter: StoredLetter;
  passage: StoredPassage;
  /** null for a passage that is no question. */
  question: Question | null;
}

/** A passage of any version of a letter; null when there never was one of that id, or its letter is gone. */
export function citedPassage(id: PassageId, letters: LetterReader): CitedPassage | null {
  const passage = letters.passage(id);
  const letter = passage && letters.letterOf(id);
  if (passage === null || letter === null) return null;
  return { letter, passage, question: passage.question === null ? null : (letter.questions[passage.question] ?? null) };
}

/**
 * The passage that a button stands under.
 *
 * @param id the value of the button
 * @throws UserError `expired` when there is no such passage any more
 */
export function citedOrExpired(id: string, letters: LetterReader): CitedPassage {
  const cited = citedPassage(id as PassageId, letters);
  if (cited === null) throw new UserError("expired", "A passage that is not there", expired.passage);
  return cited;
}
