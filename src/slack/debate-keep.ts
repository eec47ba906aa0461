import type { App } from "@slack/bolt";
import { citedOrExpired } from "../answers/cited-passage.ts";
import { copyPassage, type DebatePlace } from "../debate/kept-passage.ts";
import type { Parts } from "../parts.ts";
import { actionIds } from "../replies/action-ids.ts";
import { keptReply } from "../replies/debate-replies.ts";
import { sharedPassage } from "../replies/passage-reply.ts";
import { troubleReply } from "../replies/trouble-reply.ts";
import { readMetadata, viewOriginShape } from "../replies/view-metadata.ts";
import { share } from "../texts/buttons.ts";
import type { Conversation } from "./conversation.ts";
import { conversationAt, onPress } from "./interactions.ts";
import type { Running } from "./running.ts";

/** Registers what can be done with a passage for the thread or channel that it is shown in: keep it, share it there. */
export function registerKeeping(
  app: App,
  { letters, collections, now }: Pick<Parts, "letters" | "collections" | "now">,
  running: Running,
): void {
  onPress(app, actionIds.keep, running, async ({ value, conversation }) => {
    const { letter, passage } = citedOrExpired(value, letters);
    const place = debatePlace(conversation);
    const { isNew } = collections.keep(place, copyPassage(letter, passage), conversation.place.user, now());
    const collection = collections.ofPlace(place, now());
    if (collection === null) throw new Error("a collection that was just made is not there");
    await conversation.tell(keptReply(collection, isNew));
  });

  onPress(app, actionIds.shareInThread, running, async ({ value, conversation }) => {
    const { team, channel, thread } = debatePlace(conversation);
    const { user } = conversation.place;
    const there = conversationAt({ team, user, channel, thread }, conversation.client, null, running.log);
    await there.share(sharedPassage(citedOrExpired(value, letters), user));
    await conversation.tell(troubleReply(share.done));
  });
}

/**
 * The thread or channel that a press belongs to; one in a modal belongs to where the modal was opened.
 *
 * @throws UserError when the modal does not say
 */
function debatePlace({ place }: Conversation): DebatePlace {
  const { team, channel, thread, view } = place;
  return { team, ...(channel === null ? readMetadata(view?.metadata ?? "", viewOriginShape) : { channel, thread }) };
}
