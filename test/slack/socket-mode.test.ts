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
});
