import type { webApi } from "@slack/bolt";

/**
 * Whether people of another organisation are in a channel, through Slack Connect: they see everything that is posted
 * there. Where Slack does not tell (a private channel without the bot, an app that was installed without the scope) it
 * counts as our own: the bot would be mute in every channel otherwise.
 */
export async function isSharedOutside(client: webApi.WebClient, channel: string): Promise<boolean> {
  try {
    const { channel: info } = await client.conversations.info({ channel });
    return info?.is_ext_shared === true;
  } catch {
    return false;
  }
}

/** What an event tells of the channel that it happened in (docs.slack.dev, "Using the Events API"). */
export function happenedOutside(body: object): boolean {
  return "is_ext_shared_channel" in body && body.is_ext_shared_channel === true;
}
