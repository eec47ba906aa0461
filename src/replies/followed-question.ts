import type { Button, KnownBlock } from "@slack/types";
import type { FollowedOne } from "../digest/following.ts";
import { isOwnConversation } from "../digest/place.ts";
import type { LetterKey, StoredLetter } from "../letters/stored-letter.ts";
import { isRecognisable } from "../letters/written-questions.ts";
import { writtenDay } from "../texts/dutch.ts";
import { questionTexts } from "../texts/questions.ts";
import { actionIds } from "./action-ids.ts";
import { button, smallPrint } from "./elements.ts";
import { byline, titleOf } from "./letter-line.ts";
import { letterList, spoken } from "./letter-list.ts";
import { questionCard } from "./question-card.ts";
import type { Reply } from "./reply.ts";
import { paragraph, richText, run } from "./rich-text.ts";

const texts = questionTexts.followed;

/** Whether it is a set of questions of which an answer would be recognised. */
export function canBeAnswered(
  letter: Pick<StoredLetter, "kind" | "title" | "submitted" | "questions" | "caseNumber">,
): boolean {
  return letter.kind === "vragen" && isRecognisable(letter);
}

/** The button under questions of which an answer would be recognised; none under any other letter. */
export function answerButtons(letter: Parameters<typeof canBeAnswered>[0] & Pick<StoredLetter, "key">): Button[] {
  return canBeAnswered(letter) ? [answerButton(letter.key)] : [];
}

export function answerButton(key: LetterKey): Button {
  return button(questionTexts.button, actionIds.followAnswer, key);
}

/** What a person is told who wants to hear of the answer to questions: where it will be told, or the answer itself. */
export function followedOneReply(followed: FollowedOne): Reply {
  const { title, url, asked } = questionCard(followed.questions);
  if (followed.state === "answered") {
    const { answer } = followed;
    const lines = [
      { title, url, byline: asked },
      { title: titleOf(answer), url: answer.url, byline: byline(answer) },
    ];
    return {
      text: spoken(`${texts.answered}.`, [title, byline(answer)]),
      blocks: [richText(paragraph(run(texts.answered, true))), letterList(lines)],
    };
  }
  const { subscription, isNew, notice } = followed;
  const heading = isNew ? texts.heading : texts.exists;
  const delayed = notice === null ? [] : [texts.delayed(notice.date === null ? null : writtenDay(notice.date))];
  const sentences = [isOwnConversation(subscription.place) ? texts.own : texts.channel, ...delayed];
  const blocks: KnownBlock[] = [
    richText(paragraph(run(heading, true))),
    letterList([{ title, url, byline: asked }]),
    richText(paragraph(run(sentences.join(" ")))),
    ...smallPrint(texts.stop(subscription.id)),
  ];
  return { text: spoken(heading, [title, ...sentences]), blocks };
}
