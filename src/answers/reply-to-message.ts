import { answerPage, pageFrom } from "../replies/answer-page.ts";
import { answerReply } from "../replies/answer-reply.ts";
import type { Reply } from "../replies/reply.ts";
import { answerQuery } from "./answer.ts";
import type { AnsweringParts } from "./reply-to-query.ts";

/**
 * The answer to the words of a message that somebody else wrote, and not to the bot. Nothing of them is kept, so there
 * are none of the buttons for which what was asked must be remembered: further pages, filters, whether it helped.
 */
export async function replyToMessage(words: string, parts: Pick<AnsweringParts, "index" | "letters">): Promise<Reply> {
  return answerReply(answerPage(await answerQuery(words, pageFrom(0), parts)), null);
}
