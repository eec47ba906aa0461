import type { RichTextBlock } from "@slack/types";
import { cutPlaces } from "../search/sentences.ts";
import { smallPrint } from "./elements.ts";
import { escapeText } from "./mrkdwn.ts";
import type { Reply } from "./reply.ts";
import { bullets, linked, paragraph, richText, run } from "./rich-text.ts";

/** Lists of letters in messages that go out by themselves, within Slack's limits. */

/** A letter in a list. */
export interface ListedLetter {
  title: string;
  url: string | null;
  /** What stands below the title, and what stands before it in bold. */
  byline: string;
  ahead?: string;
  /** What sets it apart; null when nothing does. */
  mark?: string | null;
}

/** So many letters are listed in a message for all; the rest is counted, and linked at the end of the thread. */
export const mostListed = 25;
/** Of the rest so many are linked, in messages of so many. */
const mostLinked = 200;
const linkedInMessage = 25;
/** Characters of titles and of what stands below them in one message; Slack takes some 12,000. */
const room = 10_000;
const longestByline = 220;
/** Titles of written questions name askers and ministers before their subject: where there is room, it is shown. */
const longestTitle = 400;
/** Slack takes at most 4,000 characters of top-level text; ours stays far below and ends at a whole line. */
const longestText = 2_000;

export function letterList(letters: readonly ListedLetter[]): RichTextBlock {
  return richText(
    bullets(
      letters.map(({ title, url, byline, ahead, mark = null }) => [
        linked(cut(title, titleRoom(letters.length, longestByline)), url),
        ...(ahead === undefined ? [] : [run(`\n${ahead} · `, true)]),
        run(`${ahead === undefined ? "\n" : ""}${cut(byline, longestByline)}`),
        ...(mark === null ? [] : [run(` · ${mark}`, true)]),
      ]),
    ),
  );
}

/** Characters that there are for each title, when so many are listed with so many characters below each. */
export function titleRoom(count: number, below: number): number {
  return Math.min(longestTitle, Math.floor(room / count) - below);
}

/** What stands above each message of what a list has no room for, and how what is left even then is counted. */
interface LeftOverTexts {
  rest: string;
  counted: (count: number) => string;
}

/** What a list has no room for, for the thread. */
export function leftOver(letters: readonly ListedLetter[], { rest, counted }: LeftOverTexts): Reply[] {
  const replies: Reply[] = [];
  const shown = letters.slice(0, mostLinked);
  for (let start = 0; start < shown.length; start += linkedInMessage) {
    const part = shown.slice(start, start + linkedInMessage);
    const last = start + linkedInMessage >= shown.length && letters.length > shown.length;
    replies.push({
      text: spoken(
        rest,
        part.map(({ title }) => title),
      ),
      blocks: [
        richText(paragraph(run(rest, true))),
        letterList(part),
        ...(last ? smallPrint(counted(letters.length - shown.length)) : []),
      ],
    });
  }
  return replies;
}

/** What is read aloud; ends at a whole line. */
export function spoken(lead: string, lines: readonly string[]): string {
  let text = escapeText(lead);
  for (const line of lines.map(escapeText)) {
    if (text.length + line.length >= longestText) break;
    text += `\n${line}`;
  }
  return text.slice(0, longestText);
}

/** Cuts between words, never inside a number or a citation; only where the whole stands elsewhere or does not matter. */
export function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const place = cutPlaces(text).findLast((at) => at > 0 && at <= longest);
  return `${place === undefined ? text.slice(0, longest).replace(/[\ud800-\udbff]$/, "") : text.slice(0, place)}…`;
}
