import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Place } from "../../src/digest/place.ts";
import type { Post } from "../../src/digest/port.ts";
import { SlackPost } from "../../src/slack/post.ts";
import { openChannels } from "../stand-in/channels.ts";
import { SlackStandIn } from "../stand-in/slack.ts";

let slack: SlackStandIn;
let port: SlackPost;

beforeEach(async () => {
  slack = await SlackStandIn.start();
  openChannels(slack, { late: 0, silent: 0, longest: 0, chance: Math.random });
  port = new SlackPost(slack.botToken, { slackApiUrl: slack.apiUrl, timeout: 1_000 });
});

afterEach(() => slack.stop());

function post(given: Partial<Post> = {}): Post {
  const message = { text: "Hallo", blocks: [] };
  return {
    team: "T0001",
    place: "C0001" as Place,
    key: "sleutel-1",
    message,
    thread: null,
    purpose: "digest",
    ...given,
  };
}

const longAgo = new Date(0);

describe("posting in Slack", () => {
  it("posts in a channel, in a thread, and in a person's own conversation", async () => {
    const first = await port.post(post());
    if (first.outcome !== "posted") throw new Error(first.outcome);
    expect(await port.post(post({ place: "C0001" as Place, key: "b", thread: first.at }))).toMatchObject({
      outcome: "posted",
    });
    expect(await port.post(post({ place: "U0002" as Place, key: "c" }))).toMatchObject({
      at: { conversation: "D0002" },
    });
    expect(slack.web.posted("C0001").map(({ threadTs }) => threadTs)).toEqual([null, first.at.ts]);
  });

  it("posts nothing in a channel that is shared with another organisation, nor where the bot may not work", async () => {
    slack.web.sharedOutside.add("C0001");
    expect(await port.post(post())).toEqual({ outcome: "refused", code: "shared_outside", retryAfter: null });
    slack.web.sharedOutside.clear();
    const options = { slackApiUrl: slack.apiUrl, timeout: 1_000 };
    const elsewhere = new SlackPost(slack.botToken, options, ["C0009"]);
    expect(await elsewhere.post(post())).toMatchObject({ outcome: "refused", code: "channel_not_allowed" });
    expect(await elsewhere.post(post({ place: "U0002" as Place }))).toMatchObject({ outcome: "posted" });
    expect(slack.web.posted("C0001")).toEqual([]);
  });

  it("posts where Slack does not tell whether a channel is shared", async () => {
    slack.web.failNext("conversations.info", "missing_scope");
    expect(await port.post(post())).toMatchObject({ outcome: "posted" });
  });

  it.each([
    ["ratelimited", 7, { outcome: "refused", code: "ratelimited", retryAfter: 7 }],
    ["is_archived", null, { outcome: "refused", code: "is_archived", retryAfter: null }],
    ["token_revoked", null, { outcome: "refused", code: "token_revoked", retryAfter: null }],
    ["internal_error", null, { outcome: "unknown", reason: "internal_error" }],
  ])("tells apart what came of it: %s", async (error, retryAfter, outcome) => {
    slack.web.failNext("chat.postMessage", error, retryAfter);
    expect(await port.post(post())).toEqual(outcome);
    expect(await port.post(post())).toMatchObject({ outcome: "posted" });
  });

  it("does not know what came of it when no answer comes", async () => {
    slack.web.methods["chat.postMessage"] = () => new Promise(() => {});
    expect(await port.post(post())).toMatchObject({ outcome: "unknown" });
    await slack.stop();
    expect(await port.post(post())).toMatchObject({ outcome: "unknown" });
    slack = await SlackStandIn.start();
  });

  it("knows that nothing was posted when the conversation could not be opened", async () => {
    slack.web.failNext("conversations.open", "internal_error");
    expect(await port.post(post({ place: "U0002" as Place }))).toMatchObject({ outcome: "refused", retryAfter: 30 });
    expect(await port.post(post({ place: "U9999" as Place }))).toEqual({
      outcome: "refused",
      code: "user_not_found",
      retryAfter: null,
    });
  });
});

describe("looking for a message by its key", () => {
  it("finds it pages back, in the channel and in a thread, and no other", async () => {
    const first = await port.post(post());
    if (first.outcome !== "posted") throw new Error(first.outcome);
    const inThread = post({ key: "draad", thread: first.at });
    for (let other = 0; other < 40; other++)
      slack.web.say("C0001", "U0001", "iets anders", other % 2 === 0 ? null : first.at.ts);
    expect(await port.find(inThread, longAgo)).toEqual({ outcome: "absent" });
    const reply = await port.post(inThread);
    expect(await port.find(post(), longAgo)).toEqual({ outcome: "found", at: first.at });
    expect(await port.find(inThread, longAgo)).toEqual({
      outcome: "found",
      at: reply.outcome === "posted" ? reply.at : null,
    });
    expect(await port.find(post({ key: "nooit" }), longAgo)).toEqual({ outcome: "absent" });
  });

  it("says when the channel cannot be read, and when it may be later", async () => {
    expect(await port.find(post({ place: "C0002" as Place }), longAgo)).toEqual({
      outcome: "unreadable",
      code: "not_in_channel",
    });
    slack.web.failNext("conversations.history", "missing_scope");
    expect(await port.find(post(), longAgo)).toEqual({ outcome: "unreadable", code: "missing_scope" });
    slack.web.failNext("conversations.history", "ratelimited", 9);
    expect(await port.find(post(), longAgo)).toMatchObject({ outcome: "unknown", retryAfter: 9 });
    slack.web.failNext("conversations.history", "token_revoked");
    expect(await port.find(post(), longAgo)).toMatchObject({ outcome: "unknown" });
  });
});
