import { exampleQueries, texts } from "../texts/answer.ts";
import { queryLanguage } from "../texts/query-language.ts";
import { escapeText } from "./mrkdwn.ts";
import type { Reply } from "./reply.ts";
import { bullets, code, paragraph, richText, run } from "./rich-text.ts";

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
      richText(bullets(examples.map((example) => [code(example)]))),
    ],
  };
}

/** The help of the search itself: examples, the query language, and what else the bot does, on one screen. */
export function searchHelpReply(command: string): Reply {
  const { text, blocks } = helpReply(command);
  const { language, surfaces } = texts.help;
  // The first lines of the language are words and questions, which the examples show.
  const precise = queryLanguage.slice(2).map(({ example, meaning }) => [code(example), run(`  ${meaning}`)]);
  return {
    text: `${text}\n${escapeText(surfaces.map(({ typed, does }) => `${typed}: ${does}`).join("\n"))}`,
    blocks: [
      ...blocks,
      richText(paragraph(run(language, true)), bullets(precise)),
      richText(
        paragraph(run(texts.help.more, true)),
        bullets(surfaces.map(({ typed, does }) => [code(typed), run(`  ${does}`)])),
      ),
    ],
  };
}
