import type { Clock } from "./clock.ts";

/**
 * The make-believe workspace: one person, the bot, a channel and the conversation between the two. The ids look as
 * Slack's do, because the bot and the renderer read them.
 */

export interface User {
  id: string;
  /** Shown beside a message. */
  name: string;
  isBot: boolean;
}

export interface Channel {
  id: string;
  name: string;
  /** A direct message with the bot; Slack calls its name `directmessage` in a slash command. */
  isDirect: boolean;
}

export const team = { id: "T0PREVIEW1", domain: "voorvertoning" } as const;
export const appId = "A0PREVIEW1";
export const botId = "B0PREVIEW1";

export const person: User = { id: "U0PREVIEW1", name: "U", isBot: false };
export const bot: User = { id: "U0TERUGKR1", name: "Terugkeer", isBot: true };
/** Who speaks when Slack itself has something to say. */
export const slackbot: User = { id: "USLACKBOT", name: "Slackbot", isBot: true };
export const users: User[] = [person, bot];

export const channels: Channel[] = [
  { id: "C0PREVIEW1", name: "migratiebeleid", isDirect: false },
  { id: "D0PREVIEW1", name: "Terugkeer", isDirect: true },
];

/** The channel with that id; a person's or the bot's id gives the conversation between them, as in chat.postMessage. */
export function findChannel(id: unknown): Channel | undefined {
  if (id === person.id || id === bot.id) return channels.find((channel) => channel.isDirect);
  return channels.find((channel) => channel.id === id);
}

/** Makes Slack's time stamps: seconds with six decimals, each later than the one before. */
export class TimeStamps {
  #last = 0;
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  next(): string {
    this.#last = Math.max(this.#clock.now() * 1000, this.#last + 1);
    return `${Math.floor(this.#last / 1_000_000)}.${String(this.#last % 1_000_000).padStart(6, "0")}`;
  }
}
