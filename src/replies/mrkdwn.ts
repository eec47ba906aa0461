/**
 * Text as Slack's mrkdwn wants it: `& < >` as entities, so that no mention, channel or link can arise
 * (docs.slack.dev, "Formatting message text"). Emphasis marks get a word joiner (U+2060, no width) before them, which
 * keeps Slack from pairing them; quotations, which people copy, go into rich text instead and stay as they are.
 */
export function mrkdwn(text: string): string {
  return escapeText(text).replaceAll(/[*_~`]/g, "\u2060$&");
}

/** Only the entities: for the top-level `text` of a message, which is read aloud and shown in notifications. */
export function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
