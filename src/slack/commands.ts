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
    app.command(command.name, async ({ ack, respond, command: { text, team_id, user_id, channel_id } }) => {
      await ack();
      await running.track(async () => {
        const invocation = { team: team_id, user: user_id, channel: channel_id };
        const reply = await answerOrTrouble(command, running.log, () => command.answer(text ?? "", parts, invocation));
        await respond({ response_type: "ephemeral", ...reply });
      });
    });
  }
}

async function answerOrTrouble(command: Command, log: Logger, answer: () => Promise<Reply>): Promise<Reply> {
  try {
    return await answer();
  } catch (error) {
    if (error instanceof UserError) return troubleReply(error.forUser);
    const number = crypto.randomUUID().slice(0, 8);
    log.error({ err: error, number, command: command.name }, "a command failed");
    return troubleReply(texts.trouble.ours(number));
  }
}
