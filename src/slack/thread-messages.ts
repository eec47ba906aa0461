import type { webApi } from "@slack/bolt";

/** As many as Slack advises in one go (docs.slack.dev, "conversations.replies"). */
const pageSize = 200;
/** A thread of ten thousand messages is no conversation any more. */
const mostPages = 50;

/**
 * The last message of a person before another in a thread: what a mention without words is about. Slack gives a thread
 * from its beginning, so it is read to the end, page by page.
 *
 * @param before time stamp of the message before which is looked
 * @returns null when no person said anything before it
 * @throws whatever the Web API throws
 */
export async function lastMessageBefore(
  client: webApi.WebClient,
  channel: string,
  thread: string,
  before: string,
): Promise<{ text: string } | null> {
  let last: { text: string; ts: string } | null = null;
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page++) {
    const { messages = [], response_metadata: next } = await client.conversations.replies({
      channel,
      ts: thread,
      latest: before,
      limit: pageSize,
      ...(cursor === undefined ? {} : { cursor }),
    });
    for (const message of messages) {
      const { user, bot_id: bot, ts = "", text = "" } = message;
      // Slack sends it; the client's types leave it out.
      const subtype = "subtype" in message ? message.subtype : undefined;
      const isPerson =
        user !== undefined && bot === undefined && (subtype === undefined || subtype === "thread_broadcast");
      // A message that does nothing but name the bot says nothing.
      if (isPerson && isEarlier(ts, before) && text.replaceAll(/<@[^<>]{1,60}>/g, "").trim() !== "")
        last = later(last, { text, ts });
    }
    cursor = next?.next_cursor || undefined;
    if (cursor === undefined) break;
  }
  return last;
}

/** Slack puts the first message of a thread on every page. */
function later<Said extends { ts: string }>(a: Said | null, b: Said): Said {
  return a !== null && isEarlier(b.ts, a.ts) ? a : b;
}

/** Time stamps are seconds and a counter of a fixed width. */
function isEarlier(ts: string, before: string): boolean {
  return Number(ts) < Number(before);
}
