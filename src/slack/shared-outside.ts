import { setTimeout as pause } from "node:timers/promises";
import type { webApi } from "@slack/bolt";

/** Milliseconds in which Slack may tell; the client by itself would try again for half an hour. */
const patience = 2_000;

/**
 * Whether people of another organisation are in a channel, through Slack Connect: they see everything that is posted
 * there. Where Slack does not tell (a private channel without the bot, an app that was installed without the scope) it
 * counts as our own: the bot would be mute in every channel otherwise, and it
 * is asked again before anything is posted by itself.
 */
export async function isSharedOutside(client: webApi.WebClient, channel: string): Promise<boolean> {
  const told = client.conversations.info({ channel }).then(
    ({ channel: info }) => info?.is_ext_shared === true,
    () => false,
  );
  return Promise.race([told, pause(patience, false, { ref: false })]);
}

/** What an event tells of the channel that it happened in (docs.slack.dev, "Using the Events API"). */
export function happenedOutside(body: object): boolean {
  return "is_ext_shared_channel" in body && body.is_ext_shared_channel === true;
}
