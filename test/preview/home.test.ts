import { afterEach, beforeEach, expect, test } from "vitest";
import { checkView } from "../../src/preview/slack-limits.ts";
import type { JsonObject } from "../../src/preview/untyped-json.ts";
import { PageClient } from "./page-client.ts";
import { filterView, homeOf, type Sample, startSample } from "./sample-app.ts";

let sample: Sample;
let page: PageClient;

beforeEach(async () => {
  sample = await startSample();
  page = await PageClient.open(sample.preview.url);
});

afterEach(async () => {
  page.close();
  await sample.app.stop();
});

/** The error code with which Slack would refuse. */
function refusal(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => "no refusal",
    (error: { data?: { error?: string } }) => error.data?.error,
  );
}

const user_id = "U0PREVIEW1";

test("opening the home tells the bot, whose view is then drawn", async () => {
  expect(await page.send("openApp", { tab: "home" })).toEqual({});
  expect((await page.home()).html).toContain("Welkom");
  expect(sample.seen.at(-1)).toMatchObject({
    type: "event_callback",
    event: { type: "app_home_opened", user: user_id, channel: "D0PREVIEW1", tab: "home" },
  });
  expect(sample.seen.at(-1)?.event).not.toHaveProperty("view");
});

test("opened again, the event carries what was published before, and another id", async () => {
  await page.send("openApp", { tab: "home" });
  const { id } = await page.home();
  await page.send("openApp", { tab: "home" });
  const [first, second] = sample.seen;
  expect(second).toMatchObject({ event: { view: { id, type: "home", root_view_id: id, previous_view_id: null } } });
  expect(second?.event_id).not.toBe(first?.event_id);
});

test("opening the conversation with the bot is told as another tab", async () => {
  await page.send("openApp", { tab: "messages" });
  expect(sample.seen).toMatchObject([{ event: { type: "app_home_opened", tab: "messages" } }]);
  expect(await page.send("openApp", { tab: "about" })).toEqual({ status: 404 });
});

test("a button in the home comes with the view and a trigger, without a response_url and a channel", async () => {
  await page.send("openApp", { tab: "home" });
  const { id } = await page.home();
  expect(await page.send("act", { view: id, at: { block: 1, element: 0 }, entered: [] })).toEqual({});
  expect(sample.seen.at(-1)).toMatchObject({
    type: "block_actions",
    trigger_id: expect.any(String),
    container: { type: "view", view_id: id },
    view: { id, type: "home", state: { values: {} } },
    actions: [{ action_id: "ververs", block_id: "thuis", value: "nu" }],
  });
  for (const key of ["response_url", "channel", "message"]) expect(sample.seen.at(-1)).not.toHaveProperty(key);
  expect((await page.view())?.html, "the trigger opens a modal").toContain("Filters</h2>");
  expect((await page.home()).html).toContain("Ververst");
});

test("the home can be neither submitted nor closed", async () => {
  await page.send("openApp", { tab: "home" });
  const { id } = await page.home();
  expect(await page.send("submit", { view: id, entered: [] })).toEqual({ status: 404 });
  expect(await page.send("close", { view: id, all: true })).toEqual({ status: 404 });
});

test("a page that opens later is told the home", async () => {
  await page.send("openApp", { tab: "home" });
  await page.home();
  const reader = (await fetch(`${sample.preview.url}stream`)).body?.getReader();
  const first = new TextDecoder().decode((await reader?.read())?.value);
  await reader?.cancel();
  expect(JSON.parse(first.replace(/^data: /, ""))).toMatchObject({ home: { html: expect.stringContaining("Welkom") } });
});

test("views.publish takes a home for the person there is, and no other", async () => {
  const { client } = sample.app;
  const view = homeOf("Eerst");
  expect(await refusal(client.views.publish({ user_id: "U999", view }))).toBe("user_not_found");
  expect(await refusal(client.views.publish({ user_id, view: filterView as never }))).toBe("invalid_arguments");
  expect(await refusal(client.views.publish({ user_id, hash: "van nooit", view }))).toBe("hash_conflict");
  const { view: made } = await client.views.publish({ user_id, view });
  const again = await client.views.publish({ user_id, hash: made?.hash ?? "", view: homeOf("Daarna") });
  expect(again.view).toMatchObject({ id: made?.id, type: "home" });
  expect(await refusal(client.views.publish({ user_id, hash: made?.hash ?? "", view }))).toBe("hash_conflict");
});

test("views.update changes the home into a home, and a modal into a modal", async () => {
  const { client } = sample.app;
  const { view } = await client.views.publish({ user_id, view: homeOf("Eerst") });
  const view_id = view?.id ?? "";
  expect(await refusal(client.views.update({ view_id, view: filterView }))).toBe("invalid_arguments");
  expect(await refusal(client.views.update({ view_id, view: homeOf("Daarna") }))).toBe("no refusal");
  expect((await page.home()).html).toContain("Eerst");
  expect((await page.home()).html).toContain("Daarna");
});

test("a home has no frame, no alert, no more than 100 blocks and 250 kB; fields need no submit", () => {
  const pathsOf = (more: JsonObject) =>
    checkView({ type: "home", blocks: [{ type: "divider" }], ...more }, "home").map(({ path }) => path);
  const field = filterView.blocks.filter(({ type }) => type === "input");
  expect(pathsOf({})).toEqual([]);
  expect(pathsOf({ blocks: field })).toEqual([]);
  expect(pathsOf({ blocks: Array(100).fill({ type: "divider" }) })).toEqual([]);
  expect(pathsOf({ blocks: Array(101).fill({ type: "divider" }) })).toEqual(["blocks"]);
  expect(pathsOf({ blocks: [] })).toEqual(["blocks"]);
  expect(pathsOf({ blocks: [{ type: "alert" }] })).toEqual(["blocks[0]"]);
  expect(pathsOf({ title: { type: "plain_text", text: "Thuis" } })).toEqual(["title"]);
  const long = { type: "rich_text", elements: ["a".repeat(250_000)] };
  expect(checkView({ type: "home", blocks: [long] }, "home")).toMatchObject([{ rule: "view_too_large" }]);
});
