import type { Button } from "@slack/types";
import { buttons, share } from "../texts/buttons.ts";
import { actionIds } from "./action-ids.ts";
import { button, plain } from "./elements.ts";

/** Shares a passage with everybody in the conversation, once a question about that has been answered with yes. */
export function shareButton(passage: string): Button {
  return button(buttons.share, actionIds.share, passage, {
    confirm: {
      title: plain(share.title),
      text: plain(share.ask),
      confirm: plain(share.confirm),
      deny: plain(share.deny),
    },
  });
}
