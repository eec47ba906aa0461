import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openStore } from "../../src/store/store.ts";
import { startNode } from "../run-node.ts";
import { KoopStandIn, koopPublication } from "../stand-in/koop.ts";
import { SlackStandIn } from "../stand-in/slack.ts";

/** A few kills over a few letters in every run; `npm run soak` has many, and KILLS and KILLED_LETTERS as many as is said. */
const isWhole = process.env.SOAK !== undefined;
const kills = Number(process.env.KILLS ?? (isWhole ? 30 : 2));
const letters = Number(process.env.KILLED_LETTERS ?? (isWhole ? 2_000 : 70));

let folder: string;
let koop: KoopStandIn;
let slack: SlackStandIn;
let env: Record<string, string>;
let bot: ReturnType<typeof startNode> | null = null;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "terugkeer-killed-"));
  mkdirSync(join(folder, "none"));
  koop = await KoopStandIn.start();
  slack = await SlackStandIn.start();
  const numbers = Array.from({ length: letters }, (_, number) => number + 1);
  koop.publish(
    ...numbers.map((number) => {
      const day = `2025-0${1 + (number % 9)}-14`;
      return koopPublication({ dossier: "19637", number: String(number), about: `zaak${number}` }, day);
    }),
  );
  env = {
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_SIGNING_SECRET: slack.signingSecret,
    SLACK_API_URL: slack.apiUrl,
    DATABASE: join(folder, "terugkeer.sqlite"),
    LETTERS: join(folder, "none"),
    PORT: "0",
    SYNC_SCHEDULE: "* * * * * *",
    SOURCE_PAUSE: "0",
    // Nothing listens there: the other source fails at once, which is no concern of this one.
    TWEEDE_KAMER_FEED_URL: "http://127.0.0.1:9/",
    ...koop.settings,
  };
});

afterEach(async () => {
  bot?.kill("SIGKILL");
  await koop.server.stop();
  await slack.stop();
  rmSync(folder, { recursive: true });
});

/** A row of numbers from 0 to 1 that is the same in every run. */
function* row(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

it(`killed ${kills} times during a fill of ${letters} letters, store, index and ledger agree and nothing is missing or double`, {
  timeout: 60_000 + kills * 30_000 + letters * 500,
}, async () => {
  const random = row(20_261_122);
  for (let kill = 0; kill < kills; kill++) {
    bot = startNode("src/main.js", [], env);
    bot.stdout.resume();
    // A letter takes two requests, a batch some forty: most kills find a batch behind them and one under way.
    await koop.server.afterRequests(20 + Math.ceil(random.next().value * ((2.5 * letters) / kills)));
    bot.kill("SIGKILL");
    await once(bot, "close");
  }
  bot = startNode("src/main.js", [], env);
  let address = "";
  for await (const line of createInterface({ input: bot.stdout })) {
    const said = JSON.parse(line) as { msg: string; address?: string; source?: string };
    if (said.address !== undefined) address = said.address;
    if (said.msg === "synchronised" && said.source === "koop" && address !== "") break;
  }
  const { id, body } = slack.slashCommand("/terugkeer", "Mongolië");
  const headers = slack.signed(String(body), Math.floor(Date.now() / 1000));
  await fetch(`${address}/slack/events`, { method: "POST", headers, body: String(body) });
  const all = letters.toLocaleString("nl-NL");
  expect(JSON.stringify(await slack.answer(id))).toContain(`Mongolië: ${all} passages in ${all} brieven`);
  bot.stdout.resume();
  bot.kill("SIGTERM");
  await once(bot, "close");
  const store = openStore(String(env.DATABASE));
  try {
    const held = store.ledger.snapshot();
    const ids = held.letters.map(({ key }) => store.letters.letter(key)?.id);
    expect(new Set(ids).size).toBe(letters);
    expect(held.letters.every(({ version }) => version === 1)).toBe(true);
    expect(held.letters).toHaveLength(letters);
    const changed = store.ledger.after(0).flatMap((batch) => store.ledger.changes(batch));
    expect(changed.toSorted()).toEqual(held.letters.map(({ key }) => key as string).toSorted());
    expect(store.status.read()).toMatchObject({ quarantined: 0, notSearchable: 0 });
  } finally {
    store.close();
  }
});
