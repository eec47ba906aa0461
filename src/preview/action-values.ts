import { elementsOf } from "./block-ids.ts";
import { choicesOf, kindOf } from "./options.ts";
import { asObject, asString, type JsonObject } from "./untyped-json.ts";

/** What the page says about one element: where it stands, and what was typed or which choices (by their place). */
export interface Entered {
  block: number;
  element: number;
  value: string | number | number[] | null;
}

/** Finds the element that the page means in the payload that the bot sent; undefined when there is none. */
export function locate(blocks: JsonObject[], at: { block: number; element: number }) {
  const block = blocks[at.block];
  const element = block === undefined ? undefined : elementsOf(block)[at.element];
  return block === undefined || element === undefined ? undefined : { block, element };
}

/** `state.values`: by block_id and action_id, the state of everything that holds one. */
export function stateValues(blocks: JsonObject[], entered: Entered[]): JsonObject {
  const values: Record<string, JsonObject> = {};
  for (const entry of entered) {
    const found = locate(blocks, entry);
    if (found === undefined || stateless.has(asString(found.element.type) ?? "")) continue;
    const blockId = String(found.block.block_id);
    values[blockId] = {
      ...values[blockId],
      [String(found.element.action_id)]: { type: found.element.type, ...stateOf(found.element, entry.value) },
    };
  }
  return values;
}

const stateless = new Set(["button", "workflow_button", "overflow", "feedback_buttons", "icon_button"]);

/** The entry of `actions` in a block_actions payload. */
export function actionOf(block: JsonObject, element: JsonObject, value: Entered["value"], ts: string): JsonObject {
  const { type, action_id, text, style, placeholder } = element;
  const own = { type, action_id, block_id: block.block_id, text, style, placeholder };
  const given = Object.entries(own).filter(([, item]) => item !== undefined);
  return { ...Object.fromEntries(given), ...stateOf(element, value), action_ts: ts };
}

/** The part of a payload that holds the value, named as Slack names it for that type of element. */
function stateOf(element: JsonObject, value: Entered["value"]): JsonObject {
  const type = asString(element.type) ?? "";
  const typed = typeof value === "string" && value !== "" ? value : null;
  switch (type) {
    case "button":
    case "workflow_button":
    case "icon_button":
      return element.value === undefined ? {} : { value: element.value };
    case "feedback_buttons":
      return { value: asObject(element[value === 1 ? "negative_button" : "positive_button"]).value };
    case "datepicker":
      return { selected_date: typed };
    case "timepicker":
      return { selected_time: typed };
    case "datetimepicker":
      return { selected_date_time: typeof value === "number" ? value : null };
    case "rich_text_input":
      return { rich_text_value: typed === null ? null : richText(typed) };
    default:
      return type.endsWith("_input") ? { value: typed } : chosen(element, type, value);
  }
}

function chosen(element: JsonObject, type: string, value: Entered["value"]): JsonObject {
  const choices = choicesOf(element);
  const kind = kindOf(element);
  if (type.startsWith("multi_") || type === "checkboxes") {
    const places = Array.isArray(value) ? value : [];
    return { [`selected_${kind}s`]: places.flatMap((at) => choices[at]?.value ?? []) };
  }
  return { [`selected_${kind}`]: (typeof value === "number" ? choices[value]?.value : undefined) ?? null };
}

function richText(text: string): JsonObject {
  return { type: "rich_text", elements: [{ type: "rich_text_section", elements: [{ type: "text", text }] }] };
}
