import { createHmac, randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type WebSocket, WebSocketServer } from "ws";
import { fileInForm } from "../../src/preview/http-body.ts";
import { checkMessage } from "../../src/preview/slack-limits.ts";
import { argumentsOf } from "../../src/preview/web-api.ts";
import { collectPayload, collectSecret } from "../logs/collect.ts";
import { Posted } from "./posted.ts";
import { RequestCount } from "./request-count.ts";
import { type KeptMessage, Refusal, StandInWebApi } from "./web-api.ts";

/**
 * Slack as seen by the bot: the Web API, response_urls and Socket Mode on loopback. Where it differs from Slack it is
 * stricter: what Slack merely advises against is refused as well, and every refusal is kept for the test to see.
 */
export interface Message {
  text: string;
  blocks: unknown[];
  response_type: string;
  replace_original?: boolean;
}

/** What came in: `api` with a method, `response` with an id, `file` or `upload`. */
export interface Incoming {
  place: string;
  name: string;
  /** Does what was asked of the Web API, and gives what Slack would say of it. */
  answerAsUsual: () => Promise<object>;
}

const usesOfResponseUrl = 5;

export class SlackStandIn {
  readonly botToken = "xoxb-stand-in";
  readonly appToken = "xapp-stand-in";
  readonly signingSecret = "8f742231b10e8888abcd99yyyzzz85a5";
  readonly web = new StandInWebApi();
  /** What the bot did that Slack refuses; a test that does not provoke any ends with none. */
  readonly refused: string[] = [];
  /** What people posted, and what the bot showed under their links. */
  readonly posted = new Posted();
  /** What Slack refuses every token with; null when it takes the right one. */
  revoked: string | null = null;
  /** Answers what comes in in Slack's place, and says so with true: for a Slack that is down, or not itself. */
  misbehave: ((request: Incoming, response: ServerResponse) => boolean | Promise<boolean>) | null = null;
  /** Files that people shared, by their ids. */
  readonly files = new Map<string, Buffer>();
  /** Messages by response id, in order of arrival. */
  readonly #answers = new Map<string, Message[]>();
  readonly #waiting = new Map<string, (message: Message) => void>();
  readonly #acknowledged = new Map<string, (payload: unknown) => void>();
  /** Envelopes that are not acknowledged yet, by the socket that they went to. */
  readonly #underWay = new Map<WebSocket, Map<string, string>>();
  /** Envelopes whose last socket closed before they were acknowledged; for the next one. */
  #unheard = new Map<string, string>();
  readonly #count = new RequestCount();
  readonly #server = createServer((request, response) => void this.#serve(request, response));
  readonly #sockets = new WebSocketServer({ noServer: true });
  readonly #open = new Set<WebSocket>();
  #onConnected = () => {};

  static async start(): Promise<SlackStandIn> {
    const standIn = new SlackStandIn();
    for (const secret of [standIn.botToken, standIn.appToken, standIn.signingSecret]) collectSecret(secret);
    standIn.#server.on("upgrade", (request, socket, head) =>
      standIn.#sockets.handleUpgrade(request, socket, head, (line) => standIn.#connected(line)),
    );
    standIn.#server.listen(0, "127.0.0.1");
    await once(standIn.#server, "listening");
    standIn.web.origin = standIn.origin;
    return standIn;
  }

  async stop(): Promise<void> {
    for (const line of [...this.#open]) line.terminate();
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, "close");
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  get apiUrl(): string {
    return `${this.origin}/api/`;
  }

  /** Resolves when so many more requests have gone over the line, of the bot to Slack or of Slack to the bot. */
  afterRequests(count: number): Promise<void> {
    return this.#count.after(count);
  }

  /** The form that Slack sends for a slash command; the id names its response_url. */
  slashCommand(
    command: string,
    text: string,
    channel = "C0001",
    user = "U0001",
  ): { id: string; body: URLSearchParams } {
    const id = randomUUID();
    this.#answers.set(id, []);
    const body = new URLSearchParams({
      token: "deprecated",
      team_id: "T0001",
      team_domain: "ministerie",
      channel_id: channel,
      channel_name: "terugkeer",
      user_id: user,
      user_name: "beleid",
      command,
      text,
      api_app_id: "A0001",
      is_enterprise_install: "false",
      response_url: `${this.origin}/response/${id}`,
      trigger_id: this.web.trigger(),
    });
    return { id, body };
  }

  /**
   * What Slack sends for a press on a button of a message; the id names its response_url.
   *
   * @param element the element as the bot gave it, with its action_id and value
   */
  press(
    element: object,
    { channel = "C0001", user = "U0001", isEphemeral = true, threadTs = null as string | null } = {},
  ): { id: string; body: URLSearchParams } {
    const id = randomUUID();
    this.#answers.set(id, []);
    const container = {
      type: "message",
      message_ts: "1700000000.000100",
      channel_id: channel,
      is_ephemeral: isEphemeral,
      ...(threadTs === null ? {} : { thread_ts: threadTs }),
    };
    const payload = {
      ...this.#actionBy(user, element),
      container,
      channel: { id: channel, name: "terugkeer" },
      response_url: `${this.origin}/response/${id}`,
    };
    return { id, body: new URLSearchParams({ payload: JSON.stringify(payload) }) };
  }

  /** What Slack sends for a press in the modal on top, or in somebody's home. */
  pressInView(element: object, { user = "U0001", home = false } = {}): URLSearchParams {
    const view = home ? this.web.homes.get(user) : this.web.topModal;
    if (view === null || view === undefined) throw new Error("no view is open");
    const container = { type: "view", view_id: view.id };
    const payload = { ...this.#actionBy(user, element), container, view: { ...view.payload, id: view.id } };
    return new URLSearchParams({ payload: JSON.stringify(payload) });
  }

  /** What Slack sends when the modal on top is submitted. @param values by block_id and action_id */
  submit(values: Record<string, Record<string, unknown>>, { user = "U0001" } = {}): URLSearchParams {
    const view = this.web.topModal;
    if (view === null) throw new Error("no modal is open");
    const payload = {
      ...this.#by(user),
      type: "view_submission",
      trigger_id: this.web.trigger(),
      view: { private_metadata: "", ...view.payload, id: view.id, state: { values } },
      response_urls: [],
    };
    return new URLSearchParams({ payload: JSON.stringify(payload) });
  }

  /** What Slack sends when a shortcut is used on a message; the id names its response_url. */
  messageShortcut(callbackId: string, message: KeptMessage, { channel = "C0001", user = "U0001" } = {}) {
    const id = randomUUID();
    this.#answers.set(id, []);
    const { ts, text, threadTs } = message;
    const payload = {
      ...this.#by(user),
      type: "message_action",
      callback_id: callbackId,
      trigger_id: this.web.trigger(),
      response_url: `${this.origin}/response/${id}`,
      action_ts: "1700000000.000300",
      message_ts: ts,
      channel: { id: channel, name: "terugkeer" },
      message: { type: "message", user: message.user, ts, text, ...(threadTs === null ? {} : { thread_ts: threadTs }) },
    };
    return { id, body: new URLSearchParams({ payload: JSON.stringify(payload) }) };
  }

  /** What Slack sends when a person shares a file with the bot in a direct message. */
  fileShared(name: string, content: Buffer, { user = "U0001", url = "" } = {}): string {
    const id = `F${this.files.size + 1}`;
    this.files.set(id, content);
    const channel = `D${user.slice(1)}`;
    if (!this.web.channels.has(channel)) this.web.channels.set(channel, []);
    const { ts } = this.web.say(channel, user, "");
    const file = { id, name, size: content.length, url_private_download: url || `${this.origin}/file/${id}` };
    const event = {
      type: "message",
      subtype: "file_share",
      channel,
      channel_type: "im",
      user,
      text: "",
      ts,
      event_ts: ts,
    };
    return this.event({ ...event, files: [file] });
  }

  /** What Slack sends for an event; the same id again is a redelivery. */
  event(event: { type: string } & Record<string, unknown>, eventId = `Ev${randomUUID()}`): string {
    return JSON.stringify({
      token: "deprecated",
      team_id: "T0001",
      api_app_id: "A0001",
      type: "event_callback",
      event_id: eventId,
      event_time: Math.floor(Date.now() / 1000),
      authorizations: [{ team_id: "T0001", user_id: "U0BOT", is_bot: true, is_enterprise_install: false }],
      event,
    });
  }

  #by(user: string): object {
    return {
      token: "deprecated",
      team: { id: "T0001", domain: "ministerie" },
      user: { id: user, username: "beleid", name: "beleid", team_id: "T0001" },
      api_app_id: "A0001",
      is_enterprise_install: false,
    };
  }

  #actionBy(user: string, element: object): object {
    const action = { block_id: "b1", action_ts: "1700000000.000200", ...element };
    return { ...this.#by(user), type: "block_actions", trigger_id: this.web.trigger(), actions: [action] };
  }

  /** Signs a body as Slack does (docs.slack.dev, "Verifying requests from Slack"). */
  signed(body: string, timestamp: number, secret = this.signingSecret): Record<string, string> {
    collectPayload(payloadOf(body));
    const signature = createHmac("sha256", secret).update(`v0:${timestamp}:${body}`).digest("hex");
    return {
      "content-type": "application/x-www-form-urlencoded",
      "x-slack-request-timestamp": String(timestamp),
      "x-slack-signature": `v0=${signature}`,
    };
  }

  /** Sends a body to the bot over HTTP, signed; a JSON body is an event, any other a form. */
  async deliver(address: string, body: URLSearchParams | string): Promise<Response> {
    const text = String(body);
    const headers = this.signed(text, Math.floor(Date.now() / 1000));
    if (typeof body === "string") headers["content-type"] = "application/json";
    const response = fetch(address, { method: "POST", headers, body: text });
    this.#count.add();
    return response;
  }

  /** What Slack sends of an event, signed; a repeat says how often it was sent before, and why. */
  signedEvent(payload: object, timestamp: number, repeat = 0): { headers: Record<string, string>; body: string } {
    const body = JSON.stringify(payload);
    const again = { "x-slack-retry-num": String(repeat), "x-slack-retry-reason": "http_timeout" };
    const headers = { ...this.signed(body, timestamp), "content-type": "application/json" };
    return { body, headers: repeat === 0 ? headers : { ...headers, ...again } };
  }

  /**
   * Sends an envelope over one of the sockets that are open, each in turn; resolves when the bot has acknowledged it,
   * with what the acknowledgement carries. Where the socket closes before that, it is sent again over another.
   */
  async sendEnvelope(payload: Record<string, unknown>, type = "slash_commands"): Promise<unknown> {
    if (this.#open.size === 0) throw new Error("no socket is open");
    const id = randomUUID();
    collectPayload(payload);
    const acknowledged = new Promise<unknown>((resolve) => this.#acknowledged.set(id, resolve));
    const accepts = type !== "events_api";
    this.#send(id, JSON.stringify({ envelope_id: id, type, accepts_response_payload: accepts, payload }));
    return acknowledged;
  }

  #send(id: string, envelope: string): void {
    const [line] = this.#open;
    if (line === undefined) return;
    this.#open.delete(line);
    this.#open.add(line);
    this.#underWay.get(line)?.set(id, envelope);
    line.send(envelope);
  }

  /** Cuts every socket; resolves when the bot has come back by itself, with one of them. */
  async cutSockets(): Promise<void> {
    const back = new Promise<void>((resolve) => {
      this.#onConnected = resolve;
    });
    for (const line of [...this.#open]) line.terminate();
    this.#open.clear();
    await back;
  }

  /** Tells the bot to give a socket up, as Slack does every few hours; resolves when it has. */
  async renewSocket(): Promise<void> {
    const [line] = this.#open;
    if (line === undefined) throw new Error("no socket is open");
    const closed = once(line, "close");
    line.send(JSON.stringify({ type: "disconnect", reason: "refresh_requested", debug_info: {} }));
    await closed;
  }

  /** The first message that comes to a response_url. */
  answer(id: string): Promise<Message> {
    const [first] = this.#answers.get(id) ?? [];
    return first === undefined ? new Promise((resolve) => this.#waiting.set(id, resolve)) : Promise.resolve(first);
  }

  /** Everything that came to a response_url, in order. */
  answers(id: string): readonly Message[] {
    return this.#answers.get(id) ?? [];
  }

  /** The response_url has been used five times already. */
  spend(id: string): void {
    this.#answers.delete(id);
  }

  #connected(line: WebSocket): void {
    const underWay = new Map<string, string>();
    this.#underWay.set(line, underWay);
    line.on("message", (data) => {
      const { envelope_id: id, payload } = JSON.parse(String(data)) as { envelope_id: string; payload?: unknown };
      underWay.delete(id);
      this.#acknowledged.get(id)?.(payload);
    });
    line.on("close", () => {
      this.#open.delete(line);
      this.#underWay.delete(line);
      if (this.#open.size === 0) this.#unheard = new Map([...this.#unheard, ...underWay]);
      else for (const [id, envelope] of underWay) this.#send(id, envelope);
    });
    this.#open.add(line);
    line.send(
      JSON.stringify({ type: "hello", num_connections: this.#open.size, connection_info: { app_id: "A0001" } }),
    );
    for (const [id, envelope] of this.#unheard) this.#send(id, envelope);
    this.#unheard.clear();
    this.#onConnected();
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.#count.add();
    const [, place = "", name = ""] = new URL(request.url ?? "", this.origin).pathname.split("/");
    const bytes = await readBody(request);
    const body = bytes.toString("utf8");
    const answerAsUsual = () => this.#answerAsUsual(request, name, body);
    if (await this.misbehave?.({ place, name, answerAsUsual }, response)) return;
    if (place === "api") {
      const failure = this.web.takeFailure(name);
      if (failure?.retryAfter != null) response.setHeader("retry-after", String(failure.retryAfter));
      if (failure !== null) {
        return json(response, { ok: false, error: failure.error }, failure.retryAfter === null ? 200 : 429);
      }
      return json(response, await answerAsUsual());
    }
    if (place === "response") return this.#respond(name, body, response);
    if (place === "file") {
      const content = this.files.get(name);
      // Without the token Slack gives its page to log in, with status 200.
      const isAllowed = request.headers.authorization === `Bearer ${this.botToken}`;
      response
        .writeHead(content === undefined ? 404 : 200)
        .end(isAllowed ? content : "<!DOCTYPE html><title>Slack</title>");
      return;
    }
    if (place === "upload") {
      const content = isForm(request) ? await fileInForm(request, bytes) : bytes;
      response.writeHead(this.web.upload(name, content) ? 200 : 404).end("OK");
      return;
    }
    response.writeHead(404).end();
  }

  #answerAsUsual(request: IncomingMessage, method: string, body: string): Promise<object> {
    const args = argumentsOf(request.headers["content-type"] ?? "", body);
    return this.#call(method, request.headers.authorization, args);
  }

  async #call(method: string, authorization = "", args: Record<string, unknown> = {}): Promise<object> {
    if (this.revoked !== null) return { ok: false, error: this.revoked };
    const token = authorization.replace("Bearer ", "");
    if (method === "auth.test") {
      return token === this.botToken
        ? { ok: true, team_id: "T0001", user_id: "U0BOT", bot_id: "B0BOT" }
        : { ok: false, error: "invalid_auth" };
    }
    if (method === "apps.connections.open") {
      return token === this.appToken
        ? { ok: true, url: `${this.origin.replace("http", "ws")}/socket` }
        : { ok: false, error: "invalid_auth" };
    }
    if (method === "chat.unfurl") {
      if (token !== this.botToken) return { ok: false, error: "invalid_auth" };
      const { why, ...answer } = this.posted.unfurl(args);
      if (!answer.ok) this.refused.push(`chat.unfurl ${answer.error} ${why ?? ""}`.trim());
      return answer;
    }
    if (token !== this.botToken) return { ok: false, error: "invalid_auth" };
    try {
      return { ok: true, ...(await this.web.call(method, args)) };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.refused.push(`${method}: ${error.message}`);
      return { ok: false, error: error.message };
    }
  }

  #respond(id: string, body: string, response: ServerResponse): void {
    const earlier = this.#answers.get(id);
    if (earlier === undefined || earlier.length >= usesOfResponseUrl) {
      this.refused.push("used_url");
      response.writeHead(404).end("used_url");
      return;
    }
    const message = JSON.parse(body) as Message;
    const violations = checkMessage({ ...message });
    if (violations.length > 0) {
      this.refused.push(...violations.map(({ path, message: why }) => `${path}: ${why}`));
      json(response, { ok: false, error: "invalid_blocks" }, 400);
      return;
    }
    earlier.push(message);
    this.#waiting.get(id)?.(message);
    response.writeHead(200).end("ok");
  }
}

/** What a body says: an event is JSON, a press a form with JSON, a command a form. */
function payloadOf(body: string): unknown {
  if (body.startsWith("{")) return JSON.parse(body);
  const form = new URLSearchParams(body);
  const payload = form.get("payload");
  return payload === null ? Object.fromEntries(form) : JSON.parse(payload);
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

function isForm(request: IncomingMessage): boolean {
  return request.headers["content-type"]?.startsWith("multipart/form-data") === true;
}

function json(response: ServerResponse, value: object, status = 200): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
}
