import type { App } from "@slack/bolt";
import { answerQuery } from "../answers/answer.ts";
import { type AnsweringParts, replyAtPlace, typedAt } from "../answers/reply-to-query.ts";
import { UserError } from "../errors.ts";
import { actionIds } from "../replies/action-ids.ts";
import { letterPassagesView } from "../replies/letter-passages-view.ts";
import { troubleReply } from "../replies/trouble-reply.ts";
import type { Feedback } from "../store/feedback.ts";
import { expired, feedbackTexts } from "../texts/buttons.ts";
import { onPress } from "./interactions.ts";
import { pressedPage } from "./pressed-page.ts";
import type { Running } from "./running.ts";

/** Registers the buttons under an answer: other pages, another order, all of one letter, and whether it helped. */
export function registerAnswerButtons(
  app: App,
  parts: AnsweringParts & { feedback: Feedback },
  running: Running,
): void {
  for (const id of [actionIds.page, actionIds.pageBack, actionIds.order, insteadIds]) {
    onPress(app, id, running, async ({ value, conversation }) => {
      await conversation.replace(await replyAtPlace(pressedPage(value), parts));
    });
  }

  onPress(app, actionIds.letterPassages, running, async ({ value, conversation }) => {
    const [page = "", key = ""] = value.split(".");
    const answer = await answerQuery(typedAt(page, parts), everything, parts);
    const hits = answer.hits.filter(({ letter }) => letter.key === key);
    if (hits.length === 0) throw new UserError("expired", "A letter that is not there", expired.passage);
    await conversation.open(letterPassagesView(hits, answer.marking));
  });

  onPress(app, actionIds.feedback, running, async ({ value, conversation }) => {
    const [page = "", verdict] = value.split(".");
    parts.feedback.add(typedAt(page, parts), verdict === "yes", parts.now());
    await conversation.tell(troubleReply(feedbackTexts.thanks));
  });
}

const insteadIds = new RegExp(`^${actionIds.instead}-\\d+$`);

/** Enough to hold every passage of a letter that people read; a search gives no more than this in one go. */
const everything = { offset: 0, limit: 2_000, perLetter: null };
