import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buttonNamed } from "../stand-in/pressables.ts";
import { type Message, SlackStandIn } from "../stand-in/slack.ts";
import type { KeptMessage } from "../stand-in/web-api.ts";
import { startBot, type TestBot } from "./bot.ts";

/** One thread in which a team prepares a debate, from the first question to the document. The steps build on each other. */

const channel = "C0001";
let folder: string;
let slack: SlackStandIn;
let bot: TestBot;
let clock = new Date();
let first: KeptMessage;
/** Answers of the bot in the thread. */
let heardSoFar = 0;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "terugkeer-thread-"));
  slack = await SlackStandIn.start();
  await start();
});

afterAll(async () => {
  await bot.stop();
  await slack.stop();
  rmSync(folder, { recursive: true });
});

async function start(): Promise<void> {
  bot = await startBot(slack, "http", { now: () => clock, database: join(folder, "terugkeer.sqlite") });
}

/** What the bot does after its acknowledgement shows at the stand-in; bounded by the test's own time limit. */
async function settled(done: () => boolean): Promise<void> {
  while (!done()) await new Promise((resolve) => setImmediate(resolve));
}

function answersIn(thread: string): KeptMessage[] {
  return slack.web.posted(channel).filter(({ user, threadTs }) => user === "U0BOT" && threadTs === thread);
}

/** Everything that somebody sees alone. */
function toldAlone(user: string): KeptMessage[] {
  return (slack.web.channels.get(channel) ?? []).filter(({ onlyFor }) => onlyFor === user);
}

interface Said {
  user?: string;
  thread?: string | null;
}

/** Names the bot in a message; Slack sends both events, and the first of them twice. */
async function mention(words: string, { user = "U0001", thread = first?.ts ?? null }: Said = {}): Promise<KeptMessage> {
  const message = slack.web.say(channel, user, `<@U0BOT> ${words}`, thread);
  const { ts, text } = message;
  const inThread = thread === null ? {} : { thread_ts: thread };
  const event = { type: "app_mention", channel, user, text, ts, event_ts: ts, ...inThread };
  const mentioned = slack.event(event, `EvA${ts}`);
  for (const body of [mentioned, mentioned, slack.event({ ...event, type: "message", channel_type: "channel" })])
    expect((await slack.deliver(bot.address, body)).status).toBe(200);
  return message;
}

/** The next answer of the bot in the thread. */
async function answer(): Promise<KeptMessage> {
  await settled(() => answersIn(first.ts).length > heardSoFar);
  heardSoFar += 1;
  const found = answersIn(first.ts)[heardSoFar - 1];
  if (found === undefined) throw new Error("no answer");
  return found;
}

async function ask(words: string, said: Said = {}): Promise<KeptMessage> {
  await mention(words, said);
  return answer();
}

/** Presses a button of a message in the thread; Slack sends the press twice. */
async function press(element: object, user = "U0001"): Promise<Message> {
  const { id, body } = slack.press(element, { user, isEphemeral: false, threadTs: first.ts });
  for (let time = 0; time < 2; time++) expect((await slack.deliver(bot.address, body)).status).toBe(200);
  return slack.answer(id);
}

/** Presses a button that opens or changes a modal. */
async function pressForView(body: URLSearchParams): Promise<{ blocks: unknown[]; title: { text: string } }> {
  const before = slack.web.calls.filter(({ method }) => method.startsWith("views.")).length;
  for (let time = 0; time < 2; time++) expect((await slack.deliver(bot.address, body)).status).toBe(200);
  await settled(() => slack.web.calls.filter(({ method }) => method.startsWith("views.")).length > before);
  return slack.web.topModal?.payload as unknown as { blocks: unknown[]; title: { text: string } };
}

const inView = (element: object, user = "U0001") => pressForView(slack.pressInView(element, { user }));

async function submitText(value: string): Promise<void> {
  const before = slack.web.calls.length;
  const body = slack.submit({ text: { text: { type: "plain_text_input", value } } });
  for (let time = 0; time < 2; time++) expect((await slack.deliver(bot.address, body)).status).toBe(200);
  slack.web.modals.pop();
  await settled(() => slack.web.calls.length > before);
}

const shown = (of: { blocks: unknown[] }): string => JSON.stringify(of.blocks);

describe("a thread in which a debate is prepared", () => {
  it("answers a mention in a channel in a thread under it, for everybody, once", async () => {
    first = await mention("wat is er gezegd over visummaatregelen?", { thread: null });
    const { text, blocks } = await answer();
    expect(text).toContain("Gezocht op “wat is er gezegd over visummaatregelen?”.");
    expect(shown({ blocks })).toContain("Kamerstukken II 2023/24, 29 344, nr. 155");
  });

  it("keeps the subject in follow-ups, and says what it understood", async () => {
    expect((await ask("en Gambia?")).text).toContain("Gezocht op “Gambia visummaatregelen”, als vervolg op");
    expect((await ask("sinds 2020?", { user: "U0002" })).text).toContain("“Gambia visummaatregelen sinds:2020”");
    expect((await ask("en Ethiopië?")).text).toContain("“Ethiopië visummaatregelen sinds:2020”");
  });

  it("says what it did not understand, searches that as it stands, and keeps the subject", async () => {
    expect((await ask("en hoeveel waren dat er?")).text).toContain("Niet begrepen als vervolg op “Ethiopië visum");
    expect((await ask("alleen brieven")).text).toContain("“Ethiopië visummaatregelen sinds:2020 soort:brief”");
  });

  it("knows the subject after a restart", async () => {
    await bot.stop();
    await start();
    expect((await ask("en Bangladesh?")).text).toContain("“Bangladesh visummaatregelen sinds:2020 soort:brief”");
  });

  it("does not hear again what was delivered before the restart", async () => {
    const { ts, text } = first;
    const event = { type: "app_mention", channel, user: "U0001", text, ts, event_ts: ts };
    await slack.deliver(bot.address, slack.event(event, `EvA${ts}`));
    await slack.deliver(bot.address, slack.event(event, "EvAnother"));
    expect((await ask("en Senegal?")).text).toContain("Senegal");
    expect(answersIn(first.ts).length).toBe(heardSoFar);
  });

  it("searches for the last message of a person when it is mentioned without words, in however long a thread", async () => {
    for (let n = 0; n < 10; n++) slack.web.say(channel, "U0003", `bericht ${n} over iets anders`, first.ts);
    slack.web.say(channel, "U0003", "Let op: Marokko, hoe zit het met het *partnerschap*?", first.ts);
    const { text } = await ask("", { user: "U0002" });
    expect(text).toContain("Gezocht op de woorden van het laatste bericht hierboven: “Let op Marokko, hoe zit het met");
    expect(text).toContain("Dat bericht wordt niet bewaard: doorvragen gaat over Marokko");
  });

  it("asks on about the countries of that message", async () => {
    expect((await ask("sinds 2020?")).text).toContain("Gezocht op “Marokko sinds:2020”, als vervolg op “Marokko”.");
    slack.web.say(channel, "U0003", "En de Algerijnse en Tunesische autoriteiten dan?", first.ts);
    expect((await ask("")).text).toContain("doorvragen gaat over Algerije en Tunesië");
    expect((await ask("sinds 2019?")).text).toContain("“land:Algerije land:Tunesië sinds:2019”");
    expect((await ask("en Marokko?")).text).toContain("“land:Marokko sinds:2019”");
  });

  it("keeps nothing of a message that was not written to it: no button leads back to it, and no file holds it", async () => {
    const before = await ask("visummaatregelen Gambia");
    slack.web.say(channel, "U0003", "Terugkeer op vrijwillige basis, zegt Kwartelstaart", first.ts);
    const { text, blocks } = await ask("", { user: "U0002" });
    expect(text).toContain("Kwartelstaart");
    expect(text).toContain("Dat bericht wordt niet bewaard: noem in een vervolgvraag zelf het onderwerp.");
    expect(shown(before)).toMatch(/"action_id":"answer-/);
    expect(shown({ blocks })).toContain('"action_id":"passage-context"');
    expect(shown({ blocks })).not.toMatch(/"action_id":"(?:answer-|letter-passages)/);
    slack.web.say(channel, "U0003", "kwartelstaarten Kwartelstaart", first.ts);
    expect((await ask("")).text).toContain("Niets gevonden over kwartelstaarten Kwartelstaart");
    // The database, what SQLite keeps beside it, and the saved index.
    const files = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile());
    const kept = files.map(({ parentPath, name }) => readFileSync(join(parentPath, name), "latin1").toLowerCase());
    expect(kept.join()).toContain("visummaatregelen gambia");
    expect(kept.join()).not.toContain("kwartelstaart");
    expect((await ask("sinds 2020?")).text).toContain("“visummaatregelen Gambia sinds:2020”");
  });

  it("keeps passages for two people at the same time, each once", async () => {
    const answered = await ask("110 gevallen terugkeer onder toezicht");
    const other = await ask("visummaatregelen Gambia");
    const one = buttonNamed(answered.blocks, "Bewaar voor debat");
    const two = buttonNamed(other.blocks, "Bewaar voor debat");
    const told = await Promise.all([press(one, "U0001"), press(two, "U0002"), press(two, "U0001")]);
    expect(told.map(({ response_type: type }) => type)).toEqual(["ephemeral", "ephemeral", "ephemeral"]);
    expect(told.filter(({ text }) => text.startsWith("Bewaard in het debatdossier van deze draad")).length).toBe(2);
    expect(told.filter(({ text }) => text.includes("stond al in")).length).toBe(1);
  });

  it("finds the passages for the text of any message with a shortcut, for the eyes of who asked", async () => {
    const draft =
      "De samenwerking met Marokko op het gebied van terugkeer is verbeterd. Het kabinet werkt aan een breed partnerschap, en zet in op het terugnemen van uitgeprocedeerde asielzoekers: zie ook de brief van januari.";
    const message = slack.web.say(channel, "U0003", draft, first.ts);
    const { body } = slack.messageShortcut("search_letters", message, { user: "U0002" });
    const view = await pressForView(body);
    expect(view.title.text).toBe("Zoek in Kamerbrieven");
    expect(shown(view)).toContain("Marokko");
    const before = answersIn(first.ts).length;
    await inView(buttonNamed(view.blocks, "Deel in draad"), "U0002");
    await settled(() => answersIn(first.ts).length > before);
    heardSoFar = answersIn(first.ts).length;
    expect(heardSoFar).toBe(before + 1);
    expect(shown({ blocks: answersIn(first.ts).at(-1)?.blocks ?? [] })).toContain('{"type":"user","user_id":"U0002"}');
  });

  it("keeps a passage from the shortcut in the thread of its message", async () => {
    const message = slack.web.say(channel, "U0003", "gemengde commissie met Algerije", first.ts);
    const { body } = slack.messageShortcut("search_letters", message);
    const view = await pressForView(body);
    await inView(buttonNamed(view.blocks, "Bewaar voor debat"));
    const place = { team: "T0001", channel, thread: first.ts };
    expect(bot.parts.collections.ofPlace(place, clock)?.passages.length).toBe(3);
  });

  it("shows the thread's collection at the word dossier, to be ordered, annotated and named", async () => {
    const { text, blocks } = await ask("dossier");
    expect(text).toBe("Het debatdossier van deze draad: 3 passages.");
    const { body } = slack.press(buttonNamed(blocks, "Open debatdossier"), { isEphemeral: false, threadTs: first.ts });
    let view = await pressForView(body);
    const titles = () =>
      bot.parts.collections
        .ofPlace({ team: "T0001", channel, thread: first.ts }, clock)
        ?.passages.map(({ copy }) => copy.source.id);
    const before = titles() ?? [];
    view = await inView(buttonNamed(view.blocks, "Omhoog", 1));
    expect(titles()).toEqual([before[0], before[2], before[1]]);
    view = await inView(buttonNamed(view.blocks, "Notitie"));
    expect(view.title.text).toBe("Notitie bij passage");
    await submitText("Cijfer navragen bij DT&V");
    view = await inView(buttonNamed(slack.web.topModal?.payload.blocks ?? [], "Naam wijzigen"));
    await submitText("Debat <!channel> JBZ");
    const drawn = slack.web.topModal?.payload.blocks ?? [];
    expect(JSON.stringify(drawn)).toContain("Cijfer navragen bij DT&V");
    expect(JSON.stringify(drawn)).toContain("Het debatdossier “Debat <!channel> JBZ”: 3 passages");
  });

  it("undoes a removal within ten minutes", async () => {
    let view = await inView(buttonNamed(slack.web.topModal?.payload.blocks ?? [], "Verwijder"));
    expect(shown(view)).toContain("2 passages");
    expect(shown(view)).toContain("Verwijderd: ");
    clock = new Date(clock.getTime() + 9 * 60_000);
    view = await inView(buttonNamed(view.blocks, "Ongedaan maken"));
    expect(shown(view)).toContain("3 passages");
    expect(shown(view)).toContain("Cijfer navragen bij DT&V");
  });

  it("shows how a subject developed, newest first", async () => {
    const view = await inView(buttonNamed(slack.web.topModal?.payload.blocks ?? [], "Toon ontwikkeling"));
    expect(view.title.text).toBe("Ontwikkeling");
    expect(shown(view)).toMatch(/Eerder: |Later: |Zelfde dag: /);
    slack.web.modals.pop();
  });

  it("leaves with a Word document in the thread, once, and with Markdown", async () => {
    const { blocks } = slack.web.topModal?.payload ?? { blocks: [] };
    const view = await inView(buttonNamed(blocks, "Maak Word-document"));
    expect(shown(view)).toContain("Het document staat in het gesprek.");
    await inView(buttonNamed(blocks, "Markdown"));
    const [word, markdown, ...others] = slack.web.files;
    expect(others).toEqual([]);
    expect(word).toMatchObject({ channel, threadTs: first.ts, title: "Debat <!channel> JBZ" });
    expect(word?.name).toMatch(/^debat-channel-jbz-\d{4}-\d\d-\d\d\.docx$/);
    const document = strFromU8(
      unzipSync(new Uint8Array(word?.bytes ?? Buffer.alloc(0)))["word/document.xml"] ?? new Uint8Array(),
    );
    expect(document).toContain("110 gevallen van terugkeer onder toezicht");
    expect(document).toContain("Cijfer navragen bij DT&amp;V");
    expect(markdown?.bytes?.toString("utf8")).toContain("# Debat \\<!channel\\> JBZ");
    expect(word?.comment).not.toContain("<!channel>");
  });

  it("is listed by /debat in the channel", async () => {
    const { id, body } = slack.slashCommand("/debat", "");
    await slack.deliver(bot.address, body);
    expect((await slack.answer(id)).text).toContain("Debat &lt;!channel&gt; JBZ: 3 passages.");
  });

  it("did nothing that Slack refuses", () => {
    expect(slack.refused).toEqual([]);
  });
});

describe("the bot's manners", () => {
  async function deliverMessage(event: Record<string, unknown>): Promise<void> {
    expect((await slack.deliver(bot.address, slack.event({ type: "message", ...event }))).status).toBe(200);
  }

  /** Something that is answered for certain, so that what came before it has been dealt with. */
  async function answeredDirectly(words: string): Promise<KeptMessage> {
    await slack.web.call("conversations.open", { users: "U0003" });
    const { ts } = slack.web.say("D0003", "U0003", words);
    const before = slack.web.posted("D0003").filter(({ user }) => user === "U0BOT").length;
    await deliverMessage({ channel: "D0003", channel_type: "im", user: "U0003", text: words, ts, event_ts: ts });
    const answers = () => slack.web.posted("D0003").filter(({ user }) => user === "U0BOT");
    await settled(() => answers().length > before);
    return answers().at(-1) as KeptMessage;
  }

  it("answers a direct message without a mention, and follows up there", async () => {
    expect((await answeredDirectly("Marokko partnerschap")).text).toContain("Gezocht op “Marokko partnerschap”.");
    expect((await answeredDirectly("en Nigeria?")).text).toContain("Gezocht op “Nigeria partnerschap”");
  });

  it("is silent unless spoken to, and never answers a bot, itself, an edit or somebody who joins", async () => {
    const before = slack.web.posted(channel).length;
    const ts = slack.web.nextTs();
    await deliverMessage({ channel, channel_type: "channel", user: "U0001", text: "Marokko", ts });
    const said = { channel: "D0003", channel_type: "im", text: "Marokko" };
    await deliverMessage({ ...said, user: "U0004", bot_id: "B0009", ts: slack.web.nextTs() });
    await deliverMessage({ ...said, user: "U0BOT", ts: slack.web.nextTs() });
    await deliverMessage({ ...said, user: "U0003", subtype: "message_changed", ts: slack.web.nextTs() });
    await deliverMessage({ ...said, user: "U0003", subtype: "channel_join", ts: slack.web.nextTs() });
    const mention = { type: "app_mention", channel, text: "<@U0BOT> Marokko", user: "U0004", bot_id: "B0009" };
    await slack.deliver(bot.address, slack.event({ ...mention, ts: slack.web.nextTs() }));
    const direct = slack.web.posted("D0003").length;
    await answeredDirectly("Algerije");
    expect(slack.web.posted("D0003").length).toBe(direct + 2);
    expect(slack.web.posted(channel).length).toBe(before);
  });

  it("says how to ask when it is named in a channel without words, to who did so alone", async () => {
    const before = toldAlone("U0002").length;
    await mention("", { user: "U0002", thread: null });
    await settled(() => toldAlone("U0002").length > before);
    expect(toldAlone("U0002").at(-1)?.text).toContain("Zo vraagt u iets aan Terugkeer");
  });

  it.each([
    ["missing_scope", "mist daarvoor een recht"],
    ["not_in_channel", "/invite @Terugkeer"],
  ])("tells once what it lacks to read a thread: %s", async (error, sentence) => {
    const told = async () => {
      const before = toldAlone("U0003").length;
      slack.web.failNext("conversations.replies", error);
      await mention("", { user: "U0003", thread: first.ts });
      await settled(() => toldAlone("U0003").length > before);
      return toldAlone("U0003").at(-1)?.text ?? "";
    };
    expect(await told()).toContain(sentence);
    const again = await told();
    expect(again).toContain("Zo vraagt u iets aan Terugkeer");
    expect(again).not.toContain(sentence);
  });

  it("tells who asked, alone, what is wrong with a filter", async () => {
    const before = toldAlone("U0001").length;
    await mention("Marokko kleur:rood");
    await settled(() => toldAlone("U0001").length > before);
    expect(toldAlone("U0001").at(-1)?.text).toContain("kleur");
  });

  it("says where a document could not be put", async () => {
    const collection = bot.parts.collections.ofPlace({ team: "T0001", channel, thread: first.ts }, clock);
    const element = { type: "button", action_id: "collection-markdown", value: String(collection?.id) };
    slack.web.failNext("files.completeUploadExternal", "not_in_channel");
    const { id, body } = slack.press(element);
    await slack.deliver(bot.address, body);
    expect((await slack.answer(id)).text).toContain("/invite @Terugkeer");
  });

  it("forgets the subject of a thread after fourteen days", async () => {
    clock = new Date(clock.getTime() + 15 * 24 * 60 * 60_000);
    heardSoFar = answersIn(first.ts).length;
    expect((await ask("en Marokko?")).text).toContain("Gezocht op “en Marokko?”.");
  });
});
