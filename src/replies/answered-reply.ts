import type { RichTextBlock, RichTextElement } from "@slack/types";
import { questionTexts } from "../texts/questions.ts";
import type { DigestCard } from "./digest-page.ts";
import { cardReply } from "./digest-reply.ts";
import { smallPrint } from "./elements.ts";
import { cut, leftOver, spoken, titleRoom } from "./letter-list.ts";
import type { QuestionCard } from "./question-card.ts";
import type { Reply } from "./reply.ts";
import { bullets, linked, paragraph, richText, run } from "./rich-text.ts";

const texts = questionTexts.answered;

/** Questions with what came in reply to them. */
export interface AnsweredCard {
  questions: QuestionCard;
  /** Whether it is the answer, or the notice that it is delayed. */
  isAnswer: boolean;
  reply: DigestCard;
}

/** So many are listed; Slack takes some 12,000 characters in a message. */
const mostShown = 15;
const longestLine = 200;

/**
 * What is told of questions that were answered, or whose answer is delayed: one message for the channel, and the
 * answers in its thread.
 *
 * @param cards at least one
 */
export function answeredReplies(cards: readonly AnsweredCard[]): [Reply, ...Reply[]] {
  const inOrder = cards.toSorted((a, b) => Number(b.isAnswer) - Number(a.isAnswer));
  const shown = inOrder.slice(0, mostShown);
  const left = inOrder.slice(mostShown);
  const answers = shown.filter(({ isAnswer }) => isAnswer);
  return [
    parent(cards, shown),
    ...answers.map(({ reply }) => cardReply(reply)),
    ...leftOver(left.map(leftOverLine), texts),
  ];
}

function parent(cards: readonly AnsweredCard[], shown: readonly AnsweredCard[]): Reply {
  const parts = [true, false].flatMap((isAnswer) => {
    const total = cards.filter((card) => card.isAnswer === isAnswer).length;
    const listed = shown.filter((card) => card.isAnswer === isAnswer);
    return total === 0 ? [] : [{ heading: (isAnswer ? texts.heading : texts.delayed)(total), listed }];
  });
  const more = cards.length > shown.length ? [texts.more(cards.length - shown.length)] : [];
  const inThread = shown.some(({ isAnswer }) => isAnswer) ? [texts.inThread] : [];
  return {
    text: spoken(
      `${parts.map(({ heading }) => heading).join(". ")}.`,
      shown.map(({ questions }) => questions.title),
    ),
    blocks: [
      ...parts.flatMap(({ heading, listed }) => [
        richText(paragraph(run(heading, true))),
        ...(listed.length === 0 ? [] : [list(listed)]),
      ]),
      ...smallPrint([...more, ...inThread].join(" ")),
    ],
  };
}

function list(cards: readonly AnsweredCard[]): RichTextBlock {
  const lines = cards.map(({ questions, isAnswer, reply }): RichTextElement[] => {
    const line = cut(reply.byline, longestLine);
    return [
      linked(cut(questions.title, titleRoom(cards.length, 2 * longestLine)), questions.url),
      run(`\n${cut(questions.asked, longestLine)}\n${isAnswer ? texts.answer : texts.delay}`),
      reply.url === null ? run(line) : { type: "link", url: reply.url, text: line },
    ];
  });
  return richText(bullets(lines));
}

function leftOverLine({ questions, isAnswer, reply }: AnsweredCard) {
  return {
    title: questions.title,
    url: reply.url ?? questions.url,
    byline: `${isAnswer ? texts.answer : texts.delay}${reply.byline}`,
  };
}
