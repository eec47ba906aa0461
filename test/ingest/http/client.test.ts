import type { ServerResponse } from "node:http";
import type { Dispatcher } from "undici";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { SourceClient, type Wanted } from "../../../src/ingest/http/client.ts";
import { openDispatcher } from "../../../src/ingest/http/dispatcher.ts";
import { SourceError } from "../../../src/ingest/http/source-error.ts";
import { WebServer } from "../../stand-in/web-server.ts";
import { TurningClock } from "../turning-clock.ts";

type Answer = (response: ServerResponse, url: URL) => void;

let server: WebServer;
let clock: TurningClock;
let dispatcher: Dispatcher;
/** What the server does with the next requests; the last answer is repeated. */
let answers: Answer[];

const xml: Answer = (response) => response.writeHead(200, { "content-type": "application/xml" }).end("<a/>");
const status =
  (code: number, headers: Record<string, string> = {}): Answer =>
  (response) =>
    response.writeHead(code, headers).end("<html>storing</html>");

beforeEach(async () => {
  clock = new TurningClock();
  dispatcher = openDispatcher();
  answers = [xml];
  server = await WebServer.start((_, response, url) => {
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    answer?.(response, url);
  });
});

afterEach(async () => {
  await dispatcher.destroy();
  await server.stop();
});

function client(limits = { stallMilliseconds: 5_000, totalMilliseconds: 10_000 }, hosts: string[] = []): SourceClient {
  return new SourceClient({
    dispatcher,
    clock,
    random: () => 1,
    userAgent: "Terugkeer/1 (beheer@example.org)",
    allowedHosts: [server.host, ...hosts],
    pauseMilliseconds: 500,
    limits,
  });
}

const page = (given: Partial<Wanted> = {}): Wanted => ({
  url: `${server.address}/sru`,
  types: ["application/xml"],
  maxBytes: 1_000,
  ...given,
});

async function outcome(asking: Promise<unknown>): Promise<string> {
  try {
    await asking;
    return "fetched";
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    expect(error.message).not.toMatch(/\n/);
    return error.code;
  }
}

describe("asking a source", () => {
  it("says who asks, and asks one thing at a time with a pause between", async () => {
    const polite = client();
    await Promise.all([1, 2, 3].map((number) => polite.get(page({ url: `${server.address}/${number}` }))));
    expect(server.asked.map(({ path }) => path)).toEqual(["/1", "/2", "/3"]);
    expect(server.asked[0]?.headers["user-agent"]).toBe("Terugkeer/1 (beheer@example.org)");
    expect(server.mostAtOnce).toBe(1);
    expect(clock.waits).toEqual([500, 500]);
  });

  it("asks with what it knows of a file, and takes 304 for an answer", async () => {
    answers = [
      (response) => response.writeHead(200, { etag: '"7"', "last-modified": "Mon, 05 Jan 2026 08:00:00 GMT" }).end("x"),
      status(304),
    ];
    const first = await client().get(page({ types: null }));
    const validators = { etag: '"7"', lastModified: "Mon, 05 Jan 2026 08:00:00 GMT" };
    expect(first).toMatchObject({ state: "fetched", validators });
    expect(await client().get(page({ types: null, known: validators }))).toEqual({ state: "unchanged" });
    expect(server.asked[1]?.headers).toMatchObject({
      "if-none-match": '"7"',
      "if-modified-since": validators.lastModified,
    });
  });

  it("tries again what fails in passing, with growing pauses, and gives up after four attempts", async () => {
    answers = [status(500), status(502), xml];
    expect(await outcome(client().get(page()))).toBe("fetched");
    expect(clock.waits).toEqual([2_000, 4_000]);
    answers = [status(500)];
    expect(await outcome(client().get(page()))).toBe("source-server-error");
    expect(server.asked).toHaveLength(7);
  });

  it("waits as long as Retry-After asks, in seconds or by date", async () => {
    const date = new Date(clock.now().getTime() + 7_000 + 61_000).toUTCString();
    answers = [status(429, { "retry-after": "7" }), status(503, { "retry-after": date }), xml];
    expect(await outcome(client().get(page()))).toBe("fetched");
    expect(clock.waits).toEqual([7_000, 61_000]);
  });

  it("does not sit and wait for hours, but says when to come back", async () => {
    answers = [status(503, { "retry-after": "7200" })];
    const failure = await client()
      .get(page())
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: "source-busy", retryAt: new Date("2026-01-05T10:00:00Z") });
    expect(clock.waits).toEqual([]);
  });

  it("follows redirects within the allowed hosts", async () => {
    answers = [status(302, { location: "/elders" }), xml];
    expect(await outcome(client().get(page()))).toBe("fetched");
    expect(server.asked.map(({ path }) => path)).toEqual(["/sru", "/elders"]);
  });

  const elsewhere = "https://elders.example/";
  it.each<[string, string, Answer]>([
    ["source-private-address", "a private address", status(302, { location: "http://10.0.0.1/" })],
    ["source-private-address", "a cloud's own address", status(307, { location: "http://169.254.169.254/latest" })],
    ["source-private-address", "IPv4 written as IPv6", status(302, { location: "http://[::ffff:192.168.0.1]/" })],
    ["source-private-address", "IPv4 written as one number", status(302, { location: "http://3232235521/" })],
    ["source-private-address", "another port of this machine", status(302, { location: "http://127.0.0.1:1/" })],
    ["source-private-address", "this machine by name", status(302, { location: "http://localhost:1/" })],
    ["source-redirect", "another host", status(301, { location: elsewhere })],
    ["source-redirect", "a file", status(301, { location: "file:///etc/passwd" })],
    ["source-redirect", "itself, for ever", status(301, { location: "/sru" })],
    ["source-malformed", "nowhere", status(301)],
  ])("ends with %s when it is redirected to %s", async (code, _, answer) => {
    answers = [answer];
    expect(await outcome(client().get(page()))).toBe(code);
  });

  it("refuses a name that leads into a private network, whatever the list of hosts says", async () => {
    expect(await outcome(client(undefined, ["10.1.2.3"]).get(page({ url: "http://10.1.2.3/" })))).toBe(
      "source-private-address",
    );
  });

  it("refuses an address that is not among the allowed hosts", async () => {
    expect(await outcome(client().get(page({ url: elsewhere })))).toBe("source-redirect");
  });

  it.each<[string, string, Answer]>([
    ["source-missing", "404", status(404)],
    ["source-missing", "410", status(410)],
    ["source-refused", "403", status(403)],
    ["source-error-page", "a page of HTML with status 200", status(200, { "content-type": "text/html" })],
    ["source-wrong-type", "another content type", status(200, { "content-type": "image/png" })],
    [
      "source-too-large",
      "a body of 5 GB",
      (response) => response.writeHead(200, { "content-length": String(5 * 1024 ** 3) }).write("x"),
    ],
    [
      "source-too-large",
      "a body without end",
      (response) => {
        response.writeHead(200, { "content-type": "application/xml" });
        const more = () => {
          while (!response.destroyed && response.write("x".repeat(16_384)));
        };
        response.on("drain", more);
        more();
      },
    ],
  ])("ends with %s at once on %s", async (code, _, answer) => {
    answers = [answer];
    expect(await outcome(client().get(page()))).toBe(code);
    expect(server.asked).toHaveLength(1);
  });

  it.each<[string, string, Answer]>([
    ["source-stalled", "stays silent", () => undefined],
    ["source-stalled", "stops half-way", (response) => response.writeHead(200, { "content-length": "9" }).write("<a")],
    ["source-interrupted", "hangs up", (response) => response.destroy()],
    [
      "source-interrupted",
      "hangs up half-way",
      (response) => {
        response.writeHead(200, { "content-type": "application/xml", "content-length": "9" });
        response.write("<a", () => response.destroy());
      },
    ],
    ["source-malformed", "speaks no HTTP", (response) => response.socket?.end("wat?\r\n\r\n")],
  ])("ends with %s when the server %s", async (code, _, answer) => {
    answers = [answer];
    const hasty = client({ stallMilliseconds: 60, totalMilliseconds: 10_000 });
    expect(await outcome(hasty.get(page({ types: null })))).toBe(code);
  });

  it("ends what drips for ever", async () => {
    answers = [
      (response) => {
        response.writeHead(200, { "content-type": "application/xml" });
        const drip = setInterval(() => response.write("x"), 10);
        response.on("close", () => clearInterval(drip));
      },
    ];
    const hasty = client({ stallMilliseconds: 5_000, totalMilliseconds: 120 });
    expect(await outcome(hasty.get(page()))).toBe("source-stalled");
  });

  it("says that a host cannot be reached", async () => {
    await server.stop();
    expect(await outcome(client().get(page()))).toBe("source-unreachable");
  });

  it("can be stopped while it waits", async () => {
    answers = [status(500)];
    const stop = new AbortController();
    stop.abort(new Error("stopping"));
    await expect(client().get(page({ signal: stop.signal }))).rejects.toThrow("stopping");
  });
});
