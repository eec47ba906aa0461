import type { App } from "@slack/bolt";
import type { AnsweringParts } from "../answers/reply-to-query.ts";
import { timelineAtPlace } from "../answers/reply-to-timeline.ts";
import { pictureOf, type TimelinePicture } from "../answers/timeline-file.ts";
import { UserError } from "../errors.ts";
import { actionIds } from "../replies/action-ids.ts";
import { pictureComment } from "../replies/timeline-picture-blocks.ts";
import { troubleReply } from "../replies/trouble-reply.ts";
import { expired } from "../texts/buttons.ts";
import { pictureTexts } from "../texts/timeline.ts";
import { type Conversation, orRefused } from "./conversation.ts";
import { onPress } from "./interactions.ts";
import { pressedPage } from "./pressed-page.ts";
import type { Running } from "./running.ts";

/**
 * Registers the buttons of a timeline. A file cannot be ephemeral: the picture goes to the person's own conversation
 * with the bot, and to the conversation that the person is in only when that was asked for and confirmed.
 */
export function registerTimeline(app: App, parts: AnsweringParts, running: Running): void {
  for (const id of [actionIds.timelinePage, actionIds.timelinePageBack]) {
    onPress(app, id, running, async ({ value, conversation }) => {
      await conversation.replace(await timelineAtPlace(pressedPage(value), parts));
    });
  }

  onPress(app, actionIds.timelinePicture, running, async ({ value, conversation }) => {
    const picture = await pictureOf(value, parts);
    await orRefused(async () => {
      const { channel } = await conversation.client.conversations.open({ users: conversation.place.user });
      await send(picture, channel?.id ?? "", null, null, conversation);
    });
    await conversation.tell(troubleReply(pictureTexts.sent));
  });

  onPress(app, actionIds.timelineShare, running, async ({ value, conversation }) => {
    const { channel, thread, user } = conversation.place;
    if (channel === null) throw new UserError("forgotten", "A picture shared from nowhere", expired.page);
    const picture = await pictureOf(value, parts);
    await orRefused(() => send(picture, channel, thread, user, conversation));
    await conversation.tell(troubleReply(pictureTexts.shared));
  });
}

async function send(
  { png, name, sought, alt, series }: TimelinePicture,
  channel: string,
  thread: string | null,
  sharer: string | null,
  { client }: Conversation,
): Promise<void> {
  const place = thread === null ? { channel_id: channel } : { channel_id: channel, thread_ts: thread };
  await client.filesUploadV2({
    ...place,
    initial_comment: pictureComment(sought, series, sharer),
    file: png,
    filename: name,
    title: pictureTexts.title(sought),
    alt_text: alt,
  });
}
