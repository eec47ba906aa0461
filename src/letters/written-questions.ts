import { readAskers } from "./askers.ts";
import { daysAfter } from "./days.ts";
import type { Asker, Day, ReadLetter } from "./letter.ts";

/**
 * Written questions to ministers, what is sent in reply to them, and the term within which that is due. Pure.
 */

/**
 * Days within which written questions are to be answered: three weeks (Reglement van Orde of the Tweede Kamer, the
 * article on written questions). Plain weeks are counted: a recess, in which parliament is lenient, is not taken off.
 */
const termDays = 21;

type Paper = Pick<ReadLetter, "kind" | "title" | "submitted" | "questions" | "caseNumber">;

/** Who asked: as printed above the questions, else as the title has it; each once. */
export function askersOf({ questions, title }: Pick<Paper, "questions" | "title">): Asker[] {
  const printed = questions.flatMap(({ askers }) => askers);
  const once = new Map((printed.length > 0 ? printed : readAskers(title)).map((one) => [JSON.stringify(one), one]));
  return [...once.values()];
}

/** Whether the term holds for it: written questions of the Tweede Kamer with the day on which they were submitted. */
export function hasTerm(letter: Paper & Pick<ReadLetter, "chamber">): letter is typeof letter & { submitted: Day } {
  return (
    letter.kind === "vragen" &&
    letter.submitted !== null &&
    letter.chamber !== "Eerste Kamer" &&
    !/^mondelinge\s/iu.test(letter.title)
  );
}

/** Whole days by which the term is over on a day; 0 or less while it is not. */
export function daysOverTerm(submitted: Day, today: Day): number {
  return (Date.parse(today) - Date.parse(submitted)) / 86_400_000 - termDays;
}

/** The last day of submission of questions whose term is over on a day. */
export function submittedTooLongBefore(today: Day): Day {
  return daysAfter(today, -(termDays + 1));
}

/** Whether a reply to these questions would be known for what it is. */
export function isRecognisable(questions: Paper): boolean {
  return questions.caseNumber !== null || ties(questions) !== null;
}

/**
 * Whether a paper replies to questions, as far as that is certain: by the case number of the Tweede Kamer; where one of
 * the two does not print it, by the same day of submission, the same askers and the same subject together.
 */
export function repliesTo(questions: Paper, paper: Paper): boolean {
  if (questions.caseNumber !== null && paper.caseNumber !== null) return questions.caseNumber === paper.caseNumber;
  const own = ties(questions);
  return own !== null && own === ties(paper);
}

/** Day, askers and subject in one form for all who print them differently; null where one of them is not known. */
function ties(paper: Paper): string | null {
  const subject = /\sover\s(.+)$/isu.exec(paper.title)?.[1]?.replace(/\(ingezonden[^()]*\).*$/isu, "") ?? "";
  const askers = askersOf(paper).flatMap(({ name }) => (name === null ? [] : [bare(name)]));
  if (paper.submitted === null || askers.length === 0 || bare(subject) === "") return null;
  return [paper.submitted, ...askers.sort(), bare(subject)].join("\n");
}

/** Letters and figures only: quotation marks and spaces differ from one publication to the next. */
function bare(text: string): string {
  return text
    .normalize("NFD")
    .replace(/[^\p{L}\p{N}]+/gu, "")
    .toLowerCase();
}
