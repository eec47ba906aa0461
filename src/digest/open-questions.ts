import { UserError } from "../errors.ts";
import { isRecognisable } from "../letters/written-questions.ts";
import type { PassageIndex } from "../search/passage-index.ts";
import type { OpenQuestion } from "../store/followed-questions.ts";
import type { LetterReader } from "../store/letter-reader.ts";
import type { QuestionPapers } from "../store/question-papers.ts";
import { questionTexts } from "../texts/questions.ts";
import { matchLetters } from "./match.ts";

/**
 * The questions that a query finds and that wait for an answer, oldest first.
 *
 * @param query empty for all
 * @throws UserError of `parseQuery`; `loading` while the index is being filled
 */
export async function openQuestions(
  query: string,
  { questionPapers, letters, index }: { questionPapers: QuestionPapers; letters: LetterReader; index: PassageIndex },
): Promise<OpenQuestion[]> {
  const unanswered = questionPapers.unanswered(null);
  const matches = query === "" ? null : await matchLetters(query, new Set(unanswered), index);
  if (query !== "" && matches === null) {
    throw new UserError("loading", "The index is being filled", questionTexts.wrong.loading);
  }
  const found = unanswered.filter((key) => {
    const letter = matches?.letters.has(key) === false ? null : letters.letter(key);
    return letter !== null && isRecognisable(letter);
  });
  const replies = questionPapers.repliesTo(found);
  return found.map((question) => ({ question, delayTold: (replies.get(question)?.notices.length ?? 0) > 0 }));
}
