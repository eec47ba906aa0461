import { randomUUID } from "node:crypto";
import { once } from "node:events";
import type { Receiver } from "@slack/bolt";
import { type Clock, systemClock } from "./clock.ts";
import { Drawing } from "./drawing.ts";
import { bracketed } from "./guard.ts";
import { readPageFiles } from "./page-files.ts";
import { Person } from "./person.ts";
import type { PreviewLog } from "./preview-log.ts";
import { PreviewReceiver } from "./receiver.ts";
import type { MessageShortcut } from "./render-page.ts";
import { listen } from "./server.ts";
import { PreviewState } from "./state.ts";
import { Stream } from "./stream.ts";
import { texts } from "./texts.ts";
import { bot, botId, channels, team } from "./workspace.ts";

/** A slash command as the manifest has it. */
interface PreviewCommand {
  /** With its slash: `/terugkeer`. */
  name: string;
  /** The usage hint: `<vraag>`. */
  usage: string;
  description: string;
  /** A whole line to try, `/terugkeer Algerije`, shown while the channel is empty. */
  example?: string;
}

export interface PreviewOptions {
  /** Address to listen on; 127.0.0.1 unless told otherwise. */
  host?: string;
  /** 0 (the default) takes a free port. */
  port?: number;
  commands: PreviewCommand[];
  shortcuts?: MessageShortcut[];
  /** The app hears of links to these domains and their subdomains. */
  unfurlDomains?: readonly string[];
  /** Of whoever reads the page, an IANA name. */
  timeZone: string;
  log?: PreviewLog;
  clock?: Clock;
}

export interface Preview {
  /** For `new App({ receiver, token, clientOptions: { slackApiUrl } })`. */
  receiver: Receiver;
  token: string;
  /** What auth.test says, for Bolt's `authorize`: asking it over HTTP would make the start wait for node's fetch. */
  identity: { botToken: string; botId: string; botUserId: string; teamId: string };
  slackApiUrl: string;
  /** Where a person opens the page. */
  url: string;
  /** Closes the server and all its connections; `app.stop()` does the same. */
  stop(): Promise<void>;
}

/**
 * Opens the preview: listens at once, because Bolt asks `auth.test` as soon as an App with a token is made, and answers the page's
 * actions with 503 until `app.start()`. Throws what `listen` throws (EADDRINUSE).
 */
export async function openPreview(options: PreviewOptions): Promise<Preview> {
  const {
    host = "127.0.0.1",
    port = 0,
    commands,
    shortcuts = [],
    unfurlDomains = [],
    timeZone,
    log,
    clock = systemClock,
  } = options;
  const token = `xoxb-preview-${randomUUID()}`;
  const files = await readPageFiles();
  const stream = new Stream((error) => log?.error({ err: error }, "the preview could not draw a change"));
  let stop = async (): Promise<void> => {};
  const receiver = new PreviewReceiver({
    clock,
    log,
    onStop: () => stop(),
  });

  let base = "";
  const { server } = await listen(host, port, (actual) => {
    base = `http://${reachable(host)}:${actual}`;
    const state = new PreviewState(clock, base, timeZone, (change) => stream.tell(() => drawing.change(change)));
    const drawing = new Drawing(state, shortcuts);
    const names = commands.map(({ name }) => name);
    const person = new Person(state, receiver, { commands: names, unfurlDomains }, log);
    const first = async () => ({ what: "all", texts, commands, channels, ...(await drawing.all()) });
    return {
      state,
      person,
      files,
      token,
      log,
      isReady: () => receiver.isReady,
      join: (page) => stream.join(page, first),
    };
  });

  stop = async () => {
    stream.close();
    if (!server.listening) return;
    const closed = once(server, "close");
    server.close();
    server.closeAllConnections();
    await closed;
  };
  const identity = { botToken: token, botId, botUserId: bot.id, teamId: team.id };
  return { receiver, token, identity, slackApiUrl: `${base}/api/`, url: `${base}/`, stop: () => receiver.stop() };
}

/** A wildcard address is no address to go to. */
function reachable(host: string): string {
  if (host === "0.0.0.0") return "127.0.0.1";
  return bracketed(host === "::" ? "::1" : host);
}
