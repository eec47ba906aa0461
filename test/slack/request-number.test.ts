import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { lineOptions } from "../../src/ops/log.ts";
import { openSqlite } from "../../src/store/sqlite.ts";
import { SlackStandIn } from "../stand-in/slack.ts";
import { startBot, type TestBot } from "./bot.ts";

let folder: string;
let slack: SlackStandIn;
let bot: TestBot;
let lines: { request?: string; msg: string; what?: string; outcome?: string; err?: { message: string } }[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "terugkeer-number-"));
  slack = await SlackStandIn.start();
  lines = [];
  const log = pino(lineOptions, { write: (line) => void lines.push(JSON.parse(line) as (typeof lines)[number]) });
  bot = await startBot(slack, "http", { log, database: join(folder, "terugkeer.sqlite") });
});

afterEach(async () => {
  await bot.stop();
  await slack.stop();
  rmSync(folder, { recursive: true });
});

/** Breaks what every answer needs, behind the bot's back. */
function breakPages(): void {
  const beside = openSqlite(join(folder, "terugkeer.sqlite"));
  beside.exec("DROP TABLE result_pages");
  beside.close();
}

async function ask(text: string): Promise<string> {
  const { id, body } = slack.slashCommand("/terugkeer", text);
  await slack.deliver(bot.address, body);
  return (await slack.answer(id)).text;
}

/** The lines of a request, when the last of them is there. */
async function linesOf(number: string | undefined): Promise<typeof lines> {
  const own = () => lines.filter(({ request }) => request === number);
  await expect.poll(() => own().at(-1)?.msg).toBe("answered");
  return own();
}

describe("the number of a request", () => {
  it("is told with a fault of ours, and stands in the line of the log that has its cause", async () => {
    breakPages();
    const told = await ask("Algerije");
    expect(told).toContain("Er ging iets mis");
    const own = await linesOf(/nummer ([0-9A-Z]{5})\)/.exec(told)?.[1]);
    expect(own.map(({ msg }) => msg)).toEqual(["an answer failed", "answered"]);
    expect(own[0]?.err?.message).toContain("no such table: result_pages");
    expect(own[1]).toMatchObject({ what: "/terugkeer", outcome: "failed" });
  });

  it("is another for every payload, also for two that are handled at once", async () => {
    breakPages();
    const told = await Promise.all(["Algerije", "Marokko"].map(ask));
    const numbers = told.map((text) => /nummer ([0-9A-Z]{5})\)/.exec(text)?.[1]);
    expect(new Set(numbers).size).toBe(2);
    const failed = lines.filter(({ msg }) => msg === "an answer failed").map(({ request }) => request);
    expect(failed.sort()).toEqual(numbers.sort());
  });

  it("is told where Slack refuses what was asked, with Slack's own word in the log", async () => {
    const kept = slack.press({ type: "button", action_id: "passage-share", value: "1.1.1" }, { channel: "C0002" });
    slack.spend(kept.id);
    await slack.deliver(bot.address, kept.body);
    await expect.poll(() => slack.web.posted("D0001").length).toBe(1);
    const told = slack.web.posted("D0001")[0]?.text ?? "";
    const own = await linesOf(/nummer ([0-9A-Z]{5})\)/.exec(told)?.[1]);
    expect(own.map(({ msg }) => msg)).toContain("Slack refuses: not_in_channel");
  });

  it("stands in a line for every answer that was given, and in no answer", async () => {
    expect(await ask("Algerije")).not.toContain("nummer");
    await expect.poll(() => lines.at(-1)?.what).toBe("/terugkeer");
    expect(lines.at(-1)).toMatchObject({ outcome: "given", request: expect.any(String) });
  });

  it("stands in what is logged of an event that nobody is told of", async () => {
    const event = { type: "app_home_opened", user: "U0001", channel: "D0001", tab: "home", event_ts: "1.1" };
    slack.web.failNext("views.publish", "internal_error");
    await slack.deliver(bot.address, slack.event(event));
    await expect.poll(() => lines.filter(({ request }) => request !== undefined).length).toBeGreaterThan(0);
  });
});
