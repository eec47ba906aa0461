import { commands } from "../../commands/index.ts";
import type { Config } from "../config.ts";
import { cannotListen } from "../ops/cannot-listen.ts";
import { openPreview } from "../preview/preview.ts";
import { assemble, type Bot, runDigests, type Surroundings } from "./app.ts";
import { unfurlDomains } from "./links.ts";
import { boltLogger } from "./logger.ts";
import { messageShortcuts } from "./shortcuts.ts";

/**
 * The bot in a browser: the same handlers as in Slack, on a receiver that a page talks to.
 *
 * @throws UserError when the address cannot be listened to
 */
export async function previewBot({ host, port }: Pick<Config, "host" | "port">, around: Surroundings): Promise<Bot> {
  const shown = commands.map(({ name, usageHint: usage, description, example }) => ({
    name,
    usage,
    description,
    ...(example === undefined ? {} : { example: `${name} ${example}` }),
  }));
  const preview = await openPreview({
    host,
    port,
    commands: shown,
    shortcuts: messageShortcuts,
    unfurlDomains,
    timeZone: around.timeZone,
    log: around.log,
  }).catch((error: unknown) => {
    throw cannotListen(host, port, error);
  });
  const { receiver, identity, slackApiUrl, url } = preview;
  const logger = boltLogger(around.log);
  const { app, running } = assemble(
    { receiver, authorize: async () => identity, clientOptions: { slackApiUrl }, logger },
    around,
  );
  const digests = runDigests(identity.botToken, { slackApiUrl, logger }, around);
  return {
    async start() {
      await app.start();
      digests.start();
      return url;
    },
    async stop() {
      await digests.stop();
      await running.settle(1_000);
      await preview.stop();
    },
    refusal: async () => null,
  };
}
