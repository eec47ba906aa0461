import type { IncomingMessage, Server } from "node:http";
import { type App, HTTPReceiver, type Logger, type Receiver, SocketModeReceiver, type webApi } from "@slack/bolt";
import { cannotListen } from "../ops/cannot-listen.ts";

/** The line between Slack and the bot: a Bolt receiver, with how it is opened and closed. */
export interface Line {
  receiver: Receiver;
  /** Resolves when requests can come in, with the address that is listened to (null when none is). */
  open(): Promise<string | null>;
  /** Takes nothing new; requests under way go on. */
  close(): Promise<void>;
  /** Ends what is still open. */
  cut(): void;
}

/** Slack's own limit for requests from the past; Bolt holds to it, but takes any timestamp from the future. */
const clockSkewSeconds = 5 * 60;

/** Slack calls us: HTTP at `/slack/events`, signed. */
export function httpLine(
  { signingSecret, host, port }: { signingSecret: string; host: string; port: number },
  logger: Logger,
  now: () => Date,
): Line {
  const receiver = new HTTPReceiver({ signingSecret, logger });
  refuseTheFuture(receiver, logger, now);
  let server: Server | null = null;
  return {
    receiver,
    async open() {
      try {
        server = (await receiver.start({ host, port })) as Server;
      } catch (error) {
        throw cannotListen(host, port, error);
      }
      const address = server.address();
      return `http://${host}:${typeof address === "object" && address !== null ? address.port : port}`;
    },
    async close() {
      await receiver.stop();
    },
    cut: () => server?.closeAllConnections(),
  };
}

/**
 * After this many milliseconds without a sign of life from Slack a connection is given up, and after as many again a new
 * one is asked for (`clientPingTimeout` of @slack/socket-mode 3.1). One is quick, to be back soon after the network was
 * away. The other is patient: a machine that stands still for some seconds loses only the first, and with it what was
 * under way there.
 */
const signsOfLife = [5_000, 20_000];

/**
 * We call Slack: Socket Mode, for machines that cannot be reached from outside. There are two connections, of the ten
 * that Slack allows, and Slack hands each thing to one of them: it renews each every few hours, and a bot with one could
 * not be asked anything in the five seconds before it is back.
 */
export function socketLine(appToken: string, clientOptions: webApi.WebClientOptions, logger: Logger): Line {
  const receivers = signsOfLife.map(
    (clientPingTimeout) =>
      new SocketModeReceiver({ appToken, logger, clientPingTimeout, installerOptions: { clientOptions } }),
  );
  const start = () => Promise.all(receivers.map((receiver) => receiver.start()));
  const stop = () => Promise.all(receivers.map((receiver) => receiver.stop()));
  const init = (app: App) => {
    for (const receiver of receivers) receiver.init(app);
  };
  return {
    receiver: { init, start, stop },
    async open() {
      await start();
      return null;
    },
    async close() {
      await stop();
    },
    cut: () => {},
  };
}

/**
 * Refuses a timestamp more than five minutes ahead, or one that is no whole number of seconds: a request signed for
 * later could be replayed until then.
 */
function refuseTheFuture(receiver: HTTPReceiver, logger: Logger, now: () => Date): void {
  const listener = receiver.requestListener;
  receiver.requestListener = (request, response) => {
    if (request.method !== "POST" || isTimely(request, now())) return listener(request, response);
    logger.warn("refused a request without a timestamp, or with one from the future");
    response.writeHead(401).end();
  };
}

function isTimely(request: IncomingMessage, now: Date): boolean {
  const timestamp = String(request.headers["x-slack-request-timestamp"]);
  return /^\d{1,12}$/.test(timestamp) && Number(timestamp) <= now.getTime() / 1000 + clockSkewSeconds;
}
