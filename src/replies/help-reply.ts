import { exampleQueries, texts } from "../texts.ts";
import { escapeText } from "./mrkdwn.ts";
import type { Reply } from "./reply.ts";
import { paragraph, richText, run } from "./rich-text.ts";

/** The words of a help text, all in Dutch. */
interface HelpWords {
  heading: string;
  lead: string;
  /** Stands above the examples. */
  examples: string;
}

/** What an empty command is answered with: how to ask, with examples that work. */
export function helpReply(
  command: string,
  { heading, lead, examples: introduction }: HelpWords = texts.help,
  queries: readonly string[] = exampleQueries,
): Reply {
  const examples = queries.map((query) => `${command} ${query}`);
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
