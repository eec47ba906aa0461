import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Identity } from "../../src/slack/identity.ts";
import { boltLogger } from "../../src/slack/logger.ts";
import { testLog } from "../logs/collect.ts";
import { SlackStandIn } from "../stand-in/slack.ts";

const log = testLog();
const logger = boltLogger(log);
let slack: SlackStandIn;

beforeAll(async () => {
  slack = await SlackStandIn.start();
});

afterAll(() => slack.stop());

describe("the bot's identity", () => {
  it("is what Slack says of the token", async () => {
    const identity = new Identity(slack.botToken, { slackApiUrl: slack.apiUrl, logger }, log);
    await identity.establish();
    expect(await identity.current()).toMatchObject({ botToken: slack.botToken, botUserId: "U0BOT", botId: "B0BOT" });
  });

  it("stops the start with one sentence when Slack refuses the token", async () => {
    const identity = new Identity("xoxb-wrong", { slackApiUrl: slack.apiUrl, logger }, log);
    await expect(identity.establish()).rejects.toThrow("SLACK_BOT_TOKEN is refused by Slack: invalid_auth");
  });

  it("does not hold up the start, nor a handler, when Slack cannot be reached", async () => {
    const identity = new Identity(slack.botToken, { slackApiUrl: "http://127.0.0.1:9/api/", logger }, log);
    await identity.establish();
    expect(await identity.current()).toEqual({ botToken: slack.botToken });
  });
});
