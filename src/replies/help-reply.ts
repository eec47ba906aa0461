import { exampleQueries, texts } from "../texts.ts";
import { escapeText } from "./mrkdwn.ts";
import type { Reply } from "./reply.ts";
import { paragraph, richText, run } from "./rich-text.ts";

/** What an empty command is answered with: how to ask, with examples that work. */
export function helpReply(command: string): Reply {
  const examples = exampleQueries.map((query) => `${command} ${query}`);
  const { heading, lead, examples: introduction } = texts.help;
  return {
    text: escapeText([`${heading}.`, lead, introduction, ...examples].join("\n")),
    blocks: [
      richText(paragraph(run(heading, true))),
      richText(paragraph(run(`${lead} ${introduction}`))),
      richText({
        type: "rich_text_list",
        style: "bullet",
        elements: examples.map((example) => ({
          type: "rich_text_section",
          elements: [{ type: "text", text: example, style: { code: true } }],
        })),
      }),
    ],
  };
}
