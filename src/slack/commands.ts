import type { App } from "@slack/bolt";
import type { Command, CommandParts } from "../../commands/index.ts";
import { conversationAt, orTrouble } from "./interactions.ts";
import type { Running } from "./running.ts";
import { isSharedOutside } from "./shared-outside.ts";

/**
 * Registers the slash commands. Each has been acknowledged by then (once.ts), and is answered for the eyes of who
 * asked; a fault of ours is answered with a number that the log has too.
 */
export function registerCommands(app: App, commands: readonly Command[], parts: CommandParts, running: Running): void {
  for (const command of commands) {
    app.command(command.name, async ({ respond, client, body }) => {
      const { text, team_id: team, user_id: user, channel_id: channel } = body;
      await running.track(async () => {
        const invocation = { team, user, channel, isSharedOutside: () => isSharedOutside(client, channel) };
        const conversation = conversationAt({ team, user, channel }, client, respond, running.log);
        await orTrouble(command.name, conversation, running, async () =>
          conversation.tell(await command.answer(text ?? "", parts, invocation)),
        );
      });
    });
  }
}
