// @ts-check
import { sayAll } from "./said.js";
import { send } from "./server.js";
import { allEntered, enteredIn, showMoments } from "./values.js";

/** The list of messages, and what the person does in it. */

const list = /** @type {HTMLElement} */ (document.getElementById("list"));
const scroll = /** @type {HTMLElement} */ (document.getElementById("scroll"));

/**
 * Shows a message, shows it anew, or takes it away.
 * @param {{ channel: string, ts: string, html: string | null }} change
 * @returns {HTMLElement | null} the message when it is a new one
 */
export function showMessage({ channel, ts, html }) {
  const old = list.querySelector(`[data-channel="${channel}"][data-ts="${ts}"]`);
  if (html === null) {
    old?.remove();
    return null;
  }
  const holder = document.createElement("template");
  holder.innerHTML = html;
  const message = /** @type {HTMLElement} */ (holder.content.firstElementChild);
  const atEnd = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 80;
  if (old === null) list.append(message);
  else {
    const hadFocus = old.contains(document.activeElement);
    old.replaceWith(message);
    if (hadFocus) message.focus({ preventScroll: true });
  }
  showMoments(message);
  sayAll(message);
  if (old === null || atEnd) bringIntoView(message);
  return old === null ? message : null;
}

/**
 * A short message goes to the bottom; one that is taller than the list is shown from its beginning.
 * @param {HTMLElement} message
 */
function bringIntoView(message) {
  const isTall = message.offsetHeight > scroll.clientHeight - 40;
  message.scrollIntoView({ block: isTall ? "start" : "end" });
  if (!isTall) scroll.scrollTop = scroll.scrollHeight;
}

/**
 * Listens for presses and choices in the list and in the modal.
 * @param {HTMLElement} root
 * @param {(control: HTMLElement) => Promise<void>} act
 */
export function onActions(root, act) {
  root.addEventListener("click", (event) => {
    const pressed = /** @type {HTMLElement} */ (event.target).closest("[data-kind=button], [data-kind=choice-button]");
    if (pressed instanceof HTMLElement) act(pressed);
  });
  root.addEventListener("change", (event) => {
    const control = /** @type {HTMLElement} */ (event.target).closest("[data-dispatch]");
    const isButton = control instanceof HTMLElement && /button/.test(control.dataset.kind ?? "");
    if (control instanceof HTMLElement && !isButton) act(control);
  });
}

/**
 * Asks first where the bot wants that, then tells the bot.
 * @param {HTMLElement} control
 * @param {Record<string, string>} texts
 */
export async function actInMessage(control, texts) {
  const message = /** @type {HTMLElement | null} */ (control.closest(".message"));
  if (message === null) return;
  const { channel, ts } = message.dataset;
  control.closest("details")?.removeAttribute("open");
  message.setAttribute("aria-busy", "true");
  const { failed } = await send("act", { channel, ts, at: enteredIn(control), entered: allEntered(message) });
  message.removeAttribute("aria-busy");
  showTrouble(message, failed, texts);
}

/**
 * @param {HTMLElement} message
 * @param {string | undefined} failed
 * @param {Record<string, string>} texts
 */
export function showTrouble(message, failed, texts) {
  const trouble = message.querySelector(":scope > .trouble");
  const reason = failed === "not_ready" ? texts.notReady : failed;
  if (trouble !== null) trouble.textContent = reason ? (texts.actionFailed ?? "").replace("{reason}", reason) : "";
}
