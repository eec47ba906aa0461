import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SlackStandIn } from "../stand-in/slack.ts";
import { startBot, type TestBot } from "./bot.ts";

let slack: SlackStandIn;
let bot: TestBot;

beforeAll(async () => {
  slack = await SlackStandIn.start();
  bot = await startBot(slack, "socket");
});

afterAll(async () => {
  await bot.stop();
  await slack.stop();
});

describe("/terugkeer over Socket Mode", () => {
  it("acknowledges the envelope and answers through the response_url", async () => {
    const { id, body } = slack.slashCommand("/terugkeer", "Mongolië");
    await slack.sendEnvelope(Object.fromEntries(body));
    expect((await slack.answer(id)).text).toMatch(/^Mongolië: 2 passages in 2 brieven\./);
    expect(slack.refused).toEqual([]);
  });

  it("goes on over the other connection while Slack renews one", async () => {
    await slack.renewSocket();
    const { id, body } = slack.slashCommand("/terugkeer", "Marokko");
    await slack.sendEnvelope(Object.fromEntries(body));
    expect((await slack.answer(id)).text).toMatch(/^Marokko: /);
  });
});

describe("a pasted link over Socket Mode", () => {
  it("is shown once, also when its envelope is delivered again", async () => {
    const link = "https://zoek.officielebekendmakingen.nl/kst-19637-2356.html";
    const event = slack.posted.links("C0002", [link]);
    await slack.sendEnvelope(event, "events_api");
    const { unfurls } = await slack.posted.firstIn("C0002");
    expect(JSON.stringify(unfurls[link])).toContain("12 december 2017 · Mark Harbers");
    await slack.sendEnvelope(event, "events_api");
    await slack.sendEnvelope(slack.posted.links("C0003", [link]), "events_api");
    await slack.posted.firstIn("C0003");
    expect(slack.posted.unfurled.filter(({ channel }) => channel === "C0002")).toHaveLength(1);
    expect(slack.refused).toEqual([]);
  });
});
