// @ts-check
import { isEmpty, prefill, setCommands, startComposer } from "./composer.js";
import { messageChanged, show, showAll, whereabouts } from "./conversation.js";
import { homeChanged, startHome } from "./home.js";
import { actInMessage, onActions, showTrouble } from "./messages.js";
import { actInView, confirmed, showView, startModal } from "./modal.js";
import { startSaying } from "./said.js";
import { follow, send } from "./server.js";

/** The page as a whole: what comes in goes to its place, what the person does goes out. */

/** @param {string} id */
const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
const list = byId("list");

/** The focus goes to what the bot says within this time of what the person did, and not to what comes by itself. */
const waitsFor = 15_000;
let waitingSince = Number.NEGATIVE_INFINITY;

/** @type {Record<string, string>} */
let texts = {};

/** @param {any} change */
function changed(change) {
  if (change.what === "all") opened(change);
  else if (change.what === "view") showView(change.html);
  else if (change.what === "home") homeChanged(change.html);
  else if (change.what === "message") focusAnswer(messageChanged(change));
}

/** @param {any} all */
function opened(all) {
  ({ texts } = all);
  startSaying(texts);
  startModal(texts);
  startHome(texts, all.home.html);
  const example = all.commands.find((/** @type {any} */ command) => command.example)?.example;
  const placeholder = example
    ? texts.composerPlaceholder?.replace("{example}", example)
    : texts.composerPlaceholderPlain;
  setCommands(all.commands, placeholder ?? "");
  showAll(all);
  showView(all.view.html);
}

/** @param {HTMLElement | null} message */
function focusAnswer(message) {
  if (message?.dataset.bot === undefined || performance.now() - waitingSince > waitsFor) return;
  waitingSince = Number.NEGATIVE_INFINITY;
  if (isEmpty()) message.focus({ preventScroll: true });
}

startComposer(async (text) => {
  waitingSince = performance.now();
  const { channel, thread } = whereabouts();
  const { failed } = await send("say", { channel, text, ...(thread === null ? {} : { threadTs: thread }) });
  const reason = failed === "not_ready" ? texts.notReady : failed;
  byId("composer-trouble").textContent = reason ? (texts.sendFailed ?? "").replace("{reason}", reason) : "";
  // What was typed is not lost.
  if (failed && isEmpty()) prefill(text);
});

onActions(list, async (control) => {
  waitingSince = performance.now();
  if (await confirmed(control)) await actInMessage(control, texts);
});

for (const place of ["modal", "home"]) {
  onActions(byId(place), async (control) => {
    if (await confirmed(control)) await actInView(control);
  });
}

list.addEventListener("click", async (event) => {
  const pressed = /** @type {HTMLElement} */ (event.target).closest("[data-shortcut], [data-thread]");
  const message = pressed?.closest(".message");
  if (!(pressed instanceof HTMLElement) || !(message instanceof HTMLElement)) return;
  pressed.closest("details")?.removeAttribute("open");
  const { channel = "", ts = "" } = message.dataset;
  const callbackId = pressed.dataset.shortcut;
  if (callbackId === undefined) {
    show(channel, ts);
    byId("composer").focus();
    return;
  }
  waitingSince = performance.now();
  const { failed } = await send("shortcut", { channel, ts, callbackId });
  showTrouble(message, failed, texts);
});

byId("back").addEventListener("click", () => show(whereabouts().channel, null));

// A menu that opens at the edge of the list comes into view whole.
document.addEventListener(
  "toggle",
  (event) => {
    const menu = /** @type {HTMLElement} */ (event.target);
    if (menu instanceof HTMLDetailsElement && menu.open)
      menu.querySelector(".menu")?.scrollIntoView({ block: "nearest" });
  },
  true,
);

// A menu closes when the person goes elsewhere.
document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("details[open]")) {
    if (!menu.contains(/** @type {Node} */ (event.target))) menu.removeAttribute("open");
  }
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of document.querySelectorAll("details[open]")) menu.removeAttribute("open");
});

follow(changed, (isConnected) => {
  byId("lost").hidden = isConnected;
});
byId("composer").focus();
