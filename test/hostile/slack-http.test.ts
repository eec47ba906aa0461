import { createHmac } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { DebatePlace, PassageCopy } from "../../src/debate/kept-passage.ts";
import type { Place } from "../../src/digest/place.ts";
import { actionIds } from "../../src/replies/action-ids.ts";
import { BotProcess } from "../faults/bot-process.ts";
import { startBot, type TestBot } from "../slack/bot.ts";
import { SlackStandIn } from "../stand-in/slack.ts";

/** What hostile people may send over HTTP: everything is refused or answered politely, and the bot stays what it was. */

let slack: SlackStandIn;
let bot: TestBot;
/** How many inputs were tried, by kind. */
const tried: Record<string, number> = {};
const count = (kind: string) => {
  tried[kind] = (tried[kind] ?? 0) + 1;
};

beforeAll(async () => {
  slack = await SlackStandIn.start();
  bot = await startBot(slack, "http", { uploaders: ["U0003"] });
});

afterAll(async () => {
  process.stdout.write(`${JSON.stringify(tried)}\n`);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  expect(bot.parts.letters.collection().letters).toBeGreaterThanOrEqual(5);
  await bot.stop();
  await slack.stop();
});

const seconds = () => Math.floor(Date.now() / 1000);
const sign = (body: string, timestamp: string | number, secret = slack.signingSecret) =>
  createHmac("sha256", secret).update(`v0:${timestamp}:${body}`).digest("hex");

/** Sends headers as they are, also twice the same, which `fetch` does not. */
function send(body: string, headers: [string, string][]): Promise<number> {
  return new Promise((resolve, reject) => {
    const raw = [
      ["host", new URL(bot.address).host],
      ["connection", "close"],
      ["content-type", "application/x-www-form-urlencoded"],
      ...headers,
    ].flat();
    const sent = request(bot.address, { method: "POST", headers: raw as never }, (response) => {
      response.resume();
      response.on("end", () => resolve(response.statusCode ?? 0));
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

async function type(command: string, text: string) {
  const { id, body } = slack.slashCommand(command, text);
  expect((await slack.deliver(bot.address, body)).status).toBe(200);
  return slack.answer(id);
}

describe("a request that is not Slack's", () => {
  it("is refused with 401, whatever is wrong with it, and does nothing", async () => {
    const { id, body } = slack.slashCommand("/terugkeer", "Algerije");
    const text = String(body);
    const now = seconds();
    const right = sign(text, now);
    const stamp: [string, string] = ["x-slack-request-timestamp", String(now)];
    const signed = (value: string): [string, string] => ["x-slack-signature", value];
    const requests: [string, string][][] = [
      [],
      [stamp],
      [signed(`v0=${right}`)],
      ...["", "v0=", "v0", `v1=${right}`, `V0=${right}`, `v0:${right}`, right, `v0=${right.toUpperCase()}`].map(
        (value): [string, string][] => [stamp, signed(value)],
      ),
      ...[`v0=${right.slice(0, -1)}`, `v0=${right}0`, `v0=${right}, v0=${right}`, `v0= ${right}`].map(
        (value): [string, string][] => [stamp, signed(value)],
      ),
      [stamp, signed(`v0=${sign(text, now, "other secret")}`)],
      [stamp, signed(`v0=${sign(`${text}&x=1`, now)}`)],
      [stamp, stamp, signed(`v0=${right}`)],
      [stamp, signed(`v0=${right}`), signed(`v0=${right}`)],
      [stamp, signed("v0=0"), signed(`v0=${right}`)],
      // Signed with the right secret, but for another moment.
      ...[now - 301, now - 86_400, now + 301 + 5, now + 31_536_000, 0, -1].map((at): [string, string][] => [
        ["x-slack-request-timestamp", String(at)],
        signed(`v0=${sign(text, at)}`),
      ]),
      ...["", "NaN", "1e10", `${now}.5`, `0x${now.toString(16)}`, `${now} `.padEnd(40, "0"), "nu", "Infinity"].map(
        (at): [string, string][] => [["x-slack-request-timestamp", at], signed(`v0=${sign(text, at)}`)],
      ),
    ];
    const before = slack.web.calls.length;
    for (const headers of requests) {
      count("forged, replayed and misdated requests");
      expect([headers, await send(text, headers)]).toEqual([headers, 401]);
    }
    expect(slack.answers(id)).toEqual([]);
    expect(slack.web.calls.length).toBe(before);
  });

  it("is done once when it is a copy of one that is", async () => {
    const { id, body } = slack.slashCommand("/terugkeer", "Algerije");
    const text = String(body);
    const headers: [string, string][] = [
      ["x-slack-request-timestamp", String(seconds())],
      ["x-slack-signature", `v0=${sign(text, seconds())}`],
    ];
    for (let time = 0; time < 10; time++) {
      count("forged, replayed and misdated requests");
      await send(text, headers);
    }
    await slack.answer(id);
    await type("/terugkeer", "Marokko");
    expect(slack.answers(id)).toHaveLength(1);
  });
});

describe("what is far too much", () => {
  it.each([
    ["of one letter", "a"],
    ["of words", "terugkeer "],
    ["of quotation marks", '"'],
    ["of filters", "van:x "],
    ["of spaces", " "],
    ["of brackets", "(("],
    ["of emphasis", "*_~`"],
    ["of mentions", "<!channel> "],
  ])("1 MB %s in a command is answered", { timeout: 120_000 }, async (_, unit) => {
    const text = unit.repeat(Math.ceil(1_048_576 / unit.length));
    for (const command of ["/terugkeer", "/tijdlijn", "/brief", "/attendering", "/debat"]) {
      count("commands of 1 MB");
      const before = process.cpuUsage();
      const answer = await type(command, text);
      expect([command, answer.text.includes("mis bij ons"), answer.text.length < 4_001]).toEqual([
        command,
        false,
        true,
      ]);
      expect([command, process.cpuUsage(before).user / 1_000_000 < 8]).toEqual([command, true]);
    }
  });

  it("a body of 10 MB, and a payload 100,000 deep, leave the bot as it was", async () => {
    const deep = `{"type":"block_actions","x":${"[".repeat(100_000)}${"]".repeat(100_000)}}`;
    const bodies = [
      `payload=${"a".repeat(10_000_000)}`,
      `payload=${encodeURIComponent(deep)}`,
      `payload=${encodeURIComponent(`{"type":"view_submission","view":${'{"a":'.repeat(50_000)}1${"}".repeat(50_000)}}`)}`,
      "payload=",
      "payload=%7B",
      "payload=[]",
      "payload=%22%22",
      "a=1&".repeat(500_000),
      "",
      "\u0000",
      `command=%2Fterugkeer&text=${"%F0%9D%94%84".repeat(500_000)}`,
    ];
    // All at once: some are never answered, and their connection is cut when nothing comes.
    const statuses = bodies.map((body) => {
      count("bodies that are no payload");
      const headers: [string, string][] = [
        ["x-slack-request-timestamp", String(seconds())],
        ["x-slack-signature", `v0=${sign(body, seconds())}`],
      ];
      return send(body, headers).catch(() => 0);
    });
    for (const status of await Promise.all(statuses)) expect(status).toBeLessThan(600);
    // A connection on which too much came may be cut by the bot.
    await vi.waitFor(async () => expect((await type("/terugkeer", "Algerije")).text).toContain("Algerije: "), 10_000);
  });
});

it("a payload that is nothing at all does not end the process, nor does an address that is none", async () => {
  const folder = mkdtempSync(join(tmpdir(), "terugkeer-hostile-"));
  const child = new BotProcess(slack, { DATABASE: join(folder, "terugkeer.sqlite") });
  try {
    const address = await child.ready();
    for (const [path, body] of [
      ["/slack/events", "payload=null"],
      ["//", "payload=%7B%7D"],
      ["http://[", ""],
      ["/slack/events?%ff", "x"],
    ] as const) {
      count("bodies that are no payload");
      const at = String(seconds());
      const { hostname, port } = new URL(address);
      const headers = {
        "content-type": "application/x-www-form-urlencoded",
        "x-slack-request-timestamp": at,
        "x-slack-signature": `v0=${sign(body, at)}`,
      };
      await new Promise<void>((resolve) => {
        const sent = request({ hostname, port, path, method: "POST", headers, timeout: 1_000 }, (response) => {
          response.resume();
          response.on("end", resolve);
        });
        // Of such a request nobody need be told anything.
        sent.on("timeout", () => sent.destroy());
        sent.on("error", () => resolve());
        sent.end(body);
      });
    }
    expect((await child.type("/terugkeer", "Algerije")).text).toContain("Algerije: ");
  } finally {
    await child.kill();
    rmSync(folder, { recursive: true });
  }
});

const nasty = [
  "",
  "0",
  "-1",
  "1e309",
  "NaN",
  "99999999999999999999",
  "1' OR '1'='1",
  "1; DROP TABLE letters; --",
  "../../etc/passwd",
  "..\\..\\windows",
  "%00",
  "\u0000",
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty.1.1",
  "1.1.1.1.1",
  "1.1.-1",
  "1.1.1e1",
  '{"__proto__":{"polluted":1}}',
  "[]",
  "null",
  "<!channel>",
  "𝔄".repeat(1_000),
  "a".repeat(2_000),
];

describe("a forged value of a button", () => {
  it("is answered with a sentence, never with a fault of ours, whatever the button", { timeout: 240_000 }, async () => {
    const ids = [...Object.values(actionIds).filter((id) => id !== actionIds.source), `${actionIds.instead}-1`];
    for (const [row, action] of ids.filter((id) => id !== actionIds.instead).entries()) {
      // In turn, so that every button and every value is tried; `npm run soak` tries every value on every button.
      for (const value of nasty.filter((_, at) => process.env.SOAK !== undefined || (row + at) % 3 === 0)) {
        count("forged values of buttons");
        const before = slack.web.calls.length;
        const { id, body } = slack.press({ type: "button", action_id: action, value });
        expect((await slack.deliver(bot.address, body)).status).toBe(200);
        await vi.waitFor(
          () =>
            expect(slack.answers(id).length + slack.web.calls.length - before, `${action} ${value}`).toBeGreaterThan(0),
          { timeout: 5_000, interval: 5 },
        );
        const [answer] = slack.answers(id);
        expect([action, value, answer?.text.includes("mis bij ons") ?? false]).toEqual([action, value, false]);
      }
    }
    expect(slack.refused).toEqual([]);
  });

  it("opens no collection of another channel or workspace, and changes no subscription of another's", async () => {
    const { collections, subscriptions, store } = bot.parts;
    const copy = { id: "1.1.1", text: "Geheim" } as unknown as PassageCopy;
    const places: DebatePlace[] = [
      { team: "T0001", channel: "C0009", thread: null },
      { team: "T0002", channel: "C0001", thread: null },
    ];
    for (const place of places) {
      const { collection } = collections.keep(place, copy, "U0009", new Date());
      const kept = collections.collection(collection, place.team, new Date())?.passages[0]?.id;
      const values: [string, unknown][] = [
        [actionIds.collectionOpen, collection],
        [actionIds.collectionPage, `${collection}.0`],
        [actionIds.collectionRename, collection],
        [actionIds.wordByCountry, collection],
        [actionIds.wordByLetter, collection],
        [actionIds.markdown, collection],
        ...(place.team === "T0002" ? [[actionIds.keptRemove, kept] as [string, unknown]] : []),
      ];
      for (const [action, value] of values) {
        count("ids of others' things");
        const before = slack.web.calls.length;
        const { id, body } = slack.press({ type: "button", action_id: action, value: String(value) });
        await slack.deliver(bot.address, body);
        expect((await slack.answer(id)).text).not.toContain("Geheim");
        expect([action, slack.web.calls.length]).toEqual([action, before]);
      }
      expect(collections.collection(collection, place.team, new Date())?.passages[0]?.isRemoved).toBe(false);
    }
    const frequency = { every: "arrival" } as const;
    for (const team of ["T0001", "T0002"]) {
      const wish = { team, place: "C0009" as Place, maker: "U0009", query: "geheim", frequency };
      const { subscription } = await subscriptions.follow(wish, async () => false);
      for (const action of [actionIds.subscriptionPause, actionIds.subscriptionStop, actionIds.subscriptionChange]) {
        count("ids of others' things");
        const { id, body } = slack.press({ type: "button", action_id: action, value: String(subscription.id) });
        await slack.deliver(bot.address, body);
        expect((await slack.answer(id)).text).not.toContain("geheim");
      }
      expect(store.subscriptions.one(subscription.id)).toMatchObject({ paused: null });
    }
  });
});

describe("keys of the programming language in JSON", () => {
  it("pollute nothing, in a payload, in private_metadata, in values and in blocks", async () => {
    const poison = '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}';
    const { body } = slack.press({ type: "button", action_id: "answer-page", value: poison });
    const payload = String(body.get("payload"));
    const views = ["filters", "subscription", "kept-note-text", "collection-name", "quote", "letter"];
    const payloads = [
      payload.replace(/^\{/, '{"__proto__":{"polluted":1},'),
      payload.replace('"actions":[{', '"actions":[{"__proto__":{"polluted":1},'),
      payload.replace('"container":{', '"container":{"__proto__":{"polluted":1},'),
      ...views.flatMap((callback) =>
        [poison, "{", "null", "[]", '"x"', "17", '{"id":{"__proto__":1}}', '{"id":1,"below":{"__proto__":{}}}'].map(
          (metadata) =>
            JSON.stringify({
              type: "view_submission",
              team: { id: "T0001" },
              user: { id: "U0001", team_id: "T0001" },
              api_app_id: "A0001",
              trigger_id: slack.web.trigger(),
              view: {
                id: "V1",
                type: "modal",
                callback_id: callback,
                private_metadata: metadata,
                state: { values: JSON.parse('{"__proto__":{"polluted":{}},"text":{"__proto__":{"value":"x"}}}') },
                blocks: [JSON.parse('{"__proto__":{"polluted":1},"type":"section"}')],
              },
            }),
        ),
      ),
    ];
    const delivered = payloads.map((text) => {
      count("JSON with keys of the language, or none at all");
      return slack.deliver(bot.address, new URLSearchParams({ payload: text }));
    });
    await Promise.all(delivered);
    expect((await type("/terugkeer", "Algerije")).text).toContain("Algerije: ");
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe("syntax of other languages in what is typed", () => {
  it("is text like any other: SQL, full-text search, paths, markup and mentions", { timeout: 240_000 }, async () => {
    slack.refused.length = 0;
    const syntax = [
      ...nasty.slice(6, 20),
      "NEAR(a b, 5)",
      "Algerije OR 1=1 --",
      "'; SELECT * FROM letters; --",
      '" OR ""="',
      "a* b^2 {title}: c",
      "AND NOT (x",
      "\\",
      "%' LIKE '%",
      "<@U0001> <#C0001> <!here> <!subteam^S1>",
      "<https://example.org|klik hier>",
      "*vet* _schuin_ ~door~ `code` ```blok```",
      "&lt;!channel&gt; &amp;lt;!channel&amp;gt;",
      "dossier:../../x",
      "van:__proto__",
      "sinds:9999999 tot:-1",
      "land:constructor",
      "\u202eomgekeerd\u202c \u200b\ufeff",
    ];
    for (const command of ["/terugkeer", "/tijdlijn", "/brief", "/attendering", "/debat"]) {
      for (const text of syntax) {
        count("SQL, full-text, path and markup syntax in commands");
        const answer = await type(command, text);
        expect([command, text, answer.text.includes("mis bij ons")]).toEqual([command, text, false]);
        expect([command, text, answer.text]).toEqual([command, text, expect.not.stringMatching(/<[!@#]|<http/)]);
        const notRich = answer.blocks.filter((block) => (block as { type: string }).type !== "rich_text");
        expect([command, text, JSON.stringify(notRich)]).toEqual([command, text, expect.not.stringMatching(/<[!@#]/)]);
      }
    }
    expect(slack.refused).toEqual([]);
  });

  it("and so it is in the names of files", { timeout: 120_000 }, async () => {
    const names = [
      ...nasty.slice(6, 17),
      "<!channel>.txt",
      "*vet* `x`.txt",
      "a\nb.txt",
      "<https://x.nl|klik>.txt",
      "🙂.txt",
    ];
    const saidTo = () => slack.web.posted("D0003").filter(({ user }) => user === "U0BOT");
    for (const name of names) {
      count("names of files");
      const before = saidTo().length;
      await slack.deliver(bot.address, slack.fileShared(name, Buffer.from([0, 1, 2, 255]), { user: "U0003" }));
      await vi.waitFor(() => expect(saidTo().length).toBe(before + 1), 10_000);
      const said = saidTo().at(-1);
      expect([name, said?.text]).toEqual([name, expect.not.stringMatching(/<[!@#]|<http|mis bij ons/)]);
    }
  });
});
