import type { RichTextBlock, RichTextElement, RichTextList, RichTextText } from "@slack/types";
import type { SnippetPart } from "../search/snippet.ts";
import type { Quote } from "./passage-quotes.ts";

/**
 * Quotations, titles and queries go into rich text: Slack reads no markup in its text elements, so that nothing in a
 * letter or a query can become a mention, a link or emphasis, and nothing has to be changed to prevent it.
 */
export function richText(...elements: RichTextBlock["elements"]): RichTextBlock {
  return { type: "rich_text", elements };
}

/** A run of text; Slack refuses an empty one, so leave those out. */
export function run(text: string, bold = false): RichTextText {
  return bold ? { type: "text", text, style: { bold } } : { type: "text", text };
}

/** What can be typed as it stands. */
export function code(text: string): RichTextText {
  return { type: "text", text, style: { code: true } };
}

/** A list with bullets. @param indent how far it is set in, from 0 */
export function bullets(items: readonly RichTextElement[][], indent = 0): RichTextList {
  return {
    type: "rich_text_list",
    style: "bullet",
    ...(indent > 0 && { indent }),
    elements: items.map((elements) => ({ type: "rich_text_section", elements })),
  };
}

/** A paragraph of its own. */
export function paragraph(...elements: RichTextElement[]): RichTextBlock["elements"][number] {
  return { type: "rich_text_section", elements };
}

/** A quotation with its matches in bold. */
export function quotation(parts: readonly SnippetPart[]): RichTextBlock["elements"][number] {
  return {
    type: "rich_text_quote",
    elements: parts.filter(({ text }) => text !== "").map((p) => run(p.text, p.match)),
  };
}

/** A stretch of a letter under its label. */
export function quoteElements({ label, parts }: Quote): ReturnType<typeof paragraph>[] {
  return [...(label === null ? [] : [paragraph(run(label, true))]), ...(parts.length === 0 ? [] : [quotation(parts)])];
}

/** A title that opens its source, in bold. */
export function linked(title: string, url: string | null): RichTextElement {
  return url === null ? run(title, true) : { type: "link", url, text: title, style: { bold: true } };
}
