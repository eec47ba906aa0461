import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Place } from "../../src/digest/place.ts";
import { openStore } from "../../src/store/store.ts";
import { Random } from "../digest/random.ts";
import { openChannels } from "../stand-in/channels.ts";
import { SlackStandIn } from "../stand-in/slack.ts";
import { BotProcess } from "./bot-process.ts";
import { makeFilledDatabase } from "./filled-database.ts";

/** `npm run soak` kills fifty times, the gate a few times. */
const kills = process.env.SOAK === undefined ? 2 : 50;
/** So many people are at it at the same time. */
const people = 3;
/** The most that goes over the line to Slack, either way, before the bot is killed. */
const mostRequests = 80;

let folder: string;
let slack: SlackStandIn;
let bot: BotProcess | null = null;
let env: Record<string, string>;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "terugkeer-killed-talk-"));
  slack = await SlackStandIn.start();
  openChannels(slack, { late: 0, silent: 0, longest: 0, chance: () => 0.5 });
  env = { DATABASE: await makeFilledDatabase(folder), UPLOADERS: "U0001" };
});

afterEach(async () => {
  await bot?.kill();
  await slack.stop();
  rmSync(folder, { recursive: true });
});

/** What the bot told people that it did. */
class Told {
  readonly kept = new Set<string>();
  readonly followed = new Map<string, string>();
  readonly stopped = new Set<string>();
  readonly letters = new Set<string>();
  helpful = 0;
  /** Presses of which nothing was heard may have been counted or not. */
  pressed = 0;

  /** Of the deed that it told the least of. */
  fewest(): number {
    return Math.min(this.kept.size, this.followed.size, this.letters.size, this.helpful);
  }
}

function paper(number: number): string {
  return [
    "Tweede Kamer der Staten-Generaal\nVergaderjaar 2023–2024\n\n19 637 Vreemdelingenbeleid\n",
    `Nr. ${90_000 + number} BRIEF VAN DE STAATSSECRETARIS VAN JUSTITIE EN VEILIGHEID\n`,
    "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\nDen Haag, 14 maart 2024\n",
    `Hierbij informeer ik uw Kamer over de samenwerking met Atlantis, zaak ${number}. In 2023 zijn 42 mensen teruggekeerd.\n`,
    "De Staatssecretaris van Justitie en Veiligheid,\nE. van der Burg\n",
  ].join("\n");
}

/** What every person does, over and over; each act ends when the bot has told what came of it. */
function acts(random: Random, passages: readonly string[], told: Told): ((address: string) => Promise<void>)[] {
  let number = 0;
  const type = async (address: string, command: string, text: string) => {
    const { id, body } = slack.slashCommand(command, text);
    await slack.deliver(address, body);
    return slack.answer(id);
  };
  const press = async (address: string, element: object) => {
    const { id, body } = slack.press(element);
    await slack.deliver(address, body);
    return slack.answer(id);
  };
  return [
    async (address) => {
      const value = random.one(passages);
      const { text } = await press(address, { type: "button", action_id: "passage-keep", value });
      expect(text).toMatch(/Bewaard in|stond al in/);
      told.kept.add(value);
    },
    async (address) => {
      const query = `onderwerp${number++}`;
      const { text } = await type(address, "/attendering", `${query} elke dag`);
      told.followed.set(query, /attendering (\d+)/i.exec(text)?.[1] ?? "");
    },
    async (address) => {
      const [query = "", id = ""] = [...told.followed].find(([name]) => !told.stopped.has(name)) ?? [];
      if (id === "" || random.chance(0.5)) return;
      told.stopped.add(query);
      const { text } = await type(address, "/attendering", `stop ${id}`);
      expect(text).toMatch(/Gestopt|niets gevolgd|geen attendering/i);
      told.followed.delete(query);
      told.stopped.delete(query);
      gone.add(query);
    },
    async (address) => {
      const answer = await type(address, "/terugkeer", "Algerije");
      const page = /"value":"([0-9a-f-]{36})\.yes"/.exec(JSON.stringify(answer.blocks))?.[1] ?? "";
      told.pressed += 1;
      await press(address, { type: "feedback_buttons", action_id: "answer-feedback", value: `${page}.yes` });
      told.helpful += 1;
    },
    async (address) => {
      const own = number++;
      const name = `brief-${own}.txt`;
      await slack.deliver(address, slack.fileShared(name, Buffer.from(paper(own))));
      const isTold = () => slack.web.posted("D0001").some(({ text }) => text.startsWith(`${name} is gelezen`));
      await vi.waitUntil(isTold, { timeout: 30_000, interval: 50 });
      told.letters.add(`zaak ${own}`);
    },
  ];
}

/** Queries of which it was told that they are followed no more. */
const gone = new Set<string>();

it(`killed ${kills} times while people talk with it, the bot has done all that it told them`, {
  timeout: 120_000 + kills * 30_000,
}, async () => {
  const random = new Random(Number(process.env.SEED ?? 11));
  const told = new Told();
  bot = new BotProcess(slack, env);
  await bot.ready();
  const store = openStore(String(env.DATABASE));
  const passages = store.letters
    .versions()
    .flatMap(({ key, version }) => store.letters.passagesOf(key, version).map(({ id }) => id as string));
  const all = acts(random, passages, told);
  for (let killed = 0; killed < kills; killed++) {
    const address = await bot.ready();
    let isOver = false;
    const faults: unknown[] = [];
    const talk = async () => {
      while (!isOver) {
        // What is cut off by the end of the process tells nobody anything.
        const act = random.one(all);
        await Promise.race([act(address), over]).catch((error: unknown) => {
          if (!isOver && !(error instanceof TypeError)) faults.push(error);
        });
      }
    };
    let end = () => {};
    const over = new Promise<void>((resolve) => {
      end = resolve;
    });
    const talking = Array.from({ length: people }, talk);
    await slack.afterRequests(random.whole(1, mostRequests));
    // However slow the machine: what nobody was told was not tried.
    const tried = () => expect(told.fewest()).toBeGreaterThan(0);
    if (killed === kills - 1) await vi.waitFor(tried, { timeout: 60_000, interval: 50 });
    await bot.kill();
    isOver = true;
    end();
    await Promise.all(talking);
    expect(faults).toEqual([]);

    const kept = store.collections.ofPlace({ team: "T0001", channel: "C0001", thread: null }, new Date());
    const ids = new Set(kept?.passages.map(({ copy }) => copy.id as string));
    expect([...told.kept].filter((id) => !ids.has(id))).toEqual([]);
    const followed = new Set(store.subscriptions.at("T0001", "C0001" as Place).map(({ query }) => query));
    const uncertain = (query: string) => told.stopped.has(query);
    expect([...told.followed.keys()].filter((query) => !followed.has(query) && !uncertain(query))).toEqual([]);
    expect([...gone].filter((query) => followed.has(query))).toEqual([]);
    const { helpful } = store.feedback.counts();
    expect(helpful).toBeGreaterThanOrEqual(told.helpful);
    expect(helpful).toBeLessThanOrEqual(told.pressed);
    bot = new BotProcess(slack, env);
    if (killed === 0 || random.chance(0.4)) {
      // Some ends come before the bot is ready: while it asks Slack who it is, and fills its index.
      await slack.afterRequests(1);
      await bot.kill();
      bot = new BotProcess(slack, env);
    }
  }
  for (const about of told.letters) {
    expect((await bot.type("/terugkeer", `"Atlantis, ${about}"`)).text).toContain("1 passage in 1 brief");
  }
  expect(store.status.read()).toMatchObject({ quarantined: 0 });
  store.close();
  const counts = { kept: told.kept.size, followed: told.followed.size, stopped: gone.size, letters: told.letters.size };
  process.stdout.write(`${JSON.stringify({ kills, ...counts, feedback: told.helpful })}\n`);
  expect(slack.refused.filter((why) => !why.startsWith("two messages"))).toEqual([]);
  expect(await bot.stop()).toBe(0);
});
