import { escapeHtml, safeAddress } from "./escape-html.ts";
import { type Choice, choicesOf } from "./options.ts";
import { fill, texts } from "./texts.ts";
import { asObject, asString, isObject, type JsonObject, textOf } from "./untyped-json.ts";

/**
 * What people operate, drawn by us with the browser's own controls: the library needs React in the browser for these,
 * drops the value of a button and repeats ids. The page names an element by its block and its place in the block;
 * values stay on the server.
 */

/** Draws plain text with its emoji. */
export type Plain = (text: string) => string;

/** Where an element stands, and whether a change is told at once (in a message) or at submitting (an input in a view). */
export interface Place {
  /** Unique on the page: `<channel>-<ts>` or the view's id. */
  owner: string;
  block: number;
  element: number;
  /** For the label of an input: the id of the element that labels this control. */
  label?: string;
  /** An input must be filled in. */
  required?: boolean;
  /** A change of a field is told to the bot at once. */
  dispatch: boolean;
}

type Draw = (element: JsonObject, place: Place, plain: Plain) => string;

/** HTML of one element; says so when it is of a kind that the preview cannot draw. */
export function renderElement(element: JsonObject, place: Place, plain: Plain): string {
  const type = asString(element.type) ?? "";
  const draw = Object.hasOwn(drawings, type) ? drawings[type] : undefined;
  if (draw === undefined) return `<p class="not-shown">${escapeHtml(fill(texts.notShown, { type }))}</p>`;
  return draw(element, place, plain);
}

function idOf(place: Place): string {
  return `${place.owner}-${place.block}-${place.element}`;
}

/** The attributes by which page.js finds an element again; `data-key` keeps what was typed when a view is redrawn. */
function marks(element: JsonObject, place: Place, kind: string): string {
  const confirm = element.confirm;
  const asked = isObject(confirm) ? ` data-confirm="${escapeHtml(JSON.stringify(confirmTexts(confirm)))}"` : "";
  const dispatch = place.dispatch ? " data-dispatch" : "";
  const required = place.required ? " data-required" : "";
  const key = escapeHtml(`${place.block}/${asString(element.action_id) ?? ""}`);
  return `data-block="${place.block}" data-element="${place.element}" data-kind="${kind}" data-key="${key}"${asked}${dispatch}${required}`;
}

function confirmTexts(confirm: JsonObject): Record<string, string> {
  return {
    title: textOf(confirm.title),
    text: textOf(confirm.text),
    yes: textOf(confirm.confirm) || texts.confirmYes,
    no: textOf(confirm.deny) || texts.confirmNo,
    danger: confirm.style === "danger" ? "danger" : "",
  };
}

function naming(element: JsonObject, place: Place): string {
  if (place.label !== undefined) return `aria-labelledby="${escapeHtml(place.label)}"`;
  const name = textOf(element.placeholder) || texts.choose;
  return `aria-label="${escapeHtml(name)}"`;
}

const button: Draw = (element, place, plain) => {
  const style = element.style === "primary" || element.style === "danger" ? ` ${element.style}` : "";
  const label = asString(element.accessibility_label);
  const spoken = label === undefined ? "" : ` aria-label="${escapeHtml(label)}"`;
  const attributes = `class="button${style}" ${marks(element, place, "button")}${spoken}`;
  const address = safeAddress(element.url);
  const text = plain(textOf(element.text));
  return address === null
    ? `<button type="button" ${attributes}>${text}</button>`
    : `<a href="${escapeHtml(address)}" target="_blank" rel="noreferrer noopener" ${attributes}>${text}</a>`;
};

const iconButton: Draw = (element, place, plain) =>
  `<button type="button" class="button" ${marks(element, place, "button")}>${plain(textOf(element.text))}</button>`;

const feedback: Draw = (element, place, plain) =>
  (["positive", "negative"] as const)
    .map((sort, at) => {
      const own = asObject(element[`${sort}_button`]);
      const text = plain(textOf(own.text)) || texts[sort];
      return `<button type="button" class="button feedback" ${marks(element, place, "choice-button")} data-choice="${at}">${text}</button>`;
    })
    .join("");

const overflow: Draw = (element, place, plain) => {
  const items = choicesOf(element).map((choice, at) => {
    const attributes = `class="menu-item" ${marks(element, place, "choice-button")} data-choice="${at}"`;
    const address = safeAddress(choice.url);
    return address === null
      ? `<button type="button" ${attributes}>${plain(choice.text)}</button>`
      : `<a href="${escapeHtml(address)}" target="_blank" rel="noreferrer noopener" ${attributes}>${plain(choice.text)}</a>`;
  });
  const summary = `<summary class="button" aria-label="${texts.moreActions}"><span aria-hidden="true">⋯</span></summary>`;
  return `<details class="overflow">${summary}<div class="menu">${items.join("")}</div></details>`;
};

const select: Draw = (element, place) => {
  const choices = choicesOf(element);
  const empty = textOf(element.placeholder) || texts.choose;
  const options = grouped(choices, (choice, at) => {
    return `<option value="${at}"${choice.initially ? " selected" : ""}>${escapeHtml(choice.text)}</option>`;
  });
  return (
    `<select class="field" id="${idOf(place)}" ${naming(element, place)} ${marks(element, place, "choice")}>` +
    `<option value="">${escapeHtml(empty)}</option>${options}</select>`
  );
};

/** Runs of the same group become an optgroup. */
function grouped(choices: Choice[], draw: (choice: Choice, at: number) => string): string {
  let html = "";
  let open = "";
  for (const [at, choice] of choices.entries()) {
    if (choice.group !== open) {
      if (open !== "") html += "</optgroup>";
      if (choice.group !== "") html += `<optgroup label="${escapeHtml(choice.group)}">`;
      open = choice.group;
    }
    html += draw(choice, at);
  }
  return open === "" ? html : `${html}</optgroup>`;
}

function boxes(input: "checkbox" | "radio", kind: string): Draw {
  return (element, place, plain) => {
    const name = idOf(place);
    const rows = choicesOf(element).map((choice, at) => {
      const described = choice.description === "" ? "" : `<span class="described">${plain(choice.description)}</span>`;
      const box = `<input type="${input}" name="${name}" value="${at}"${choice.initially ? " checked" : ""}>`;
      return `<label class="choice">${box}<span>${plain(choice.text)}${described}</span></label>`;
    });
    const naming = place.label === undefined ? "" : ` aria-labelledby="${escapeHtml(place.label)}"`;
    return `<div class="choices" id="${name}" role="group"${naming} ${marks(element, place, kind)}>${rows.join("")}</div>`;
  };
}

const plainTextInput: Draw = (element, place) => {
  const initial = escapeHtml(asString(element.initial_value) ?? "");
  const bounds = ["min_length", "max_length"].map((key) => {
    const bound = element[key];
    return typeof bound === "number" ? ` ${key.replace("_", "")}="${bound}"` : "";
  });
  const shared = `class="field" id="${idOf(place)}" ${placeholder(element)} ${naming(element, place)} ${marks(element, place, "text")}${bounds.join("")}`;
  return element.multiline === true
    ? `<textarea rows="5" ${shared}>${initial}</textarea>`
    : `<input type="text" autocomplete="off" value="${initial}" ${shared}>`;
};

const richTextInput: Draw = (element, place) =>
  `<textarea rows="5" class="field" id="${idOf(place)}" ${placeholder(element)} ${naming(element, place)} ${marks(element, place, "text")}></textarea>`;

function input(type: string, initialKey: string, kind = "text"): Draw {
  return (element, place) => {
    const initial = element[initialKey];
    const value = typeof initial === "string" || typeof initial === "number" ? escapeHtml(String(initial)) : "";
    const step = element.is_decimal_allowed === true ? ' step="any"' : "";
    return `<input type="${type}" class="field" id="${idOf(place)}" data-initial="${value}" value="${kind === "moment" ? "" : value}"${step} ${placeholder(element)} ${naming(element, place)} ${marks(element, place, kind)}>`;
  };
}

function placeholder(element: JsonObject): string {
  const text = textOf(element.placeholder);
  return text === "" ? "" : `placeholder="${escapeHtml(text)}"`;
}

const multi = boxes("checkbox", "choices");

const drawings: Record<string, Draw> = {
  button,
  workflow_button: button,
  icon_button: iconButton,
  feedback_buttons: feedback,
  overflow,
  static_select: select,
  users_select: select,
  conversations_select: select,
  channels_select: select,
  multi_static_select: multi,
  multi_users_select: multi,
  multi_conversations_select: multi,
  multi_channels_select: multi,
  checkboxes: multi,
  radio_buttons: boxes("radio", "choice"),
  plain_text_input: plainTextInput,
  rich_text_input: richTextInput,
  email_text_input: input("email", "initial_value"),
  url_text_input: input("url", "initial_value"),
  number_input: input("number", "initial_value"),
  datepicker: input("date", "initial_date"),
  timepicker: input("time", "initial_time"),
  datetimepicker: input("datetime-local", "initial_date_time", "moment"),
};
