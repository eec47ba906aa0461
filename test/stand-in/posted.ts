import { randomUUID } from "node:crypto";
import { checkUnfurls } from "../../src/preview/slack-limits-unfurls.ts";
import { isObject, type JsonObject } from "../../src/preview/untyped-json.ts";

/** What chat.unfurl attached to a message. */
export interface Unfurled {
  channel: string;
  ts: string;
  unfurls: Record<string, { blocks: unknown[] }>;
}

/** Messages that people posted in the stand-in's channels, the events about them, and what was shown under their links. */
export class Posted {
  readonly unfurled: Unfurled[] = [];
  readonly #links = new Map<string, string[]>();
  readonly #channels = new Set<string>();
  #waiting: { channel: string; resolve: (unfurled: Unfurled) => void }[] = [];
  #count = 0;

  /** Someone posts a message with these links; gives the event that Slack sends of it. */
  links(channel: string, urls: readonly string[], given: JsonObject = {}): JsonObject {
    this.#count += 1;
    const ts = `1767600000.${String(this.#count).padStart(6, "0")}`;
    this.#channels.add(channel);
    this.#links.set(`${channel} ${ts}`, [...urls]);
    const links = urls.map((url) => ({ domain: new URL(url).hostname.split(".").slice(-2).join("."), url }));
    const event = {
      type: "link_shared",
      user: "U0001",
      channel,
      message_ts: ts,
      unfurl_id: `${channel}.${ts}`,
      source: "conversations_history",
      is_bot_user_member: true,
      links,
      event_ts: ts,
      ...given,
    };
    return {
      token: "deprecated",
      team_id: "T0001",
      api_app_id: "A0001",
      type: "event_callback",
      event_id: `Ev${randomUUID()}`,
      event_time: 1767600000,
      authorizations: [{ team_id: "T0001", user_id: "U0BOT", is_bot: true, is_enterprise_install: false }],
      is_ext_shared_channel: false,
      event,
    };
  }

  /** The first thing that is shown in a channel. */
  firstIn(channel: string): Promise<Unfurled> {
    const first = this.unfurled.find((one) => one.channel === channel);
    if (first !== undefined) return Promise.resolve(first);
    return new Promise((resolve) => this.#waiting.push({ channel, resolve }));
  }

  /** chat.unfurl: Slack's answer; a refusal says why. */
  unfurl({ channel, ts, unfurls }: JsonObject): { ok: boolean; error?: string; why?: string } {
    if (!this.#channels.has(String(channel))) return { ok: false, error: "cannot_find_channel" };
    const links = this.#links.get(`${String(channel)} ${String(ts)}`);
    if (links === undefined) return { ok: false, error: "cannot_unfurl_message" };
    const [violation] = checkUnfurls(unfurls, links);
    if (violation !== undefined || !isObject(unfurls)) {
      return {
        ok: false,
        error: violation?.rule ?? "missing_unfurls",
        why: `${violation?.path}: ${violation?.message}`,
      };
    }
    const done = { channel: String(channel), ts: String(ts), unfurls: unfurls as Unfurled["unfurls"] };
    this.unfurled.push(done);
    for (const { resolve } of this.#waiting.filter((one) => one.channel === channel)) resolve(done);
    this.#waiting = this.#waiting.filter((one) => one.channel !== channel);
    return { ok: true };
  }
}
