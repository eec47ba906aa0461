import { webApi } from "@slack/bolt";
import { isOwnConversation } from "../digest/place.ts";
import type { DigestPort, FindOutcome, Post, PostOutcome, Sought } from "../digest/port.ts";
import type { PostedAt } from "../store/open-entries.ts";
import { isSharedOutside } from "./shared-outside.ts";

/**
 * Posting by the outbox: every call once, with all that may come of it told apart. Waiting and trying again is the
 * outbox's work, as only that knows what was posted; the client's own queue would make all channels wait for one.
 */

/** Marks our messages; the key of the outbox stands in its payload. */
const metadataType = "terugkeer_message";
/** Messages asked for at once when one is looked for. */
const pageSize = 200;
/** Seconds to wait where Slack asks for a pause without saying how long, or cannot be reached. */
const pause = 30;
/** After these Slack does not say whether it did what was asked (docs.slack.dev, errors of chat.postMessage). */
const undecided = new Set([
  "internal_error",
  "fatal_error",
  "service_unavailable",
  "request_timeout",
  "team_added_to_org",
]);
/** What Slack's error codes look like. */
const errorCode = /^[a-z][a-z0-9_]{1,80}$/;
const rateLimits = new Set(["ratelimited", "rate_limited", "message_limit_exceeded"]);
/** Access that comes back is no reason to give a message up. */
const withoutAccess = new Set(["account_inactive", "token_revoked", "token_expired", "invalid_auth", "not_authed"]);

/** What a call came to, when it did not succeed. */
type Failure = { kind: "said"; code: string } | { kind: "wait"; seconds: number } | { kind: "unclear"; reason: string };

/** The port of digests, on Slack's Web API; it keeps digests out of channels where they may not go. */
export class SlackPost implements DigestPort {
  readonly #client: webApi.WebClient;

  readonly #allowedChannels: readonly string[];

  /** @param allowedChannels ids; empty: every channel */
  constructor(botToken: string, options: webApi.WebClientOptions, allowedChannels: readonly string[] = []) {
    this.#allowedChannels = allowedChannels;
    this.#client = new webApi.WebClient(botToken, {
      ...options,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      // The outbox gives every channel its own pace.
      maxRequestConcurrency: 1_000,
    });
  }

  async post({ place, key, message, thread, purpose }: Post): Promise<PostOutcome> {
    const channel = thread?.conversation ?? (await this.#conversation(place));
    // Nothing was posted when the conversation could not be opened.
    if (typeof channel !== "string") return refusedBy(channel);
    const mayObject = purpose === "digest" && thread === null && !isOwnConversation(place);
    const objection = mayObject ? await this.#objection(channel) : null;
    if (objection !== null) return { outcome: "refused", code: objection, retryAfter: null };
    try {
      const { ts, channel: conversation } = await this.#client.chat.postMessage({
        channel,
        text: message.text,
        blocks: message.blocks,
        metadata: { event_type: metadataType, event_payload: { key } },
        unfurl_links: false,
        unfurl_media: false,
        ...(thread !== null && { thread_ts: thread.ts }),
      });
      if (ts === undefined) return { outcome: "unknown", reason: "no timestamp" };
      return { outcome: "posted", at: { conversation: conversation ?? channel, ts } };
    } catch (error) {
      const failure = failureOf(error);
      return failure.kind === "unclear" ? { outcome: "unknown", reason: failure.reason } : refusedBy(failure);
    }
  }

  async find({ place, key, thread }: Sought, since: Date): Promise<FindOutcome> {
    const channel = thread?.conversation ?? (await this.#conversation(place));
    if (typeof channel !== "string") return notFoundFor(channel);
    try {
      const at = await this.#search(channel, key, thread, since);
      return at === null ? { outcome: "absent" } : { outcome: "found", at };
    } catch (error) {
      return notFoundFor(failureOf(error));
    }
  }

  /** Why a digest may not go to a channel; a code of troubles.ts. */
  async #objection(channel: string): Promise<string | null> {
    if (this.#allowedChannels.length > 0 && !this.#allowedChannels.includes(channel)) return "channel_not_allowed";
    return (await isSharedOutside(this.#client, channel)) ? "shared_outside" : null;
  }

  async #search(channel: string, key: string, thread: PostedAt | null, since: Date): Promise<PostedAt | null> {
    const asked = { channel, limit: pageSize, include_all_metadata: true, oldest: String(since.getTime() / 1000) };
    let cursor: string | undefined;
    do {
      const page = { ...asked, ...(cursor !== undefined && { cursor }) };
      const { messages, response_metadata } =
        thread === null
          ? await this.#client.conversations.history(page)
          : await this.#client.conversations.replies({ ...page, ts: thread.ts });
      // An answer without messages says nothing of what is there.
      if (!Array.isArray(messages)) throw new Error("no messages in the answer");
      const found = messages.find(({ metadata }) => metadata?.event_type === metadataType && keyOf(metadata) === key);
      if (found?.ts !== undefined) return { conversation: channel, ts: found.ts };
      cursor = response_metadata?.next_cursor || undefined;
    } while (cursor !== undefined);
    return null;
  }

  async #conversation(place: Post["place"]): Promise<string | Failure> {
    if (!isOwnConversation(place)) return place;
    // Asked every time: that a person has left is known by Slack's refusal.
    try {
      const { channel } = await this.#client.conversations.open({ users: place });
      if (channel?.id === undefined) return { kind: "unclear", reason: "no conversation" };
      return channel.id;
    } catch (error) {
      return failureOf(error);
    }
  }
}

function keyOf({ event_payload: payload }: { event_payload?: unknown }): unknown {
  return typeof payload === "object" && payload !== null && "key" in payload ? payload.key : undefined;
}

/** When it is certain that nothing was posted. */
function refusedBy(failure: Failure): PostOutcome {
  if (failure.kind === "said") return { outcome: "refused", code: failure.code, retryAfter: null };
  if (failure.kind === "wait") return { outcome: "refused", code: "ratelimited", retryAfter: failure.seconds };
  return { outcome: "refused", code: failure.reason, retryAfter: pause };
}

function notFoundFor(failure: Failure): FindOutcome {
  if (failure.kind === "wait") return { outcome: "unknown", reason: "ratelimited", retryAfter: failure.seconds };
  if (failure.kind === "unclear") return { outcome: "unknown", reason: failure.reason, retryAfter: null };
  if (withoutAccess.has(failure.code)) return { outcome: "unknown", reason: failure.code, retryAfter: null };
  return { outcome: "unreadable", code: failure.code };
}

function failureOf(error: unknown): Failure {
  if (error instanceof webApi.WebAPIRateLimitedError) return { kind: "wait", seconds: error.retryAfter };
  if (error instanceof webApi.WebAPIPlatformError) {
    const code: unknown = error.data.error;
    // The client takes whatever is no JSON, such as a page of HTML with status 200, for the code of a refusal.
    if (typeof code !== "string" || !errorCode.test(code)) return { kind: "unclear", reason: "no answer of Slack's" };
    if (rateLimits.has(code)) return { kind: "wait", seconds: pause };
    return undecided.has(code) ? { kind: "unclear", reason: code } : { kind: "said", code };
  }
  return { kind: "unclear", reason: error instanceof Error ? error.message : "no answer" };
}
