import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { buttonNamed, pressablesIn } from "../stand-in/pressables.ts";
import { SlackStandIn } from "../stand-in/slack.ts";
import { startBot, type TestBot } from "./bot.ts";
import { pressed, typed } from "./person.ts";

let slack: SlackStandIn;
let bot: TestBot;
let clock = new Date();

beforeAll(async () => {
  slack = await SlackStandIn.start();
  bot = await startBot(slack, "http", { now: () => clock });
});

beforeEach(() => {
  clock = new Date();
});

afterAll(async () => {
  await bot.stop();
  await slack.stop();
});

const ask = (text: string) => typed(slack, bot, "/terugkeer", text);
const press = (element: object, where?: Parameters<SlackStandIn["press"]>[1]) => pressed(slack, bot, element, where);

/** Presses something that opens a modal, and gives the modal. */
async function open(element: object): Promise<{ type: string; blocks: unknown[]; private_metadata?: string }> {
  const before = slack.web.calls.length;
  const { body } = slack.press(element);
  expect((await slack.deliver(bot.address, body)).status).toBe(200);
  await settled(() => slack.web.calls.length > before);
  const view = slack.web.topModal;
  if (view === null) throw new Error("no modal");
  return view.payload;
}

/** What the bot does after its acknowledgement shows at the stand-in. */
function settled(done: () => boolean): Promise<void> {
  return vi.waitFor(() => {
    expect(done()).toBe(true);
  }, 10_000);
}

describe("the buttons under an answer", () => {
  it("turn to the next page and back, in the place of the page before", async () => {
    const first = await ask("terugkeer");
    const second = await press(buttonNamed(first.blocks, "Meer"));
    expect(second).toMatchObject({ replace_original: true, response_type: "ephemeral" });
    expect(JSON.stringify(second.blocks)).toContain("Hieronder passage 9 tot en met ");
    const back = await press(buttonNamed(second.blocks, "Vorige"));
    expect(JSON.stringify(back.blocks)).toEqual(JSON.stringify(first.blocks));
    expect(slack.refused).toEqual([]);
  });

  it("leave a message for everybody as it is, and answer who pressed", async () => {
    const first = await ask("terugkeer");
    const second = await press(buttonNamed(first.blocks, "Meer"), { isEphemeral: false });
    expect(second).toMatchObject({ replace_original: false, response_type: "ephemeral" });
  });

  it("put the newest letters first, and the best again", async () => {
    const first = await ask("terugkeer");
    const newest = await press(buttonNamed(first.blocks, "Nieuwste eerst"));
    const days = [...JSON.stringify(newest.blocks).matchAll(/\d{1,2} [a-z]+ (20\d\d) · /g)].map(([, year]) =>
      Number(year),
    );
    expect(days.length).toBeGreaterThan(2);
    expect(days).toEqual(days.toSorted((a, b) => b - a));
    const best = await press(buttonNamed(newest.blocks, "Beste eerst"));
    expect(JSON.stringify(best.blocks)).toEqual(JSON.stringify(first.blocks));
  });

  it("work for a day, and then say that the answer has been forgotten", async () => {
    const first = await ask("terugkeer");
    clock = new Date(clock.getTime() + 25 * 60 * 60 * 1000);
    const late = await press(buttonNamed(first.blocks, "Meer"));
    expect(late.text).toContain("ouder dan een dag");
    const again = await open(buttonNamed(late.blocks, "Opnieuw zoeken"));
    expect(JSON.stringify(again.blocks)).toContain("Woorden of vraag");
    expect(JSON.stringify(again.blocks)).not.toContain("initial_value");
  });

  it("show every passage of one letter", async () => {
    const first = await ask("terugkeer");
    const button = pressablesIn(first.blocks).find(({ text }) =>
      /^Nog \d+ passages uit deze brief$/.test(text?.text ?? ""),
    );
    const more = Number(/\d+/.exec(button?.text?.text ?? "")?.[0]);
    const { blocks } = await open(button ?? {});
    const shown = blocks.filter((block) => (block as { type: string }).type === "actions").length;
    expect(shown).toBe(Math.min(45, more + 2));
  });

  it("offer, where nothing answers all of a query, the parts of it that have answers", async () => {
    const nothing = await ask("Marokko visummaatregelen");
    expect(nothing.text).toContain("Niets gevonden");
    const names = pressablesIn(nothing.blocks).map(({ text }) => text?.text);
    expect(names).toEqual([
      expect.stringMatching(/^Marokko: \d+ passages$/),
      expect.stringMatching(/^visummaatregelen: \d passages$/),
      "Filters",
    ]);
    const part = await press(pressablesIn(nothing.blocks)[1] ?? {});
    expect(part).toMatchObject({ replace_original: true });
    expect(part.text).toMatch(/^visummaatregelen: \d passages in \d brieven/);
  });

  it("take whether an answer helped, without the person", async () => {
    const first = await ask("Marokko");
    const feedback = pressablesIn(first.blocks).find(({ type }) => type === "feedback_buttons") as unknown as {
      action_id: string;
      negative_button: { value: string };
    };
    const before = bot.parts.feedback.counts();
    const thanks = await press({
      type: "feedback_buttons",
      action_id: feedback.action_id,
      ...feedback.negative_button,
    });
    expect(thanks.text).toContain("zonder uw naam");
    expect(bot.parts.feedback.counts()).toEqual({ ...before, unhelpful: before.unhelpful + 1 });
  });

  it("carry ids only: no word of the query or the letters", async () => {
    const { blocks } = await ask("samenwerking Marokko visum");
    for (const { value = "", action_id: action } of pressablesIn(blocks)) {
      expect(`${action} ${value}`).not.toMatch(/samenwerking|marokko|visum/i);
    }
  });
});

describe("the buttons under a passage", () => {
  it("show it among its neighbours, with its footnotes and references", async () => {
    const answer = await ask("terugkeer Marokko");
    const { blocks } = await open(buttonNamed(answer.blocks, "Lees in context"));
    const shown = JSON.stringify(blocks);
    expect(shown).toContain("Hieraan vooraf");
    expect(shown).toContain("Hierna");
    expect(shown).toContain("De passage zelf");
  });

  it("give the quotation and its source as text to select", async () => {
    const answer = await ask("110 gevallen terugkeer onder toezicht");
    const { blocks } = await open(buttonNamed(answer.blocks, "Citaat"));
    const fields = blocks.flatMap((block) => {
      const { element } = block as { element?: { initial_value: string } };
      return element === undefined ? [] : [element.initial_value];
    });
    expect(fields.join("\n")).toContain("110 gevallen van terugkeer onder toezicht");
    expect(fields.at(-1)).toContain("29 januari 2025, Kamerstukken II 2024/25, 32 317, nr. 929");
    expect(fields.at(-1)).toContain("https://zoek.officielebekendmakingen.nl/kst-32317-929.html");
  });

  it("share it with everybody, whole, with its source and who shared it, after a question", async () => {
    const answer = await ask("110 gevallen terugkeer onder toezicht");
    const button = buttonNamed(answer.blocks, "Deel in kanaal");
    expect(button.confirm).toMatchObject({
      title: { text: "Delen met iedereen?" },
      text: { text: "De passage komt met vindplaats in dit gesprek te staan, met uw naam erbij." },
      confirm: { text: "Deel" },
      deny: { text: "Niet delen" },
    });
    const shared = await press(button, { user: "U0002" });
    expect(shared).toMatchObject({ response_type: "in_channel", replace_original: false });
    const shown = JSON.stringify(shared.blocks);
    expect(shown).toContain("110 gevallen van terugkeer onder toezicht");
    expect(shown).toContain('{"type":"user","user_id":"U0002"}');
    expect(shown).toContain("Kamerstukken II 2024/25, 32 317, nr. 929");
  });

  it("do what is pressed once, although Slack delivers it twice", async () => {
    const answer = await ask("Algerije");
    const { id, body } = slack.press(buttonNamed(answer.blocks, "Deel in kanaal"));
    expect((await slack.deliver(bot.address, body)).status).toBe(200);
    expect((await slack.deliver(bot.address, body)).status).toBe(200);
    await settled(() => slack.answers(id).length >= 2);
    expect(slack.answers(id).map(({ response_type: type }) => type)).toEqual(["in_channel", "ephemeral"]);
  });

  it("say so when a passage is there no more", async () => {
    const gone = await press({ type: "button", action_id: "passage-quote", value: "99.1.1" });
    expect(gone.text).toContain("ingetrokken");
  });
});

describe("the filters", () => {
  it("stand filled in with what was typed, and search again in the place of the answer", async () => {
    const answer = await ask("samenwerking land:Marokko sinds:2015");
    const { blocks, private_metadata: metadata } = await open(buttonNamed(answer.blocks, "Filters"));
    expect(JSON.stringify(blocks)).toContain('"initial_value":"samenwerking"');
    expect(JSON.stringify(blocks)).toContain('"initial_date":"2015-01-01"');
    expect(JSON.stringify(blocks)).toContain('"initial_options":[{"text":{"type":"plain_text","text":"Marokko"');
    const { responseUrl } = JSON.parse(String(metadata)) as { responseUrl: string };
    const values = {
      words: { words: { type: "plain_text_input", value: "samenwerking" } },
      countries: { countries: { type: "multi_static_select", selected_options: [{ value: "DZ" }] } },
      until: { until: { type: "datepicker", selected_date: "2018-12-31" } },
    };
    expect((await slack.deliver(bot.address, slack.submit(values))).status).toBe(200);
    const filtered = await slack.answer(String(responseUrl.split("/").at(-1)));
    expect(filtered).toMatchObject({ replace_original: true });
    expect(filtered.text).toMatch(/^samenwerking land:Algerije tot:2018-12-31: \d+ passages? in \d brie/);
  });

  it("say under the field what is wrong", async () => {
    const answer = await ask("Algerije");
    await open(buttonNamed(answer.blocks, "Filters"));
    const response = await slack.deliver(
      bot.address,
      slack.submit({ dossier: { dossier: { type: "plain_text_input", value: "veel" } } }),
    );
    expect(await response.json()).toMatchObject({
      response_action: "errors",
      errors: { dossier: expect.stringContaining("dossiernummer") },
    });
  });

  it.each([
    ["dossier", { dossier: { dossier: { type: "plain_text_input", value: "veel" } } }],
    ["party", { party: { party: { type: "plain_text_input", value: "..." } } }],
    ["from", { from: { from: { type: "plain_text_input", value: "?" } } }],
    [
      "until",
      {
        since: { since: { type: "datepicker", selected_date: "2020-01-01" } },
        until: { until: { type: "datepicker", selected_date: "2019-01-01" } },
      },
    ],
    ["words", { words: { words: { type: "plain_text_input", value: "Algerije dossier:veel" } } }],
  ])("say it under the field that it was filled in in: %s", async (field, values) => {
    const answer = await ask("Algerije");
    await open(buttonNamed(answer.blocks, "Filters"));
    const response = await slack.deliver(bot.address, slack.submit(values));
    expect(Object.keys(((await response.json()) as { errors: object }).errors)).toEqual([field]);
  });

  it("say that they must be opened anew when they were opened before the bot was renewed", async () => {
    const answer = await ask("Algerije");
    const view = await open(buttonNamed(answer.blocks, "Filters"));
    view.private_metadata = JSON.stringify({ channel: "C0001" });
    const before = slack.web.posted("D0001").length;
    const words = { words: { words: { type: "plain_text_input", value: "Algerije" } } };
    expect((await slack.deliver(bot.address, slack.submit(words))).status).toBe(200);
    await settled(() => slack.web.posted("D0001").length > before);
    expect(slack.web.posted("D0001").at(-1)?.text).toContain("Open het opnieuw.");
  });

  it("want a word or a filter", async () => {
    const answer = await ask("Algerije");
    await open(buttonNamed(answer.blocks, "Filters"));
    const response = await slack.deliver(bot.address, slack.submit({}));
    expect(await response.json()).toMatchObject({ response_action: "errors" });
  });
});

describe("when Slack refuses", () => {
  it("an answer goes to the channel for the asker alone when its response_url is spent", async () => {
    const { id, body } = slack.slashCommand("/terugkeer", "Algerije");
    slack.spend(id);
    await slack.deliver(bot.address, body);
    const alone = () => slack.web.channels.get("C0001")?.filter(({ onlyFor }) => onlyFor === "U0001") ?? [];
    await settled(() => alone().length > 0);
    expect(alone().at(-1)?.text).toContain("Algerije: ");
    slack.refused.length = 0;
  });

  it("and to the person's own conversation with the bot where the bot is not in the channel", async () => {
    const before = slack.web.posted("D0001").length;
    const { id, body } = slack.slashCommand("/terugkeer", "Marokko", "C0002");
    slack.spend(id);
    await slack.deliver(bot.address, body);
    await settled(() => slack.web.posted("D0001").length > before);
    expect(slack.web.posted("D0001").at(-1)?.text).toContain("Marokko: ");
    slack.refused.length = 0;
  });
});

describe("the home of the app", () => {
  it("shows what is in the collection, how to ask, and what is kept", async () => {
    const event = { type: "app_home_opened", user: "U0003", channel: "D0003", tab: "home", event_ts: "1700000000.1" };
    expect((await slack.deliver(bot.address, slack.event(event))).status).toBe(200);
    await settled(() => slack.web.homes.has("U0003"));
    const shown = JSON.stringify(slack.web.homes.get("U0003")?.payload.blocks);
    expect(shown).toContain("5 brieven met ");
    expect(shown).toContain("van 25 februari 2014 tot en met 29 januari 2025");
    expect(shown).toContain("/terugkeer Algerije");
    expect(shown).toContain("Wat Terugkeer over u bewaart");
  });
});
