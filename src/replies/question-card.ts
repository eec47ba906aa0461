import type { StoredLetter } from "../letters/stored-letter.ts";
import { askersOf } from "../letters/written-questions.ts";
import { writtenDay } from "../texts/dutch.ts";
import { questionTexts } from "../texts/questions.ts";
import { askerNames, titleOf } from "./letter-line.ts";

/** A set of questions as a person sees it in a list. */
export interface QuestionCard {
  title: string;
  url: string | null;
  /** `Gesteld op 2 oktober 2019 door Van Wijngaarden en Weverling, VVD`. */
  asked: string;
}

export function questionCard(letter: StoredLetter): QuestionCard {
  const day = letter.submitted === null ? null : writtenDay(letter.submitted);
  return {
    title: titleOf(letter),
    url: letter.url,
    asked: questionTexts.card.asked(day, askerNames(askersOf(letter))),
  };
}
