import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { buttonNamed, pressablesIn } from "../stand-in/pressables.ts";
import { type Message, SlackStandIn } from "../stand-in/slack.ts";
import { startBot, type TestBot } from "./bot.ts";

/** Everything that a person does in the walk through the preview, against the stand-in; Slack sends each thing twice. */

describe.each(["http", "socket"] as const)("a walk over %s, everything delivered twice", (mode) => {
  let slack: SlackStandIn;
  let bot: TestBot;
  /** How many messages each response_url ought to get. */
  const expected = new Map<string, number>();

  beforeAll(async () => {
    slack = await SlackStandIn.start();
    bot = await startBot(slack, mode);
  });

  let stopping: Promise<void> | null = null;
  /** Everything under way is done by then. */
  function stopped(): Promise<void> {
    stopping ??= bot.stop();
    return stopping;
  }

  afterAll(async () => {
    await stopped();
    await slack.stop();
  });

  /** Hands the bot what Slack would send, once; gives what the acknowledgement carries. */
  async function deliver(body: URLSearchParams | string): Promise<unknown> {
    if (mode === "http") {
      const response = await slack.deliver(bot.address, body);
      expect(response.status).toBe(200);
      const text = await response.text();
      return text === "" ? undefined : JSON.parse(text);
    }
    if (typeof body === "string") return slack.sendEnvelope(JSON.parse(body), "events_api");
    const payload = body.get("payload");
    if (payload === null) return slack.sendEnvelope(Object.fromEntries(body), "slash_commands");
    return slack.sendEnvelope(JSON.parse(payload), "interactive");
  }

  async function twice(body: URLSearchParams | string): Promise<unknown> {
    const acknowledgement = await deliver(body);
    await deliver(body);
    return acknowledgement;
  }

  async function ask(text: string, command = "/terugkeer"): Promise<Message> {
    const { id, body } = slack.slashCommand(command, text);
    expected.set(id, 1);
    await twice(body);
    return slack.answer(id);
  }

  async function press(element: object, messages = 1): Promise<Message> {
    const { id, body } = slack.press(element);
    expected.set(id, messages);
    await twice(body);
    return slack.answer(id);
  }

  /** Presses what opens or changes a modal, and gives the modal that is then on top. */
  async function open(body: URLSearchParams): Promise<{ title: { text: string }; blocks: unknown[] }> {
    const before = slack.web.calls.length;
    await twice(body);
    await vi.waitFor(() => expect(slack.web.calls.length).toBeGreaterThan(before), 10_000);
    return slack.web.topModal?.payload as unknown as { title: { text: string }; blocks: unknown[] };
  }

  /** From a message: the press itself is answered by no message. */
  function opening(element: object): URLSearchParams {
    const { id, body } = slack.press(element);
    expected.set(id, 0);
    return body;
  }

  it("asks, and turns the pages", async () => {
    const first = await ask("terugkeer");
    const second = await press(buttonNamed(first.blocks, "Meer"));
    expect(second.replace_original).toBe(true);
    const back = await press(buttonNamed(second.blocks, "Vorige"));
    expect(back.blocks).toEqual(first.blocks);
    const newest = await press(buttonNamed(back.blocks, "Nieuwste eerst"));
    expect(JSON.stringify(newest.blocks)).toContain("Hieronder de nieuwste 8 van ");
  });

  it("filters: what is wrong is told at the acknowledgement, what is right replaces the answer", async () => {
    const answer = await ask("samenwerking land:Marokko");
    const { id, body } = slack.press(buttonNamed(answer.blocks, "Filters"));
    expected.set(id, 1);
    await open(body);
    const field = (name: string, value: object) => ({ [name]: { [name]: value } });
    const wrong = slack.submit(field("dossier", { type: "plain_text_input", value: "veel" }));
    expect(await deliver(wrong)).toMatchObject({ response_action: "errors", errors: { dossier: expect.any(String) } });
    await twice(
      slack.submit({
        ...field("words", { type: "plain_text_input", value: "samenwerking" }),
        ...field("countries", { type: "multi_static_select", selected_options: [{ value: "DZ" }] }),
        ...field("until", { type: "datepicker", selected_date: "2018-12-31" }),
      }),
    );
    const filtered = await slack.answer(id);
    expect(filtered).toMatchObject({ replace_original: true, response_type: "ephemeral" });
    expect(filtered.text).toMatch(/^samenwerking land:Algerije tot:2018-12-31: \d+ passages? in \d brie/);
  });

  it("reads a passage in context, goes on in the letter, and takes the quotation from there", async () => {
    const answer = await ask("Algerije");
    const context = await open(opening(buttonNamed(answer.blocks, "Lees in context")));
    expect(JSON.stringify(context.blocks)).toContain("De passage zelf");
    const further = await open(slack.pressInView(buttonNamed(context.blocks, "Verder in de brief")));
    expect(further.blocks).not.toEqual(context.blocks);
    expect(slack.web.modals).toHaveLength(1);
    const quote = await open(slack.pressInView(buttonNamed(further.blocks, "Citaat")));
    expect(quote.title.text).toBe("Citaat");
    expect(slack.web.modals).toHaveLength(2);
    expect((await twice(slack.submit({}))) ?? {}, "Klaar closes it").toEqual({});
  });

  it("shares a passage, and says what it thought of the answer", async () => {
    const answer = await ask("110 gevallen terugkeer onder toezicht");
    const shared = await press(buttonNamed(answer.blocks, "Deel in kanaal"), 2);
    expect(shared).toMatchObject({ response_type: "in_channel", replace_original: false });
    expect(JSON.stringify(shared.blocks)).toContain('{"type":"user","user_id":"U0001"}');
    const feedback = pressablesIn(answer.blocks).find(({ type }) => type === "feedback_buttons");
    const { action_id: action, positive_button: positive } = feedback ?? {};
    await press({ type: "feedback_buttons", action_id: action, value: positive?.value });
    expect(bot.parts.feedback.counts()).toMatchObject({ helpful: 1, unhelpful: 0 });
  });

  it("asks for a timeline, and for one letter by its citation", async () => {
    const timeline = await ask("Algerije", "/tijdlijn");
    expect(timeline.response_type).toBe("ephemeral");
    expect(timeline.text).toMatch(/^Tijdlijn van Algerije: 5 passages in 4 brieven/);
    const letter = await ask("Kamerstukken II 2024/25, 32 317, nr. 929", "/brief");
    expect(letter.response_type).toBe("ephemeral");
    expect(JSON.stringify(letter.blocks)).toContain("29 januari 2025");
  });

  it("asks for help, makes a mistake, finds nothing, and opens the home", async () => {
    expect((await ask("help")).text).toContain("/terugkeer Algerije");
    expect((await ask("kleur:rood terugkeer")).text).toContain("land:");
    expect((await ask("gasprijzen huishoudens")).text).toContain("Niets gevonden over gasprijzen huishoudens");
    const event = { type: "app_home_opened", user: "U0001", channel: "D0001", tab: "home", event_ts: "1700000000.1" };
    slack.web.failNext("views.publish", "ratelimited", 1);
    await twice(slack.event(event));
    await vi.waitFor(() => expect(slack.web.homes.has("U0001")).toBe(true), 10_000);
  });

  it("opens no modal with a trigger that Slack takes no more, and says so instead of nothing", async () => {
    const answer = await ask("Algerije");
    slack.web.failNext("views.open", "expired_trigger_id");
    expect((await press(buttonNamed(answer.blocks, "Lees in context"))).text).not.toBe("");
  });

  it.runIf(mode === "socket")(
    "goes on after its socket was cut, and does once what was delivered on both",
    async () => {
      const first = slack.slashCommand("/terugkeer", "Mongolië");
      const second = slack.slashCommand("/terugkeer", "Marokko");
      expected.set(first.id, 1).set(second.id, 1);
      await deliver(first.body);
      // Of this one the acknowledgement never comes, and perhaps not even the envelope arrives.
      void deliver(second.body);
      await slack.cutSockets();
      await deliver(first.body);
      await deliver(second.body);
      expect((await slack.answer(first.id)).text).toMatch(/^Mongolië: /);
      expect((await slack.answer(second.id)).text).toMatch(/^Marokko: /);
      expect((await ask("Algerije")).text).toMatch(/^Algerije: /);
    },
  );

  it("and every effect was there once", async () => {
    await stopped();
    const counts = [...expected].map(([id, count]) => ({ id, count, got: slack.answers(id).length }));
    expect(counts.filter(({ count, got }) => count !== got)).toEqual([]);
    expect(slack.web.calls.map(({ method }) => method)).toEqual([
      "views.open", // filters
      "views.open", // context
      "views.update", // further in the letter
      "views.push", // quotation
      "views.publish", // home
    ]);
    expect(slack.refused).toEqual([]);
  });
});
