import type { KnownBlock } from "@slack/types";
import type { StoredLetter } from "../letters/stored-letter.ts";
import { plain, smallPrint } from "./elements.ts";
import { firstWords } from "./first-words.ts";
import { byline, titleOf } from "./letter-line.ts";
import { mrkdwn } from "./mrkdwn.ts";

const longest = { byline: 1_000, opening: 280 };

/**
 * What is shown under a pasted link to a letter: title, date, sender and first lines. Slack refuses rich text and
 * anything that can be pressed here (slackapi/java-slack-sdk issue 948, getsentry/sentry pull request 101303), so the
 * title is our own small print and the letter's words are plain text.
 */
export function letterUnfurl(letter: StoredLetter): KnownBlock[] {
  const opening = firstWords(letter.body, longest.opening);
  return [
    { type: "section", text: { type: "mrkdwn", text: `*${mrkdwn(titleOf(letter))}*` } },
    ...smallPrint(firstWords(byline(letter), longest.byline)),
    ...(opening === "" ? [] : [{ type: "section" as const, text: plain(opening) }]),
  ];
}
