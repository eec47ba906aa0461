import type { SlackStandIn } from "./slack.ts";
import { type KeptMessage, type Method, Refusal, type StandInWebApi } from "./web-api.ts";

/** How the workspace treats what is posted, besides taking it: chances from 0 to 1. */
export interface Weather {
  /** The message lands later, and the answer comes when it has. */
  late: number;
  /** As late, but the answer never comes. */
  silent: number;
  /** The longest that a message may take to land, in milliseconds. */
  longest: number;
  /** Milliseconds that must lie between two messages to a channel; a second, as for Slack, unless told otherwise. */
  pace?: number;
  chance: () => number;
}

type Arguments = Parameters<Method>[0];

/**
 * Lets channels be read, and posts land late. Stricter than Slack: two messages to a channel within a second are a
 * fault, and so is metadata that Slack would drop.
 *
 * @returns resolves when no post is on its way to its channel any more
 */
export function openChannels(slack: SlackStandIn, weather: Weather): () => Promise<void> {
  const { web } = slack;
  const post = web.methods["chat.postMessage"];
  const latest = new Map<string, number>();
  const pace = weather.pace ?? 1_000;
  const delay = () => new Promise((resolve) => setTimeout(resolve, weather.chance() * weather.longest));
  const underWay = new Set<Promise<unknown>>();

  web.methods["chat.postMessage"] = async (args) => {
    const channel = String(args.channel);
    const now = Date.now();
    // Timers may run a few milliseconds early.
    if (now - (latest.get(channel) ?? 0) < pace - 5) slack.refused.push(`two messages within ${pace} ms to ${channel}`);
    latest.set(channel, now);
    checkMetadata(args.metadata);
    const fate = weather.chance();
    const landing =
      fate < weather.late + weather.silent ? delay().then(() => post?.(args)) : Promise.resolve(post?.(args));
    underWay.add(landing);
    const answer = await landing.finally(() => underWay.delete(landing));
    if (fate < weather.silent) await new Promise(() => {});
    return answer ?? {};
  };
  web.methods["conversations.history"] = (args) => {
    const own = messagesOf(web, args).filter(({ threadTs }) => threadTs === null);
    return page(own.reverse(), args);
  };
  web.methods["conversations.replies"] = (args) => {
    const own = messagesOf(web, args);
    if (!own.some(({ ts }) => ts === args.ts)) throw new Refusal("thread_not_found");
    return page(
      own.filter(({ ts, threadTs }) => ts === args.ts || threadTs === args.ts),
      args,
    );
  };
  return async () => {
    await Promise.allSettled(underWay);
  };
}

function messagesOf(web: StandInWebApi, args: Arguments): KeptMessage[] {
  const channel = String(args.channel);
  if (!web.channels.has(channel))
    throw new Refusal(web.elsewhere.has(channel) ? "not_in_channel" : "channel_not_found");
  return web.posted(channel);
}

/** At most fifteen at a time, so that whoever does not turn pages misses messages. */
function page(messages: KeptMessage[], args: Arguments): object {
  const limit = Math.min(15, Number(args.limit ?? 100));
  const oldest = Number(args.oldest ?? 0);
  const from = Number(args.cursor ?? 0);
  const all = messages.filter(({ ts }) => Number(ts) > oldest || ts === args.ts);
  const end = from + limit < all.length ? String(from + limit) : "";
  const withMetadata = String(args.include_all_metadata) === "true";
  return {
    messages: all.slice(from, from + limit).map(({ metadata, threadTs, ...message }) => ({
      ...message,
      ...(threadTs !== null && { thread_ts: threadTs }),
      ...(withMetadata && metadata !== null && { metadata }),
    })),
    has_more: end !== "",
    response_metadata: { next_cursor: end },
  };
}

function checkMetadata(metadata: unknown): void {
  if (metadata === undefined) return;
  const { event_type: type, event_payload: payload } = metadata as Arguments;
  const isRight = typeof type === "string" && /^[a-z][a-z_]{0,254}$/.test(type) && typeof payload === "object";
  if (!isRight) throw new Refusal("invalid_metadata_format");
}
