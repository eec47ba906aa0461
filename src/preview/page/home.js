// @ts-check
import { sayAll } from "./said.js";
import { send } from "./server.js";
import { carryOver, showMoments } from "./values.js";

/** The home of the app: what the bot published there fills the place of the messages. */

const home = /** @type {HTMLElement} */ (document.getElementById("home"));

/** @type {Record<string, string>} */
let texts = {};
/** @type {string | null} */
let published = null;

/**
 * Takes in what the bot has published so far.
 * @param {Record<string, string>} given
 * @param {string | null} html null when it is nothing
 */
export function startHome(given, html) {
  texts = given;
  homeChanged(html);
}

/** @param {string | null} html */
export function homeChanged(html) {
  published = html;
  if (!home.hidden) draw();
}

/** Shows the home, and tells the bot that the person opened it. */
export async function openHome() {
  home.hidden = false;
  draw();
  const { failed } = await send("openApp", { tab: "home" });
  const reason = failed === "not_ready" ? texts.notReady : failed;
  const trouble = home.querySelector(".trouble");
  if (trouble !== null) trouble.textContent = reason ? (texts.sendFailed ?? "").replace("{reason}", reason) : "";
}

export function leaveHome() {
  home.hidden = true;
}

function draw() {
  const old = /** @type {HTMLElement | null} */ (home.firstElementChild);
  const holder = document.createElement("template");
  holder.innerHTML = published ?? "";
  const view = /** @type {HTMLElement} */ (holder.content.firstElementChild ?? nothing());
  showMoments(view);
  if (old !== null && old.dataset.view === view.dataset.view) carryOver(old, view);
  home.replaceChildren(view);
  sayAll(view);
}

/** Before the bot has published anything. */
function nothing() {
  const empty = Object.assign(document.createElement("div"), { className: "empty" });
  const text = Object.assign(document.createElement("p"), { textContent: texts.homeEmpty });
  const trouble = Object.assign(document.createElement("p"), { className: "trouble" });
  trouble.setAttribute("role", "alert");
  empty.append(text, trouble);
  return empty;
}
