import type { App } from "@slack/bolt";
import { actionIds } from "../replies/action-ids.ts";
import { personalDataView } from "../replies/personal-data-view.ts";
import type { PersonalData } from "../store/personal-data.ts";
import { type Conversation, slackReason } from "./conversation.ts";
import { onPress } from "./interactions.ts";
import type { Running } from "./running.ts";

/** Registers the button that shows what is kept about the person who presses it, and the one that deletes it. */
export function registerPersonalData(
  app: App,
  { store }: { store: { personalData: PersonalData } },
  running: Running,
): void {
  onPress(app, actionIds.personalData, running, async ({ conversation }) => {
    const ids = await ownIds(conversation, running);
    await conversation.open(personalDataView(store.personalData.of(ids)));
  });

  onPress(app, actionIds.personalDataForget, running, async ({ conversation }) => {
    store.personalData.forget(await ownIds(conversation, running));
    await conversation.open(personalDataView([], true));
  });
}

/** The person, and the person's own conversation with the bot, which Slack alone knows by the person. */
async function ownIds({ client, place: { user } }: Conversation, { log }: Running): Promise<string[]> {
  try {
    const { channel } = await client.conversations.open({ users: user });
    return channel?.id === undefined ? [user] : [user, channel.id];
  } catch (error) {
    log.warn({ reason: slackReason(error) }, "Slack does not tell a person's own conversation");
    return [user];
  }
}
