import { exampleNames, letterTexts } from "../texts/letter.ts";
import { escapeText } from "./mrkdwn.ts";
import type { Reply } from "./reply.ts";
import { bullets, code, paragraph, richText, run } from "./rich-text.ts";

/** How to name a letter, with examples that work. */
export function letterHelpReply(command: string): Reply {
  const examples = exampleNames.map((name) => `${command} ${name}`);
  const { heading, lead, examples: introduction } = letterTexts.help;
  return {
    text: escapeText([`${heading}.`, lead, introduction, ...examples].join("\n")),
    blocks: [
      richText(paragraph(run(heading, true))),
      richText(paragraph(run(`${lead} ${introduction}`))),
      richText(bullets(examples.map((text) => [code(text)]))),
    ],
  };
}
