import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { PageClient } from "./page-client.ts";
import { type Sample, startSample } from "./sample-app.ts";

const link = "https://zoek.officielebekendmakingen.nl/kst-1-2.html";
const channel = "C0PREVIEW1";
const blocks = [{ type: "section", text: { type: "plain_text", text: "Een brief" } }] as const;
let sample: Sample;
let page: PageClient;

beforeEach(async () => {
  sample = await startSample({ unfurlDomains: ["officielebekendmakingen.nl"] });
  page = await PageClient.open(sample.preview.url);
});

afterEach(async () => {
  page.close();
  await sample.app.stop();
});

async function refusal(args: Record<string, unknown>): Promise<unknown> {
  return sample.app.client.apiCall("chat.unfurl", args).then(
    () => "no refusal",
    (error: { data?: { error?: string } }) => error.data?.error,
  );
}

describe("a link that a person posts in the preview", () => {
  it("is told to the bot when it leads to one of its domains or their subdomains", async () => {
    await page.say(`Zie ${link}, en https://example.org/officielebekendmakingen.nl`);
    expect(sample.seen.at(-1)?.event).toMatchObject({
      type: "link_shared",
      channel,
      source: "conversations_history",
      links: [{ domain: "officielebekendmakingen.nl", url: link }],
    });
  });

  it("is told of nowhere when it leads elsewhere", async () => {
    await page.say("Zie https://example.org/ en https://nietofficielebekendmakingen.nl/");
    expect(sample.seen.map(({ event }) => (event as { type: string }).type)).toEqual(["message"]);
  });

  it("shows under the message what the bot says of it", async () => {
    await page.say(`Zie ${link}`);
    const { ts } = await page.message("Zie ");
    await sample.app.client.chat.unfurl({ channel, ts, unfurls: { [link]: { blocks: [...blocks] } } });
    expect((await page.message("Een brief")).ts).toBe(ts);
  });

  it.each<[string, (ts: string) => Record<string, unknown>, string]>([
    ["another channel", (ts) => ({ channel: "C999", ts, unfurls: { [link]: { blocks } } }), "cannot_find_channel"],
    ["another message", () => ({ channel, ts: "1.1", unfurls: { [link]: { blocks } } }), "cannot_unfurl_message"],
    ["no links", (ts) => ({ channel, ts, unfurls: {} }), "missing_unfurls"],
    ["another link", (ts) => ({ channel, ts, unfurls: { "https://x.nl": { blocks } } }), "cannot_unfurl_url"],
    [
      "something to press",
      (ts) => ({ channel, ts, unfurls: { [link]: { blocks: [{ type: "actions", elements: [] }] } } }),
      "invalid_blocks",
    ],
    [
      "rich text",
      (ts) => ({ channel, ts, unfurls: { [link]: { blocks: [{ type: "rich_text", elements: [] }] } } }),
      "invalid_blocks",
    ],
    [
      "an empty text",
      (ts) => ({
        channel,
        ts,
        unfurls: { [link]: { blocks: [{ type: "section", text: { type: "plain_text", text: "" } }] } },
      }),
      "invalid_blocks",
    ],
  ])("is not shown with %s, as in Slack", async (_, args, code) => {
    await page.say(`Zie ${link}`);
    const { ts } = await page.message("Zie ");
    expect(await refusal(args(ts))).toBe(code);
  });
});
