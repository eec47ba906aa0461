import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { buttonNamed } from "../stand-in/pressables.ts";
import { SlackStandIn } from "../stand-in/slack.ts";
import { startBot, type TestBot } from "./bot.ts";
import { pressed, typed } from "./person.ts";

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

const command = (text: string, channel?: string) => typed(slack, bot, "/attendering", text, channel);
const press = (element: object, where?: Parameters<SlackStandIn["press"]>[1]) => pressed(slack, bot, element, where);

const shown = (message: { blocks: unknown[] }) => JSON.stringify(message.blocks);

describe("the buttons under what is followed", () => {
  it("pause, resume and stop, and show how things stand then", async () => {
    await command("Marokko");
    const list = await command("lijst");
    const paused = await press(buttonNamed(list.blocks, "Pauzeer"));
    expect(shown(paused)).toContain("gepauzeerd sinds");
    const resumed = await press(buttonNamed(paused.blocks, "Hervat"));
    expect(shown(resumed)).toContain("op werkdagen om 08:30");
    const stopped = await press(buttonNamed(resumed.blocks, "Stop"));
    expect(shown(stopped)).toContain("niets gevolgd");
  });

  it("open a modal that changes query and time, and says what is wrong under its field", async () => {
    await command("Algerije om 9:00");
    const list = await command("lijst");
    const before = slack.web.calls.length;
    const { id, body } = slack.press(buttonNamed(list.blocks, "Wijzig"));
    await slack.deliver(bot.address, body);
    await vi.waitFor(() => expect(slack.web.calls.length).toBeGreaterThan(before), 10_000);
    expect(JSON.stringify(slack.web.topModal?.payload)).toContain('"initial_time":"09:00"');
    const values = (query: string) => ({
      query: { query: { value: query } },
      when: { when: { selected_option: { value: "vrijdag" } } },
      time: { time: { selected_time: "07:15" } },
    });
    const wrong = await slack.deliver(bot.address, slack.submit(values("kleur:rood")));
    expect(await wrong.json()).toMatchObject({
      response_action: "errors",
      errors: { query: expect.stringContaining("kleur") },
    });
    await slack.deliver(bot.address, slack.submit(values("Ghana")));
    const changed = await slack.answer(id);
    expect(shown(changed)).toContain("Ghana");
    expect(shown(changed)).toContain("elke vrijdag om 07:15");
    await command("stop alles");
  });

  it("offer days of the week only for the weekly list of questions past their term", async () => {
    await command("termijn Algerije op dinsdag");
    const list = await command("lijst");
    const before = slack.web.calls.length;
    await slack.deliver(bot.address, slack.press(buttonNamed(list.blocks, "Wijzig")).body);
    await vi.waitFor(() => expect(slack.web.calls.length).toBeGreaterThan(before), 10_000);
    const modal = JSON.stringify(slack.web.topModal?.payload);
    expect(modal.match(/"Elke \w+dag"/g)).toHaveLength(7 + 1);
    expect(modal).toContain('"initial_option":{"text":{"type":"plain_text","text":"Elke dinsdag"');
    expect(modal).not.toMatch(/werkdagen|binnenkomt/);
    await command("stop alles");
  });

  it("do nothing for somebody elsewhere who did not make it", async () => {
    await command("Tunesië");
    const list = await command("lijst");
    const refused = await press(buttonNamed(list.blocks, "Stop"), { channel: "C0009", user: "U0002" });
    expect(shown(refused)).toContain("is er niet meer");
    expect(shown(await command("lijst"))).toContain("Tunesië");
    await command("stop alles");
  });

  it("stand in the home of who made it too, with where it goes", async () => {
    await command("Irak");
    const home = { type: "app_home_opened", user: "U0001", channel: "D0001", tab: "home", event_ts: "1700000000.1" };
    await slack.deliver(bot.address, slack.event(home));
    const blocks = () => slack.web.homes.get("U0001")?.payload.blocks ?? [];
    await vi.waitFor(() => expect(JSON.stringify(blocks())).toContain("Irak"), 10_000);
    expect(JSON.stringify(blocks())).toContain('"channel_id":"C0001"');
    await slack.deliver(bot.address, slack.pressInView(buttonNamed(blocks(), "Pauzeer"), { home: true }));
    await vi.waitFor(() => expect(JSON.stringify(blocks())).toContain("gepauzeerd sinds"), 10_000);
    await command("stop alles");
  });
});
