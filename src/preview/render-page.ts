import { escapeHtml } from "./escape-html.ts";
import type { Message } from "./messages.ts";
import { renderBlocks } from "./render-blocks.ts";
import { renderFiles } from "./render-files.ts";
import type { TextRenderer } from "./render-text.ts";
import { messageTime } from "./slack-date.ts";
import { texts } from "./texts.ts";
import { textOf } from "./untyped-json.ts";
import type { View } from "./views.ts";
import { slackbot } from "./workspace.ts";

/** The pieces of the page that carry what the bot said: a message, a modal, the home. */

/** A shortcut that the person can use on a message. */
export interface MessageShortcut {
  callbackId: string;
  name: string;
}

/** HTML of one message, with the element that page.js puts in the list. */
export function renderMessage(message: Message, shortcuts: MessageShortcut[], text: TextRenderer): string {
  const owner = `${message.channel}-${message.ts}`;
  const { name, isBot, id } = message.author;
  const kinds = `${message.onlyFor === null ? "" : " private"}${id === slackbot.id ? " from-slack" : ""}`;
  const time = messageTime(message.ts, text.timeZone);
  const said =
    message.blocks.length > 0
      ? renderBlocks(message.blocks, owner, text)
      : text.block({ type: "section", text: { type: "mrkdwn", text: message.text } });
  const unfurled = message.unfurls
    .map((blocks, at) => `<div class="unfurl">${renderBlocks(blocks, `${owner}-unfurl-${at}`, text)}</div>`)
    .join("");
  const body = `${message.text === "" && message.blocks.length === 0 ? "" : said}${unfurled}${renderFiles(message.files)}`;
  return (
    `<article class="message${kinds}" tabindex="-1" aria-labelledby="${owner}-by"` +
    ` data-channel="${message.channel}" data-ts="${message.ts}"${isBot ? " data-bot" : ""}>` +
    `${message.onlyFor === null ? "" : `<p class="only-you">${eye}${texts.onlyVisibleToYou}</p>`}` +
    `<div class="avatar" aria-hidden="true">${escapeHtml(name.slice(0, 1))}</div>` +
    `<header id="${owner}-by"><span class="name">${escapeHtml(name)}</span>` +
    `${isBot ? `<span class="badge">${texts.app}</span>` : ""}` +
    `<time datetime="${time.iso}" title="${escapeHtml(time.long)}">${time.short}</time></header>` +
    `<div class="body">${body}${message.edited ? `<span class="edited">${texts.edited}</span>` : ""}</div>` +
    `${message.onlyFor === null ? menuOf(message, shortcuts) : ""}<p class="trouble" role="alert"></p></article>`
  );
}

const eye =
  '<svg viewBox="0 0 20 20" width="14" height="14" aria-hidden="true"><path fill="none" stroke="currentColor"' +
  ' stroke-width="1.6" d="M1.5 10S4.5 4.5 10 4.5s8.5 5.5 8.5 5.5-3 5.5-8.5 5.5S1.5 10 1.5 10Z"/>' +
  '<circle cx="10" cy="10" r="2.6" fill="none" stroke="currentColor" stroke-width="1.6"/></svg>';

/** What can be done with a message; an ephemeral one has no such menu in Slack either. */
function menuOf(message: Message, shortcuts: MessageShortcut[]): string {
  const isReply = message.threadTs !== null && message.threadTs !== message.ts;
  const reply = isReply ? "" : `<button type="button" class="menu-item" data-thread>${texts.replyInThread}</button>`;
  const items = shortcuts.map(
    ({ callbackId, name }) =>
      `<button type="button" class="menu-item" data-shortcut="${escapeHtml(callbackId)}">${escapeHtml(name)}</button>`,
  );
  return (
    `<details class="overflow shortcuts"><summary class="button" aria-label="${texts.shortcuts}">` +
    `<span aria-hidden="true">⋯</span></summary><div class="menu">${reply}${items.join("")}</div></details>`
  );
}

/** HTML of a modal: the frame is ours, the library draws none. */
export function renderView(view: View, text: TextRenderer): string {
  const { payload } = view;
  const title = text.plain(textOf(payload.title));
  const close = text.plain(textOf(payload.close)) || texts.close;
  const submit = text.plain(textOf(payload.submit));
  return (
    `<form class="modal" novalidate data-view="${view.id}" aria-labelledby="${view.id}-title">` +
    `<header><h2 id="${view.id}-title" tabindex="-1">${title}</h2>` +
    `<button type="button" class="icon" data-close="all" aria-label="${texts.close}">${cross}</button></header>` +
    `<div class="modal-body" tabindex="-1">${renderBlocks(view.blocks, view.id, text)}</div>` +
    `<p class="trouble" role="alert"></p><footer><button type="button" class="button" data-close="one">${close}</button>` +
    `${submit === "" ? "" : `<button type="submit" class="button primary">${submit}</button>`}</footer></form>`
  );
}

/** HTML of the home of the app, which fills the place of the messages. */
export function renderHome(view: View, text: TextRenderer): string {
  return (
    `<section class="home-view" data-view="${view.id}">${renderBlocks(view.blocks, view.id, text)}` +
    `<p class="trouble" role="alert"></p></section>`
  );
}

const cross =
  '<svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true"><path fill="none" stroke="currentColor"' +
  ' stroke-width="1.8" stroke-linecap="round" d="m5 5 10 10M15 5 5 15"/></svg>';
