import { escapeText } from "./mrkdwn.ts";
import type { Reply } from "./reply.ts";
import { paragraph, richText, run } from "./rich-text.ts";

/** One sentence that says what is the matter. */
export function troubleReply(sentence: string): Reply {
  return { text: escapeText(sentence), blocks: [richText(paragraph(run(sentence)))] };
}
