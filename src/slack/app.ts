import type { App, AppOptions, webApi } from "@slack/bolt";
import type { Logger } from "pino";
import { commands } from "../../commands/index.ts";
import type { Config, Connection } from "../config.ts";
import type { Metrics } from "../ops/metrics.ts";
import type { Parts } from "../parts.ts";
import { homeBlocks } from "../replies/digest-desk.ts";
import { registerAnswerButtons } from "./answer-buttons.ts";
import { registerCommands } from "./commands.ts";
import { registerCollection } from "./debate-collection.ts";
import { registerDocuments } from "./debate-documents.ts";
import { registerKeeping } from "./debate-keep.ts";
import { registerFilters } from "./filters.ts";
import { type HomeParts, registerHome } from "./home.ts";
import { Identity } from "./identity.ts";
import { registerLetters } from "./letters.ts";
import { httpLine, socketLine } from "./line.ts";
import { registerLinks } from "./links.ts";
import { boltLogger } from "./logger.ts";
import { registerMentions } from "./mentions.ts";
import { NumberedApp } from "./numbered-app.ts";
import { onlyOnce } from "./once.ts";
import { registerPassageButtons } from "./passage-buttons.ts";
import { registerPersonalData } from "./personal-data.ts";
import { SlackPost } from "./post.ts";
import { Running } from "./running.ts";
import { registerShortcuts } from "./shortcuts.ts";
import { registerSubscriptionButtons } from "./subscription-buttons.ts";
import { registerTimeline } from "./timeline.ts";
import { registerUploads } from "./uploads.ts";
import { onlyAllowed } from "./who-may.ts";

/** How long one call of the Web API may take; the client itself knows no limit. */
const callTimeout = 10_000;
/** Answers under way at a stop get this long. */
const stopGrace = 3_000;

/** What the handlers need from outside. */
export interface Surroundings {
  parts: Parts;
  log: Logger;
  now: () => Date;
  /** Of the readers, an IANA name. */
  timeZone: string;
  /** Workspaces whose people may use the bot; empty: only the bot's own. */
  allowedTeams: readonly string[];
  /** Channels where the bot works; empty: everywhere. */
  allowedChannels: readonly string[];
  /** Ids of the people whose files, shared with the bot, are taken in. */
  uploaders: readonly string[];
  /** null where nothing is counted: in the preview. */
  metrics: Metrics | null;
}

/** The bot as it runs, in Slack or in the preview. */
export interface Bot {
  /**
   * Connects; resolves when requests can come in, with the address listened to (null in Socket Mode).
   *
   * @throws UserError when Slack refuses the token or the address cannot be listened to
   */
  start(): Promise<string | null>;
  /** Takes nothing new and waits for answers under way, at most a few seconds. */
  stop(): Promise<void>;
  /** Why Slack refuses the token at this moment, in Slack's word; null when it does not, or cannot be reached. */
  refusal(): Promise<string | null>;
}

/** The bot in Slack, over Socket Mode or HTTP. */
export function slackBot(
  config: Pick<Config, "slackApiUrl" | "host" | "port">,
  connection: Exclude<Connection, { mode: "preview" }>,
  around: Surroundings,
): Bot {
  const logger = boltLogger(around.log);
  const clientOptions = { slackApiUrl: config.slackApiUrl, timeout: callTimeout, logger };
  const identity = new Identity(connection.botToken, clientOptions, around.log, (team) =>
    around.parts.subscriptions.accessIsBack(team),
  );
  const line =
    connection.mode === "socket"
      ? socketLine(connection.appToken, clientOptions, logger)
      : httpLine({ ...config, signingSecret: connection.signingSecret }, logger, around.now);
  const { running } = assemble({ receiver: line.receiver, authorize: identity.current, clientOptions, logger }, around);
  const digests = runDigests(connection.botToken, clientOptions, around);
  return {
    async start() {
      await identity.establish();
      const address = await line.open();
      digests.start();
      return address;
    },
    async stop() {
      const closed = line.close();
      await digests.stop();
      await running.settle(stopGrace);
      line.cut();
      await closed;
    },
    refusal: () => identity.refusal(around.now()),
  };
}

/** Starts the clock of digests as soon as all letters can be searched; stopping it waits for posts under way. */
export function runDigests(
  botToken: string,
  clientOptions: webApi.WebClientOptions,
  { parts, log, allowedChannels }: Surroundings,
): { start(): void; stop(): Promise<void> } {
  const clock = parts.digestClock(new SlackPost(botToken, clientOptions, allowedChannels));
  let stopped = false;
  return {
    start() {
      parts.indexed.then(
        () => stopped || clock.start(),
        (error: unknown) => log.error({ err: error }, "no digests: the index could not be loaded"),
      );
    },
    async stop() {
      stopped = true;
      await clock.stop();
    },
  };
}

/**
 * Puts the handlers on a Bolt app, behind whatever receiver it has: Slack's or the preview's.
 *
 * @returns the app, and what is under way, to wait for at a stop
 */
export function assemble(
  options: AppOptions,
  { parts, log, timeZone, allowedTeams, allowedChannels, uploaders, metrics }: Surroundings,
): { app: App; running: Running } {
  const app = new NumberedApp(options);
  const running = new Running(log, metrics);
  app.use(onlyOnce(parts.deliveries, parts.now));
  app.use(onlyAllowed({ teams: allowedTeams, channels: allowedChannels }, log));
  registerCommands(app, commands, parts, running);
  registerAnswerButtons(app, parts, running);
  registerFilters(app, parts, running);
  const { subscriptions } = parts;
  const homeParts: HomeParts = {
    ...parts,
    timeZone,
    own: ({ team, user }) => homeBlocks(subscriptions.described(subscriptions.madeBy(team, user)), timeZone),
  };
  registerHome(app, homeParts, running);
  registerSubscriptionButtons(app, { ...homeParts, subscriptions }, running);
  registerPassageButtons(app, parts, running);
  registerLetters(app, parts, running);
  registerLinks(app, parts, running);
  registerTimeline(app, parts, running);
  registerMentions(app, { ...parts, timeZone }, running);
  registerShortcuts(app, parts, running);
  registerUploads(app, { ...parts, uploaders, slackApiUrl: options.clientOptions?.slackApiUrl ?? "" }, running);
  registerKeeping(app, parts, running);
  registerCollection(app, parts, running);
  registerPersonalData(app, parts, running);
  registerDocuments(app, { ...parts, timeZone }, running);
  app.error(async ({ code, message }) => log.error({ code, reason: message }, "Bolt could not handle a request"));
  return { app, running };
}
