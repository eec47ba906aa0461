import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { allowedHosts } from "../../src/preview/guard.ts";
import { type Sample, startSample } from "./sample-app.ts";

let sample: Sample;
let port: number;

beforeAll(async () => {
  sample = await startSample();
  port = Number(new URL(sample.preview.url).port);
});

afterAll(async () => {
  await sample.app.stop();
});

/** The status and headers of a request in which every header is ours (fetch would set Host and Origin itself). */
function ask(method: string, path: string, headers: Record<string, string>, body = "") {
  return new Promise<{ status: number; headers: NodeJS.Dict<string | string[]> }>((resolve, reject) => {
    const sent = request({ host: "127.0.0.1", port, method, path, headers, agent: false }, (response) => {
      response.resume();
      resolve({ status: response.statusCode ?? 0, headers: response.headers });
      response.destroy();
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

const json = { "Content-Type": "application/json" };
const hello = JSON.stringify({ channel: "C0PREVIEW1", text: "hallo" });
const status = async (...given: Parameters<typeof ask>) => (await ask(...given)).status;

describe("reading", () => {
  test("a loopback name with our port is served, another name or port is not ours (DNS rebinding)", async () => {
    for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`, `LOCALHOST:${port}`]) {
      expect(await status("GET", "/", { Host: host }), host).toBe(200);
    }
    for (const host of [
      "evil.example",
      `evil.example:${port}`,
      "127.0.0.1",
      `127.0.0.1:${port + 1}`,
      `localhost.evil.example:${port}`,
    ]) {
      expect(await status("GET", "/", { Host: host }), host).toBe(421);
      expect(await status("GET", "/stream", { Host: host }), host).toBe(421);
    }
  });

  test("another site may link to the page but not read the stream", async () => {
    const Host = `127.0.0.1:${port}`;
    const foreign = { Host, "Sec-Fetch-Site": "cross-site" };
    const navigation = { "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document" };
    expect(await status("GET", "/", { ...foreign, ...navigation })).toBe(200);
    expect(await status("GET", "/", { ...foreign, ...navigation, "Sec-Fetch-Dest": "iframe" })).toBe(403);
    expect(await status("GET", "/stream", foreign)).toBe(403);
    expect(await status("GET", "/stream", { Host, Origin: "http://evil.example" })).toBe(403);
    expect(await status("GET", "/stream", { Host, Origin: `http://localhost:${port + 1}` })).toBe(403);
  });

  test("the page allows nothing from elsewhere, and no other site may frame it", async () => {
    const { headers } = await ask("GET", "/", { Host: `127.0.0.1:${port}` });
    expect(headers["content-security-policy"]).toMatch(/^default-src 'none'; script-src 'self';/);
    expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers).not.toHaveProperty("access-control-allow-origin");
  });
});

describe("writing", () => {
  const from = (more: Record<string, string>) => ({ Host: `127.0.0.1:${port}`, ...json, ...more });

  test("only the page itself may send", async () => {
    expect(await status("POST", "/do/say", from({ Origin: `http://127.0.0.1:${port}` }), hello)).toBe(200);
    expect(await status("POST", "/do/say", from({ "Sec-Fetch-Site": "same-origin" }), hello)).toBe(200);
    expect(await status("POST", "/do/say", from({}), hello)).toBe(403);
    expect(await status("POST", "/do/say", from({ Origin: "null" }), hello)).toBe(403);
    expect(await status("POST", "/do/say", from({ Origin: "http://evil.example" }), hello)).toBe(403);
    expect(await status("POST", "/do/say", from({ "Sec-Fetch-Site": "cross-site" }), hello)).toBe(403);
    expect(await status("POST", "/do/say", from({ "Sec-Fetch-Site": "same-site" }), hello)).toBe(403);
  });

  test("a browser may not play Slack, and may not play the bot", async () => {
    const own = from({ Origin: `http://127.0.0.1:${port}`, Authorization: `Bearer ${sample.preview.token}` });
    expect(await status("POST", "/api/auth.test", own)).toBe(403);
    expect(await status("POST", "/respond/x", own, "{}")).toBe(403);
    expect(await status("OPTIONS", "/api/auth.test", from({ Origin: "http://evil.example" }))).toBe(403);
  });

  test("bodies are JSON, of a bounded size, and name something that exists", async () => {
    const own = { Host: `127.0.0.1:${port}`, Origin: `http://127.0.0.1:${port}` };
    expect(await status("POST", "/do/say", { ...own, "Content-Type": "text/plain" }, hello)).toBe(415);
    expect(await status("POST", "/do/say", { ...own, ...json }, "geen json")).toBe(400);
    expect(await status("POST", "/do/say", { ...own, ...json }, "[]")).toBe(400);
    expect(await status("POST", "/do/say", { ...own, ...json }, `{"text":"${"a".repeat(100_000)}"}`)).toBe(413);
    expect(await status("POST", "/do/toString", { ...own, ...json }, "{}")).toBe(404);
    expect(await status("GET", "/../package.json", own)).toBe(404);
    expect(await status("DELETE", "/", own)).toBe(404);
  });
});

test("elsewhere than on loopback exactly the host that was set is allowed", () => {
  expect([...allowedHosts("bot.intern", 3000)]).toEqual(["bot.intern:3000"]);
  expect([...allowedHosts("fd00::1", 80)]).toEqual(["[fd00::1]", "[fd00::1]:80"]);
  expect([...allowedHosts("0.0.0.0", 3000)]).toEqual(["127.0.0.1:3000", "localhost:3000", "[::1]:3000"]);
});
