import { helpReply } from "../src/replies/help-reply.ts";
import { replyToQuery } from "../src/reply-to-query.ts";
import type { Command } from "./command.ts";

/** `/terugkeer <vraag>`: the passages that answer a question, for the eyes of who asked. */
export const terugkeer: Command = {
  name: "/terugkeer",
  usageHint: "land, onderwerp of vraag",
  description: "Zoek in de brieven van bewindspersonen over terugkeer",
  async answer(typed, parts) {
    if (asksForHelp(typed)) return helpReply(this.name);
    return replyToQuery(typed, parts);
  },
};

/** An empty command, or the word alone: in a longer query it is a word to search for. */
function asksForHelp(typed: string): boolean {
  return /^\s*(help|hulp)?\s*$/i.test(typed);
}
