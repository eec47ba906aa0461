import type { Logger } from "pino";
import type { Connection } from "../../src/config.ts";
import { openParts, type Parts } from "../../src/parts.ts";
import { projectRoot } from "../../src/root.ts";
import { slackBot } from "../../src/slack/app.ts";
import { testLog } from "../logs/collect.ts";
import type { SlackStandIn } from "../stand-in/slack.ts";

/** The whole bot on the bundled letters, in memory, connected to a stand-in for Slack. */
export interface TestBot {
  /** Where Slack's requests go; empty in Socket Mode. */
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
    parts,
    log,
    now,
    timeZone: "Europe/Amsterdam",
    allowedTeams,
    allowedChannels,
    uploaders,
    metrics: null,
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
