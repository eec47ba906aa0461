import type { Message } from "./messages.ts";
import { type MessageShortcut, renderHome, renderMessage, renderView } from "./render-page.ts";
import { loadTextRenderer, type TextRenderer } from "./render-text.ts";
import type { Change, PreviewState } from "./state.ts";
import { channels } from "./workspace.ts";

/** What the pages are told of a change. A message is drawn once for each version of it: that takes milliseconds. */
export class Drawing {
  readonly #state: PreviewState;
  readonly #shortcuts: MessageShortcut[];
  #loaded: Promise<TextRenderer> | null = null;
  readonly #drawn = new WeakMap<Message, { version: number; html: string }>();

  constructor(state: PreviewState, shortcuts: MessageShortcut[]) {
    this.#state = state;
    this.#shortcuts = shortcuts;
  }

  /** One change; `html` is null for what has gone. */
  async change(change: Change): Promise<object> {
    if (change.what === "view") return { what: "view", html: await this.#topView() };
    if (change.what === "home") return { what: "home", html: await this.#home() };
    const { message, gone } = change;
    const { channel, ts, threadTs } = message;
    return { what: "message", channel, ts, threadTs, html: gone ? null : await this.#message(message) };
  }

  /** Everything that stands there, for a page that has just opened or lost its connection. */
  async all(): Promise<{ messages: object[]; view: object; home: object }> {
    const messages: object[] = [];
    for (const message of channels.flatMap(({ id }) => this.#state.messages.in(id))) {
      messages.push(await this.change({ what: "message", message, gone: false }));
    }
    return { messages, view: await this.change({ what: "view" }), home: await this.change({ what: "home" }) };
  }

  async #message(message: Message): Promise<string> {
    const { version } = message;
    const known = this.#drawn.get(message);
    if (known?.version === version) return known.html;
    const html = renderMessage(message, this.#shortcuts, await this.#text());
    this.#drawn.set(message, { version, html });
    return html;
  }

  async #topView(): Promise<string | null> {
    if (this.#state.views.top === null) return null;
    const text = await this.#text();
    const { top } = this.#state.views;
    return top === null ? null : renderView(top, text);
  }

  /** Once for all: many things may be drawn while it loads. */
  #text(): Promise<TextRenderer> {
    this.#loaded ??= loadTextRenderer(this.#state.timeZone);
    return this.#loaded;
  }

  async #home(): Promise<string | null> {
    const { home } = this.#state.views;
    return home === null ? null : renderHome(home, await this.#text());
  }
}
