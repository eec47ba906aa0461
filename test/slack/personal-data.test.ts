import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Place } from "../../src/digest/place.ts";
import { SlackStandIn } from "../stand-in/slack.ts";
import { startBot, type TestBot } from "./bot.ts";

let slack: SlackStandIn;
let bot: TestBot;

beforeAll(async () => {
  slack = await SlackStandIn.start();
  bot = await startBot(slack, "http");
});

afterAll(async () => {
  expect(slack.refused).toEqual([]);
  await bot.stop();
  await slack.stop();
});

const shown = () => JSON.stringify(slack.web.topModal?.payload.blocks);

async function pressAtHome(user: string): Promise<void> {
  const opened = { type: "app_home_opened", user, channel: `D${user.slice(1)}`, tab: "home", event_ts: "1.1" };
  await slack.deliver(bot.address, slack.event(opened));
  await expect.poll(() => slack.web.homes.has(user)).toBe(true);
  expect(JSON.stringify(slack.web.homes.get(user)?.payload)).toContain("Wat er over mij wordt bewaard");
  const element = { type: "button", action_id: "personal-data", value: "own" };
  await slack.deliver(bot.address, slack.pressInView(element, { user, home: true }));
  await expect.poll(() => slack.web.topModal).not.toBeNull();
}

describe("the home", () => {
  it("shows a person what is kept, and deletes it when asked to", async () => {
    const { subscriptions, subjects } = bot.parts.store;
    const wish = { team: "T0001", maker: "U0001", frequency: { every: "arrival" } } as const;
    subscriptions.add({ ...wish, place: "U0001" as Place, query: "Marokko" }, 0, new Date());
    subscriptions.add({ ...wish, place: "C0001" as Place, query: "Algerije" }, 0, new Date());
    subjects.remember({ team: "T0001", channel: "D0001", thread: null }, "visummaatregelen", new Date());
    await pressAtHome("U0001");
    expect(shown()).toContain("2 attenderingen die u maakte of krijgt");
    for (const query of ["Marokko", "Algerije", "visummaatregelen"]) expect(shown()).toContain(query);
    const forget = { type: "button", action_id: "personal-data-forget", value: "own" };
    await slack.deliver(bot.address, slack.pressInView(forget));
    await expect.poll(shown).toContain("Alles over u is verwijderd");
    expect(bot.parts.store.personalData.of(["U0001"])).toEqual([]);
    expect(subscriptions.active().map(({ place, maker }) => [place, maker])).toEqual([["C0001", ""]]);
  });

  it("tells who has nothing there that nothing is kept", async () => {
    slack.web.modals.length = 0;
    await pressAtHome("U0003");
    expect(shown()).toContain("Over u wordt niets bewaard");
  });

  it("shows what a channel follows without a maker when the maker was forgotten", async () => {
    const { id, body } = slack.slashCommand("/attendering", "lijst");
    await slack.deliver(bot.address, body);
    const { blocks } = await slack.answer(id);
    expect(JSON.stringify(blocks)).toContain("van het kanaal");
  });
});
