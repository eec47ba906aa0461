import { config as readDotenv } from "dotenv";
import { type Config, readConfig } from "./config.ts";
import { UserError } from "./errors.ts";
import { openLog } from "./ops/log.ts";
import { openParts } from "./parts.ts";
import { type Bot, type Surroundings, slackBot } from "./slack/app.ts";

/** A stop that takes longer than this many milliseconds is ended all the same; the database survives that. */
const stopLimit = 4_500;

const log = openLog({ to: "stdout", level: "info" });
readDotenv({ quiet: true });
try {
  await run(readConfig(process.env, process.cwd()));
} catch (error) {
  if (error instanceof UserError) log.fatal(error.message);
  else log.fatal({ err: error }, "the bot could not start");
  process.exitCode = 1;
}

/** Runs the bot until a signal ends it. */
async function run(config: Config): Promise<void> {
  const signal = nextSignal();
  const now = () => new Date();
  const parts = await openParts(config, log, { now });
  try {
    const bot = await openBot(config, { parts, log, now });
    const address = await bot.start();
    // Until then answers say how far the index is; a signal need not wait for it.
    const stopped = await Promise.race([parts.indexed, signal]);
    if (stopped === undefined)
      log.info({ mode: config.connection.mode, ...(address !== null && { address }) }, "klaar");
    log.info({ signal: await signal }, "stopping");
    setTimeout(() => process.exit(1), stopLimit).unref();
    await bot.stop();
  } finally {
    await parts.close();
  }
}

function openBot(config: Config, around: Surroundings): Promise<Bot> | Bot {
  const { connection } = config;
  return connection.mode === "preview" ? openPreviewBot(config, around) : slackBot(config, connection, around);
}

/** Loaded only here: in Slack the bot does without the page and its renderer. */
async function openPreviewBot(config: Config, around: Surroundings): Promise<Bot> {
  const { previewBot } = await import("./slack/preview-bot.ts");
  return previewBot(config, around);
}

function nextSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const name of ["SIGTERM", "SIGINT"] as const) process.once(name, resolve);
  });
}
