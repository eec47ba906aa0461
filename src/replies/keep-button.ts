import type { Button } from "@slack/types";
import { debateTexts } from "../texts/debate.ts";
import { actionIds } from "./action-ids.ts";
import { button } from "./elements.ts";

/** Puts a passage in the collection of the thread or channel that it is shown in. */
export function keepButton(passage: string): Button {
  return button(debateTexts.keep.button, actionIds.keep, passage);
}
