import type { Question } from "../letters/letter.ts";
import type { PassageId, StoredLetter, StoredPassage } from "../letters/stored-letter.ts";
import type { LetterReader } from "../store/letter-reader.ts";

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
