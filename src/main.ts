import { config as readDotenv } from "dotenv";
import { type Config, readConfig } from "./config.ts";
import { UserError } from "./errors.ts";
import { openLog } from "./ops/log.ts";
import { openParts } from "./parts.ts";
import { slackBot } from "./slack/app.ts";

/** A stop that takes longer than this is ended all the same. */
const stopLimit = 5_000;

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
  const now = () => new Date();
  const parts = await openParts(config, log, { now });
  const bot = await openBot(config, { parts, log, now });
}
