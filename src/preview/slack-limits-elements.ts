import { checkLength, checkList, checkText, checkUnique, type Report } from "./slack-limits-report.ts";
import { asObjects, asString, isObject, type JsonObject } from "./untyped-json.ts";

/** The part of slack-limits.ts that is about what people operate: buttons, selects, fields. */

const limits = {
  buttonText: 75,
  buttonValue: 2000,
  url: 3000,
  actionId: 255,
  altText: 2000,
  optionText: 75,
  optionValue: 150,
  selectOptions: 100,
  optionGroups: 100,
  overflowOptions: 5,
  choices: 10,
  placeholder: 150,
  fieldText: 3000,
  confirmTitle: 100,
  confirmText: 300,
  confirmButton: 30,
} as const;

const selects = ["static_select", "external_select", "users_select", "conversations_select", "channels_select"];
const choices = ["checkboxes", "radio_buttons"];
const pickers = ["datepicker", "timepicker"];
const multiSelects = selects.map((type) => `multi_${type}`);
const fields = [
  "plain_text_input",
  "email_text_input",
  "url_text_input",
  "number_input",
  "rich_text_input",
  "file_input",
  "datetimepicker",
];

/** Which element may stand where, after the table in Slack's Block Kit reference. */
export const elementsAllowedIn = {
  section: ["button", "overflow", "image", "workflow_button", ...selects, ...multiSelects, ...choices, ...pickers],
  actions: [
    "button",
    "overflow",
    "workflow_button",
    "datetimepicker",
    ...selects,
    ...multiSelects,
    ...choices,
    ...pickers,
  ],
  context: ["image"],
  context_actions: ["feedback_buttons", "icon_button"],
  input: [...selects, ...multiSelects, ...choices, ...pickers, ...fields],
} as const satisfies Record<string, string[]>;

/** Checks one element within a block of the given type. */
export function checkElement(
  value: unknown,
  parent: keyof typeof elementsAllowedIn,
  path: string,
  report: Report,
): void {
  if (!isObject(value)) {
    report(path, "missing element");
    return;
  }
  const type = asString(value.type) ?? "";
  if (!(elementsAllowedIn[parent] as string[]).includes(type)) {
    report(path, `${type || "an element without type"} may not stand in ${parent}`);
    return;
  }
  checkLength(value.action_id, limits.actionId, `${path}.action_id`, report);
  if (value.confirm !== undefined) checkConfirm(value.confirm, `${path}.confirm`, report);
  if (value.placeholder !== undefined) {
    checkText(value.placeholder, { max: limits.placeholder, plain: true }, `${path}.placeholder`, report);
  }
  if (type === "button" || type === "workflow_button") checkButton(value, path, report);
  else if (type === "image") checkImage(value, path, report);
  else if (type === "feedback_buttons") checkFeedback(value, path, report);
  else if (type === "icon_button")
    checkText(value.text, { max: limits.buttonText, plain: true }, `${path}.text`, report);
  else if (type === "plain_text_input") checkField(value, path, report);
  else if (Object.hasOwn(optionBounds, type)) checkOptions(value, type, path, report);
}

const optionBounds: Record<string, number> = {
  static_select: limits.selectOptions,
  multi_static_select: limits.selectOptions,
  overflow: limits.overflowOptions,
  checkboxes: limits.choices,
  radio_buttons: limits.choices,
};

function checkButton(button: JsonObject, path: string, report: Report): void {
  checkText(button.text, { max: limits.buttonText, plain: true }, `${path}.text`, report);
  checkLength(button.value, limits.buttonValue, `${path}.value`, report);
  checkLength(button.url, limits.url, `${path}.url`, report);
  const style = button.style;
  if (style !== undefined && style !== "primary" && style !== "danger")
    report(`${path}.style`, "must be primary or danger");
  checkLength(button.accessibility_label, limits.buttonText, `${path}.accessibility_label`, report);
}

function checkImage(image: JsonObject, path: string, report: Report): void {
  if (image.image_url === undefined && image.slack_file === undefined) report(path, "needs image_url or slack_file");
  checkLength(image.image_url, limits.url, `${path}.image_url`, report);
  if (typeof image.alt_text !== "string") report(`${path}.alt_text`, "missing");
  checkLength(image.alt_text, limits.altText, `${path}.alt_text`, report);
}

function checkFeedback(element: JsonObject, path: string, report: Report): void {
  for (const key of ["positive_button", "negative_button"]) {
    const button = element[key];
    if (!isObject(button)) {
      report(`${path}.${key}`, "missing");
      continue;
    }
    checkText(button.text, { max: limits.buttonText, plain: true }, `${path}.${key}.text`, report);
    if (typeof button.value !== "string") report(`${path}.${key}.value`, "missing");
    checkLength(button.value, limits.buttonValue, `${path}.${key}.value`, report);
  }
}

function checkField(field: JsonObject, path: string, report: Report): void {
  checkLength(field.initial_value, limits.fieldText, `${path}.initial_value`, report);
  const max = field.max_length;
  if (max !== undefined && !(typeof max === "number" && max >= 1 && max <= limits.fieldText)) {
    report(`${path}.max_length`, `must be 1 to ${limits.fieldText}`);
  }
}

function checkOptions(element: JsonObject, type: string, path: string, report: Report): void {
  const bounds = { min: 1, max: optionBounds[type] ?? limits.selectOptions };
  const groups = element.option_groups;
  if (groups !== undefined && type.endsWith("static_select")) {
    const list = checkList(groups, { min: 1, max: limits.optionGroups }, `${path}.option_groups`, report);
    for (const [at, group] of list.entries()) {
      const here = `${path}.option_groups[${at}]`;
      checkText(group.label, { max: limits.optionText, plain: true }, `${here}.label`, report);
      checkOptionList(group.options, bounds, `${here}.options`, report);
    }
  } else {
    checkOptionList(element.options, bounds, `${path}.options`, report);
  }
  checkInitial(element, path, report);
}

function checkOptionList(value: unknown, bounds: { min: number; max: number }, path: string, report: Report): void {
  const options = checkList(value, bounds, path, report);
  checkUnique(options, "value", path, report);
  for (const [at, option] of options.entries()) {
    checkText(option.text, { max: limits.optionText }, `${path}[${at}].text`, report);
    if (typeof option.value !== "string") report(`${path}[${at}].value`, "missing");
    checkLength(option.value, limits.optionValue, `${path}[${at}].value`, report);
    checkLength(option.url, limits.url, `${path}[${at}].url`, report);
    if (option.description !== undefined) {
      checkText(option.description, { max: limits.optionText }, `${path}[${at}].description`, report);
    }
  }
}

/** What is chosen beforehand must be one of the options, text and all. */
function checkInitial(element: JsonObject, path: string, report: Report): void {
  const all = [
    ...asObjects(element.options),
    ...asObjects(element.option_groups).flatMap((group) => asObjects(group.options)),
  ].map((option) => `${String(option.value)}\n${JSON.stringify(option.text)}`);
  const one = element.initial_option;
  const chosen = isObject(one) ? [one] : asObjects(element.initial_options);
  for (const option of chosen) {
    if (!all.includes(`${String(option.value)}\n${JSON.stringify(option.text)}`)) {
      report(path, `${String(option.value)} is chosen beforehand but is no option`);
    }
  }
  if (Array.isArray(element.initial_options) && chosen.length === 0) report(path, "initial_options must not be empty");
}

function checkConfirm(value: unknown, path: string, report: Report): void {
  if (!isObject(value)) {
    report(path, "must be an object");
    return;
  }
  checkText(value.title, { max: limits.confirmTitle, plain: true }, `${path}.title`, report);
  checkText(value.text, { max: limits.confirmText }, `${path}.text`, report);
  checkText(value.confirm, { max: limits.confirmButton, plain: true }, `${path}.confirm`, report);
  checkText(value.deny, { max: limits.confirmButton, plain: true }, `${path}.deny`, report);
}
