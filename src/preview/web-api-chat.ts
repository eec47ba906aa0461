import { refusal } from "./answer.ts";
import type { Message } from "./messages.ts";
import { linksIn, messageForSlack } from "./payloads.ts";
import { type Method, SlackError } from "./slack-error.ts";
import { checkMessage } from "./slack-limits.ts";
import { checkUnfurls } from "./slack-limits-unfurls.ts";
import type { PreviewState } from "./state.ts";
import { asObject, asObjects, asString, isObject, type JsonObject, parseJson } from "./untyped-json.ts";
import { bot, type Channel, findChannel, person, team, users } from "./workspace.ts";

function channelOf(args: JsonObject): Channel {
  const channel = findChannel(args.channel);
  if (channel === undefined) throw new SlackError("channel_not_found");
  return channel;
}

function messageOf(args: JsonObject, key: string, state: PreviewState): Message {
  const message = state.messages.find(channelOf(args).id, args[key]);
  if (message === undefined) throw new SlackError("message_not_found");
  return message;
}

/** The bot may change what it said itself; an ephemeral message cannot be changed through the Web API. */
function ownMessage(args: JsonObject, state: PreviewState, code: string): Message {
  const message = messageOf(args, "ts", state);
  if (message.onlyFor !== null) throw new SlackError("message_not_found");
  if (message.author.id !== bot.id) throw new SlackError(code);
  return message;
}

function contentOf(args: JsonObject, state: PreviewState): { text: string; blocks: JsonObject[] } {
  const refused = refusal(checkMessage(args));
  if (refused !== undefined) throw new SlackError(refused.rule, [`[ERROR] ${refused.message} [path:${refused.path}]`]);
  return { text: asString(args.text) ?? "", blocks: state.named(args.blocks) };
}

const postMessage: Method = (args, state) => {
  const channel = channelOf(args).id;
  const content = contentOf(args, state);
  const metadata = isObject(args.metadata) ? args.metadata : null;
  const threadTs = asString(args.thread_ts) ?? null;
  const message = state.messages.post({ channel, author: bot, ...content, threadTs, metadata });
  return { channel, ts: message.ts, message: messageForSlack(message) };
};

const postEphemeral: Method = (args, state) => {
  const channel = channelOf(args).id;
  const user = users.find(({ id }) => id === args.user);
  if (user === undefined) throw new SlackError("user_not_in_channel");
  const threadTs = asString(args.thread_ts) ?? null;
  const content = contentOf(args, state);
  return { message_ts: state.messages.post({ channel, author: bot, ...content, threadTs, onlyFor: user.id }).ts };
};

const update: Method = (args, state) => {
  const message = ownMessage(args, state, "cant_update_message");
  const content = contentOf(args, state);
  state.messages.update(message, content.text, content.blocks, true);
  return { channel: message.channel, ts: message.ts, text: message.text, message: messageForSlack(message) };
};

const remove: Method = (args, state) => {
  const message = ownMessage(args, state, "cant_delete_message");
  state.messages.remove(message);
  return { channel: message.channel, ts: message.ts };
};

const getPermalink: Method = (args, state) => {
  const { channel, ts } = messageOf(args, "message_ts", state);
  return { channel, permalink: `https://${team.domain}.slack.com/archives/${channel}/p${ts.replace(".", "")}` };
};

/** Newest first, without answers in threads, as Slack does; ephemeral messages are in no history. */
const history: Method = (args, state) => {
  const messages = state.messages
    .in(channelOf(args).id)
    .filter(({ onlyFor, threadTs }) => onlyFor === null && threadTs === null);
  return page(messages.reverse(), args);
};

const replies: Method = (args, state) => {
  const parent = messageOf({ ...args, parent: args.ts }, "parent", state);
  const all = state.messages.in(parent.channel);
  return page(
    all.filter(({ ts, threadTs, onlyFor }) => onlyFor === null && (ts === parent.ts || threadTs === parent.ts)),
    args,
  );
};

/** At most `limit` messages from where the cursor says. */
function page(messages: Message[], args: JsonObject): JsonObject {
  const limit = Math.max(1, Number(args.limit ?? 100) || 100);
  const start = Number(parseJson(asString(args.cursor) ?? "0")) || 0;
  const next = start + limit < messages.length ? String(start + limit) : "";
  return {
    messages: messages.slice(start, start + limit).map(messageForSlack),
    has_more: next !== "",
    response_metadata: { next_cursor: next },
  };
}

const open: Method = (args) => {
  const asked = asString(args.users) ?? asString(args.channel) ?? "";
  const channel = findChannel(asked);
  if (channel === undefined || !(asked === person.id || channel.isDirect)) throw new SlackError("user_not_found");
  return { channel: { id: channel.id } };
};

/** The message must hold the links; Slack knows no other way to tell where the previews belong. */
const unfurl: Method = (args, state) => {
  const channel = findChannel(args.channel);
  if (channel === undefined) throw new SlackError("cannot_find_channel");
  const message = state.messages.find(channel.id, args.ts);
  if (message === undefined || message.onlyFor !== null) throw new SlackError("cannot_unfurl_message");
  const refused = refusal(checkUnfurls(args.unfurls, linksIn(message.text)));
  if (refused !== undefined) throw new SlackError(refused.rule, [`[ERROR] ${refused.message} [path:${refused.path}]`]);
  const shown = Object.values(asObject(args.unfurls)).map((one) => asObjects(asObject(one).blocks));
  state.messages.unfurl(message, shown);
  return {};
};

export const chatMethods: Record<string, Method> = {
  "chat.postMessage": postMessage,
  "chat.postEphemeral": postEphemeral,
  "chat.update": update,
  "chat.delete": remove,
  "chat.getPermalink": getPermalink,
  "chat.unfurl": unfurl,
  "conversations.history": history,
  "conversations.replies": replies,
  "conversations.open": open,
};
