import { isObject, type JsonObject } from "../../src/preview/untyped-json.ts";
import { collectPayload } from "../logs/collect.ts";

/** What page.js does, without a browser: sends actions and follows the stream. */
export class PageClient {
  readonly #url: string;
  readonly #stop = new AbortController();
  #told: JsonObject[] = [];
  #waiting: (() => void)[] = [];

  private constructor(url: string) {
    this.#url = url;
  }

  /** Opens the stream and waits for its first word. */
  static async open(url: string): Promise<PageClient> {
    const page = new PageClient(url);
    const response = await fetch(`${url}stream`, { signal: page.#stop.signal });
    if (response.body === null) throw new Error("no stream");
    page.#follow(response.body).catch(() => {
      // The stream was closed, by us or with the preview.
    });
    await page.next((change) => change.what === "all");
    return page;
  }

  async #follow(body: AsyncIterable<Uint8Array>): Promise<void> {
    const decoder = new TextDecoder();
    let rest = "";
    for await (const bytes of body) {
      const parts = (rest + decoder.decode(bytes, { stream: true })).split("\n\n");
      rest = parts.pop() ?? "";
      for (const part of parts) this.#hear(JSON.parse(part.replace(/^data: /, "")));
    }
  }

  #hear(change: unknown): void {
    if (isObject(change)) this.#told.push(change);
    for (const tell of this.#waiting.splice(0)) tell();
  }

  /** The first change not yet taken that fits; waits for it. */
  async next(fits: (change: JsonObject) => boolean): Promise<JsonObject> {
    for (;;) {
      const at = this.#told.findIndex(fits);
      const [found] = at < 0 ? [] : this.#told.splice(at, 1);
      if (found !== undefined) return found;
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  /** The next message that shows this text: its address and its HTML. */
  async message(text: string): Promise<{ channel: string; ts: string; html: string }> {
    const { channel, ts, html } = await this.next((change) => String(change.html ?? "").includes(text));
    return { channel: String(channel), ts: String(ts), html: String(html) };
  }

  /** The next state of the modal: its id and HTML; null when it has closed. */
  async view(): Promise<{ id: string; html: string } | null> {
    const { html } = await this.next((change) => change.what === "view");
    if (html === null) return null;
    return { id: /data-view="([^"]+)"/.exec(String(html))?.[1] ?? "", html: String(html) };
  }

  /** The next state of the home of the app: its id and HTML. */
  async home(): Promise<{ id: string; html: string }> {
    const { html } = await this.next((change) => change.what === "home");
    return { id: /data-view="([^"]+)"/.exec(String(html))?.[1] ?? "", html: String(html) };
  }

  async send(name: string, body: JsonObject): Promise<JsonObject> {
    collectPayload(body);
    const response = await fetch(`${this.#url}do/${name}`, {
      method: "POST",
      headers: { "Content-Type": "application/json", Origin: new URL(this.#url).origin },
      body: JSON.stringify(body),
    });
    if (!response.ok) return { status: response.status };
    const told: unknown = await response.json();
    return isObject(told) ? told : {};
  }

  say(text: string, channel = "C0PREVIEW1"): Promise<JsonObject> {
    return this.send("say", { channel, text });
  }

  close(): void {
    this.#stop.abort();
  }
}
