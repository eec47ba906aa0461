import type { Day } from "../letters/letter.ts";
import { writtenDay } from "../texts/dutch.ts";
import { questionTexts } from "../texts/questions.ts";
import { smallPrint } from "./elements.ts";
import { cut, leftOver, letterList, mostListed, spoken } from "./letter-list.ts";
import type { QuestionCard } from "./question-card.ts";
import type { Reply } from "./reply.ts";
import { paragraph, richText, run } from "./rich-text.ts";

const texts = questionTexts.overdue;

/** Questions past their term. */
export interface OverdueCard {
  questions: QuestionCard;
  /** Whole days, at least one. */
  days: number;
  /** The notice that the answer is delayed, when one came. */
  notice: { date: Day | null } | null;
}

/** Characters of all that was followed. */
const longestQueries = 600;

/**
 * The weekly list of questions past their term: one message for the channel; what it has no room for in its thread.
 *
 * @param cards at least one, oldest first
 * @param queries what was followed, without those that follow everything
 */
export function overdueReplies(
  day: Day,
  cards: readonly OverdueCard[],
  queries: readonly string[],
): [Reply, ...Reply[]] {
  const heading = texts.heading(writtenDay(day), cards.length);
  const shown = cards.slice(0, mostListed);
  const left = cards.slice(mostListed);
  const lines = shown.map(overdueLine);
  const parent: Reply = {
    text: spoken(
      `${heading}.`,
      lines.map(({ title, ahead }) => `${title}, ${ahead}`),
    ),
    blocks: [
      richText(paragraph(run(heading, true))),
      letterList(lines),
      ...(left.length === 0 ? [] : smallPrint(texts.more(left.length))),
      ...smallPrint(texts.caution),
      ...(queries.length === 0 ? [] : smallPrint(cut(texts.about(queries), longestQueries))),
    ],
  };
  return [parent, ...leftOver(left.map(overdueLine), texts)];
}

/** A line of the list. */
export function overdueLine({ questions: { title, url, asked }, days, notice }: OverdueCard) {
  const told = notice === null ? texts.noNotice : texts.notice(notice.date === null ? null : writtenDay(notice.date));
  return { title, url, byline: `${asked} · ${told}`, ahead: texts.days(days) };
}
