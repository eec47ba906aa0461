// @ts-check
import { sayAll } from "./said.js";
import { send } from "./server.js";
import { allEntered, carryOver, controls, enteredIn, enteredValue, showMoments } from "./values.js";

/** The modal: the bot's view in a frame of ours. */

const dialog = /** @type {HTMLDialogElement} */ (document.getElementById("modal"));
const confirmation = /** @type {HTMLDialogElement} */ (document.getElementById("confirm"));

/** @type {Record<string, string>} */
let texts = {};
/** What had the focus before the modal opened. @type {Element | null} */
let before = null;

/** @param {Record<string, string>} given */
export function startModal(given) {
  texts = given;
}

/**
 * Shows the view on top, or nothing.
 * @param {string | null} html
 */
export function showView(html) {
  if (html === null) {
    if (dialog.open) dialog.close();
    dialog.replaceChildren();
    if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    before = null;
    return;
  }
  const holder = document.createElement("template");
  holder.innerHTML = html;
  const view = /** @type {HTMLElement} */ (holder.content.firstElementChild);
  const old = /** @type {HTMLElement | null} */ (dialog.firstElementChild);
  showMoments(view);
  const isSame = old?.dataset.view === view.dataset.view;
  if (old !== null && isSame) carryOver(old, view);
  dialog.replaceChildren(view);
  if (!dialog.open) {
    before = document.activeElement;
    dialog.showModal();
  }
  sayAll(view);
  if (!isSame) (controls(view)[0] ?? view.querySelector("h2"))?.focus();
}

dialog.addEventListener("cancel", (event) => {
  event.preventDefault();
  void closeView(false);
});

// A browser lets a person out by a second Escape, whatever the page thinks of it.
dialog.addEventListener("close", () => {
  if (!dialog.open && dialog.firstElementChild !== null) void closeView(true);
});

dialog.addEventListener("click", (event) => {
  const pressed = /** @type {HTMLElement} */ (event.target).closest("[data-close]");
  if (pressed instanceof HTMLElement) void closeView(pressed.dataset.close === "all");
});

dialog.addEventListener("submit", (event) => {
  event.preventDefault();
  void submitView();
});

/** @param {boolean} all */
async function closeView(all) {
  const view = /** @type {HTMLElement | null} */ (dialog.firstElementChild);
  // Escape may be told twice before the answer is there.
  if (view === null || view.inert) return;
  view.inert = true;
  const { failed } = await send("close", { view: view.dataset.view, all });
  if (failed) view.inert = false;
}

async function submitView() {
  const view = /** @type {HTMLElement | null} */ (dialog.firstElementChild);
  const button = /** @type {HTMLButtonElement | null} */ (dialog.querySelector("button[type=submit]"));
  if (view === null || button === null || button.disabled) return;
  if (!showErrors(view, missing(view))) return;
  const label = button.innerHTML;
  button.disabled = true;
  button.textContent = texts.busy ?? "";
  const told = await send("submit", { view: view.dataset.view, entered: allEntered(view) });
  button.disabled = false;
  button.innerHTML = label;
  showErrors(view, told.errors ?? {});
  showFailure(view, told.failed, texts.submitFailed);
}

/**
 * Slack itself does not send a view in which something is lacking.
 * @param {HTMLElement} view
 */
function missing(view) {
  /** @type {Record<string, string>} */
  const errors = {};
  for (const control of controls(view)) {
    const value = enteredValue(control);
    const isEmpty = value === null || (Array.isArray(value) && value.length === 0);
    const { block, required } = control.dataset;
    if (required !== undefined && isEmpty && block !== undefined) errors[block] = texts.fieldRequired ?? "";
    else if (control instanceof HTMLInputElement && !control.validity.valid && block !== undefined)
      errors[block] = control.validationMessage;
  }
  return errors;
}

/**
 * Writes what is wrong under each field, and goes to the first.
 * @param {HTMLElement} view
 * @param {Record<string, string>} errors by the block's place
 * @returns {boolean} whether there were none
 */
function showErrors(view, errors) {
  for (const place of view.querySelectorAll("[data-error]")) {
    const { error = "" } = /** @type {HTMLElement} */ (place).dataset;
    const text = errors[error] ?? "";
    place.textContent = text;
    const control = view.querySelector(`[data-kind][data-block="${error}"]`);
    if (text === "") control?.removeAttribute("aria-invalid");
    else control?.setAttribute("aria-invalid", "true");
  }
  /** @type {HTMLElement | null} */
  const first = view.querySelector("[aria-invalid=true]");
  first?.focus();
  // What is wrong stands under the field, which may be at the edge.
  first?.closest(".input")?.scrollIntoView({ block: "nearest" });
  return first === null;
}

/**
 * @param {HTMLElement} view
 * @param {string | undefined} failed
 * @param {string | undefined} text
 */
function showFailure(view, failed, text) {
  const trouble = view.querySelector(":scope > .trouble");
  const reason = failed === "not_ready" ? texts.notReady : failed;
  if (trouble !== null) trouble.textContent = reason ? (text ?? "").replace("{reason}", reason) : "";
}

/** @param {HTMLElement} control */
export async function actInView(control) {
  const view = /** @type {HTMLElement | null} */ (control.closest("[data-view]"));
  if (view === null) return;
  control.closest("details")?.removeAttribute("open");
  const told = await send("act", { view: view.dataset.view, at: enteredIn(control), entered: allEntered(view) });
  showFailure(view, told.failed, texts.actionFailed);
}

/**
 * The bot may ask for a confirmation of a press or a choice.
 * @param {HTMLElement} control
 * @returns {Promise<boolean>}
 */
export function confirmed(control) {
  if (control.dataset.confirm === undefined) return Promise.resolve(true);
  const asked = JSON.parse(control.dataset.confirm);
  const title = Object.assign(document.createElement("h2"), { textContent: asked.title, id: "confirm-title" });
  const text = Object.assign(document.createElement("p"), { textContent: asked.text });
  const no = Object.assign(document.createElement("button"), { className: "button", value: "", textContent: asked.no });
  const yes = Object.assign(document.createElement("button"), { value: "yes", textContent: asked.yes });
  yes.className = `button ${asked.danger || "primary"}`;
  const form = Object.assign(document.createElement("form"), { method: "dialog" });
  const footer = document.createElement("footer");
  footer.append(no, yes);
  form.append(title, text, footer);
  confirmation.setAttribute("aria-labelledby", "confirm-title");
  confirmation.replaceChildren(form);
  confirmation.returnValue = "";
  confirmation.showModal();
  return new Promise((resolve) => {
    confirmation.addEventListener("close", () => resolve(confirmation.returnValue === "yes"), { once: true });
  });
}
