import { actionOf, type Entered, locate, stateValues } from "./action-values.ts";
import { giveAnswer, refusal } from "./answer.ts";
import type { Message } from "./messages.ts";
import * as payloads from "./payloads.ts";
import type { PreviewLog } from "./preview-log.ts";
import type { Outcome, PreviewReceiver } from "./receiver.ts";
import { checkView } from "./slack-limits.ts";
import type { PreviewState } from "./state.ts";
import { fill, texts } from "./texts.ts";
import { asObject, asString, isObject, type JsonObject } from "./untyped-json.ts";
import { type View, viewForSlack } from "./views.ts";
import { bot, type Channel, person, slackbot } from "./workspace.ts";

/** What the page is told after an action: nothing, what went wrong, or what to correct in a view (by block's place). */
export interface Told {
  failed?: string;
  errors?: Record<number, string>;
}

/** What the person can do on the page; each becomes the payload that Slack would send. */
export class Person {
  readonly #state: PreviewState;
  readonly #receiver: PreviewReceiver;
  readonly #commands: ReadonlySet<string>;
  readonly #unfurlDomains: readonly string[];
  readonly #log: PreviewLog | undefined;

  constructor(
    state: PreviewState,
    receiver: PreviewReceiver,
    { commands, unfurlDomains }: { commands: string[]; unfurlDomains: readonly string[] },
    log: PreviewLog | undefined,
  ) {
    this.#state = state;
    this.#receiver = receiver;
    this.#commands = new Set(commands);
    this.#unfurlDomains = unfurlDomains;
    this.#log = log;
  }

  /** Sends what was typed: a command when it starts with `/`, a message otherwise. */
  async say(channel: Channel, typed: string, threadTs: string | null): Promise<Told> {
    if (typed.startsWith("/")) return this.#command(channel, typed, threadTs);
    const text = escapeForSlack(typed.trim()).replace(/@Terugkeer(?![\p{L}\p{N}])/giu, `<@${bot.id}>`);
    const message = this.#state.messages.post({ channel: channel.id, author: person, text, threadTs });
    // Slack sends the events and shows nothing of how they were taken.
    const mentioned = text.includes(`<@${bot.id}>`) && !channel.isDirect;
    await this.#receiver.dispatch(payloads.messageEvent("message", message, channel));
    if (mentioned) await this.#receiver.dispatch(payloads.messageEvent("app_mention", message, channel));
    const shared = payloads.linkShared(message, channel, this.#unfurlDomains);
    if (shared !== null) await this.#receiver.dispatch(shared);
    return {};
  }

  async #command(channel: Channel, typed: string, threadTs: string | null): Promise<Told> {
    const [command = typed] = typed.split(/\s/, 1);
    if (!this.#commands.has(command)) {
      const known = fill(texts.knownCommands, { commands: [...this.#commands].join(", ") });
      this.#notice(channel, `${fill(texts.unknownCommand, { command })} ${known}`, threadTs);
      return {};
    }
    if (threadTs !== null) {
      this.#notice(channel, fill(texts.commandInThread, { command }), threadTs);
      return {};
    }
    const target = { channel: channel.id, original: null, threadTs: null };
    const text = escapeForSlack(typed.slice(command.length).trim());
    const outcome = await this.#receiver.dispatch(payloads.slashCommand(command, text, channel, this.#way(target)));
    const failed = outcome.acknowledged ? this.#answerOf(outcome.body, target) : outcome.reason;
    if (failed === "not_ready") return { failed: texts.notReady };
    if (failed !== null) this.#notice(channel, fill(texts.commandFailed, { command, reason: failed }), null);
    return {};
  }

  /** What ack() carried is an answer like any other. */
  #answerOf(body: unknown, target: { channel: string; original: null; threadTs: null }): string | null {
    const message = typeof body === "string" && body !== "" ? { text: body } : body;
    return isObject(message) ? giveAnswer(this.#state, target, message, this.#log) : null;
  }

  /** A press or a choice in a message. */
  async actInMessage(message: Message, channel: Channel, at: Entered, entered: Entered[]): Promise<Told> {
    const found = locate(message.blocks, at);
    if (found === undefined) return { failed: "not_found" };
    const action = actionOf(found.block, found.element, at.value, this.#state.stamps.next());
    const target = { channel: channel.id, original: message.ts, threadTs: message.threadTs };
    const way = { ...this.#way(target), values: stateValues(message.blocks, entered) };
    return told(await this.#receiver.dispatch(payloads.messageAction(message, channel, action, way)));
  }

  /** Opens the app at its home, or at the conversation with the bot. */
  async openApp(tab: "home" | "messages"): Promise<Told> {
    const { home } = this.#state.views;
    const view = home === null ? null : viewForSlack(home);
    await this.#receiver.dispatch(payloads.appHomeOpened(tab, view, this.#state.stamps.next()));
    return {};
  }

  /** A press or a choice in a modal or in the home. */
  async actInView(view: View, at: Entered, entered: Entered[]): Promise<Told> {
    const found = locate(view.blocks, at);
    if (found === undefined) return { failed: "not_found" };
    const action = actionOf(found.block, found.element, at.value, this.#state.stamps.next());
    const shown = viewForSlack(view, stateValues(view.blocks, entered));
    return told(await this.#receiver.dispatch(payloads.viewAction(shown, action, this.#state.triggers.issue())));
  }

  /** Submits a modal, and does what the acknowledgement says: close, correct, update, push or clear. */
  async submit(view: View, entered: Entered[]): Promise<Told> {
    const shown = viewForSlack(view, stateValues(view.blocks, entered));
    const outcome = await this.#receiver.dispatch(payloads.viewSubmission(shown, this.#state.triggers.issue()));
    if (!outcome.acknowledged) return told(outcome);
    const answer = asObject(outcome.body);
    switch (answer.response_action) {
      case "errors":
        return { errors: errorsByPlace(view, asObject(answer.errors)) };
      case "update":
      case "push":
        return this.#replaceView(view, answer.response_action, asObject(answer.view));
      case "clear":
        this.#state.views.close(view, true);
        return {};
      default:
        this.#state.views.close(view, false);
        return {};
    }
  }

  #replaceView(view: View, how: "update" | "push", payload: JsonObject): Told {
    const refused = refusal(checkView(payload));
    if (refused !== undefined) {
      this.#log?.warn({ violation: refused }, "Slack would refuse this view");
      return { failed: refused.rule };
    }
    if (how === "update") this.#state.views.update(view, payload);
    else if (this.#state.views.isFull) return { failed: "push_limit_reached" };
    else this.#state.views.push(payload);
    return {};
  }

  /** Closes a modal, or all of them; the bot hears of those that asked for it. */
  async close(view: View, all: boolean): Promise<Told> {
    const clearsAll = all || view.payload.clear_on_close === true;
    for (const closed of this.#state.views.close(view, clearsAll)) {
      if (closed.payload.notify_on_close !== true) continue;
      await this.#receiver.dispatch(payloads.viewClosed(viewForSlack(closed), clearsAll));
    }
    return {};
  }

  /** A shortcut on a message. */
  async shortcut(callbackId: string, message: Message, channel: Channel): Promise<Told> {
    const target = { channel: channel.id, original: null, threadTs: message.threadTs };
    const way = { ...this.#way(target), ts: this.#state.stamps.next() };
    return told(await this.#receiver.dispatch(payloads.messageShortcut(callbackId, message, channel, way)));
  }

  #way(target: Parameters<PreviewState["responseUrls"]["issue"]>[0]) {
    return { triggerId: this.#state.triggers.issue(), responseUrl: this.#state.responseUrls.issue(target) };
  }

  /** Slack speaking to the person alone. */
  #notice(channel: Channel, text: string, threadTs: string | null): void {
    const onlyFor = person.id;
    this.#state.messages.post({ channel: channel.id, author: slackbot, text: escapeForSlack(text), onlyFor, threadTs });
  }
}

function told(outcome: Outcome): Told {
  if (outcome.acknowledged) return {};
  return { failed: outcome.reason === "not_ready" ? texts.notReady : outcome.reason };
}

function errorsByPlace(view: View, errors: JsonObject): Record<number, string> {
  const byPlace: Record<number, string> = {};
  for (const [at, block] of view.blocks.entries()) {
    const error = asString(errors[String(block.block_id)]);
    if (error !== undefined) byPlace[at] = error;
  }
  return byPlace;
}

/** Slack escapes these three in everything that a person types. */
function escapeForSlack(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
