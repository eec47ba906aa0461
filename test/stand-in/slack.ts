import { createHmac, randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type WebSocket, WebSocketServer } from "ws";
import { checkMessage } from "../../src/preview/slack-limits.ts";
import { argumentsOf } from "../../src/preview/web-api.ts";
import { Posted } from "./posted.ts";

/**
 * Slack as seen by the bot: the Web API, response_urls and Socket Mode on loopback. Where it differs from Slack it is
 * stricter: what Slack merely advises against is refused as well, and every refusal is kept for the test to see.
 */
export interface Message {
  text: string;
  blocks: unknown[];
  response_type: string;
}

const usesOfResponseUrl = 5;

export class SlackStandIn {
  readonly botToken = "xoxb-stand-in";
  readonly appToken = "xapp-stand-in";
  readonly signingSecret = "8f742231b10e8888abcd99yyyzzz85a5";
  /** What the bot did that Slack refuses; a test that does not provoke any ends with none. */
  readonly refused: string[] = [];
  /** What people posted, and what the bot showed under their links. */
  readonly posted = new Posted();
  /** Messages by response id, in order of arrival. */
  readonly #answers = new Map<string, Message[]>();
  readonly #waiting = new Map<string, (message: Message) => void>();
  readonly #acknowledged = new Map<string, () => void>();
  readonly #server = createServer((request, response) => void this.#serve(request, response));
  readonly #sockets = new WebSocketServer({ noServer: true });
  readonly #open = new Set<WebSocket>();

  static async start(): Promise<SlackStandIn> {
    const standIn = new SlackStandIn();
    standIn.#server.on("upgrade", (request, socket, head) =>
      standIn.#sockets.handleUpgrade(request, socket, head, (line) => standIn.#connected(line)),
    );
    standIn.#server.listen(0, "127.0.0.1");
    await once(standIn.#server, "listening");
    return standIn;
  }

  async stop(): Promise<void> {
    for (const line of this.#open) line.terminate();
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

  /** The form that Slack sends for a slash command; the id names its response_url. */
  slashCommand(command: string, text: string): { id: string; body: URLSearchParams } {
    const id = randomUUID();
    this.#answers.set(id, []);
    const body = new URLSearchParams({
      token: "deprecated",
      team_id: "T0001",
      team_domain: "ministerie",
      channel_id: "C0001",
      channel_name: "terugkeer",
      user_id: "U0001",
      user_name: "beleid",
      command,
      text,
      api_app_id: "A0001",
      is_enterprise_install: "false",
      response_url: `${this.origin}/response/${id}`,
      trigger_id: `1.${id}`,
    });
    return { id, body };
  }

  /** Signs a body as Slack does (docs.slack.dev, "Verifying requests from Slack"). */
  signed(body: string, timestamp: number, secret = this.signingSecret): Record<string, string> {
    const signature = createHmac("sha256", secret).update(`v0:${timestamp}:${body}`).digest("hex");
    return {
      "content-type": "application/x-www-form-urlencoded",
      "x-slack-request-timestamp": String(timestamp),
      "x-slack-signature": `v0=${signature}`,
    };
  }

  /** What Slack sends of an event, signed; a repeat says how often it was sent before, and why. */
  signedEvent(payload: object, timestamp: number, repeat = 0): { headers: Record<string, string>; body: string } {
    const body = JSON.stringify(payload);
    const again = { "x-slack-retry-num": String(repeat), "x-slack-retry-reason": "http_timeout" };
    const headers = { ...this.signed(body, timestamp), "content-type": "application/json" };
    return { body, headers: repeat === 0 ? headers : { ...headers, ...again } };
  }

  /** Sends an envelope over every open socket's first; resolves when the bot has acknowledged it. */
  async sendEnvelope(
    payload: Record<string, unknown>,
    type: "slash_commands" | "events_api" = "slash_commands",
  ): Promise<void> {
    const [line] = this.#open;
    if (line === undefined) throw new Error("no socket is open");
    const envelope = randomUUID();
    const acknowledged = new Promise<void>((resolve) => this.#acknowledged.set(envelope, resolve));
    const accepts = type === "slash_commands";
    line.send(JSON.stringify({ envelope_id: envelope, type, accepts_response_payload: accepts, payload }));
    await acknowledged;
  }

  /** The first message that comes to a response_url. */
  answer(id: string): Promise<Message> {
    const [first] = this.#answers.get(id) ?? [];
    return first === undefined ? new Promise((resolve) => this.#waiting.set(id, resolve)) : Promise.resolve(first);
  }

  #connected(line: WebSocket): void {
    this.#open.add(line);
    line.on("close", () => this.#open.delete(line));
    line.on("message", (data) => {
      const { envelope_id: envelope } = JSON.parse(String(data)) as { envelope_id: string };
      this.#acknowledged.get(envelope)?.();
    });
    line.send(JSON.stringify({ type: "hello", num_connections: 1, connection_info: { app_id: "A0001" } }));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, place, name = ""] = new URL(request.url ?? "", this.origin).pathname.split("/");
    const body = await readBody(request);
    if (place === "api") {
      const args = argumentsOf(request.headers["content-type"] ?? "", body);
      return json(response, this.#call(name, request.headers.authorization, args));
    }
    if (place === "response") return this.#respond(name, body, response);
    response.writeHead(404).end();
  }

  #call(method: string, authorization = "", args: Record<string, unknown> = {}): object {
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
    this.refused.push(`unknown_method ${method}`);
    return { ok: false, error: "unknown_method" };
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

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString("utf8");
}

function json(response: ServerResponse, value: object, status = 200): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
}
