import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { webApi } from "@slack/bolt";
import { getGlobalDispatcher, setGlobalDispatcher, WebSocket } from "undici";
import { afterEach, beforeEach, expect, it } from "vitest";
import { followProxyOfEnvironment } from "../../src/slack/proxy.ts";
import { SlackStandIn } from "../stand-in/slack.ts";

let proxy: ReturnType<typeof createServer>;
let tunnels: string[];
const kept = { ...process.env };
const before = getGlobalDispatcher();

beforeEach(async () => {
  tunnels = [];
  proxy = createServer().listen(0, "127.0.0.1");
  // It notes where it is to go, and goes nowhere: there is no Slack here.
  proxy.on("connect", (request, socket: Socket) => {
    tunnels.push(request.url ?? "");
    socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
  });
  await once(proxy, "listening");
  for (const name of ["http_proxy", "https_proxy", "no_proxy", "HTTP_PROXY", "NO_PROXY"]) delete process.env[name];
  process.env.HTTPS_PROXY = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  followProxyOfEnvironment();
});

afterEach(async () => {
  setGlobalDispatcher(before);
  process.env = { ...kept };
  proxy.closeAllConnections();
  proxy.close();
});

function client(slackApiUrl: string): webApi.WebClient {
  return new webApi.WebClient("xoxb-stand-in", { slackApiUrl, retryConfig: { retries: 0 }, timeout: 5_000 });
}

it("calls of the Web API go through the proxy of the environment", async () => {
  await expect(client("https://slack.example/api/").auth.test()).rejects.toThrow();
  expect(tunnels).toEqual(["slack.example:443"]);
});

it("so does the connection of Socket Mode", async () => {
  const socket = new WebSocket("wss://wss.slack.example/link");
  await new Promise((resolve) => socket.addEventListener("error", resolve));
  expect(tunnels).toEqual(["wss.slack.example:443"]);
});

it("this machine itself is reached without it", async () => {
  const slack = await SlackStandIn.start();
  expect(await client(slack.apiUrl).auth.test()).toMatchObject({ ok: true });
  expect(tunnels).toEqual([]);
  await slack.stop();
});
