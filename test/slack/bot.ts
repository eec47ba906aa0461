import type { Logger } from "pino";
import type { Connection } from "../../src/config.ts";
import { openParts, type Parts } from "../../src/parts.ts";
import { projectRoot } from "../../src/root.ts";
import { type Surroundings, slackBot } from "../../src/slack/app.ts";
import { previewBot } from "../../src/slack/preview-bot.ts";
import { testLog } from "../logs/collect.ts";
import type { SlackStandIn } from "../stand-in/slack.ts";

/** The whole bot on the bundled letters, in memory. */
export interface TestBot {
  /** Where Slack's requests go, or where the preview's page is; empty in Socket Mode. */
  address: string;
  parts: Parts;
  stop(): Promise<void>;
}

interface TestSettings {
  log: Logger;
  now: () => Date;
  allowedTeams: readonly string[];
  allowedChannels: readonly string[];
  subscribers: readonly string[];
  database: string;
  uploaders: readonly string[];
}

/** Connected to a stand-in for Slack. */
export async function startBot(
  slack: SlackStandIn,
  mode: "http" | "socket",
  {
    log = testLog(),
    now = () => new Date(),
    allowedTeams = [],
    allowedChannels = [],
    subscribers = [],
    database = ":memory:",
    uploaders = [],
  }: Partial<TestSettings> = {},
): Promise<TestBot> {
  const parts = await openParts({ database, letters: `${projectRoot}/data/letters`, subscribers }, log, { now });
  await parts.indexed;
  const connection: Exclude<Connection, { mode: "preview" }> =
    mode === "http"
      ? { mode, botToken: slack.botToken, signingSecret: slack.signingSecret }
      : { mode, botToken: slack.botToken, appToken: slack.appToken };
  const config = { slackApiUrl: slack.apiUrl, host: "127.0.0.1", port: 0 };
  const bot = slackBot(config, connection, {
    ...around(parts, log, now),
    allowedTeams,
    allowedChannels,
    uploaders,
  });
  const address = await bot.start();
  return {
    address: address === null ? "" : `${address}/slack/events`,
    parts,
    stop: async () => {
      await bot.stop();
      await parts.close();
    },
  };
}

interface PreviewSettings {
  now: () => Date;
  port: number;
  /** What is done to the store before the bot starts. */
  fill(parts: Parts): Promise<void>;
}

/** In the preview. */
export async function startPreview({
  now = () => new Date(),
  port = 0,
  fill = async () => {},
}: Partial<PreviewSettings> = {}): Promise<TestBot> {
  const log = testLog();
  const parts = await openParts({ database: ":memory:", letters: `${projectRoot}/data/letters` }, log, { now });
  try {
    await parts.indexed;
    await fill(parts);
    const bot = await previewBot({ host: "127.0.0.1", port }, around(parts, log, now));
    return {
      address: String(await bot.start()),
      parts,
      stop: async () => {
        await bot.stop();
        await parts.close();
      },
    };
  } catch (error) {
    await parts.close();
    throw error;
  }
}

function around(parts: Parts, log: Logger, now: () => Date): Surroundings {
  return {
    parts,
    log,
    now,
    timeZone: "Europe/Amsterdam",
    allowedTeams: [],
    allowedChannels: [],
    uploaders: [],
    metrics: null,
  };
}
