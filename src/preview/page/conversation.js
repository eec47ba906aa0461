// @ts-check
import { prefill } from "./composer.js";
import { leaveHome, openHome } from "./home.js";
import { showMessage } from "./messages.js";
import { send } from "./server.js";

/**
 * Which conversation is shown, a channel or a thread in it, or the home of the app; and everything told so far of all
 * conversations.
 */

/** @typedef {{ id: string, name: string, isDirect: boolean }} Channel */
/** @typedef {{ channel: string, ts: string, threadTs: string | null, html: string | null }} Message */

/** @param {string} id */
const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
const list = byId("list");
/** Stands for the home where a channel's id would stand. */
const atHome = "home";

/** @type {Record<string, string>} */
let texts = {};
/** @type {Channel[]} */
let channels = [];
/** @type {import("./composer.js").Command[]} */
let commands = [];
/** By channel and time stamp. @type {Map<string, Map<string, Message>>} */
const messages = new Map();
/** @type {Set<string>} */
const unread = new Set();
/** @type {{ channel: string, thread: string | null }} */
let current = { channel: "", thread: null };

/** Where the person is: what is sent goes there. */
export function whereabouts() {
  return current;
}

/**
 * Takes in everything at once: at opening, and after a lost connection.
 * @param {{ texts: Record<string, string>, channels: Channel[], commands: import("./composer.js").Command[], messages: Message[] }} all
 */
export function showAll(all) {
  ({ texts, channels, commands } = all);
  messages.clear();
  for (const message of all.messages) remember(message);
  const { channel, thread } = current;
  if (channel === atHome) return showHome();
  const isThere = thread === null || messages.get(channel)?.has(thread) === true;
  show(channel === "" ? (channels[0]?.id ?? "") : channel, isThere ? thread : null);
}

/** @param {Message} message */
function remember(message) {
  const channel = messages.get(message.channel) ?? new Map();
  messages.set(message.channel, channel);
  if (message.html === null) channel.delete(message.ts);
  else channel.set(message.ts, message);
}

/**
 * A message came, changed or went.
 * @param {Message} message
 * @returns {HTMLElement | null} the message when it is new on the page
 */
export function messageChanged(message) {
  remember(message);
  if (message.channel !== current.channel) {
    if (message.html !== null) unread.add(message.channel);
    showChannels();
    return null;
  }
  const fresh = belongs(message) ? showMessage(message) : null;
  if (message.html !== null) list.querySelector(".empty")?.remove();
  showReplies(message.threadTs ?? message.ts);
  if (list.childElementCount === 0) showEmpty();
  return fresh;
}

/** @param {Message} message */
function belongs({ ts, threadTs }) {
  const { thread } = current;
  return thread === null ? threadTs === null || threadTs === ts : ts === thread || threadTs === thread;
}

/**
 * @param {string} channel
 * @param {string | null} thread the time stamp of the message above it
 */
export function show(channel, thread) {
  current = { channel, thread };
  leaveHome();
  list.hidden = false;
  byId("composer-form").hidden = false;
  unread.delete(channel);
  showChannels();
  const { name = "", isDirect = false } = channels.find(({ id }) => id === channel) ?? {};
  byId("channel").textContent = thread === null ? `${isDirect ? "" : "# "}${name}` : (texts.thread ?? "");
  byId("back").hidden = thread === null;
  // A screen reader need not hear the whole list again.
  list.setAttribute("aria-busy", "true");
  list.replaceChildren();
  for (const message of messages.get(channel)?.values() ?? []) {
    if (!belongs(message)) continue;
    showMessage(message);
    showReplies(message.ts);
  }
  if (list.childElementCount === 0) showEmpty();
  list.removeAttribute("aria-busy");
}

/**
 * Under a message in a channel: how many answers its thread has.
 * @param {string} ts
 */
function showReplies(ts) {
  const parent = list.querySelector(`.message[data-ts="${ts}"]`);
  parent?.querySelector(":scope > .replies")?.remove();
  const all = [...(messages.get(current.channel)?.values() ?? [])];
  const count = all.filter((message) => message.threadTs === ts && message.ts !== ts).length;
  if (parent === null || count === 0 || current.thread !== null) return;
  const button = Object.assign(document.createElement("button"), { type: "button", className: "replies" });
  button.dataset.thread = "";
  button.textContent = (count === 1 ? texts.oneReply : texts.replies?.replace("{count}", String(count))) ?? "";
  parent.append(button);
}

/** Shows the home of the app; nothing is typed there. */
function showHome() {
  current = { channel: atHome, thread: null };
  showChannels();
  byId("channel").textContent = texts.home ?? "";
  byId("back").hidden = true;
  list.hidden = true;
  byId("composer-form").hidden = true;
  void openHome();
}

/** The channels, and under the conversation with the bot the home of the app. */
function showChannels() {
  byId("channels").replaceChildren(
    ...channels.flatMap(({ id, name, isDirect }) => {
      const own = place(id, isDirect ? "•" : "#", name, () => show(id, null));
      if (!isDirect) return [own];
      own.firstElementChild?.addEventListener("click", () => void send("openApp", { tab: "messages" }));
      return [own, place(atHome, "", texts.home ?? "", showHome)];
    }),
  );
}

/**
 * One of the places where the person can go.
 * @param {string} id
 * @param {string} mark
 * @param {string} name
 * @param {() => void} go
 */
function place(id, mark, name, go) {
  const button = document.createElement("button");
  button.type = "button";
  button.onclick = go;
  if (id === current.channel) button.setAttribute("aria-current", "page");
  const sign = Object.assign(document.createElement("span"), { className: "sign", textContent: mark });
  sign.setAttribute("aria-hidden", "true");
  button.append(sign, name);
  if (unread.has(id)) button.append(dot());
  const item = document.createElement("li");
  item.append(button);
  return item;
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
  const isDirect = channels.find(({ id }) => id === current.channel)?.isDirect === true;
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
