import type { KnownBlock } from "@slack/types";
import type { OverdueQuestions } from "../digest/overdue.ts";
import type { QuestionsNow } from "../digest/previews.ts";
import type { StoredLetter } from "../letters/stored-letter.ts";
import { digestTexts } from "../texts/digest.ts";
import { questionTexts } from "../texts/questions.ts";
import { smallPrint } from "./elements.ts";
import { type ListedLetter, letterList } from "./letter-list.ts";
import { overdueLine } from "./overdue-reply.ts";
import { questionCard } from "./question-card.ts";
import { paragraph, richText, run } from "./rich-text.ts";

/** What there is of questions at the moment that somebody starts to follow them. */

/** Questions that wait for an answer. */
export function openNowBlocks({ total, first }: QuestionsNow<StoredLetter>): KnownBlock[] {
  const lines = first.map(questionCard).map(({ title, url, asked }) => ({ title, url, byline: asked }));
  return now(questionTexts.open, total, lines);
}

/** Questions past their term; null while that cannot be told. */
export function overdueNowBlocks(overdue: QuestionsNow<OverdueQuestions> | null): KnownBlock[] {
  if (overdue === null) return smallPrint(digestTexts.desk.noPreview);
  const cards = overdue.first.map(({ letter, ...one }) => ({ questions: questionCard(letter), ...one }));
  return now(questionTexts.over, overdue.total, cards.map(overdueLine));
}

function now(
  { none, heading }: { none: string; heading: (count: number) => string },
  total: number,
  lines: readonly ListedLetter[],
): KnownBlock[] {
  if (total === 0) return [richText(paragraph(run(none)))];
  return [
    richText(paragraph(run(heading(total)))),
    letterList(lines),
    ...(total > lines.length ? smallPrint(questionTexts.open.more(total - lines.length)) : []),
  ];
}
