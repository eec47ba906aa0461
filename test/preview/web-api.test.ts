import { afterEach, beforeEach, expect, test } from "vitest";
import { ManualClock } from "./manual-clock.ts";
import { PageClient } from "./page-client.ts";
import { filterView, type Sample, startSample } from "./sample-app.ts";

let clock: ManualClock;
let sample: Sample;
let page: PageClient;

beforeEach(async () => {
  clock = new ManualClock();
  sample = await startSample({ clock });
  page = await PageClient.open(sample.preview.url);
});

afterEach(async () => {
  page.close();
  await sample.app.stop();
});

const channel = "C0PREVIEW1";

/** The error code with which Slack would refuse. */
async function refusal(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => "no refusal",
    (error: { data?: { error?: string } }) => error.data?.error,
  );
}

/** What a command brought along for the bot. */
async function way(): Promise<{ trigger_id: string; response_url: string }> {
  await page.say("/terugkeer meteen");
  const { trigger_id, response_url } = sample.seen.at(-1) ?? {};
  return { trigger_id: String(trigger_id), response_url: String(response_url) };
}

test("the bot knows itself, the person and the channel", async () => {
  const { client } = sample.app;
  expect(await client.auth.test()).toMatchObject({ ok: true, user_id: "U0TERUGKR1", bot_id: "B0PREVIEW1" });
  expect(await client.users.info({ user: "U0PREVIEW1" })).toMatchObject({ user: { name: "u", is_bot: false } });
  expect(await client.conversations.info({ channel })).toMatchObject({ channel: { id: channel, is_member: true } });
  expect(await refusal(client.users.info({ user: "U999" }))).toBe("user_not_found");
  expect(await refusal(client.conversations.info({ channel: "C999" }))).toBe("channel_not_found");
});

test("a message posted, changed and deleted is seen on the page each time", async () => {
  const { client } = sample.app;
  const posted = await client.chat.postMessage({
    channel,
    text: "een",
    metadata: { event_type: "x", event_payload: {} },
  });
  const ts = posted.ts ?? "";
  expect((await page.message("een")).ts).toBe(ts);
  await client.chat.update({ channel, ts, text: "twee" });
  expect((await page.message("twee")).html).toContain("(bewerkt)");
  await client.chat.delete({ channel, ts });
  await page.next((change) => change.ts === ts && change.html === null);
  expect(await refusal(client.chat.update({ channel, ts, text: "drie" }))).toBe("message_not_found");
});

test("history is newest first, without private messages and threads; replies begin with the parent", async () => {
  const { client } = sample.app;
  const first = await client.chat.postMessage({ channel, text: "een" });
  await client.chat.postMessage({ channel, text: "antwoord", thread_ts: first.ts ?? "" });
  await client.chat.postEphemeral({ channel, user: "U0PREVIEW1", text: "geheim" });
  await client.chat.postMessage({ channel, text: "twee" });
  const history = await client.conversations.history({ channel });
  expect(history.messages?.map(({ text }) => text)).toEqual(["twee", "een"]);
  const replies = await client.conversations.replies({ channel, ts: first.ts ?? "" });
  expect(replies.messages?.map(({ text }) => text)).toEqual(["een", "antwoord"]);
  const page1 = await client.conversations.history({ channel, limit: 1 });
  expect(page1).toMatchObject({ has_more: true, response_metadata: { next_cursor: "1" } });
});

test("a message to the person goes to the conversation with the bot", async () => {
  const { channel: direct } = await sample.app.client.chat.postMessage({ channel: "U0PREVIEW1", text: "onder ons" });
  expect(direct).toBe("D0PREVIEW1");
  expect((await page.message("onder ons")).channel).toBe("D0PREVIEW1");
});

test("what Slack refuses is refused, with the place where it is wrong", async () => {
  const { client } = sample.app;
  const blocks = Array(51).fill({ type: "divider" });
  expect(await refusal(client.chat.postMessage({ channel, text: "t", blocks }))).toBe("invalid_blocks");
  expect(await refusal(client.chat.postMessage({ channel, text: "" }))).toBe("no_text");
  expect(await refusal(client.chat.postEphemeral({ channel, user: "U999", text: "t" }))).toBe("user_not_in_channel");
  expect(await refusal(client.apiCall("chat.scheduleMessage", { channel }))).toBe("unknown_method");
  await expect(client.chat.postMessage({ channel, text: "t", blocks })).rejects.toMatchObject({
    data: { response_metadata: { messages: ["[ERROR] 51 items, at most 50 [path:blocks]"] } },
  });
});

test("a trigger works once, and for three seconds", async () => {
  const { client } = sample.app;
  const open = async (trigger_id: string) => refusal(client.views.open({ trigger_id, view: filterView }));
  const { trigger_id } = await way();
  expect(await open(trigger_id)).toBe("no refusal");
  expect(await open(trigger_id)).toBe("exchanged_trigger_id");
  const late = await way();
  clock.advance(3001);
  expect(await open(late.trigger_id)).toBe("expired_trigger_id");
  expect(await open("verzonnen")).toBe("invalid_trigger_id");
});

test("views stack up to three, and are updated by id with the right hash only", async () => {
  const { client } = sample.app;
  const push = async () => client.views.push({ trigger_id: (await way()).trigger_id, view: filterView });
  const opened = await client.views.open({ trigger_id: (await way()).trigger_id, view: filterView });
  const second = await push();
  expect(second.view).toMatchObject({ root_view_id: opened.view?.id, previous_view_id: opened.view?.id });
  await push();
  expect(await refusal(push())).toBe("push_limit_reached");
  const view_id = opened.view?.id ?? "";
  expect(await refusal(client.views.update({ view_id, hash: "oud", view: filterView }))).toBe("hash_conflict");
  expect(await refusal(client.views.update({ view_id, hash: opened.view?.hash ?? "", view: filterView }))).toBe(
    "no refusal",
  );
  expect(await refusal(client.views.update({ view_id: "V999", view: filterView }))).toBe("not_found");
  const tooLong = { ...filterView, title: { type: "plain_text" as const, text: "a".repeat(25) } };
  expect(await refusal(client.views.update({ view_id, view: tooLong }))).toBe("invalid_arguments");
});

test("a response_url takes five answers in thirty minutes, the sixth is a 404", async () => {
  const { response_url } = await way();
  const use = async (url = response_url) => {
    const headers = { "Content-Type": "application/json" };
    return (await fetch(url, { method: "POST", headers, body: JSON.stringify({ text: "nog een" }) })).status;
  };
  for (const _ of [1, 2, 3, 4, 5]) expect(await use()).toBe(200);
  expect(await use()).toBe(404);
  const late = (await way()).response_url;
  clock.advance(30 * 60 * 1000 + 1);
  expect(await use(late)).toBe(404);
  expect(await use(`${response_url}x`)).toBe(404);
});

test("a picture is shown, another file can be saved, and both come through files.uploadV2", async () => {
  const { client } = sample.app;
  const png = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
  await client.filesUploadV2({
    channel_id: channel,
    file: png,
    filename: "lijn.png",
    alt_text: "Grafiek",
    title: "Lijn",
  });
  const picture = await page.message("Lijn");
  const address = /<img src="([^"]+)" alt="Grafiek">/.exec(picture.html)?.[1];
  const shown = await fetch(new URL(address ?? "", sample.preview.url));
  expect(shown.headers.get("content-type")).toBe("image/png");
  expect(Buffer.from(await shown.arrayBuffer())).toEqual(png);

  const page2 = Buffer.from("<script>alert(1)</script>");
  await client.filesUploadV2({ channel_id: channel, file: page2, filename: "brief é.html", initial_comment: "Kijk" });
  const other = await page.message("Kijk");
  const saved = await fetch(new URL(/href="(\/files\/[^"]+)"/.exec(other.html)?.[1] ?? "", sample.preview.url));
  expect(saved.headers.get("content-type")).toBe("application/octet-stream");
  expect(saved.headers.get("content-disposition")).toBe("attachment; filename*=UTF-8''brief%20%C3%A9.html");
  expect((await fetch(new URL("/files/F999", sample.preview.url))).status).toBe(404);
});

test("another token is no token", async () => {
  const response = await fetch(`${sample.preview.slackApiUrl}auth.test`, {
    method: "POST",
    headers: { Authorization: "Bearer xoxb-iets-anders" },
  });
  expect(await response.json()).toEqual({ ok: false, error: "invalid_auth" });
});
