import { checkMessage, checkView } from "../../src/preview/slack-limits.ts";

/** A message as Slack keeps it. */
export interface KeptMessage {
  ts: string;
  user: string;
  text: string;
  blocks: unknown[];
  threadTs: string | null;
  metadata: unknown;
  /** The one person who sees it; null when everybody does. */
  onlyFor: string | null;
}

/** A modal or home as Slack keeps it. */
export interface KeptView {
  id: string;
  hash: string;
  /** For a home: whose. */
  user: string | null;
  payload: { type: string; callback_id?: string; private_metadata?: string; blocks: unknown[] } & Record<
    string,
    unknown
  >;
}

/** A file as it was uploaded. */
export interface KeptFile {
  id: string;
  name: string;
  title: string;
  /** null until its bytes came. */
  bytes: Buffer | null;
  /** Where it is shown; null until the upload was completed. */
  channel: string | null;
  threadTs: string | null;
  comment: string;
  length: number;
}

type Arguments = Record<string, unknown>;
export type Method = (args: Arguments) => object | Promise<object>;

/** Why Slack refuses a call; `ok: false` with this code. */
export class Refusal extends Error {}

const triggerLife = 3_000;
const botUser = "U0BOT";

/**
 * The Web API on a workspace in memory. Stricter than Slack: an argument or a block that Slack would merely advise
 * against is refused as well.
 */
export class StandInWebApi {
  /** Calls that were taken, in order. */
  readonly calls: { method: string; args: Arguments }[] = [];
  /** Channels that the bot is in, and the conversations of people with it. */
  readonly channels = new Map<string, KeptMessage[]>([["C0001", []]]);
  /** Channels that exist, without the bot. */
  readonly elsewhere = new Set<string>(["C0002"]);
  /** Of these, channels where another organisation is too. */
  readonly sharedOutside = new Set<string>();
  readonly people = new Set<string>(["U0001", "U0002", "U0003"]);
  /** Modals that are open, the top one last. */
  readonly modals: KeptView[] = [];
  readonly homes = new Map<string, KeptView>();
  readonly files: KeptFile[] = [];
  /** Where files are sent to. */
  origin = "";
  readonly #triggers = new Map<string, number>();
  readonly #failures: { method: string; error: string; retryAfter: number | null }[] = [];
  readonly #now: () => number;
  #count = 0;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** The next call of that method fails: with an error of Slack's, or as `ratelimited` for so many seconds. */
  failNext(method: string, error: string, retryAfter: number | null = null): void {
    this.#failures.push({ method, error, retryAfter });
  }

  /** The failure that was asked for, taken from the row. */
  takeFailure(method: string): { error: string; retryAfter: number | null } | null {
    const at = this.#failures.findIndex((failure) => failure.method === method);
    return at === -1 ? null : (this.#failures.splice(at, 1)[0] ?? null);
  }

  /** @throws Refusal */
  async call(method: string, args: Arguments): Promise<object> {
    const run = Object.hasOwn(this.methods, method) ? this.methods[method] : undefined;
    if (run === undefined) throw new Refusal("unknown_method");
    const answer = await run(args);
    this.calls.push({ method, args });
    return answer;
  }

  /** A trigger as it comes with a press: good once, for three seconds. */
  trigger(): string {
    this.#count += 1;
    const id = `13345224609.738474920.${this.#count}`;
    this.#triggers.set(id, this.#now() + triggerLife);
    return id;
  }

  nextTs(): string {
    this.#count += 1;
    return `${Math.floor(this.#now() / 1000)}.${String(this.#count).padStart(6, "0")}`;
  }

  /** What everybody in a channel sees, oldest first. */
  posted(channel: string): KeptMessage[] {
    return (this.channels.get(channel) ?? []).filter(({ onlyFor }) => onlyFor === null);
  }

  /** Puts a person's message into a channel. */
  say(channel: string, user: string, text: string, threadTs: string | null = null): KeptMessage {
    const message = { ts: this.nextTs(), user, text, blocks: [], threadTs, metadata: null, onlyFor: null };
    this.#messages(channel).push(message);
    return message;
  }

  get topModal(): KeptView | null {
    return this.modals.at(-1) ?? null;
  }

  /** Further methods are added by the stand-ins of special surfaces. */
  readonly methods: Record<string, Method> = {
    "chat.postMessage": (args) => this.#post(args, null),
    "chat.postEphemeral": (args) => {
      const user = String(args.user);
      if (!this.people.has(user)) throw new Refusal("user_not_in_channel");
      return { message_ts: (this.#post(args, user) as { ts: string }).ts };
    },
    "conversations.replies": (args) => this.#replies(args),
    "files.getUploadURLExternal": (args) => {
      const length = Number(args.length);
      if (typeof args.filename !== "string" || args.filename === "" || !(length > 0))
        throw new Refusal("invalid_arguments");
      this.#count += 1;
      const id = `F${this.#count}`;
      const where = { channel: null, threadTs: null };
      this.files.push({ id, name: args.filename, title: "", bytes: null, comment: "", length, ...where });
      return { file_id: id, upload_url: `${this.origin}/upload/${id}` };
    },
    "files.completeUploadExternal": (args) => {
      const channel = String(args.channel_id);
      const messages = this.#messages(channel);
      const threadTs = args.thread_ts === undefined ? null : String(args.thread_ts);
      if (threadTs !== null && !messages.some(({ ts }) => ts === threadTs)) throw new Refusal("thread_not_found");
      const files = (args.files as { id: string; title?: string }[]).map(({ id, title = "" }) => {
        const file = this.files.find((one) => one.id === id);
        if (file === undefined || file.bytes?.length !== file.length) throw new Refusal("file_not_found");
        return Object.assign(file, { title, channel, threadTs, comment: String(args.initial_comment ?? "") });
      });
      return { files: files.map(({ id, name, title }) => ({ id, name, title })) };
    },
    "conversations.info": (args) => {
      const id = String(args.channel);
      if (!this.channels.has(id) && !this.elsewhere.has(id)) throw new Refusal("channel_not_found");
      return { channel: { id, is_ext_shared: this.sharedOutside.has(id) } };
    },
    "conversations.open": (args) => ({ channel: { id: this.#direct(String(args.users)) } }),
    "views.open": (args) => {
      this.#useTrigger(args.trigger_id);
      this.modals.length = 0;
      return { view: this.#push(args) };
    },
    "views.push": (args) => {
      this.#useTrigger(args.trigger_id);
      if (this.modals.length === 0) throw new Refusal("not_found");
      if (this.modals.length >= 3) throw new Refusal("push_limit_reached");
      return { view: this.#push(args) };
    },
    "views.update": (args) => {
      const view = this.modals.find(({ id }) => id === args.view_id);
      if (view === undefined) throw new Refusal("not_found");
      if (args.hash !== undefined && args.hash !== view.hash) throw new Refusal("hash_conflict");
      Object.assign(view, this.#kept(args, view.id, null));
      return { view: { id: view.id } };
    },
    "views.publish": (args) => {
      const user = String(args.user_id);
      if (!this.people.has(user)) throw new Refusal("invalid_arguments");
      this.homes.set(user, this.#kept(args, `VH${user}`, user));
      return { view: { id: `VH${user}` } };
    },
  };

  /** The bytes of a file; false for an address that was not given out. */
  upload(id: string, bytes: Buffer): boolean {
    const file = this.files.find((one) => one.id === id && one.bytes === null);
    if (file === undefined) return false;
    file.bytes = bytes;
    return true;
  }

  /** The most that one call gives, whatever is asked: long threads have pages. */
  replyPageSize = 3;

  /** A thread from its beginning, with its first message on every page, as Slack does; ephemeral messages never. */
  #replies(args: Arguments): object {
    const messages = this.#messages(String(args.channel));
    const thread = String(args.ts);
    if (!messages.some(({ ts }) => ts === thread)) throw new Refusal("thread_not_found");
    const limit = Number(args.limit ?? 100);
    if (!(limit >= 1 && limit <= 1000)) throw new Refusal("invalid_limit");
    const latest = Number(args.latest ?? Number.POSITIVE_INFINITY);
    const inThread = messages.filter(
      ({ ts, threadTs, onlyFor }) => (ts === thread || threadTs === thread) && onlyFor === null && Number(ts) < latest,
    );
    const from = args.cursor === undefined ? 0 : Number(String(args.cursor).replace("page", ""));
    if (Number.isNaN(from)) throw new Refusal("invalid_cursor");
    const until = from + Math.min(limit, this.replyPageSize);
    const more = until < inThread.length;
    return {
      messages: [...(from === 0 ? [] : inThread.slice(0, 1)), ...inThread.slice(from, until)].map(
        ({ ts, user, text, threadTs }) => ({
          type: "message",
          ts,
          user,
          text,
          ...(user === botUser ? { bot_id: "B0BOT" } : {}),
          ...(threadTs === null ? {} : { thread_ts: threadTs }),
        }),
      ),
      has_more: more,
      response_metadata: { next_cursor: more ? `page${until}` : "" },
    };
  }

  #post(args: Arguments, onlyFor: string | null): object {
    const violations = checkMessage(args);
    if (violations.length > 0)
      throw new Refusal(violations.map(({ path, message }) => `${path}: ${message}`).join("; "));
    const channel = this.people.has(String(args.channel)) ? this.#direct(String(args.channel)) : String(args.channel);
    const messages = this.#messages(channel);
    const threadTs = args.thread_ts === undefined ? null : String(args.thread_ts);
    if (threadTs !== null && !messages.some(({ ts }) => ts === threadTs)) throw new Refusal("thread_not_found");
    const message: KeptMessage = {
      ts: this.nextTs(),
      user: botUser,
      text: String(args.text),
      blocks: (args.blocks as unknown[] | undefined) ?? [],
      threadTs,
      metadata: args.metadata ?? null,
      onlyFor,
    };
    messages.push(message);
    return { channel, ts: message.ts, message: { ...message, type: "message", bot_id: "B0BOT" } };
  }

  /** The conversation of a person with the bot: always there. */
  #direct(user: string): string {
    if (!this.people.has(user)) throw new Refusal("user_not_found");
    const id = `D${user.slice(1)}`;
    if (!this.channels.has(id)) this.channels.set(id, []);
    return id;
  }

  #messages(channel: string): KeptMessage[] {
    const messages = this.channels.get(channel);
    if (messages !== undefined) return messages;
    throw new Refusal(this.elsewhere.has(channel) ? "not_in_channel" : "channel_not_found");
  }

  #useTrigger(trigger: unknown): void {
    const until = this.#triggers.get(String(trigger));
    if (until === undefined) throw new Refusal("invalid_trigger_id");
    this.#triggers.delete(String(trigger));
    if (this.#now() > until) throw new Refusal("expired_trigger_id");
  }

  #push(args: Arguments): object {
    this.#count += 1;
    const view = this.#kept(args, `V${this.#count}`, null);
    this.modals.push(view);
    return { id: view.id, hash: view.hash };
  }

  #kept(args: Arguments, id: string, user: string | null): KeptView {
    const payload = args.view as KeptView["payload"];
    const violations = checkView(payload, user === null ? "modal" : "home");
    if (violations.length > 0)
      throw new Refusal(violations.map(({ path, message }) => `${path}: ${message}`).join("; "));
    this.#count += 1;
    return { id, hash: String(this.#count), user, payload };
  }
}
