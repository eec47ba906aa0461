import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Place } from "../../src/digest/place.ts";
import { placeValue } from "../../src/replies/page-place.ts";
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

/** The value of a button that opens the filters of no answer in particular. */
const filters = placeValue({ page: "0", order: "best", path: [0] });

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

  it("can submit no window, use no shortcut and get no answer to a mention", async () => {
    bot = await startBot(slack, "http");
    await slack.deliver(bot.address, slack.press({ type: "button", action_id: "answer-filters", value: filters }).body);
    await expect.poll(() => slack.web.topModal).not.toBeNull();
    const fields = { words: { words: { value: "Marokko" } } };
    expect((await slack.deliver(bot.address, inJson(slack.submit(fields)))).status).toBe(200);
    const message = slack.web.say("C0001", "U0003", "Wat is er over Algerije gezegd?");
    const shortcut = slack.messageShortcut("search_letters", message);
    await slack.deliver(bot.address, inJson(shortcut.body));
    expect((await slack.answer(shortcut.id)).text).toContain("alleen voor medewerkers");
    const mention = { type: "app_mention", user: "U0003", channel: "C0001", text: "<@U0BOT> Algerije", ts: message.ts };
    await slack.deliver(bot.address, slack.event({ ...mention, user_team: "T9999", event_ts: message.ts }));
    await answerTo("T0001");
    expect(slack.web.posted("C0001")).toEqual([message]);
    expect(slack.web.modals).toHaveLength(1);
  });
});

/** The same press or submission, by somebody of another workspace. */
function inJson(body: URLSearchParams): URLSearchParams {
  const payload = JSON.parse(String(body.get("payload"))) as { user: { team_id: string } };
  payload.user.team_id = "T9999";
  return new URLSearchParams({ payload: JSON.stringify(payload) });
}

async function typed(command: string, text: string, channel: string): Promise<string> {
  const { id, body } = slack.slashCommand(command, text, channel);
  await slack.deliver(bot.address, body);
  return JSON.stringify(await slack.answer(id));
}

describe("where only some channels are allowed", () => {
  beforeEach(async () => {
    bot = await startBot(slack, "http", { allowedChannels: ["C0001"] });
  });

  it("answers in those and in direct messages, and says elsewhere where to ask", async () => {
    expect(await typed("/terugkeer", "Algerije", "C0001")).toContain("Algerije: ");
    expect(await typed("/terugkeer", "Algerije", "D0001")).toContain("Algerije: ");
    expect(await typed("/terugkeer", "Algerije", "C0002")).toContain("in dit kanaal niet in gebruik");
  });

  it("answers a press there with the same, and a mention for the eyes of who asked", async () => {
    const { id, body } = slack.press({ type: "button", action_id: "answer-filters", value: "" }, { channel: "C0009" });
    await slack.deliver(bot.address, body);
    expect((await slack.answer(id)).text).toContain("niet in gebruik");
    slack.web.channels.set("C0009", []);
    const { ts } = slack.web.say("C0009", "U0001", "<@U0BOT> Algerije");
    const mention = {
      type: "app_mention",
      user: "U0001",
      channel: "C0009",
      text: "<@U0BOT> Algerije",
      ts,
      event_ts: ts,
    };
    await slack.deliver(bot.address, slack.event(mention));
    await expect.poll(() => slack.web.channels.get("C0009")?.length).toBe(2);
    expect(slack.web.channels.get("C0009")?.[1]).toMatchObject({ onlyFor: "U0001" });
  });

  it("shows no link there", async () => {
    const link = "https://zoek.officielebekendmakingen.nl/kst-32317-929.html";
    for (const channel of ["C0009", "C0001"])
      await slack.deliver(bot.address, JSON.stringify(slack.posted.links(channel, [link])));
    await slack.posted.firstIn("C0001");
    expect(slack.posted.unfurled.map(({ channel }) => channel)).toEqual(["C0001"]);
  });
});

describe("where only some people may change what a channel follows", () => {
  beforeEach(async () => {
    bot = await startBot(slack, "http", { subscribers: ["U0002"] });
  });

  it("tells others so, whatever they try, and lets them follow in their own conversation", async () => {
    const own = bot.parts.store.subscriptions;
    const wish = { team: "T0001", maker: "U0002", query: "Marokko" } as const;
    const frequency = { every: "arrival" } as const;
    const { id } = own.add({ ...wish, place: "C0001" as Place, frequency }, 0, new Date());
    for (const text of ["Algerije", `wijzig ${id} om 9:00`, `pauzeer ${id}`, `hervat ${id}`, `stop ${id}`])
      expect(await typed("/attendering", text, "C0001")).toContain("alleen de mensen wijzigen");
    for (const action of ["subscription-pause", "subscription-stop"]) {
      const press = slack.press({ type: "button", action_id: action, value: String(id) });
      await slack.deliver(bot.address, press.body);
      expect((await slack.answer(press.id)).text).toContain("alleen de mensen wijzigen");
    }
    expect(own.one(id)).toMatchObject({ paused: null, frequency });
    expect(await typed("/attendering", "Algerije", "D0001")).toContain("gemaakt");
    expect(await typed("/attendering", "lijst", "C0001")).toContain("Marokko");
  });

  it("lets those people do it", async () => {
    const { id, body } = slack.slashCommand("/attendering", "Algerije");
    body.set("user_id", "U0002");
    await slack.deliver(bot.address, body);
    expect((await slack.answer(id)).text).toContain("gemaakt");
  });
});

describe("in a channel that is shared with another organisation", () => {
  beforeEach(async () => {
    bot = await startBot(slack, "http");
    slack.web.sharedOutside.add("C0001");
  });

  it("follows nothing: the others would see what is followed", async () => {
    expect(await typed("/attendering", "Algerije", "C0001")).toContain("gedeeld met een andere organisatie");
    expect(bot.parts.store.subscriptions.active()).toEqual([]);
    expect(await typed("/attendering", "Algerije", "D0001")).toContain("gemaakt");
  });

  it("answers a mention by its own people for their eyes only, and shows no link", async () => {
    const { ts } = slack.web.say("C0001", "U0001", "<@U0BOT> Algerije");
    const mention = {
      type: "app_mention",
      user: "U0001",
      channel: "C0001",
      text: "<@U0BOT> Algerije",
      ts,
      event_ts: ts,
    };
    const event = JSON.parse(slack.event(mention)) as object;
    const link = slack.posted.links("C0001", ["https://zoek.officielebekendmakingen.nl/kst-32317-929.html"]);
    for (const body of [link, event])
      await slack.deliver(bot.address, JSON.stringify({ ...body, is_ext_shared_channel: true }));
    await expect.poll(() => slack.web.channels.get("C0001")?.length).toBe(2);
    expect(slack.web.channels.get("C0001")?.[1]).toMatchObject({ onlyFor: "U0001" });
    expect(slack.posted.unfurled).toEqual([]);
  });
});
