import type { Message, SlackStandIn } from "../../test/stand-in/slack.ts";
import type { Question } from "./questions.ts";

/** What became of a question; times in milliseconds since it was sent, null when nothing came. */
export interface Asked {
  kind: string;
  acknowledgedMs: number | null;
  answeredMs: number | null;
}

/** Who asks, and where. */
export interface Person {
  user: string;
  channel: string;
}

/** After this many milliseconds a question counts as lost. */
const patience = 60_000;

/**
 * Where people ask the bot, over HTTP or over Socket Mode, as Slack hands it on. An answer comes to the response_url of
 * the question, or, where that failed, as an ephemeral message. More than one answer to a question is found in
 * {@link SlackStandIn.refused}, or in `twice`. A person has one question open at a time.
 */
export class Desk {
  /** Who got more than one answer, or one to no question. */
  readonly twice: string[] = [];
  readonly #slack: SlackStandIn;
  readonly #address: string | null;
  /** Where answers that come by the Web API are waited for: by thread, or by person. Null where one has come. */
  readonly #open = new Map<string, (() => void) | null>();

  /** @param address where Slack's requests go; null for Socket Mode */
  constructor(slack: SlackStandIn, address: string | null) {
    this.#slack = slack;
    this.#address = address;
    this.#listen("chat.postMessage", ({ thread_ts: thread }) => String(thread));
    this.#listen("chat.postEphemeral", ({ user }) => String(user));
  }

  /**
   * Asks, and waits for the answer.
   *
   * @param before the answer whose button is pressed, see {@link prepare}
   */
  async ask(question: Question, person: Person, before: Message | null): Promise<Asked> {
    const { kind } = question;
    const { body, answered, done } = this.#make(question, person, before);
    const start = performance.now();
    const since = () => performance.now() - start;
    const times = Promise.all([withinPatience(this.#deliver(body).then(since)), withinPatience(answered.then(since))]);
    const [acknowledgedMs, answeredMs] = await times;
    done();
    return { kind, acknowledgedMs, answeredMs };
  }

  /** The answer whose button is to be pressed; null for a question that presses none. */
  async prepare(question: Question, { user, channel }: Person): Promise<Message | null> {
    if (question.way !== "press") return null;
    const { id, body } = this.#slack.slashCommand("/terugkeer", question.first, channel, user);
    await this.#deliver(body);
    const message = await this.#slack.answer(id);
    this.#slack.spend(id);
    return message;
  }

  #make(question: Question, { user, channel }: Person, before: Message | null) {
    if (question.way === "mention") {
      const { ts, text } = this.#slack.web.say(channel, user, `<@U0BOT> ${question.text}`);
      const event = { type: "app_mention", user, channel, text, ts, event_ts: ts };
      return { body: this.#slack.event(event), answered: this.#answerTo(ts), done: () => {} };
    }
    const { id, body } =
      question.way === "command"
        ? this.#slack.slashCommand(question.command, question.text, channel, user)
        : this.#slack.press(elementOf(before, question.action), { channel, user });
    const answered = Promise.race([this.#slack.answer(id), this.#answerTo(user)]);
    const done = () => {
      // From here on another answer is one to an address that is used up, or to nobody.
      this.#slack.spend(id);
      this.#open.set(user, null);
    };
    return { body, answered, done };
  }

  #answerTo(name: string): Promise<void> {
    return new Promise((resolve) => this.#open.set(name, resolve));
  }

  #listen(method: string, nameOf: (args: Record<string, unknown>) => string): void {
    const { methods } = this.#slack.web;
    const post = methods[method];
    methods[method] = async (args) => {
      const answer = await post?.(args);
      const name = nameOf(args);
      const tell = this.#open.get(name);
      if (tell === null) this.twice.push(name);
      else if (tell !== undefined) {
        this.#open.set(name, null);
        tell();
      }
      return answer ?? {};
    };
  }

  /** Resolves when the bot has acknowledged. */
  async #deliver(body: URLSearchParams | string): Promise<void> {
    if (this.#address !== null) {
      const response = await this.#slack.deliver(this.#address, body);
      if (response.status !== 200) throw new Error(`the bot says ${response.status}`);
    } else if (typeof body === "string") await this.#slack.sendEnvelope(JSON.parse(body), "events_api");
    else {
      const payload = body.get("payload");
      if (payload === null) await this.#slack.sendEnvelope(Object.fromEntries(body), "slash_commands");
      else await this.#slack.sendEnvelope(JSON.parse(payload), "interactive");
    }
  }
}

/** A button, as Slack tells of it. */
function elementOf(message: Message | null, action: string): object {
  const blocks = (message?.blocks ?? []) as { type: string; elements?: { action_id?: string }[] }[];
  const found = blocks.flatMap(({ elements = [] }) => elements).find(({ action_id: id }) => id === action);
  if (found === undefined) throw new Error(`an answer has no button ${action}`);
  return found;
}

/** What comes in time; null for what does not, or fails. */
async function withinPatience(time: Promise<number>): Promise<number | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), patience);
  });
  const first = await Promise.race([time.catch(() => null), late]);
  clearTimeout(timer);
  return first;
}
