import type { Button } from "@slack/types";
import { buttons, share } from "../texts/buttons.ts";
import { actionIds } from "./action-ids.ts";
import { button, confirmation } from "./elements.ts";

/** Shares a passage with everybody in the conversation, once a question about that has been answered with yes. */
export function shareButton(passage: string): Button {
  return confirmedShare(buttons.share, actionIds.share, passage);
}

/**
 * A button that puts something in a conversation, where everybody sees it.
 *
 * @param ask what comes to stand there
 */
export function confirmedShare(text: string, actionId: string, value: string, ask: string = share.ask): Button {
  const { title, confirm, deny } = share;
  return button(text, actionId, value, { confirm: confirmation({ title, ask, confirm, deny }) });
}
