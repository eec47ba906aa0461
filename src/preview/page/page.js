// @ts-check
import { isEmpty, prefill, setCommands, startComposer } from "./composer.js";
import { actInMessage, onActions, showMessage, showTrouble } from "./messages.js";
import { actInView, confirmed, showView, startModal } from "./modal.js";
import { follow, send } from "./server.js";

/** The page as a whole: which conversation is shown, and what happens to what comes in. */

/** @typedef {{ id: string, name: string, isDirect: boolean }} Channel */
/** @typedef {{ channel: string, ts: string, threadTs: string | null, html: string | null }} Message */

/** @param {string} id */
const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
const list = byId("list");

/** @type {Record<string, string>} */
let texts = {};
/** @type {Channel[]} */
let channels = [];
/** @type {import("./composer.js").Command[]} */
let commands = [];
/** Everything told so far, by channel and time stamp. @type {Map<string, Map<string, Message>>} */
const messages = new Map();
const unread = new Set();
let current = "";
/** The person sent something and waits for what comes. */
let waiting = false;

/** @param {any} change */
function changed(change) {
  if (change.what === "all") showAll(change);
  else if (change.what === "view") showView(change.html);
  else if (change.what === "message") messageChanged(change);
}

/** @param {any} all */
function showAll(all) {
  ({ texts, channels, commands } = all);
  startModal(texts);
  messages.clear();
  for (const message of all.messages) remember(message);
  const example = commands.find((command) => command.example)?.example;
  const placeholder = example
    ? texts.composerPlaceholder?.replace("{example}", example)
    : texts.composerPlaceholderPlain;
  setCommands(commands, placeholder ?? "");
  showChannel(current === "" ? (channels[0]?.id ?? "") : current);
  showView(all.view.html);
}

/** @param {Message} message */
function remember(message) {
  const channel = messages.get(message.channel) ?? new Map();
  messages.set(message.channel, channel);
  if (message.html === null) channel.delete(message.ts);
  else channel.set(message.ts, message);
}

/** @param {Message} message */
function messageChanged(message) {
  remember(message);
  // Answers in a thread will have a pane of their own.
  if (message.threadTs !== null && message.threadTs !== message.ts) return;
  if (message.channel !== current) {
    if (message.html !== null) unread.add(message.channel);
    showChannels();
    return;
  }
  list.querySelector(".empty")?.remove();
  const fresh = showMessage(message);
  if (list.childElementCount === 0) showEmpty();
  if (fresh !== null && waiting && fresh.dataset.bot !== undefined) {
    waiting = false;
    if (isEmpty()) fresh.focus({ preventScroll: true });
  }
}

/** @param {string} id */
function showChannel(id) {
  current = id;
  unread.delete(id);
  showChannels();
  const channel = channels.find((one) => one.id === id);
  byId("channel").textContent = channel === undefined ? "" : `${channel.isDirect ? "" : "# "}${channel.name}`;
  // A screen reader need not hear the whole list again.
  list.setAttribute("aria-busy", "true");
  list.replaceChildren();
  for (const message of messages.get(id)?.values() ?? []) {
    if (message.threadTs === null || message.threadTs === message.ts) showMessage(message);
  }
  if (list.childElementCount === 0) showEmpty();
  list.removeAttribute("aria-busy");
}

function showChannels() {
  byId("channels").replaceChildren(
    ...channels.map(({ id, name, isDirect }) => {
      const button = document.createElement("button");
      button.type = "button";
      button.onclick = () => showChannel(id);
      if (id === current) button.setAttribute("aria-current", "page");
      const sign = Object.assign(document.createElement("span"), {
        className: "sign",
        textContent: isDirect ? "•" : "#",
      });
      sign.setAttribute("aria-hidden", "true");
      button.append(sign, name);
      if (unread.has(id)) button.append(dot());
      const item = document.createElement("li");
      item.append(button);
      return item;
    }),
  );
}

function dot() {
  const mark = Object.assign(document.createElement("span"), { className: "unread", title: texts.unread ?? "" });
  mark.setAttribute("role", "img");
  mark.setAttribute("aria-label", texts.unread ?? "");
  return mark;
}

/** An empty conversation says what can be done. */
function showEmpty() {
  const empty = Object.assign(document.createElement("div"), { className: "empty" });
  const isDirect = channels.find(({ id }) => id === current)?.isDirect === true;
  const title = Object.assign(document.createElement("h2"), { textContent: texts.emptyTitle });
  const text = Object.assign(document.createElement("p"), { textContent: texts.emptyText });
  const examples = Object.assign(document.createElement("div"), { className: "examples" });
  for (const { name, example } of commands) {
    const button = Object.assign(document.createElement("button"), { type: "button", className: "button" });
    button.textContent = example ?? name;
    button.onclick = () => prefill(example ?? `${name} `);
    examples.append(button);
  }
  if (isDirect) text.textContent = `${texts.emptyDirect} ${texts.emptyText}`;
  empty.append(title, text, examples);
  list.append(empty);
}

startComposer(async (text) => {
  waiting = true;
  const channel = current;
  const { failed } = await send("say", { channel, text });
  const reason = failed === "not_ready" ? texts.notReady : failed;
  byId("composer-trouble").textContent = reason ? (texts.sendFailed ?? "").replace("{reason}", reason) : "";
  // What was typed is not lost.
  if (failed && isEmpty()) prefill(text);
});

onActions(list, async (control) => {
  waiting = true;
  if (await confirmed(control)) await actInMessage(control, texts);
});

onActions(byId("modal"), async (control) => {
  if (await confirmed(control)) await actInView(control);
});

list.addEventListener("click", async (event) => {
  const pressed = /** @type {HTMLElement} */ (event.target).closest("[data-shortcut]");
  const message = pressed?.closest(".message");
  if (!(pressed instanceof HTMLElement) || !(message instanceof HTMLElement)) return;
  pressed.closest("details")?.removeAttribute("open");
  const { channel, ts } = message.dataset;
  const { failed } = await send("shortcut", { channel, ts, callbackId: pressed.dataset.shortcut });
  showTrouble(message, failed, texts);
});

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
