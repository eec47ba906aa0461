import { replyToLetterName } from "../src/answers/reply-to-letter-name.ts";
import { letterHelpReply } from "../src/replies/letter-help-reply.ts";
import { exampleNames } from "../src/texts/letter.ts";
import { asksForHelp } from "./asks-for-help.ts";
import type { Command } from "./command.ts";

/** `/brief <kenmerk of link>`: one letter at a glance, for the eyes of who asked. */
export const brief: Command = {
  name: "/brief",
  usageHint: "kenmerk, link of titel",
  example: exampleNames[0],
  description: "Eén brief: opbouw, vragen, landen en verwijzingen",
  async answer(typed, parts) {
    if (asksForHelp(typed)) return letterHelpReply(this.name);
    return replyToLetterName(typed, parts);
  },
};
