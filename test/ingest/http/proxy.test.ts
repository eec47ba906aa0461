import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { afterEach, beforeEach, expect, it } from "vitest";
import { SourceClient } from "../../../src/ingest/http/client.ts";
import { openDispatcher } from "../../../src/ingest/http/dispatcher.ts";
import { WebServer } from "../../stand-in/web-server.ts";
import { TurningClock } from "../turning-clock.ts";

let proxy: ReturnType<typeof createServer>;
let web: WebServer;
let tunnels: string[];
const kept = { ...process.env };

beforeEach(async () => {
  tunnels = [];
  web = await WebServer.start((_, response) =>
    response.writeHead(200, { "content-type": "application/xml" }).end("<a/>"),
  );
  // A proxy that knows where the example's source is; it stands on this machine, as a ministry's stands in its own network.
  proxy = createServer().listen(0, "127.0.0.1");
  proxy.on("connect", (request, socket: Socket) => {
    tunnels.push(request.url ?? "");
    const [, port] = web.host.split(":");
    const through = connect(Number(port), "127.0.0.1", () => {
      socket.write("HTTP/1.1 200 Connection Established\r\n\r\n");
      through.pipe(socket).pipe(through);
    });
    socket.on("error", () => through.destroy());
  });
  await once(proxy, "listening");
  process.env.HTTP_PROXY = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  process.env.HTTPS_PROXY = process.env.HTTP_PROXY;
  process.env.NO_PROXY = "";
  for (const name of ["http_proxy", "https_proxy", "no_proxy"]) delete process.env[name];
});

afterEach(async () => {
  process.env = { ...kept };
  await web.stop();
  proxy.closeAllConnections();
  proxy.close();
});

function ask(url: string, dispatcher = openDispatcher()) {
  const client = new SourceClient({
    dispatcher,
    clock: new TurningClock(),
    random: () => 0,
    userAgent: "Terugkeer/1 (beheer@example.org)",
    allowedHosts: [new URL(url).host],
    pauseMilliseconds: 0,
    limits: { stallMilliseconds: 5_000, totalMilliseconds: 10_000 },
  });
  return client.get({ url, types: null, maxBytes: 100 }).finally(() => dispatcher.destroy());
}

it("goes through the proxy of the environment, which resolves the name", async () => {
  expect(await ask("http://bron.example/sru")).toMatchObject({ state: "fetched" });
  expect(tunnels).toEqual(["bron.example:80"]);
});

it("asks this machine itself without the proxy", async () => {
  expect(await ask(`${web.address}/sru`)).toMatchObject({ state: "fetched" });
  expect(tunnels).toEqual([]);
});

it("refuses, without a proxy, a name that leads into a private network", async () => {
  for (const name of ["HTTP_PROXY", "HTTPS_PROXY"]) delete process.env[name];
  const dispatcher = openDispatcher((_host, _options, found) => found(null, [{ address: "10.0.0.7", family: 4 }]));
  await expect(ask("http://bron.example/sru", dispatcher)).rejects.toMatchObject({ code: "source-private-address" });
});
