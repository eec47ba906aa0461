import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { maintainersWatcher } from "../../src/slack/maintainers.ts";
import { SlackStandIn } from "../stand-in/slack.ts";

let slack: SlackStandIn;
const since = new Date("2026-01-05T07:30:00Z");

beforeEach(async () => {
  slack = await SlackStandIn.start();
});

afterEach(() => slack.stop());

function watcher(channel: string) {
  const { botToken, apiUrl: slackApiUrl } = slack;
  return maintainersWatcher({ botToken, slackApiUrl, channel, timeZone: "Europe/Amsterdam" });
}

describe("the maintainers' channel", () => {
  it("hears of a source that fails, since when, and of its return", async () => {
    await watcher("C0001").onTrouble({ source: "koop", since, fault: "source-unreachable", reason: "no answer" });
    await watcher("C0001").onRecovered({ source: "koop", since });
    const said = slack.web.posted("C0001").map(({ text }) => text);
    expect(said[0]).toBe(
      "Officiële bekendmakingen geeft sinds 5 januari 2026 om 08:30 geen brieven meer. Terugkeer blijft het proberen; de reden staat in het logboek.",
    );
    expect(said[1]).toContain("Officiële bekendmakingen geeft weer brieven.");
  });

  it("that the bot is not in rejects, so that it is told again later", async () => {
    const trouble = { source: "koop", since, fault: "source-unreachable", reason: "no answer" };
    await expect(watcher("C0002").onTrouble(trouble)).rejects.toThrow("not_in_channel");
  });
});
