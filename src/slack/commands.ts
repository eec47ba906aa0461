import type { App } from "@slack/bolt";
import type { Logger } from "pino";
import type { Command, CommandParts } from "../../commands/index.ts";
import { UserError } from "../errors.ts";
import type { Reply } from "../replies/reply.ts";
import { troubleReply } from "../replies/trouble-reply.ts";
import { texts } from "../texts.ts";
import type { Running } from "./running.ts";

/**
 * Registers the slash commands. Each is acknowledged before any other work (Slack waits three seconds) and answered
 * for the eyes of who asked; a fault of ours is answered with a number that the log has too.
 */
export function registerCommands(app: App, commands: readonly Command[], parts: CommandParts, running: Running): void {
  for (const command of commands) {
    app.command(command.name, async ({ ack, respond, command: { text } }) => {
      await ack();
      await running.track(async () => {
        const reply = await answerOrTrouble(command, text, parts, running.log);
        await respond({ response_type: "ephemeral", ...reply });
      });
    });
  }
}

async function answerOrTrouble(command: Command, typed: string, parts: CommandParts, log: Logger): Promise<Reply> {
  try {
    return await command.answer(typed ?? "", parts);
  } catch (error) {
    if (error instanceof UserError) return troubleReply(error.forUser);
    const number = crypto.randomUUID().slice(0, 8);
    log.error({ err: error, number, command: command.name }, "a command failed");
    return troubleReply(texts.trouble.ours(number));
  }
}
