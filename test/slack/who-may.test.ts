import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { SlackStandIn } from "../stand-in/slack.ts";
import { startBot, type TestBot } from "./bot.ts";

let slack: SlackStandIn;
let bot: TestBot;

beforeEach(async () => {
  slack = await SlackStandIn.start();
});

afterEach(async () => {
  await bot.stop();
  await slack.stop();
});

/** The same body, of somebody in another workspace. */
function elsewhere(body: URLSearchParams | string, team = "T9999"): URLSearchParams | string {
  const text = decodeURIComponent(String(body)).replaceAll("T0001", team);
  return typeof body === "string" ? text : new URLSearchParams(text);
}

async function answerTo(team: string): Promise<string> {
  const { id, body } = slack.slashCommand("/terugkeer", "Algerije");
  body.set("team_id", team);
  expect((await slack.deliver(bot.address, body)).status).toBe(200);
  return (await slack.answer(id)).text;
}

describe("people of other workspaces", () => {
  it("are told that the bot is not for them, and get no passage", async () => {
    bot = await startBot(slack, "http");
    expect(await answerTo("T9999")).toContain("alleen voor medewerkers");
    expect(await answerTo("T0001")).toContain("Algerije: ");
  });

  it("can press nothing, although Slack signed it", async () => {
    bot = await startBot(slack, "http");
    const { id, body } = slack.press({ type: "button", action_id: "passage-share", value: "1.1.1" });
    const payload = JSON.parse(String(body.get("payload"))) as { user: { team_id: string } };
    payload.user.team_id = "T9999";
    const forged = new URLSearchParams({ payload: JSON.stringify(payload) });
    expect((await slack.deliver(bot.address, forged)).status).toBe(200);
    expect((await slack.answer(id)).text).toContain("alleen voor medewerkers");
    expect(slack.answers(id)).toHaveLength(1);
  });

  it("see no home", async () => {
    bot = await startBot(slack, "http");
    const opened = { type: "app_home_opened", user: "U0003", channel: "D0003", tab: "home", event_ts: "1.1" };
    await slack.deliver(bot.address, elsewhere(slack.event(opened)));
    await answerTo("T0001");
    expect(slack.web.homes.size).toBe(0);
  });

  it("may use it when their workspace is allowed", async () => {
    bot = await startBot(slack, "http", { allowedTeams: ["T9999"] });
    expect(await answerTo("T9999")).toContain("Algerije: ");
    expect(await answerTo("T0001")).toContain("alleen voor medewerkers");
  });
});
