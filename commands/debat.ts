import { collectionsReply } from "../src/replies/debate-replies.ts";
import type { Command } from "./command.ts";

/** `/debat`: the passages that were kept in this channel and its threads, each collection to be opened. */
export const debat: Command = {
  name: "/debat",
  usageHint: "(zonder vraag)",
  description: "Toon wat er in dit kanaal voor een debat is bewaard",
  async answer(_typed, { collections }, { team, channel }) {
    return collectionsReply(collections.ofChannel(team, channel));
  },
};
