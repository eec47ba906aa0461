import { config as readDotenv } from "dotenv";
import { type Config, readConfig } from "./config.ts";
import { UserError } from "./errors.ts";
import { systemClock } from "./ingest/clock.ts";
import type { SourceWatcher } from "./ingest/sync-all.ts";
import { openLog } from "./ops/log.ts";
import { readVersion } from "./ops/version.ts";
import { openParts } from "./parts.ts";
import type { Bot, Surroundings } from "./slack/app.ts";
import { storageFault } from "./store/storage-fault.ts";

/** A stop that takes longer than this many milliseconds is ended all the same; the database survives that. */
const stopLimit = 4_500;

const log = await openLog({ to: "stdout", level: "info" });
// Bolt waits for nothing that it does with a request: one with `null` for a payload must not end the bot.
process.on("unhandledRejection", (error) => log.error({ err: error }, "something failed that nobody waited for"));
readDotenv({ quiet: true });
try {
  await run(readConfig(process.env, process.cwd()));
} catch (error) {
  const told = error instanceof UserError ? error : storageFault(error);
  if (told !== null) log.fatal({ code: told.code }, told.message);
  else log.fatal({ err: error }, "the bot could not start");
  process.exitCode = 1;
}

/** Runs the bot until a signal ends it. */
async function run(config: Config): Promise<void> {
  const signal = nextSignal();
  const now = () => new Date();
  const parts = await openParts(config, log, { now });
  const open: { stop(): Promise<void> }[] = [];
  try {
    const inSlack = config.connection.mode !== "preview";
    const watch = inSlack ? (await import("./ops/watch.ts")).watch : null;
    let bot: Bot | null = null;
    const refusal = async () => (await bot?.refusal()) ?? null;
    const { metrics = null, listen } = watch?.(parts, config.monitor, log, refusal) ?? {};
    const monitor = await listen?.();
    if (monitor) open.push(monitor);
    bot = await openBot(config, { ...config, parts, log, now, metrics });
    const address = await bot.start();
    // Stopped first, also when the index cannot be loaded: a bot that listens without its parts answers nobody.
    open.unshift(bot);
    // Until then answers say how far the index is; a signal need not wait for it.
    const stopped = await Promise.race([parts.indexed, signal]);
    if (stopped === undefined) {
      log.info({ mode: config.connection.mode, ...(address !== null && { address }) }, "klaar");
      // Loaded when the bot can be asked already: it brings an HTTP client with it.
      const { startSupply } = await import("./ingest/supply.ts");
      const supply = { ...parts, log, clock: systemClock, version: readVersion(), ...(await watcherOf(config)) };
      open.push(startSupply(config, supply));
    }
    log.info({ signal: await signal }, "stopping");
  } finally {
    setTimeout(() => process.exit(1), stopLimit).unref();
    for (const part of open) await part.stop();
    await parts.close();
  }
}

/**
 * Bolt takes longest to load, so that is done here, while the index is loaded in its own thread; in Slack the bot does
 * without the preview's page and renderer.
 */
async function openBot(config: Config, around: Surroundings): Promise<Bot> {
  const { connection } = config;
  if (connection.mode === "preview") {
    const { previewBot } = await import("./slack/preview-bot.ts");
    return previewBot(config, around);
  }
  const [{ slackBot }, { followProxyOfEnvironment }] = await Promise.all([
    import("./slack/app.ts"),
    import("./slack/proxy.ts"),
  ]);
  followProxyOfEnvironment();
  return slackBot(config, connection, around);
}

/** Who is told of a source that fails: a channel, where one is set; else the log. */
async function watcherOf(config: Config): Promise<{ watcher?: SourceWatcher }> {
  const { connection, maintainersChannel: channel, slackApiUrl, timeZone } = config;
  if (connection.mode === "preview" || channel === null) return {};
  const { maintainersWatcher } = await import("./slack/maintainers.ts");
  return { watcher: maintainersWatcher({ botToken: connection.botToken, slackApiUrl, channel, timeZone }) };
}

function nextSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const name of ["SIGTERM", "SIGINT"] as const) process.once(name, resolve);
  });
}
