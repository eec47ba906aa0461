import { mkdtempSync, rmSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Place } from "../../src/digest/place.ts";
import type { DigestPort } from "../../src/digest/port.ts";
import { Sender } from "../../src/digest/sender.ts";
import { defaultFrequency } from "../../src/digest/wish.ts";
import type { LetterKey } from "../../src/letters/stored-letter.ts";
import { actionIds } from "../../src/replies/action-ids.ts";
import { boltLogger } from "../../src/slack/logger.ts";
import { SlackPost } from "../../src/slack/post.ts";
import { openStore, type Store } from "../../src/store/store.ts";
import { madeLetter } from "../letters/made-letter.ts";
import { testLog } from "../logs/collect.ts";
import { openChannels } from "../stand-in/channels.ts";
import { buttonNamed } from "../stand-in/pressables.ts";
import { type Incoming, SlackStandIn } from "../stand-in/slack.ts";
import { BotProcess } from "./bot-process.ts";
import { makeFilledDatabase } from "./filled-database.ts";

const log = testLog();
const hour = 3_600_000;
let folder: string;
let slack: SlackStandIn;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "terugkeer-slack-"));
  slack = await SlackStandIn.start();
  openChannels(slack, { late: 0, silent: 0, longest: 0, chance: () => 0.5 });
});

afterEach(async () => {
  await slack.stop();
  rmSync(folder, { recursive: true });
});

type Misbehaviour = NonNullable<SlackStandIn["misbehave"]>;

const page = "<!DOCTYPE html><html><title>Slack</title><body>Something went wrong</body></html>";
const sends = (status: number, type: string, body: string) => (response: ServerResponse) =>
  void response.writeHead(status, { "content-type": type }).end(body);

/** Answers that say nothing of what became of a message. */
const nonsense: [string, (response: ServerResponse) => void][] = [
  ["cuts every connection", (response) => void response.destroy()],
  ["answers too late", () => undefined],
  ["answers with a page of HTML and status 200", sends(200, "text/html", page)],
  ["calls its page of HTML JSON", sends(200, "application/json", page)],
  ["answers with half of its JSON", sends(200, "application/json", '{"ok":true,"channel":"C00')],
  ["says ok and nothing else", sends(200, "application/json", '{"ok":true}')],
  ["says ok with nonsense in it", sends(200, "application/json", '{"ok":true,"ts":17,"messages":"none","channel":[]}')],
  ["answers with nothing", sends(200, "application/json", "")],
  ["answers with null", sends(200, "application/json", "null")],
  ["answers with a list", sends(200, "application/json", "[]")],
  ["answers 500", sends(500, "text/html", page)],
  ["answers 503 with JSON that says ok", sends(503, "application/json", '{"ok":true}')],
  ["says that it failed", sends(200, "application/json", '{"ok":false,"error":"internal_error"}')],
];

describe("digests", () => {
  let store: Store;
  let time: number;

  beforeEach(() => {
    store = openStore(":memory:");
    time = Date.now();
  });

  afterEach(() => store.close());

  /**
   * Steps by its own clock until so long from now; what Slack does takes no time.
   *
   * @param atLeast milliseconds between two steps
   */
  async function pass(milliseconds: number, sender: Sender, atLeast = 1_000): Promise<void> {
    for (const end = time + milliseconds; time < end; ) {
      const next = await sender.step();
      time = Math.min(end, Math.max(time + atLeast, next?.getTime() ?? end));
    }
  }

  function writeDigests(): void {
    const now = new Date(time);
    const outcome = store.intake.addBatch(
      "made",
      now,
      [{ letter: madeLetter(), file: "x", form: "text", contentHash: "x" }],
      [],
    );
    for (const place of ["C0001", "U0002"] as Place[]) {
      const wish = { team: "T0001", place, maker: "U0001", query: "", frequency: defaultFrequency };
      const { id } = store.subscriptions.add(wish, 0, now);
      const messages = ["Brieven van vandaag", "De brief zelf"].map((text) => ({
        key: `${place} ${text}`,
        message: { text, blocks: [] },
      }));
      const deliveries = outcome.changed.map((letter) => ({ subscription: id, letter, version: 1 }));
      store.outbox.writeDigest(
        {
          parcel: { team: "T0001", place, purpose: "digest", messages },
          deliveries,
          turns: [{ subscription: id, seenBefore: 0, seenBatch: 1, slot: null }],
        },
        now,
      );
    }
  }

  const texts = (channel: string) =>
    slack.web.posted(channel).map(({ text, threadTs }) => (threadTs === null ? text : `- ${text}`));

  describe.each([
    ["and the messages did not get there", false],
    ["and the messages got there all the same", true],
  ])("%s", (_, lands) => {
    it.each(nonsense)("wait while Slack %s for an hour, and then go out once", async (_name, answer) => {
      writeDigests();
      const portWith = (timeout: number) =>
        new SlackPost(slack.botToken, { slackApiUrl: slack.apiUrl, timeout, logger: boltLogger(log) });
      let inUse = portWith(60);
      const port: DigestPort = { post: (post) => inUse.post(post), find: (post, since) => inUse.find(post, since) };
      const newKey = () => crypto.randomUUID();
      const sender = new Sender({
        ...store,
        port,
        log,
        maintainers: null,
        now: () => new Date(time),
        newKey,
        grace: 120_000,
      });
      slack.misbehave = async ({ place, name, answerAsUsual }: Incoming, response) => {
        if (place !== "api") return false;
        if (lands && name === "chat.postMessage") await answerAsUsual();
        answer(response);
        return true;
      };
      // What is asked every minute is always the same: the soak asks all of it.
      await pass(hour, sender, process.env.SOAK === undefined ? 300_000 : 1_000);
      slack.misbehave = null;
      // Its patience is no longer tried: a slow machine is no fault of Slack's.
      inUse = portWith(10_000);
      await pass(hour, sender);
      const once = ["Brieven van vandaag", "- De brief zelf"];
      expect([texts("C0001"), texts("D0002")]).toEqual([once, once]);
      expect(store.subscriptions.active()).toHaveLength(2);
      expect(store.outbox.open.first(new Date("2999-01-01"))).toEqual([]);
    });
  });
});

describe("a person who asks while Slack is not itself", () => {
  const onlyTheResponseUrl =
    (answer: (response: ServerResponse) => void): Misbehaviour =>
    ({ place }, response) => {
      if (place !== "response") return false;
      answer(response);
      return true;
    };

  it("is answered another way, and what was kept is kept; when nothing works nothing is lost, and all works afterwards", async () => {
    const env = { DATABASE: await makeFilledDatabase(folder) };
    const bot = new BotProcess(slack, env);
    try {
      const first = await bot.type("/terugkeer", "Algerije");
      const address = await bot.ready();
      const alone = () => (slack.web.channels.get("C0001") ?? []).filter(({ onlyFor }) => onlyFor === "U0001");
      const ways: [string, (response: ServerResponse) => void][] = [
        ["Marokko", sends(500, "text/html", page)],
        ["Ghana", (response) => void response.destroy()],
        ["Irak", sends(404, "text/plain", "used_url")],
      ];
      for (const [query, answer] of ways) {
        const before = alone().length;
        slack.misbehave = onlyTheResponseUrl(answer);
        expect((await slack.deliver(address, slack.slashCommand("/terugkeer", query).body)).status).toBe(200);
        await vi.waitFor(() => expect(alone().length).toBe(before + 1), 20_000);
        expect(alone().at(-1)?.text).toContain(query);
      }

      slack.misbehave = (_, response) => {
        response.destroy();
        return true;
      };
      const keep = buttonNamed(first.blocks, "Bewaar voor debat");
      expect((await slack.deliver(address, slack.press(keep).body)).status).toBe(200);
      expect((await slack.deliver(address, slack.slashCommand("/attendering", "Algerije").body)).status).toBe(200);
      const store = openStore(env.DATABASE);
      await vi.waitFor(() => expect(store.subscriptions.at("T0001", "C0001" as Place)).toHaveLength(1), 20_000);
      await vi.waitFor(() => expect(store.collections.ofChannel("T0001", "C0001")).toHaveLength(1), 20_000);
      store.close();

      slack.misbehave = null;
      expect((await bot.type("/terugkeer", "Algerije")).text).toContain("Algerije: ");
      expect((await bot.press(keep)).text).toContain("stond al in");
      expect((await bot.type("/attendering", "lijst")).text).toContain("Algerije");
      expect(await bot.stop()).toBe(0);
    } finally {
      await bot.kill();
    }
  });
});

describe("a token that is revoked while the bot runs", () => {
  it("is told by the health page and the log; nothing is lost, and all goes on by itself after a restart with a new one", async () => {
    const port = 39_600 + (process.pid % 300);
    const env = { DATABASE: await makeFilledDatabase(folder), HEALTH_PORT: String(port) };
    const health = async () => {
      const response = await fetch(`http://127.0.0.1:${port}/health`);
      return { status: response.status, ...((await response.json()) as object) };
    };
    // A letter came in for who follows everything; the token is revoked as soon as the bot has started.
    const store = openStore(env.DATABASE);
    const wish = { team: "T0001", place: "C0001" as Place, maker: "U0001", query: "" };
    store.subscriptions.add({ ...wish, frequency: { every: "arrival" } }, store.arrivals.lastBatch(), new Date());
    const [{ key, version } = { key: "" as LetterKey, version: 0 }] = store.letters.versions();
    const [passage] = store.letters.passagesOf(key, version);
    const keep = { type: "button", action_id: actionIds.keep, value: passage?.id };
    const arrival = { letter: madeLetter(), file: "x.txt", form: "text" as const, contentHash: "x" };
    store.intake.addBatch("made", new Date(), [arrival], []);
    store.close();
    slack.misbehave = ({ name }) => {
      if (name === "auth.test") return false;
      slack.revoked = "token_revoked";
      return false;
    };
    let bot = new BotProcess(slack, env);
    try {
      await bot.said(({ msg }) => msg === "subscriptions are paused");
      expect(await health()).toMatchObject({ status: 503, ready: false, slack: "token_revoked" });
      expect((await bot.said(({ code }) => code === "token_revoked")).msg).toContain("set the new token");
      expect((await slack.deliver(await bot.ready(), slack.press(keep).body)).status).toBe(200);
      await bot.stop();
      expect(slack.web.posted("C0001")).toEqual([]);

      slack.misbehave = null;
      slack.revoked = null;
      bot = new BotProcess(slack, env);
      await vi.waitFor(() => expect(slack.web.posted("C0001").length).toBe(2), 30_000);
      expect(slack.web.posted("C0001")[0]?.text).toContain(madeLetter().title);
      expect((await bot.type("/attendering", "lijst")).text).not.toContain("gepauzeerd");
      expect((await bot.press(keep)).text).toContain("stond al in");
      expect(await health()).toMatchObject({ status: 200, slack: null, database: null });
    } finally {
      await bot.kill();
    }
  });
});
