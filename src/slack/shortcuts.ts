import type { App, MessageShortcut } from "@slack/bolt";
import { answerQuery } from "../answers/answer.ts";
import type { AnsweringParts } from "../answers/reply-to-query.ts";
import { actionIds } from "../replies/action-ids.ts";
import { answerPage, pageFrom } from "../replies/answer-page.ts";
import { messageSearchView } from "../replies/message-search-view.ts";
import { wordsToSearch } from "../search/message-text.ts";
import { debateTexts } from "../texts/debate.ts";
import { conversationAt, orTrouble } from "./interactions.ts";
import type { Running } from "./running.ts";

/** The shortcuts as the manifest has them, for the preview. */
export const messageShortcuts = [{ callbackId: "search_letters", name: debateTexts.shortcut.title }];

/** Registers the shortcuts on messages. */
export function registerShortcuts(app: App, parts: AnsweringParts, running: Running): void {
  app.shortcut<MessageShortcut>({ type: "message_action", callback_id: "search_letters" }, async (args) => {
    const { body, client, respond } = args;
    await running.track(async () => {
      const { user, channel, team, message, message_ts: ts, trigger_id: trigger } = body;
      // What is shared from the modal comes into the thread of the message, or starts one under it.
      const origin = { channel: channel.id, thread: message.thread_ts ?? ts };
      const given = { team: team?.id ?? user.team_id ?? "", user: user.id, trigger, ...origin };
      const conversation = conversationAt(given, client, respond, running.log);
      await orTrouble(actionIds.shareInThread, conversation, running, async () => {
        const words = wordsToSearch(message.text ?? "");
        const page = words === "" ? null : answerPage(await answerQuery(words, pageFrom(0), parts));
        await conversation.open(messageSearchView(words, page, origin));
      });
    });
  });
}
