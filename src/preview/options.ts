import { asObject, asObjects, asString, isObject, type JsonObject } from "./untyped-json.ts";
import { channels, users } from "./workspace.ts";

/** The choices of a select, checkboxes, radio buttons or an overflow menu, in the order that the page counts them. */
export interface Choice {
  text: string;
  description: string;
  /** Heading of the group it stands in; empty when there are no groups. */
  group: string;
  initially: boolean;
  /** What a payload carries when this is chosen: the option object, or an id of a person or a channel. */
  value: JsonObject | string;
  /** For an overflow menu. */
  url: string | undefined;
}

/** Which part of a payload holds the choice, by type of element without `multi_`. */
type Kind = "option" | "user" | "conversation" | "channel";

export function kindOf(element: JsonObject): Kind {
  const type = asString(element.type) ?? "";
  if (type.endsWith("users_select")) return "user";
  if (type.endsWith("conversations_select")) return "conversation";
  return type.endsWith("channels_select") ? "channel" : "option";
}

/** All choices of an element; empty for an element without choices (an external_select is not served yet). */
export function choicesOf(element: JsonObject): Choice[] {
  const kind = kindOf(element);
  if (kind === "option") return optionChoices(element);
  const plural = element[`initial_${kind}s`];
  const initial = Array.isArray(plural) ? plural : [element[`initial_${kind}`]];
  const named = kind === "user" ? users : kind === "channel" ? channels.filter((c) => !c.isDirect) : channels;
  return named.map(({ id, name }) => {
    return { text: name, description: "", group: "", initially: initial.includes(id), value: id, url: undefined };
  });
}

function optionChoices(element: JsonObject): Choice[] {
  const one = element.initial_option;
  const initial = (isObject(one) ? [one] : asObjects(element.initial_options)).map((option) => option.value);
  const groups = asObjects(element.option_groups);
  const lists =
    groups.length === 0
      ? [{ group: "", options: asObjects(element.options) }]
      : groups.map((group) => ({ group: text(group.label), options: asObjects(group.options) }));
  return lists.flatMap(({ group, options }) =>
    options.map((option) => ({
      text: text(option.text),
      description: text(option.description),
      group,
      initially: initial.includes(option.value),
      value: option,
      url: asString(option.url),
    })),
  );
}

function text(textObject: unknown): string {
  return asString(asObject(textObject).text) ?? "";
}
