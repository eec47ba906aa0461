import { dayAt } from "../letters/days.ts";
import type { Day } from "../letters/letter.ts";
import type { LetterKey, StoredLetter } from "../letters/stored-letter.ts";
import { daysOverTerm, hasTerm, submittedTooLongBefore } from "../letters/written-questions.ts";
import { grouped } from "../replies/grouped.ts";
import { overdueReplies } from "../replies/overdue-reply.ts";
import { questionCard } from "../replies/question-card.ts";
import type { DueTurn } from "./decide.ts";
import { matchEach } from "./match.ts";
import { type DigestParts, type Prepare, understoodOf } from "./prepared.ts";

/** Questions whose term is over on a day, with the last notice that their answer is delayed. */
export interface OverdueQuestions {
  letter: StoredLetter & { submitted: Day };
  /** Whole days, at least one. */
  days: number;
  notice: StoredLetter | null;
}

/** The weekly list of questions past their term. */
export const prepareOverdue: Prepare = async (due, _until, parts) => {
  if (due.length === 0) return { prepared: [], misunderstood: [] };
  const today = dayAt(parts.now(), parts.calendar.timeZone);
  const overdue = overdueOn(today, parts);
  const among = new Set(overdue.map(({ letter }) => letter.key));
  const queries = due.flatMap(({ subscription: { query } }) => (query === "" ? [] : query));
  const matches = await matchEach(new Map(queries.map((query) => [query, among])), parts.index);
  if (matches === null) return null;
  const { understood, misunderstood } = understoodOf(due, matches);
  const isFor = ({ subscription: { query } }: DueTurn, key: LetterKey) =>
    query === "" || (matches.get(query)?.letters.has(key) ?? false);
  const places = grouped(understood, ({ subscription: { team, place } }) => `${team} ${place}`);
  const prepared = [...places.values()].map((turns) => {
    const [{ subscription }] = turns;
    const found = overdue.flatMap((one) => {
      const own = turns.filter((turn) => isFor(turn, one.letter.key));
      return own.length === 0 ? [] : [{ ...one, for: own.map((turn) => turn.subscription) }];
    });
    return {
      team: subscription.team,
      place: subscription.place,
      subject: "overdue" as const,
      letters: found.map(({ letter: { key, version }, for: own }) => ({
        key,
        version,
        subscriptions: own.map(({ id }) => id),
      })),
      messages:
        found.length === 0
          ? []
          : overdueReplies(
              today,
              found.map((one) => ({ questions: questionCard(one.letter), days: one.days, notice: one.notice })),
              [...new Set(found.flatMap((one) => one.for.flatMap(({ query }) => (query === "" ? [] : query))))],
            ),
      turns,
      listed: [...new Set(found.flatMap((one) => one.for.map(({ id }) => id)))],
    };
  });
  return { prepared, misunderstood };
};

/** All questions that are past their term on a day, oldest first. */
export function overdueOn(
  today: Day,
  { letters, questionPapers }: Pick<DigestParts, "letters" | "questionPapers">,
): OverdueQuestions[] {
  const keys = questionPapers.unanswered(submittedTooLongBefore(today));
  const replies = questionPapers.repliesTo(keys);
  const cases = new Set<string>();
  return keys.flatMap((key) => {
    const letter = letters.letter(key);
    if (letter === null || !hasTerm(letter)) return [];
    // The same questions may have come in twice, as two letters.
    const name = letter.caseNumber ?? `letter ${key}`;
    if (cases.has(name)) return [];
    cases.add(name);
    const [notice] = replies.get(key)?.notices ?? [];
    const days = daysOverTerm(letter.submitted, today);
    return [{ letter, days, notice: notice === undefined ? null : letters.letter(notice) }];
  });
}
