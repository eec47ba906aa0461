import type { InputBlock, PlainTextInput } from "@slack/types";
import { plain } from "./elements.ts";

/** A field of a modal. */
interface Field {
  /** Its block_id and its action_id. */
  id: string;
  label: string;
  hint?: string | undefined;
  /** May be left empty. */
  optional?: boolean;
}

/** A field that a person fills in; `element` is the way of doing so, without its action_id. */
export function field({ id, label, hint, optional }: Field, element: InputBlock["element"]): InputBlock {
  return {
    type: "input",
    block_id: id,
    label: plain(label),
    ...(optional !== undefined && { optional }),
    element: { ...element, action_id: id } as InputBlock["element"],
    ...(hint !== undefined && { hint: plain(hint) }),
  };
}

/** A field of text, filled in with what there is. Slack refuses an empty `initial_value`. */
export function textElement(value: string | null, more: { max_length?: number; multiline?: boolean }): PlainTextInput {
  return { type: "plain_text_input", ...more, ...(value !== null && value !== "" && { initial_value: value }) };
}
