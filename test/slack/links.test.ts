import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { unfurlDomains } from "../../src/slack/links.ts";
import { SlackStandIn } from "../stand-in/slack.ts";
import { startBot, type TestBot } from "./bot.ts";

const letter = "https://zoek.officielebekendmakingen.nl/kst-32317-929.html";
const sameLetter = "https://zoek.officielebekendmakingen.nl/kst-32317-929.pdf";
const answers = "https://www.tweedekamer.nl/kamerstukken/kamervragen/detail?id=2019Z18636&did=2019D46752";
const unknown = "https://zoek.officielebekendmakingen.nl/kst-32317-930.html";

/** The bot's clock; Bolt's own check of old timestamps uses the real one. */
let now: Date;
let slack: SlackStandIn;
let bot: TestBot;
let channels = 0;
let channel: string;

beforeAll(async () => {
  now = new Date();
  slack = await SlackStandIn.start();
  bot = await startBot(slack, "http", { now: () => now });
});

afterAll(async () => {
  await bot.stop();
  await slack.stop();
});

beforeEach(() => {
  channel = newChannel();
});

afterEach(() => {
  expect(slack.refused.splice(0)).toEqual([]);
});

function newChannel(): string {
  channels += 1;
  return `C1${String(channels).padStart(3, "0")}`;
}

async function deliver(payload: object, repeat = 0): Promise<void> {
  const { headers, body } = slack.signedEvent(payload, Math.floor(Date.now() / 1000), repeat);
  const { status } = await fetch(bot.address, { method: "POST", headers, body });
  expect(status).toBe(200);
}

/** What the bot shows in the channel until now: a link elsewhere, delivered later, has been shown as well. */
async function shown() {
  const elsewhere = newChannel();
  await deliver(slack.posted.links(elsewhere, [letter]));
  await slack.posted.firstIn(elsewhere);
  return slack.posted.unfurled.filter((one) => one.channel === channel);
}

describe("a pasted link", () => {
  it("to a letter shows title, date, sender and first lines under the message that it stands in", async () => {
    const event = slack.posted.links(channel, [letter]);
    await deliver(event);
    const { ts, unfurls } = await slack.posted.firstIn(channel);
    expect(ts).toBe((event.event as { message_ts: string }).message_ts);
    expect(Object.keys(unfurls)).toEqual([letter]);
    const text = JSON.stringify(unfurls[letter]?.blocks);
    expect(text).toContain("*Beantwoording vragen schriftelijk overleg Informele JBZ-Raad te Polen");
    expect(text).toContain("29 januari 2025 · M.H.M. Faber-van de Klashorst (Minister van Asiel en Migratie)");
    expect(text).toContain("Hierbij stuur ik uw Kamer de beantwoording van de vragen");
  });

  it("is shown with another in the same message, each under its own address", async () => {
    await deliver(slack.posted.links(channel, [letter, answers]));
    const { unfurls } = await slack.posted.firstIn(channel);
    expect(Object.keys(unfurls)).toEqual([letter, answers]);
    expect(JSON.stringify(unfurls[answers])).toContain("21 november 2019");
  });

  it("is passed over where the publication is not known, and the known one is shown", async () => {
    await deliver(slack.posted.links(channel, [unknown, letter]));
    expect(Object.keys((await slack.posted.firstIn(channel)).unfurls)).toEqual([letter]);
  });

  it.each([
    ["a publication that is not known", [unknown]],
    ["a page that is no publication", ["https://www.tweedekamer.nl/vergaderingen"]],
    ["a case, which holds more papers than one", ["https://www.tweedekamer.nl/kamerstukken/detail?id=2019Z18636"]],
    ["an annex", ["https://zoek.officielebekendmakingen.nl/kst-32317-929-b1.html"]],
  ])("to %s is left alone", async (_, links) => {
    await deliver(slack.posted.links(channel, links));
    expect(await shown()).toEqual([]);
  });

  it("is left alone among three or more", async () => {
    await deliver(slack.posted.links(channel, [letter, answers, unknown]));
    expect(await shown()).toEqual([]);
  });

  it.each([
    ["a bot, by its bot_id", { bot_id: "B0OTHER" }],
    ["a bot, which has no user", { user: "" }],
    ["Slackbot", { user: "USLACKBOT" }],
    ["this bot itself", { user: "U0BOT" }],
    ["a person who is still writing", { source: "composer" }],
  ])("of %s is left alone", async (_, given) => {
    await deliver(slack.posted.links(channel, [letter], given));
    expect(await shown()).toEqual([]);
  });

  it("is shown once where Slack delivers its event twice", async () => {
    const event = slack.posted.links(channel, [letter]);
    await deliver(event);
    await slack.posted.firstIn(channel);
    await deliver(event, 1);
    now = new Date(now.getTime() + 31 * 60_000);
    await deliver(event, 2);
    expect(await shown()).toHaveLength(1);
  });

  it("is shown once in half an hour in a channel, at whatever address, and again after it", async () => {
    await deliver(slack.posted.links(channel, [letter, sameLetter]));
    expect(Object.keys((await slack.posted.firstIn(channel)).unfurls)).toEqual([letter]);
    now = new Date(now.getTime() + 29 * 60_000);
    await deliver(slack.posted.links(channel, [sameLetter]));
    expect(await shown()).toHaveLength(1);
    now = new Date(now.getTime() + 2 * 60_000);
    await deliver(slack.posted.links(channel, [sameLetter]));
    expect(await shown()).toHaveLength(2);
  });

  it("is shown in every channel for itself", async () => {
    await deliver(slack.posted.links(channel, [letter]));
    expect(await shown()).toHaveLength(1);
  });

  it("that Slack refuses to show may be shown when it is pasted again", async () => {
    const event = slack.posted.links(channel, [letter]);
    await deliver({ ...event, event: { ...(event.event as object), message_ts: "1.000001" } });
    await shown();
    expect(slack.refused.splice(0)).toEqual(["chat.unfurl cannot_unfurl_message"]);
    await deliver(slack.posted.links(channel, [letter]));
    expect(await shown()).toHaveLength(1);
  });
});

describe("the domains whose links are shown", () => {
  it("are no more than the five that Slack takes", () => {
    expect(unfurlDomains.length).toBeLessThanOrEqual(5);
  });
});
