import { RespondError, type RespondFn, type webApi } from "@slack/bolt";
import type { ModalView } from "@slack/types";
import type { Logger } from "pino";
import { UserError } from "../errors.ts";
import { noticeView } from "../replies/notice-view.ts";
import type { Reply } from "../replies/reply.ts";
import { deliveryTexts } from "../texts/buttons.ts";

/** Where a person did something, and how to answer there. */
export interface Place {
  team: string;
  user: string;
  /** null in App Home, and in a modal that was not opened from a conversation. */
  channel: string | null;
  /** The thread that the message stands in; null outside threads. */
  thread: string | null;
  /** Only this person sees the message that was pressed; false for everything that is no message. */
  isPrivate: boolean;
  /** For opening a modal, within three seconds; null when that cannot be done here. */
  trigger: string | null;
  /** The modal or home that was pressed. */
  view: { id: string; type: string; callbackId: string; metadata: string } | null;
}

/** What Slack calls its refusals, and what the person can do about them. */
const sentences: Record<string, string> = {
  not_in_channel: deliveryTexts.notInChannel,
  channel_not_found: deliveryTexts.notInChannel,
  missing_scope: deliveryTexts.missingScope,
};

/** Answers where a person did something; every way that Slack may refuse has another way behind it. */
export class Conversation {
  readonly place: Place;
  readonly client: webApi.WebClient;
  readonly #respond: RespondFn | null;
  readonly #log: Logger;

  /** @param respond Bolt's, on a response_url that this press or command came with; null when it came with none */
  constructor(place: Place, client: webApi.WebClient, respond: RespondFn | null, log: Logger) {
    this.place = place;
    this.client = client;
    this.#respond = respond;
    this.#log = log;
  }

  /** Tells the person alone: in the conversation, else in a modal, else in the person's own conversation with the bot. */
  async tell(reply: Reply): Promise<void> {
    if (this.#respond !== null) {
      const { thread } = this.place;
      const inThread = thread === null ? {} : { thread_ts: thread };
      const body = { response_type: "ephemeral", replace_original: false, ...inThread, ...reply } as const;
      if (await this.#attempt("response_url", () => this.#respond?.(body))) return;
    } else if (this.place.trigger !== null) {
      if (await this.#attempt("views", () => this.open(noticeView(reply)))) return;
    }
    await this.#tellWithoutUrl(reply);
  }

  /** Puts a reply in the place of the private message that was pressed; a message for all is left as it is. */
  async replace(reply: Reply): Promise<void> {
    if (!this.place.isPrivate || this.#respond === null) return this.tell(reply);
    const body = { response_type: "ephemeral", replace_original: true, ...reply } as const;
    if (!(await this.#attempt("response_url", () => this.#respond?.(body)))) await this.#tellWithoutUrl(reply);
  }

  /**
   * Posts for everybody in the conversation.
   *
   * @throws UserError `slack-refuses`, with what the person can do about it
   */
  async share(reply: Reply): Promise<void> {
    const { channel, thread } = this.place;
    const inThread = thread === null ? {} : { thread_ts: thread };
    if (this.#respond !== null) {
      const body = { response_type: "in_channel", replace_original: false, ...inThread, ...reply } as const;
      if (await this.#attempt("response_url", () => this.#respond?.(body))) return;
    }
    if (channel === null) throw new UserError("slack-refuses", "No conversation to share in", deliveryTexts.refused);
    await orRefused(() => this.client.chat.postMessage({ channel, ...inThread, ...reply, unfurl_links: false }));
  }

  /** Opens a modal, or puts another on top of the one that was pressed; a modal of the same sort takes its place. */
  async open(view: ModalView): Promise<void> {
    const { trigger, view: pressed } = this.place;
    if (pressed?.type === "modal" && pressed.callbackId !== "" && pressed.callbackId === view.callback_id) {
      await this.client.views.update({ view_id: pressed.id, view });
      return;
    }
    if (trigger === null) throw new UserError("slack-refuses", "No trigger to open a view", deliveryTexts.refused);
    if (pressed?.type === "modal") await this.client.views.push({ trigger_id: trigger, view });
    else await this.client.views.open({ trigger_id: trigger, view });
  }

  async #tellWithoutUrl(reply: Reply): Promise<void> {
    const { channel, user, thread } = this.place;
    const inThread = thread === null ? {} : { thread_ts: thread };
    if (channel !== null) {
      const post = () => this.client.chat.postEphemeral({ channel, user, ...inThread, ...reply });
      if (await this.#attempt("chat.postEphemeral", post)) return;
    }
    // The person's own conversation with the bot: always there.
    if (await this.#attempt("chat.postMessage", () => this.client.chat.postMessage({ channel: user, ...reply })))
      return;
    throw new Error("Slack took the answer in no way");
  }

  /** Whether it worked; a refusal is logged, without what was said. */
  async #attempt(way: string, send: () => Promise<unknown> | undefined): Promise<boolean> {
    try {
      await send();
      return true;
    } catch (error) {
      this.#log.warn({ way, reason: slackReason(error) }, "Slack refused a message");
      return false;
    }
  }
}

/** Slack's word for why it refused: `not_in_channel`, or an HTTP status. */
export function slackReason(error: unknown): string {
  if (error instanceof RespondError) return `HTTP ${error.statusCode}`;
  if (!(error instanceof Error)) return "unknown";
  if (!("data" in error) || typeof error.data !== "object" || error.data === null) return error.name;
  return "error" in error.data ? String(error.data.error) : error.name;
}

/**
 * Does something at Slack.
 *
 * @throws UserError `slack-refuses`, with what the person can do about it; the log gets Slack's own word
 */
export async function orRefused(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const reason = slackReason(error);
    throw new UserError("slack-refuses", `Slack refuses: ${reason}`, sentences[reason] ?? deliveryTexts.refused);
  }
}
