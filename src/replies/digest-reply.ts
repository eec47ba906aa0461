import type { ContextBlock, RichTextElement } from "@slack/types";
import type { Day } from "../letters/letter.ts";
import { cutPlaces } from "../search/sentences.ts";
import { digestTexts } from "../texts/digest.ts";
import type { DigestCard } from "./digest-page.ts";
import { writtenDay } from "./dutch.ts";
import { escapeText, mrkdwn } from "./mrkdwn.ts";
import type { Quote } from "./passage-quotes.ts";
import type { Reply } from "./reply.ts";
import { paragraph, quotation, richText, run } from "./rich-text.ts";

const texts = digestTexts.digest;

/** So many letters are listed and detailed; the rest is counted, and linked at the end of the thread. */
const mostLetters = 25;
/** Of the rest so many are linked, in messages of so many. */
const mostLinked = 200;
const linkedInMessage = 25;
/** Characters of a title, and of what stands behind it, in a list; Slack takes some 12,000 in a message. */
const longestTitle = 180;
const longestByline = 220;
/** The same above its details, where only a title gone wrong is cut. */
const longestHeading = 1_000;
const longestContext = 1_500;
/** Slack takes at most 4,000 characters of top-level text; ours stays far below and ends at a whole letter. */
const longestText = 2_000;
/** Characters of all that was followed, as named above a digest. */
const longestQueries = 600;

/**
 * A digest as Slack messages: one for the channel (day, how many, titles), and for its thread one with the details of
 * every letter, and links to what is left over.
 *
 * @param cards at least one, in the order in which they are shown
 */
export function digestReplies(day: Day, cards: readonly DigestCard[]): [Reply, ...Reply[]] {
  const shown = cards.slice(0, mostLetters);
  return [parent(day, cards, shown), ...shown.map(details), ...leftOver(cards.slice(mostLetters))];
}

function parent(day: Day, cards: readonly DigestCard[], shown: readonly DigestCard[]): Reply {
  const heading = texts.heading(writtenDay(day), cards.length);
  const more = cards.length > shown.length ? [texts.more(cards.length - shown.length)] : [];
  const queries = [...new Set(cards.flatMap((card) => card.queries))];
  const about = queries.length === 0 ? [] : [cut(texts.about(queries), longestQueries)];
  return {
    text: spoken(
      `${heading}.`,
      shown.map(({ title, byline, mark }) => [title, byline, mark].filter((part) => part !== null).join(", ")),
    ),
    blocks: [
      richText(paragraph(run(heading, true))),
      list(shown),
      ...context([...more, texts.inThread].join(" ")),
      ...about.flatMap(context),
    ],
  };
}

function details(card: DigestCard): Reply {
  const { title, byline, mark, queries, lead, questions, quotes, references } = card;
  const about = queries.length === 0 ? "" : cut(texts.about(queries), longestQueries);
  const small = [byline, mark, about].filter((part) => part !== null && part !== "").join(" · ");
  return {
    text: spoken(cut(title, longestHeading), [byline]),
    blocks: [
      richText(paragraph(named(card, cut(title, longestHeading)))),
      ...context(cut(small, longestContext)),
      ...(lead === null ? [] : [richText(...quoted(lead))]),
      ...(questions === null ? [] : context(questions)),
      ...(quotes.length === 0 ? [] : [richText(...quotes.flatMap(quoted))]),
      ...(references.length === 0 ? [] : [richText(paragraph(run(texts.references, true))), list(references)]),
    ],
  };
}

function leftOver(cards: readonly DigestCard[]): Reply[] {
  const replies: Reply[] = [];
  const linked = cards.slice(0, mostLinked);
  for (let start = 0; start < linked.length; start += linkedInMessage) {
    const part = linked.slice(start, start + linkedInMessage);
    const last = start + linkedInMessage >= linked.length && cards.length > linked.length;
    replies.push({
      text: spoken(
        texts.rest,
        part.map(({ title }) => title),
      ),
      blocks: [
        richText(paragraph(run(texts.rest, true))),
        list(part),
        ...(last ? context(texts.counted(cards.length - linked.length)) : []),
      ],
    });
  }
  return replies;
}

function list(letters: readonly (Pick<DigestCard, "title" | "url" | "byline"> & { mark?: string | null })[]) {
  return richText({
    type: "rich_text_list",
    style: "bullet",
    elements: letters.map((letter) => ({
      type: "rich_text_section" as const,
      elements: [
        named(letter, cut(letter.title, longestTitle)),
        run(`\n${cut(letter.byline, longestByline)}`),
        ...(letter.mark == null ? [] : [run(` · ${letter.mark}`, true)]),
      ],
    })),
  });
}

function named({ url }: { url: string | null }, title: string): RichTextElement {
  return url === null ? run(title, true) : { type: "link", url, text: title, style: { bold: true } };
}

function quoted({ label, parts }: Quote): ReturnType<typeof paragraph>[] {
  return [...(label === null ? [] : [paragraph(run(label, true))]), ...(parts.length === 0 ? [] : [quotation(parts)])];
}

function context(text: string): ContextBlock[] {
  return text === "" ? [] : [{ type: "context", elements: [{ type: "mrkdwn", text: mrkdwn(text) }] }];
}

/** Ends at a whole line. */
function spoken(lead: string, lines: readonly string[]): string {
  let text = escapeText(lead);
  for (const line of lines.map(escapeText)) {
    if (text.length + line.length >= longestText) break;
    text += `\n${line}`;
  }
  return text.slice(0, longestText);
}

/** Cuts between words, never inside a number or a citation; only where the whole stands elsewhere or does not matter. */
function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const place = cutPlaces(text).findLast((at) => at > 0 && at <= longest);
  return `${place === undefined ? text.slice(0, longest).replace(/[\ud800-\udbff]$/, "") : text.slice(0, place)}…`;
}
