import { replyToTimeline } from "../src/answers/reply-to-timeline.ts";
import { helpReply } from "../src/replies/help-reply.ts";
import { timelineExamples, timelineTexts } from "../src/texts/timeline.ts";
import { asksForHelp } from "./asks-for-help.ts";
import type { Command } from "./command.ts";

/** `/tijdlijn <land of onderwerp>`: what was said through the years, newest first, for the eyes of who asked. */
export const tijdlijn: Command = {
  name: "/tijdlijn",
  usageHint: "land of onderwerp",
  example: timelineExamples[0],
  description: "Wat bewindspersonen door de jaren heen schreven, met een plaatje",
  async answer(typed, parts) {
    if (asksForHelp(typed)) return helpReply(this.name, timelineTexts.help, timelineExamples);
    return replyToTimeline(typed, parts);
  },
};
