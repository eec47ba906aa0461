import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { PassageId } from "../../src/letters/stored-letter.ts";
import { FilesStandIn } from "../stand-in/files.ts";
import { buttonNamed, type Pressable } from "../stand-in/pressables.ts";
import { SlackStandIn } from "../stand-in/slack.ts";
import { startBot, type TestBot } from "./bot.ts";
import { pressed, typed } from "./person.ts";

let slack: SlackStandIn;
let files: FilesStandIn;
let bot: TestBot;
let clock = new Date();

beforeAll(async () => {
  slack = await SlackStandIn.start();
  files = await FilesStandIn.start(slack.web);
  bot = await startBot(slack, "http", { now: () => clock });
});

beforeEach(() => {
  clock = new Date();
  files.shared.length = 0;
  slack.refused.length = 0;
});

afterAll(async () => {
  await bot.stop();
  await files.stop();
  await slack.stop();
});

const numbers =
  "Passages per jaar: 2025: 1 in 1 brief; 2024: 0; 2020 tot en met 2023: geen brieven; 2019: 1 in 1 brief; 2018: geen brieven; 2017: 2 in 1 brief; 2015 tot en met 2016: geen brieven; 2014: 1 in 1 brief.";

const ask = (text: string) => typed(slack, bot, "/tijdlijn", text);
const press = (element: object, where?: Parameters<SlackStandIn["press"]>[1]) => pressed(slack, bot, element, where);

describe("/tijdlijn over HTTP", () => {
  it("is answered for the asker only, with text that reads well aloud", async () => {
    const message = await ask("Algerije");
    expect(message.response_type).toBe("ephemeral");
    expect(message.text.split("\n").slice(0, 3)).toEqual([
      "Tijdlijn van Algerije: 5 passages in 4 brieven.",
      numbers,
      "29 januari 2025: Antwoord: In het geval van Algerije heeft - door de constructieve samenwerking met de Algerijnse ambassade - de Raad van State op 6 mei 2024 de uitspraak gedaan dat uit mag worden gegaan van ‘zicht op uitzetting’.",
    ]);
    expect(slack.refused).toEqual([]);
  });

  it("says what is possible when a filter does not exist", async () => {
    expect((await ask("kleur:rood terugkeer")).text).toContain("kleur");
  });

  it("turns to the next page and back, in the place of the page before", async () => {
    const first = await ask("terugkeer");
    const second = await press(buttonNamed(first.blocks, "Meer"));
    expect(second).toMatchObject({ replace_original: true, response_type: "ephemeral" });
    expect(JSON.stringify(second.blocks)).toContain("Hieronder uitspraak 11 tot en met 15, van nieuw naar oud.");
    const back = await press(buttonNamed(second.blocks, "Vorige"));
    expect(back.blocks).toEqual(first.blocks);
  });

  it("shows every statement once, newest first, through all its pages", async () => {
    const seen: PassageId[] = [];
    let page = await ask("samenwerking");
    for (;;) {
      const sections = page.blocks as { type: string; text?: { text: string }; accessory?: Pressable }[];
      for (const { type, accessory } of sections) if (type === "section") seen.push(accessory?.value as PassageId);
      if (!JSON.stringify(page.blocks).includes('"Meer"')) break;
      page = await press(buttonNamed(page.blocks, "Meer"));
    }
    expect(new Set(seen).size).toBe(seen.length);
    const days = seen.map((id) => bot.parts.letters.letterOf(id)?.date);
    expect(days).toEqual(days.toSorted().reverse());
    expect(seen.length).toBe(15);
  });

  it("opens a statement in context, and all passages of a letter", async () => {
    const message = await ask("terugkeer");
    const open = async (element: Pressable) => {
      const calls = slack.web.calls.length;
      await slack.deliver(bot.address, slack.press(element).body);
      await vi.waitFor(() => expect(slack.web.calls.length).toBeGreaterThan(calls), 10_000);
      return JSON.stringify(slack.web.topModal?.payload.blocks);
    };
    expect(await open(buttonNamed(message.blocks, "Lees in context"))).toContain("Hierna");
    expect(await open(buttonNamed(message.blocks, "Nog 23 passages uit deze brief"))).toContain("29 januari 2025");
  });

  it("works for a day, and then says that it has been forgotten", async () => {
    const message = await ask("Algerije");
    clock = new Date(clock.getTime() + 25 * 60 * 60 * 1000);
    for (const name of ["Stuur mij het plaatje", "Deel plaatje"]) {
      expect((await press(buttonNamed(message.blocks, name))).text).toContain("ouder dan een dag");
    }
    expect(files.shared).toEqual([]);
  });
});

describe("the picture of a timeline", () => {
  it("goes to the person's own conversation with the bot, and nowhere else", async () => {
    const message = await ask("Algerije");
    const told = await press(buttonNamed(message.blocks, "Stuur mij het plaatje"), { user: "U0002" });
    expect(told).toMatchObject({
      response_type: "ephemeral",
      replace_original: false,
      text: "Het plaatje staat in uw eigen gesprek met Terugkeer.",
    });
    expect(files.shared).toMatchObject([
      {
        channel: "D0002",
        name: "tijdlijn-algerije.png",
        title: "Tijdlijn van Algerije",
        comment: `Tijdlijn van Algerije: 5 passages in 4 brieven.\n${numbers}`,
        threadTs: null,
      },
    ]);
    expect(files.shared[0]?.altText).toContain("Staafdiagram van het aantal passages per jaar over Algerije, 2014 tot");
    expect(files.shared[0]?.bytes.subarray(1, 4).toString()).toBe("PNG");
    expect(slack.refused).toEqual([]);
  });

  it("comes into the conversation only after a question, with the name of who shared it", async () => {
    const message = await ask("Algerije");
    const button = buttonNamed(message.blocks, "Deel plaatje");
    expect(button.confirm).toMatchObject({ confirm: { text: "Deel" }, deny: { text: "Niet delen" } });
    expect((await press(button)).text).toBe("Het plaatje is gedeeld.");
    expect(files.shared).toMatchObject([
      {
        channel: "C0001",
        comment: `Tijdlijn van Algerije: 5 passages in 4 brieven.\n${numbers}\nGedeeld door <@U0001>.`,
      },
    ]);
  });

  it("is drawn and sent once when Slack delivers the press twice", async () => {
    const { id, body } = slack.press(buttonNamed((await ask("Algerije")).blocks, "Stuur mij het plaatje"));
    await Promise.all([slack.deliver(bot.address, body), slack.deliver(bot.address, body)]);
    await slack.answer(id);
    expect(files.shared.length).toBe(1);
  });

  it("that a channel without the bot would get is refused with what to do", async () => {
    const message = await ask("Algerije");
    const told = await press(buttonNamed(message.blocks, "Deel plaatje"), { channel: "C0002" });
    expect(told.text).toContain("/invite @Terugkeer");
    expect(files.shared).toEqual([]);
  });

  it.each(["files.getUploadURLExternal", "files.completeUploadExternal", "conversations.open"])(
    "for which a scope is missing at %s is told to the person",
    async (method) => {
      const message = await ask("Algerije");
      slack.web.failNext(method, "missing_scope");
      const told = await press(buttonNamed(message.blocks, "Stuur mij het plaatje"));
      expect(told.text).toContain("Terugkeer mist een recht in Slack");
    },
  );

  it("lets no query become a mention", async () => {
    const message = await ask("Algerije -<!channel> -*vet*");
    await press(buttonNamed(message.blocks, "Deel plaatje"));
    expect(files.shared[0]?.comment).toContain("-&lt;!channel&gt; -\u2060*vet\u2060*");
  });
});
