import type { ActionsBlock, ActionsBlockElement, Button, ContextBlock, PlainTextElement } from "@slack/types";
import { mrkdwn } from "./mrkdwn.ts";

/** Slack's small parts, with our habits: no emoji shortcuts in plain text, small print escaped. */

export function plain(text: string): PlainTextElement {
  return { type: "plain_text", text, emoji: false };
}

/** A button; its value is an id. */
export function button(text: string, actionId: string, value: string, more: Partial<Button> = {}): Button {
  return { type: "button", text: plain(text), action_id: actionId, value, ...more };
}

/** A button that opens an address. */
export function linkButton(text: string, actionId: string, url: string): Button {
  return { type: "button", text: plain(text), action_id: actionId, url };
}

/** Nothing when there is nothing to press. */
export function actions(...elements: ActionsBlockElement[]): ActionsBlock[] {
  return elements.length === 0 ? [] : [{ type: "actions", elements }];
}

/** Small print; nothing when there is none. */
export function smallPrint(text: string): ContextBlock[] {
  return text === "" ? [] : [{ type: "context", elements: [{ type: "mrkdwn", text: mrkdwn(text) }] }];
}
