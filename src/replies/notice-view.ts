import type { ModalView } from "@slack/types";
import { buttons } from "../texts/buttons.ts";
import { plain } from "./elements.ts";
import type { Reply } from "./reply.ts";

/** A modal that says something, where no message can be put. */
export function noticeView({ blocks }: Reply): ModalView {
  return { type: "modal", title: plain("Terugkeer"), close: plain(buttons.close), blocks };
}
