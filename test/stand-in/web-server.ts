import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { RequestCount } from "./request-count.ts";

export interface Asked {
  path: string;
  headers: IncomingMessage["headers"];
}

export type Handler = (request: IncomingMessage, response: ServerResponse, url: URL) => void;

/**
 * A web server on loopback for the stand-ins of the official sources. It keeps what was asked, and refuses what a
 * polite client does not do: two requests at once, or no word on who asks.
 */
export class WebServer {
  readonly asked: Asked[] = [];
  /** The most requests that were ever under way together. */
  mostAtOnce = 0;
  #underWay = 0;
  readonly #count = new RequestCount();
  readonly #server: Server;

  /** `127.0.0.1` with its port. */
  readonly host: string;

  private constructor(server: Server) {
    this.#server = server;
    this.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  static async start(handle: Handler): Promise<WebServer> {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const web = new WebServer(server);
    server.on("request", (request, response) => web.#serve(request, response, handle));
    return web;
  }

  get address(): string {
    return `http://${this.host}`;
  }

  /** Resolves when so many more requests have come in. */
  afterRequests(count: number): Promise<void> {
    return this.#count.after(count);
  }

  async stop(): Promise<void> {
    if (!this.#server.listening) return;
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, "close");
  }

  #serve(request: IncomingMessage, response: ServerResponse, handle: Handler): void {
    const url = new URL(request.url ?? "/", this.address);
    this.asked.push({ path: `${url.pathname}${url.search}`, headers: request.headers });
    this.#count.add();
    this.#underWay += 1;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.#underWay);
    response.on("close", () => {
      this.#underWay -= 1;
    });
    if (!/^\S+ \(.+\)$/.test(request.headers["user-agent"] ?? "")) {
      response.writeHead(403).end("who are you?");
      return;
    }
    handle(request, response, url);
  }
}
