// @ts-check
/** The input at the bottom, with the commands that the bot knows as suggestions. */

/** @typedef {{ name: string, usage: string, description: string, example?: string }} Command */

const form = /** @type {HTMLFormElement} */ (document.getElementById("composer-form"));
const input = /** @type {HTMLTextAreaElement} */ (document.getElementById("composer"));
const suggestions = /** @type {HTMLElement} */ (document.getElementById("suggestions"));

/** @type {Command[]} */
let commands = [];
let selected = 0;

/**
 * @param {(text: string) => void} say
 */
export function startComposer(say) {
  input.addEventListener("input", () => suggest());
  input.addEventListener("blur", () => hide());
  input.addEventListener("keydown", onKey);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const text = input.value;
    if (text.trim() === "") return;
    input.value = "";
    hide();
    say(text);
  });
  // Pressing a suggestion must not take the focus from the input.
  suggestions.addEventListener("mousedown", (event) => event.preventDefault());
  suggestions.addEventListener("click", (event) => {
    const item = /** @type {HTMLElement} */ (event.target).closest("[role=option]");
    if (item instanceof HTMLElement) complete(Number(item.dataset.at));
  });
}

/**
 * @param {Command[]} given
 * @param {string} placeholder
 */
export function setCommands(given, placeholder) {
  commands = given;
  input.placeholder = placeholder;
}

/**
 * Puts a text in the input, for the person to change or send.
 * @param {string} text
 */
export function prefill(text) {
  input.value = text;
  input.focus();
}

export function isEmpty() {
  return input.value === "";
}

/** The commands that begin with what was typed so far, until there is a space. */
function matching() {
  const typed = input.value;
  return /^\/\S*$/.test(typed) ? commands.filter(({ name }) => name.startsWith(typed)) : [];
}

function suggest() {
  const found = matching();
  selected = 0;
  suggestions.replaceChildren(
    ...found.map((command, at) => {
      const item = document.createElement("div");
      item.id = `suggestion-${at}`;
      item.dataset.at = String(at);
      item.setAttribute("role", "option");
      item.append(part("b", "name", command.name), " ", part("span", "usage", command.usage));
      item.append(part("span", "description", command.description));
      return item;
    }),
  );
  suggestions.hidden = found.length === 0;
  input.setAttribute("aria-expanded", String(found.length > 0));
  mark();
}

/**
 * @param {string} tag
 * @param {string} name
 * @param {string} text
 */
function part(tag, name, text) {
  return Object.assign(document.createElement(tag), { className: name, textContent: text });
}

function mark() {
  for (const [at, item] of [...suggestions.children].entries()) {
    item.setAttribute("aria-selected", String(at === selected));
    if (at === selected) item.scrollIntoView({ block: "nearest" });
  }
  if (suggestions.hidden) input.removeAttribute("aria-activedescendant");
  else input.setAttribute("aria-activedescendant", `suggestion-${selected}`);
}

function hide() {
  suggestions.hidden = true;
  input.setAttribute("aria-expanded", "false");
  input.removeAttribute("aria-activedescendant");
}

/** @param {number} at */
function complete(at) {
  const command = matching()[at];
  if (command === undefined) return;
  prefill(`${command.name} `);
  hide();
}

/** @param {KeyboardEvent} event */
function onKey(event) {
  if (event.isComposing) return;
  const found = suggestions.hidden ? [] : matching();
  const isArrow = event.key === "ArrowDown" || event.key === "ArrowUp";
  if (found.length > 0 && isArrow) {
    event.preventDefault();
    selected = (selected + (event.key === "ArrowDown" ? 1 : found.length - 1)) % found.length;
    mark();
  } else if (found.length > 0 && event.key === "Escape") {
    hide();
  } else if (found.length > 0 && event.key === "Tab" && !event.shiftKey) {
    event.preventDefault();
    complete(selected);
  } else if (event.key === "Enter" && !event.shiftKey) {
    event.preventDefault();
    // A command that is typed in full is sent; a part of one is completed first.
    const isWhole = found.length === 0 || commands.some(({ name }) => name === input.value);
    if (isWhole) form.requestSubmit();
    else complete(selected);
  }
}
