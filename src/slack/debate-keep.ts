import type { App } from "@slack/bolt";
import { type CitedPassage, citedPassage } from "../answers/cited-passage.ts";
import { copyPassage, type DebatePlace } from "../debate/kept-passage.ts";
import { UserError } from "../errors.ts";
import type { PassageId } from "../letters/stored-letter.ts";
import type { Parts } from "../parts.ts";
import { actionIds } from "../replies/action-ids.ts";
import { keptReply } from "../replies/debate-replies.ts";
import { sharedPassage } from "../replies/passage-reply.ts";
import { troubleReply } from "../replies/trouble-reply.ts";
import { readOrigin } from "../replies/view-origin.ts";
import type { LetterReader } from "../store/letter-reader.ts";
import { deliveryTexts, expired, share } from "../texts/buttons.ts";
import type { Conversation } from "./conversation.ts";
import { onPress, placeIn } from "./interactions.ts";
import type { Running } from "./running.ts";

/** Registers what can be done with a passage for the thread or channel that it is shown in: keep it, share it there. */
export function registerKeeping(
  app: App,
  { letters, collections, now }: Pick<Parts, "letters" | "collections" | "now">,
  running: Running,
): void {
  onPress(app, actionIds.keep, running, async ({ value, conversation }) => {
    const { letter, passage } = found(value, letters);
    const place = debatePlace(conversation);
    const { isNew } = collections.keep(place, copyPassage(letter, passage), conversation.place.user, now());
    const collection = collections.ofPlace(place, now());
    if (collection === null) throw new Error("a collection that was just made is not there");
    await conversation.tell(keptReply(collection, isNew));
  });

  onPress(app, actionIds.shareInThread, running, async ({ value, conversation }) => {
    const { team, channel, thread } = debatePlace(conversation);
    const { user } = conversation.place;
    const there = placeIn({ team, user, channel, thread }, conversation.client, null, running.log);
    await there.share(sharedPassage(found(value, letters), user));
    await conversation.tell(troubleReply(share.done));
  });
}

/** The thread or channel that a press belongs to; one in a modal belongs to where the modal was opened. */
function debatePlace({ place }: Conversation): DebatePlace {
  const { team, channel, thread, view } = place;
  const origin = channel === null ? readOrigin(view?.metadata ?? "") : { channel, thread };
  if (origin === null) throw new UserError("slack-refuses", "A press outside any conversation", deliveryTexts.refused);
  return { team, ...origin };
}

/** @throws UserError when there is no such passage any more */
function found(id: string, letters: LetterReader): CitedPassage {
  const cited = citedPassage(id as PassageId, letters);
  if (cited === null) throw new UserError("expired", "A passage that is not there", expired.passage);
  return cited;
}
