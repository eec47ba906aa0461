import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openStore } from "../src/store/store.ts";
import { runNode, startNode } from "./run-node.ts";
import { SlackStandIn } from "./stand-in/slack.ts";

let folder: string;
let slack: SlackStandIn;
let env: Record<string, string>;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "terugkeer-main-"));
  slack = await SlackStandIn.start();
  env = {
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_SIGNING_SECRET: slack.signingSecret,
    SLACK_API_URL: slack.apiUrl,
    DATABASE: join(folder, "terugkeer.sqlite"),
    PORT: "0",
  };
});

afterEach(async () => {
  await slack.stop();
  rmSync(folder, { recursive: true });
});

/** Starts the bot, asks it about Algerije, and ends it with a signal. */
async function askAndStop(signal: NodeJS.Signals) {
  const child = startNode("src/main.js", [], env);
  const address = await readyAddress(child.stdout);
  const { id, body } = slack.slashCommand("/terugkeer", "Algerije");
  const headers = slack.signed(String(body), Math.floor(Date.now() / 1000));
  const response = await fetch(`${address}/slack/events`, { method: "POST", headers, body: String(body) });
  const answer = await slack.answer(id);
  const asked = performance.now();
  child.kill(signal);
  const [code] = (await once(child, "close")) as [number | null];
  return { status: response.status, answer, code, milliseconds: performance.now() - asked };
}

async function lines(log: NodeJS.ReadableStream): Promise<{ msg: string }[]> {
  const read: { msg: string }[] = [];
  for await (const line of createInterface({ input: log })) read.push(JSON.parse(line) as { msg: string });
  return read;
}

async function readyAddress(log: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: log })) {
    const { msg, address } = JSON.parse(line) as { msg: string; address?: string };
    if (msg === "klaar" && address !== undefined) return address;
  }
  throw new Error("the bot ended before it was ready");
}

/** Every answer has an id of its own, which its buttons carry. */
function withoutPage(answer: unknown): string {
  return JSON.stringify(answer).replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "page");
}

describe("the bot as a process", () => {
  it("says klaar, answers, stops on SIGTERM within five seconds, and finds everything as it was at a second start", async () => {
    const first = await askAndStop("SIGTERM");
    expect(first).toMatchObject({ status: 200, code: 0 });
    expect(first.milliseconds).toBeLessThan(5_000);
    expect(existsSync(`${env.DATABASE}-wal`)).toBe(false);
    const store = openStore(String(env.DATABASE));
    expect(store.letters.collection().letters).toBe(5);
    store.close();
    const second = await askAndStop("SIGINT");
    expect(second.code).toBe(0);
    expect(withoutPage(second.answer)).toEqual(withoutPage(first.answer));
  });

  it("stops a start with a malformed setting, with one sentence that names it and exit code 1", async () => {
    const { code, stdout } = await runNode("src/main.js", [], { ...env, PORT: "achttien" });
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      level: 60,
      msg: 'PORT must be a whole number from 0 to 65535, not "achttien"',
    });
  });

  it("reads settings from .env in the folder where it is started; the environment wins", async () => {
    writeFileSync(join(folder, ".env"), "TIME_ZONE=Europe/Den_Haag\nPORT=achttien\n");
    const child = startNode("src/main.js", [], env, folder);
    const [line] = await lines(child.stdout);
    expect(line).toMatchObject({ msg: expect.stringMatching(/^TIME_ZONE must be an IANA time zone/) });
  });

  it("stops a start with a token that Slack refuses", async () => {
    const { code, stdout } = await runNode("src/main.js", [], { ...env, SLACK_BOT_TOKEN: "xoxb-wrong" });
    expect(code).toBe(1);
    expect(stdout).toContain("SLACK_BOT_TOKEN is refused by Slack: invalid_auth");
    expect(stdout).not.toContain("xoxb-wrong");
  });

  it("stops a start on a port that is taken, and says which", async () => {
    const taken = new URL(slack.origin).port;
    const { code, stdout } = await runNode("src/main.js", [], { ...env, PORT: taken });
    expect(code).toBe(1);
    expect(stdout).toContain(`cannot listen on 127.0.0.1:${taken}: the port is taken; choose another PORT`);
  });

  it("never writes a token, the signing secret or a question to its log", async () => {
    const child = startNode("src/main.js", [], env);
    let log = "";
    child.stdout.on("data", (data) => {
      log += data;
    });
    const address = await readyAddress(child.stdout);
    const { id, body } = slack.slashCommand("/terugkeer", "kleur:geheimwoord");
    const headers = slack.signed(String(body), Math.floor(Date.now() / 1000));
    await fetch(`${address}/slack/events`, { method: "POST", headers, body: String(body) });
    await slack.answer(id);
    await fetch(`${address}/slack/events`, {
      method: "POST",
      headers: { ...headers, "x-slack-signature": "v0=0" },
      body: String(body),
    });
    child.kill("SIGTERM");
    await once(child, "close");
    for (const secret of [slack.botToken, slack.signingSecret, "geheimwoord"]) expect(log).not.toContain(secret);
    expect(log).toContain("klaar");
  });
});
