import { replyToQuery } from "../src/answers/reply-to-query.ts";
import { searchHelpReply } from "../src/replies/help-reply.ts";
import { statusReply } from "../src/replies/status-reply.ts";
import { exampleQueries } from "../src/texts/answer.ts";
import { asksForHelp } from "./asks-for-help.ts";
import type { Command } from "./command.ts";

/** `/terugkeer <vraag>`: the passages that answer a question, for the eyes of who asked. */
export const terugkeer: Command = {
  name: "/terugkeer",
  usageHint: "land, onderwerp of vraag",
  example: exampleQueries[0],
  description: "Zoek in de brieven van bewindspersonen over terugkeer",
  async answer(typed, parts) {
    if (asksForHelp(typed)) return searchHelpReply(this.name);
    if (asksForStatus(typed)) return statusReply(parts.currentStatus(), parts.timeZone);
    return replyToQuery(typed, parts);
  },
};

/** The word alone: in a longer query it is a word to search for. */
function asksForStatus(typed: string): boolean {
  return /^\s*status\s*$/i.test(typed);
}
