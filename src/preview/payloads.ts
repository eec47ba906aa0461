import type { Message } from "./messages.ts";
import type { JsonObject } from "./untyped-json.ts";
import { appId, bot, botId, type Channel, findChannel, person, team } from "./workspace.ts";

/** The payloads that Slack sends to an app, for the one person of the preview. */

const token = "preview";
const user = { id: person.id, username: person.name.toLowerCase(), name: person.name.toLowerCase(), team_id: team.id };

function nameOf(channel: Channel): string {
  return channel.isDirect ? "directmessage" : channel.name;
}

function common(): JsonObject {
  return { token, team, user, api_app_id: appId, is_enterprise_install: false, enterprise: null };
}

/** A slash command. `text` is escaped by Slack: `&amp;`, `&lt;`, `&gt;`. */
export function slashCommand(
  command: string,
  text: string,
  channel: Channel,
  way: { triggerId: string; responseUrl: string },
): JsonObject {
  return {
    token,
    team_id: team.id,
    team_domain: team.domain,
    channel_id: channel.id,
    channel_name: nameOf(channel),
    user_id: person.id,
    user_name: user.name,
    command,
    text,
    api_app_id: appId,
    is_enterprise_install: "false",
    response_url: way.responseUrl,
    trigger_id: way.triggerId,
  };
}

/** A press or a choice in a message. Slack does not send the message itself when it is ephemeral. */
export function messageAction(
  message: Message,
  channel: Channel,
  action: JsonObject,
  way: { triggerId: string; responseUrl: string; values: JsonObject },
): JsonObject {
  const isEphemeral = message.onlyFor !== null;
  const payload = {
    ...common(),
    type: "block_actions",
    trigger_id: way.triggerId,
    response_url: way.responseUrl,
    container: {
      type: "message",
      message_ts: message.ts,
      channel_id: channel.id,
      is_ephemeral: isEphemeral,
      ...(message.threadTs === null ? {} : { thread_ts: message.threadTs }),
    },
    channel: { id: channel.id, name: nameOf(channel) },
    state: { values: way.values },
    actions: [action],
  };
  return isEphemeral ? payload : { ...payload, message: messageForSlack(message) };
}

/** A press or a choice in a modal or in the home: it comes without a response_url, for there is no message. */
export function viewAction(view: JsonObject, action: JsonObject, triggerId: string): JsonObject {
  const container = { type: "view", view_id: view.id };
  return { ...common(), type: "block_actions", trigger_id: triggerId, container, view, actions: [action] };
}

export function viewSubmission(view: JsonObject, triggerId: string): JsonObject {
  return { ...common(), type: "view_submission", trigger_id: triggerId, view, response_urls: [] };
}

export function viewClosed(view: JsonObject, isCleared: boolean): JsonObject {
  return { ...common(), type: "view_closed", view, is_cleared: isCleared };
}

export function messageShortcut(
  callbackId: string,
  message: Message,
  channel: Channel,
  way: { triggerId: string; responseUrl: string; ts: string },
): JsonObject {
  return {
    ...common(),
    type: "message_action",
    callback_id: callbackId,
    trigger_id: way.triggerId,
    response_url: way.responseUrl,
    action_ts: way.ts,
    message_ts: message.ts,
    channel: { id: channel.id, name: nameOf(channel) },
    message: messageForSlack(message),
  };
}

/** An event around what the person wrote: `message`, or `app_mention` for the same text. */
export function messageEvent(type: "message" | "app_mention", message: Message, channel: Channel): JsonObject {
  const { ts, text, threadTs } = message;
  const event: JsonObject = { type, channel: channel.id, user: person.id, text, ts, event_ts: ts, team: team.id };
  if (type === "message") event.channel_type = channel.isDirect ? "im" : "channel";
  if (threadTs !== null) event.thread_ts = threadTs;
  return eventCallback(event, `Ev${type === "message" ? "M" : "A"}`, ts);
}

/** The person opened the app: its home (with what was published there before), or the conversation with the bot. */
export function appHomeOpened(tab: "home" | "messages", view: JsonObject | null, ts: string): JsonObject {
  const channel = findChannel(bot.id)?.id;
  const event: JsonObject = { type: "app_home_opened", user: person.id, channel, tab, event_ts: ts };
  return eventCallback(tab === "home" && view !== null ? { ...event, view } : event, "EvH", ts);
}

/** @param ts of the event, unique in the workspace */
function eventCallback(event: JsonObject, idStart: string, ts: string): JsonObject {
  return {
    token,
    team_id: team.id,
    api_app_id: appId,
    type: "event_callback",
    event_id: `${idStart}${ts.replace(".", "")}`,
    event_time: Math.trunc(Number(ts)),
    authorizations: [{ team_id: team.id, user_id: bot.id, is_bot: true, is_enterprise_install: false }],
    is_ext_shared_channel: false,
    event,
  };
}

/** The addresses that a person typed; Slack escapes `&` in the text, not in the link. */
export function linksIn(text: string): string[] {
  return [...text.matchAll(/https?:\/\/[^\s<>|]+/g)].map(([url]) =>
    url.replaceAll("&amp;", "&").replace(/(?<![.,;:!?)])[.,;:!?)]+$/, ""),
  );
}

/** The event about links of domains that the app asked for; null when the message has none. */
export function linkShared(message: Message, channel: Channel, domains: readonly string[]): JsonObject | null {
  const links = linksIn(message.text).flatMap((url) => {
    const host = URL.canParse(url) ? new URL(url).hostname : "";
    const domain = domains.find((one) => host === one || host.endsWith(`.${one}`));
    return domain === undefined ? [] : [{ domain, url }];
  });
  if (links.length === 0) return null;
  const { ts, threadTs } = message;
  const event: JsonObject = {
    type: "link_shared",
    user: person.id,
    channel: channel.id,
    message_ts: ts,
    unfurl_id: `${channel.id}.${ts}`,
    source: "conversations_history",
    is_bot_user_member: true,
    links,
    event_ts: ts,
  };
  if (threadTs !== null) event.thread_ts = threadTs;
  return eventCallback(event, `EvL${ts.replace(".", "")}`, ts);
}

/** A message as the Web API and payloads carry it. */
export function messageForSlack(message: Message): JsonObject {
  const { ts, text, blocks, threadTs, metadata } = message;
  const optional: JsonObject = {};
  if (message.author.isBot) Object.assign(optional, { bot_id: botId, app_id: appId });
  if (threadTs !== null) optional.thread_ts = threadTs;
  if (message.files.length > 0) optional.files = message.files.map(({ id, name, title }) => ({ id, name, title }));
  if (metadata !== null) optional.metadata = metadata;
  return { type: "message", user: message.author.id, ts, text, team: team.id, blocks, ...optional };
}
