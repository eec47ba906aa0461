import type {
  ActionsBlock,
  ActionsBlockElement,
  Button,
  ConfirmationDialog,
  ContextBlock,
  PlainTextElement,
} from "@slack/types";
import { mrkdwn } from "./mrkdwn.ts";

/** Slack's small parts, with our habits: no emoji shortcuts in plain text, small print escaped. */

export function plain(text: string): PlainTextElement {
  return { type: "plain_text", text, emoji: false };
}

/** A button; its value is an id. */
export function button(text: string, actionId: string, value: string, more: Partial<Button> = {}): Button {
  return { type: "button", text: plain(text), action_id: actionId, value, ...more };
}

/** What is asked before a button does what it says. */
export function confirmation(words: { title: string; ask: string; confirm: string; deny: string }): ConfirmationDialog {
  const { title, ask, confirm, deny } = words;
  return { title: plain(title), text: plain(ask), confirm: plain(confirm), deny: plain(deny) };
}

/** A button that opens an address. */
export function linkButton(text: string, actionId: string, url: string): Button {
  return { type: "button", text: plain(text), action_id: actionId, url };
}

/** Nothing when there is nothing to press. */
export function actions(...elements: ActionsBlockElement[]): ActionsBlock[] {
  return elements.length === 0 ? [] : [{ type: "actions", elements }];
}

/** Slack's limit for a text element of a context block, in characters. */
const longestSmallPrint = 3_000;

/** Small print; nothing when there is none. What no letter has, a byline of pages, is cut between graphemes. */
export function smallPrint(text: string): ContextBlock[] {
  if (text.trim() === "") return [];
  const whole = mrkdwn(text);
  const shown = whole.length <= longestSmallPrint ? whole : `${cutTo(text, longestSmallPrint - 1)}…`;
  return [{ type: "context", elements: [{ type: "mrkdwn", text: shown }] }];
}

/** As many graphemes as fit, escaped. */
function cutTo(text: string, longest: number): string {
  let shown = "";
  for (const { segment } of new Intl.Segmenter("nl").segment(text)) {
    const next = mrkdwn(segment);
    if (shown.length + next.length > longest) break;
    shown += next;
  }
  return shown;
}
