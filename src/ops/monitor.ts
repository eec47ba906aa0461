import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Logger } from "pino";
import { cannotListen } from "./cannot-listen.ts";
import type { Metrics } from "./metrics.ts";

/** What `/health` says; `ready` is also told by the status: 200 or 503. */
export interface Health {
  /** Every letter can be searched, the database can be read and written, and Slack takes the token. */
  ready: boolean;
  /** What is the matter with disk or database, for the administrator; null when nothing is. */
  database: string | null;
  /** Why Slack refuses the token, in Slack's word: `token_revoked`; null when it does not, or cannot be reached. */
  slack: string | null;
  index: { letters: number; of: number };
  /** Messages on their way; `oldestSeconds` is how long the first that waits has waited. null: it cannot be read. */
  outbox: { waiting: number; oldestSeconds: number | null; unheard: number; unsure: number; held: number } | null;
  sources: { source: string; syncedAt: string | null; failingSince: string | null }[];
}

export interface Monitor {
  /** Where it listens: `http://127.0.0.1:3001`. */
  address: string;
  stop(): Promise<void>;
}

/**
 * `/health` and `/metrics`, on a port of their own that Slack never reaches. A port that is taken is a warning only: the
 * bot answers without its monitor too.
 *
 * @returns null when it cannot listen
 */
export async function openMonitor(
  { host, port }: { host: string; port: number },
  { health, metrics }: { health: () => Promise<Health>; metrics: Metrics },
  log: Logger,
): Promise<Monitor | null> {
  const server = createServer((request, response) => {
    const answer = request.method === "GET" ? pages[request.url ?? ""] : undefined;
    if (answer === undefined) response.writeHead(404).end();
    else
      answer(response).catch((error: unknown) => {
        log.error({ err: error }, "the monitor could not answer");
        response.writeHead(500).end();
      });
  });
  const pages: Record<string, (response: ServerResponse) => Promise<void>> = {
    "/health": async (response) => {
      const state = await health();
      response.writeHead(state.ready ? 200 : 503, { "content-type": "application/json" }).end(JSON.stringify(state));
    },
    "/metrics": async (response) => {
      const { body, contentType } = await metrics.text();
      response.writeHead(200, { "content-type": contentType }).end(body);
    },
  };
  server.listen(port, host);
  try {
    await once(server, "listening");
  } catch (error) {
    log.warn(`no /health and /metrics: ${cannotListen(host, port, error, "HEALTH_").message}`);
    return null;
  }
  return {
    address: `http://${host}:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}
