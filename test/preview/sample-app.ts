import { App, LogLevel, type types } from "@slack/bolt";
import { openPreview, type Preview, type PreviewOptions } from "../../src/preview/preview.ts";

/** A real Bolt app, small, with everything that the bot does to the page: answers, buttons, modals, an error. */

export interface Sample {
  app: App;
  preview: Preview;
  /** What handlers got, in order: the bodies of commands, actions, views and events. */
  seen: Record<string, unknown>[];
}

const link = "https://zoek.officielebekendmakingen.nl/kst-32317-929.html";

export function answerBlocks(query: string): types.KnownBlock[] {
  return [
    { type: "section", text: { type: "mrkdwn", text: `*${query}*: 9 passages in 4 brieven, 2014 tot 2025` } },
    { type: "divider" },
    {
      type: "section",
      text: {
        type: "mrkdwn",
        text:
          `*<${link}|Beantwoording vragen schriftelijk overleg informele JBZ-Raad>*\n` +
          "*Vraag (GroenLinks-PvdA):* Is het kabinet in gesprek hierover met Marokko en *Algerije*? Kan de minister " +
          "toelichten welke afspraken daarover zijn gemaakt, en op welke termijn resultaat wordt verwacht?\n\n" +
          "*Antwoord:* De samenwerking heeft in 2024 geresulteerd in 110 gevallen van terugkeer onder toezicht, " +
          "tegenover 2 in 2021 &amp; 45 in 2023. Zie ook noot 3: &lt;!channel&gt; staat hier als tekst.",
      },
      accessory: {
        type: "overflow",
        action_id: "meer",
        options: [
          { text: { type: "plain_text", text: "Nieuwste eerst" }, value: "nieuwste" },
          { text: { type: "plain_text", text: "Oudste eerst" }, value: "oudste" },
        ],
      },
    },
    {
      type: "context",
      elements: [
        { type: "mrkdwn", text: "29 januari 2025" },
        { type: "mrkdwn", text: "Minister Faber-van de Klashorst" },
        { type: "mrkdwn", text: `<${link}|Kamerstukken II 2024/25, 32 317, nr. 929>` },
      ],
    },
    {
      type: "actions",
      block_id: "bij-passage",
      elements: [
        { type: "button", action_id: "context", text: { type: "plain_text", text: "Lees in context" }, value: "p1" },
        {
          type: "button",
          action_id: "delen",
          text: { type: "plain_text", text: "Deel in kanaal" },
          style: "primary",
          value: "p1",
        },
        {
          type: "button",
          action_id: "weg",
          text: { type: "plain_text", text: "Verwijder" },
          style: "danger",
          value: "p1",
          confirm: {
            title: { type: "plain_text", text: "Weet u het zeker?" },
            text: { type: "plain_text", text: "Dit antwoord verdwijnt." },
            confirm: { type: "plain_text", text: "Verwijder" },
            deny: { type: "plain_text", text: "Toch niet" },
          },
        },
        { type: "button", action_id: "bron", text: { type: "plain_text", text: "Bron" }, url: link },
        {
          type: "static_select",
          action_id: "volgorde",
          placeholder: { type: "plain_text", text: "Volgorde" },
          options: [
            { text: { type: "plain_text", text: "Beste eerst" }, value: "best" },
            { text: { type: "plain_text", text: "Nieuwste eerst" }, value: "new" },
          ],
        },
      ],
    },
  ];
}

export const filterView: types.ModalView = {
  type: "modal",
  callback_id: "filters",
  private_metadata: "onderwerp-1",
  notify_on_close: true,
  title: { type: "plain_text", text: "Filters" },
  submit: { type: "plain_text", text: "Pas toe" },
  close: { type: "plain_text", text: "Annuleer" },
  blocks: [
    { type: "section", text: { type: "mrkdwn", text: "Beperk de *9 passages* tot wat u zoekt." } },
    {
      type: "input",
      block_id: "vanaf",
      label: { type: "plain_text", text: "Vanaf" },
      optional: true,
      element: { type: "datepicker", action_id: "dag", initial_date: "2019-01-01" },
    },
    {
      type: "input",
      block_id: "partij",
      label: { type: "plain_text", text: "Fractie" },
      hint: { type: "plain_text", text: "Zoals op de brief: VVD, GroenLinks-PvdA." },
      element: {
        type: "plain_text_input",
        action_id: "naam",
        placeholder: { type: "plain_text", text: "Naam van een fractie" },
      },
    },
    {
      type: "input",
      block_id: "soort",
      label: { type: "plain_text", text: "Soort brief" },
      optional: true,
      element: {
        type: "checkboxes",
        action_id: "soorten",
        options: [
          { text: { type: "plain_text", text: "Antwoord op vragen" }, value: "antwoord" },
          { text: { type: "plain_text", text: "Brief" }, value: "brief" },
        ],
      },
    },
    {
      type: "actions",
      block_id: "verder",
      elements: [
        { type: "button", action_id: "wis", text: { type: "plain_text", text: "Wis filters" }, value: "alles" },
      ],
    },
  ],
};

export const homeOf = (heading: string): types.HomeView => ({
  type: "home",
  blocks: [
    { type: "header", text: { type: "plain_text", text: heading } },
    {
      type: "actions",
      block_id: "thuis",
      elements: [{ type: "button", action_id: "ververs", text: { type: "plain_text", text: "Ververs" }, value: "nu" }],
    },
  ],
});

/** Opens the preview with the sample app behind it, on a free port. */
export async function startSample(options: Partial<PreviewOptions> = {}): Promise<Sample> {
  const preview = await openPreview({
    commands: [
      {
        name: "/terugkeer",
        usage: "<vraag>",
        description: "Zoek in de brieven van ministers over terugkeer",
        example: "/terugkeer Algerije",
      },
      { name: "/tijdlijn", usage: "<land of onderwerp>", description: "Wat er gezegd is, nieuwste eerst" },
    ],
    timeZone: "Europe/Amsterdam",
    shortcuts: [{ callbackId: "bewaar", name: "Bewaar voor debat" }],
    ...options,
  });
  const app = new App({
    receiver: preview.receiver,
    token: preview.token,
    clientOptions: { slackApiUrl: preview.slackApiUrl },
    logLevel: LogLevel.ERROR,
    // The errors that the tests provoke need no room in their output.
    logger: {
      debug() {},
      info() {},
      warn() {},
      error() {},
      setLevel() {},
      getLevel: () => LogLevel.ERROR,
      setName() {},
    },
  });
  const seen: Sample["seen"] = [];
  addHandlers(app, seen);
  await app.start();
  return { app, preview, seen };
}

function addHandlers(app: App, seen: Sample["seen"]): void {
  app.use(async ({ body, next }) => {
    seen.push({ ...body });
    await next();
  });
  app.command("/terugkeer", async ({ ack, respond, command }) => {
    if (command.text === "stil") return;
    if (command.text === "stuk") throw new Error("stuk");
    if (command.text === "meteen") return ack("Meteen antwoord");
    await ack();
    await respond({ text: `Antwoord op ${command.text}`, blocks: answerBlocks(command.text) });
  });
  app.command("/tijdlijn", async ({ ack, client, command }) => {
    await ack();
    await client.chat.postMessage({ channel: command.channel_id, text: `Tijdlijn van ${command.text}` });
  });
  app.action("context", async ({ ack, client, body }) => {
    await ack();
    if ("trigger_id" in body) await client.views.open({ trigger_id: body.trigger_id, view: filterView });
  });
  app.action("delen", async ({ ack, respond }) => {
    await ack();
    await respond({ response_type: "in_channel", text: "Gedeeld met het kanaal" });
    await respond({ replace_original: true, text: "Dit antwoord is gedeeld." });
  });
  app.action("weg", async ({ ack, respond }) => {
    await ack();
    await respond({ delete_original: true });
  });
  app.action(/^(bron|volgorde|meer)$/, async ({ ack }) => ack());
  app.action("wis", async ({ ack, client, body }) => {
    await ack();
    const id = "view" in body ? body.view?.id : undefined;
    if (id !== undefined) {
      await client.views.update({
        view_id: id,
        view: { ...filterView, title: { type: "plain_text", text: "Gewist" } },
      });
    }
  });
  app.view("filters", async ({ ack, view, client }) => {
    const party = view.state.values.partij?.naam?.value;
    if (party === "XYZ") {
      await ack({ response_action: "errors", errors: { partij: "Deze fractie staat in geen enkele brief." } });
      return;
    }
    await ack();
    await client.chat.postEphemeral({ channel: "C0PREVIEW1", user: "U0PREVIEW1", text: `Gefilterd op ${party}` });
  });
  app.view({ callback_id: "filters", type: "view_closed" }, async ({ ack }) => ack());
  app.shortcut("bewaar", async ({ ack, respond }) => {
    await ack();
    await respond("Bewaard.");
  });
  app.event("app_home_opened", async ({ client, event }) => {
    if (event.tab === "home") await client.views.publish({ user_id: event.user, view: homeOf("Welkom") });
  });
  app.action("ververs", async ({ ack, client, body }) => {
    await ack();
    if ("trigger_id" in body) await client.views.open({ trigger_id: body.trigger_id, view: filterView });
    await client.views.publish({ user_id: body.user.id, view: homeOf("Ververst") });
  });
  app.event("app_mention", async ({ say, event }) => {
    await say({ text: "U riep?", ...(event.thread_ts === undefined ? {} : { thread_ts: event.thread_ts }) });
  });
}
