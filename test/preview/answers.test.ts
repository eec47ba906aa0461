import { afterEach, expect, test } from "vitest";
import { openPreview } from "../../src/preview/preview.ts";
import { ManualClock } from "./manual-clock.ts";
import { PageClient } from "./page-client.ts";
import { type Sample, startSample } from "./sample-app.ts";

let sample: Sample | undefined;
let page: PageClient | undefined;

afterEach(async () => {
  page?.close();
  await sample?.app.stop();
});

async function open(options = {}): Promise<{ sample: Sample; page: PageClient }> {
  sample = await startSample(options);
  page = await PageClient.open(sample.preview.url);
  return { sample, page };
}

test("a slash command is answered with the bot's blocks, for the person only", async () => {
  const { page, sample } = await open();
  expect(await page.say("/terugkeer Algerije")).toEqual({});
  const { html, channel } = await page.message("9 passages in 4 brieven");
  expect(channel).toBe("C0PREVIEW1");
  expect(html).toContain("Alleen zichtbaar voor u");
  expect(html).toContain(">Lees in context</button>");
  expect(sample.seen[0]).toMatchObject({
    command: "/terugkeer",
    text: "Algerije",
    channel_id: "C0PREVIEW1",
    user_id: "U0PREVIEW1",
    response_url: expect.stringContaining("/respond/"),
    trigger_id: expect.any(String),
  });
});

test("the text of a command is escaped as Slack does it", async () => {
  const { page, sample } = await open();
  await page.say("/terugkeer DT&V <a>");
  expect(sample.seen[0]).toMatchObject({ text: "DT&amp;V &lt;a&gt;" });
});

test("what ack() carries is shown as an answer for the person only", async () => {
  const { page } = await open();
  await page.say("/terugkeer meteen");
  expect((await page.message("Meteen antwoord")).html).toContain("Alleen zichtbaar voor u");
});

test("a command that the manifest lacks is refused by Slack itself, and the bot hears nothing", async () => {
  const { page, sample } = await open();
  await page.say("/onbekend iets");
  const { html } = await page.message("/onbekend is geen geldige opdracht");
  expect(html).toContain("Slackbot");
  expect(html).toContain("/terugkeer, /tijdlijn");
  expect(sample.seen).toEqual([]);
});

test("a command that is not acknowledged within three seconds ends as operation_timeout", async () => {
  const clock = new ManualClock();
  const { page } = await open({ clock });
  const sent = page.say("/terugkeer stil");
  await clock.waitedFor();
  clock.advance(2999);
  clock.advance(1);
  expect(await sent).toEqual({});
  expect((await page.message("operation_timeout")).html).toContain("/terugkeer is mislukt");
});

test("a handler that throws before its acknowledgement ends as dispatch_failed", async () => {
  const { page } = await open();
  await page.say("/terugkeer stuk");
  expect((await page.message("dispatch_failed")).html).toContain("/terugkeer is mislukt");
});

test("a command in a thread is refused, as Slack does", async () => {
  const { page, sample } = await open();
  await page.send("say", { channel: "C0PREVIEW1", text: "/terugkeer Algerije", threadTs: "1.000001" });
  await page.message("werkt niet in een draad");
  expect(sample.seen).toEqual([]);
});

test("a mention reaches the bot as message and as app_mention, and the bot can answer in the channel", async () => {
  const { page, sample } = await open();
  await page.say("Hoi @Terugkeer, <b>wat</b> weet je?");
  const own = await page.message("weet je?");
  expect(own.html).toContain("&lt;b&gt;wat&lt;/b&gt;");
  expect((await page.message("U riep?")).html).not.toContain("Alleen zichtbaar");
  const events = sample.seen.map((body) => (body.event as { type: string; text: string } | undefined) ?? null);
  expect(events.map((event) => event?.type)).toEqual(["message", "app_mention"]);
  expect(events[1]?.text).toBe("Hoi <@U0TERUGKR1>, &lt;b&gt;wat&lt;/b&gt; weet je?");
});

test("a mention in a thread is sent with its thread, and answered there", async () => {
  const { page, sample } = await open();
  await page.say("/tijdlijn Marokko");
  const { channel, ts } = await page.message("Tijdlijn van Marokko");
  await page.send("say", { channel, text: "@Terugkeer en Algerije?", threadTs: ts });
  const answer = await page.next((change) => String(change.html ?? "").includes("U riep?"));
  expect(answer.threadTs).toBe(ts);
  expect(sample.seen.at(-1)).toMatchObject({ event: { type: "app_mention", thread_ts: ts } });
});

test("a page that opens later is told everything that stands there", async () => {
  const { page, sample } = await open();
  await page.say("/tijdlijn Marokko");
  await page.message("Tijdlijn van Marokko");
  const response = await fetch(`${sample.preview.url}stream`);
  const reader = response.body?.getReader();
  const first = new TextDecoder().decode((await reader?.read())?.value);
  await reader?.cancel();
  expect(first).toContain("Tijdlijn van Marokko");
});

test("before the app has started the page's actions wait: 503", async () => {
  const preview = await openPreview({ commands: [], timeZone: "Europe/Amsterdam" });
  const client = await PageClient.open(preview.url);
  expect(await client.say("hallo")).toEqual({ status: 503 });
  client.close();
  await preview.stop();
});
