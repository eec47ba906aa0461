import type { StoredFile } from "./files.ts";
import type { JsonObject } from "./untyped-json.ts";
import type { TimeStamps, User } from "./workspace.ts";

/** A channel forgets its oldest message beyond this; a preview may run for weeks. */
const maxMessages = 200;

/** What stands in the channels, kept by channel and time stamp, oldest first. */
export interface Message {
  channel: string;
  ts: string;
  /** The parent's time stamp for an answer in a thread. */
  threadTs: string | null;
  author: User;
  text: string;
  /** With a block_id on every block and an action_id on every element, as Slack fills them in. */
  blocks: JsonObject[];
  files: StoredFile[];
  /** What the bot shows under the links in it, in order. */
  unfurls: JsonObject[][];
  metadata: JsonObject | null;
  /** The only person who sees it; null for everyone. */
  onlyFor: string | null;
  edited: boolean;
  /** Rises with every change. */
  version: number;
}

export type NewMessage = Pick<Message, "channel" | "author" | "text"> & Partial<Message>;

export class Messages {
  readonly #byChannel = new Map<string, Map<string, Message>>();
  readonly #stamps: TimeStamps;
  readonly #changed: (message: Message, gone: boolean) => void;

  /** `changed` hears of every message that came, changed or went. */
  constructor(stamps: TimeStamps, changed: (message: Message, gone: boolean) => void) {
    this.#stamps = stamps;
    this.#changed = changed;
  }

  post(given: NewMessage): Message {
    const ts = this.#stamps.next();
    const message: Message = {
      blocks: [],
      files: [],
      unfurls: [],
      threadTs: null,
      metadata: null,
      onlyFor: null,
      edited: false,
      version: 0,
      ...given,
      ts,
    };
    const channel = this.#byChannel.get(message.channel) ?? new Map<string, Message>();
    this.#byChannel.set(message.channel, channel.set(ts, message));
    this.#changed(message, false);
    const [oldest] = channel.size > maxMessages ? channel.values() : [];
    if (oldest !== undefined) this.remove(oldest);
    return message;
  }

  find(channel: unknown, ts: unknown): Message | undefined {
    if (typeof channel !== "string" || typeof ts !== "string") return undefined;
    return this.#byChannel.get(channel)?.get(ts);
  }

  update(message: Message, text: string, blocks: JsonObject[], edited: boolean): void {
    message.text = text;
    message.blocks = blocks;
    message.edited = edited;
    message.version += 1;
    this.#changed(message, false);
  }

  /** Shows something under the links of a message; a second time it takes the place of the first. */
  unfurl(message: Message, unfurls: JsonObject[][]): void {
    message.unfurls = unfurls;
    message.version += 1;
    this.#changed(message, false);
  }

  remove(message: Message): void {
    if (this.#byChannel.get(message.channel)?.delete(message.ts)) this.#changed(message, true);
  }

  /** Everything in a channel, threads included, oldest first. */
  in(channel: string): Message[] {
    return [...(this.#byChannel.get(channel)?.values() ?? [])];
  }
}
