import { debateTexts } from "../texts/debate.ts";
import type { Citation, ContentsQuote, DebateContents, PassageEntry, SourceEntry } from "./contents.ts";

/** A debate document as Markdown (CommonMark), UTF-8; ends with a line end. */
export function debateMarkdown({ title, lead, groups, sources }: DebateContents): string {
  const words = debateTexts.document;
  const blocks = [
    `# ${escaped(title)}`,
    lead.map(escaped).join(" "),
    `## ${words.contents}`,
    groups
      .flatMap(({ heading, entries }) => [
        `- ${escaped(heading)}`,
        ...entries.map((entry) => `    - ${escaped(entry.heading)}`),
      ])
      .join("\n"),
    ...groups.flatMap(({ heading, entries }) => [`## ${escaped(heading)}`, ...entries.flatMap(passageBlocks)]),
    `## ${words.sources}`,
    sources.map(sourceItem).join("\n"),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function passageBlocks({ heading, byline, citation, quotes, also, note }: PassageEntry): string[] {
  return [
    `### ${escaped(heading)}`,
    [...byline.map(escaped), linked(citation)].join(" · "),
    ...quotes.flatMap(quoteBlocks),
    ...(also === null ? [] : [escaped(also)]),
    ...(note === null ? [] : [`*${debateTexts.document.note}:* ${escaped(note).replaceAll("\n", "\\\n")}`]),
  ];
}

function quoteBlocks({ label, paragraphs }: ContentsQuote): string[] {
  const lines = paragraphs.map((paragraph) => escaped(paragraph).replaceAll("\n", "\\\n> "));
  return [
    ...(label === null ? [] : [`**${escaped(label)}**`]),
    ...(lines.length === 0 ? [] : [`> ${lines.join("\n>\n> ")}`]),
  ];
}

function sourceItem({ title, byline, citation, repairs }: SourceEntry): string {
  return `- ${[escaped(title), ...byline.map(escaped), linked(citation)].join(" · ")}. ${escaped(repairs)}`;
}

function linked({ text, url }: Citation): string {
  // Angle brackets, so that brackets within the address end nothing.
  return url === null ? escaped(text) : `[${escaped(text)}](<${url.replaceAll(/[<>\s]/g, encodeURIComponent)}>)`;
}

/** What CommonMark would read as markup shows as itself: the reader sees the text of the letter, to the letter. */
function escaped(text: string): string {
  return text
    .replaceAll(/[\\`*_[\]<>|~&]/g, "\\$&")
    .replaceAll(/^(\s{0,3})([-+#=])/gm, "$1\\$2")
    .replaceAll(/^(\s{0,3}\d{1,9})([.)])(?=\s|$)/gm, "$1\\$2");
}
