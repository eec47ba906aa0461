import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Place } from "../../src/digest/place.ts";
import type { Day, PublicationId } from "../../src/letters/letter.ts";
import { projectRoot } from "../../src/root.ts";
import { openStore, type Store } from "../../src/store/store.ts";
import { madeLetter } from "../letters/made-letter.ts";
import { overhear } from "../run-node.ts";
import { openChannels } from "../stand-in/channels.ts";
import { SlackStandIn } from "../stand-in/slack.ts";
import { Random } from "./random.ts";

/** `npm run soak` kills fifty times, the gate a few times. */
const kills = process.env.SOAK === undefined ? 3 : 50;
const places = ["C0001", "C0003", "C0004", "U0002"];
const topics = ["visum", "zeehond", "molen"];
/** A message lands within half of what the process waits before it looks for it. */
const grace = 2_000;
/** Milliseconds between two messages to a place: a quarter of what Slack asks for, so that the test is done sooner. */
const pace = 250;
/** Of letters that came in, every process asks Slack at least this often before it is done. */
const requests = places.length * 3;

let folder: string;
let slack: SlackStandIn;
let landed: () => Promise<void>;
let store: Store;
let random: Random;
const children = new Set<ChildProcess>();

beforeEach(async () => {
  random = new Random(Number(process.env.SEED ?? 7));
  folder = mkdtempSync(join(tmpdir(), "terugkeer-killed-"));
  slack = await SlackStandIn.start();
  for (const channel of ["C0003", "C0004"]) slack.web.channels.set(channel, []);
  landed = openChannels(slack, { late: 0.3, silent: 0.1, longest: grace / 2, pace, chance: () => random.next() });
  store = openStore(join(folder, "terugkeer.sqlite"));
});

afterEach(async () => {
  for (const child of children) child.kill("SIGKILL");
  store.close();
  await slack.stop();
  rmSync(folder, { recursive: true });
});

/** Starts the digests; resolves when the clock runs. */
async function start(): Promise<ChildProcess> {
  const child = spawn(process.execPath, [join(projectRoot, "test/digest/digest-process.mjs")], {
    cwd: tmpdir(),
    env: {
      PATH: process.env.PATH ?? "",
      DATABASE: join(folder, "terugkeer.sqlite"),
      LETTERS: folder,
      SLACK_API_URL: slack.apiUrl,
      SLACK_BOT_TOKEN: slack.botToken,
      GRACE: String(grace),
      PACE: String(pace),
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  children.add(child);
  if (child.stdout === null) throw new Error("no standard output");
  overhear(child.stdout, child.pid);
  await once(child.stdout, "data");
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill("SIGKILL");
  await once(child, "close");
  children.delete(child);
}

describe("digests in a process that is killed again and again", () => {
  it("lose no letter and post none twice", async () => {
    const letters: { title: string; topic: string }[] = [];
    const comeIn = () => {
      const arrivals = Array.from({ length: random.whole(1, 2) }, () => {
        const number = letters.length;
        const topic = random.one(topics);
        const title = `Brief ${number}, over ${topic}`;
        letters.push({ title, topic });
        const places = [{ start: 0, end: title.length }];
        const passages = [{ ordinal: 1, text: `${title}.`, headings: [], question: null, places }];
        const id = `kst-99999-${number}` as PublicationId;
        const date = new Date().toISOString().slice(0, 10) as Day;
        return {
          letter: madeLetter({ id, title, date, passages }),
          file: "x.txt",
          form: "text" as const,
          contentHash: title,
        };
      });
      store.intake.addBatch("made", new Date(), arrivals, []);
    };
    comeIn();
    const since = letters.length;
    const subscriptions = places.flatMap((place) =>
      ["", random.one(topics)].map((query) => {
        const wish = { team: "T0001", place: place as Place, maker: "U0001", query };
        return store.subscriptions.add({ ...wish, frequency: { every: "arrival" } }, 1, new Date());
      }),
    );
    for (let killed = 0; killed < kills; killed++) {
      comeIn();
      const child = await start();
      await slack.afterRequests(random.whole(0, requests));
      await kill(child);
    }
    const last = await start();
    const comesToRest = () => {
      expect(store.outbox.open.first(new Date("9999-12-31"))).toEqual([]);
      for (const { id } of subscriptions)
        expect(store.subscriptions.one(id)?.seenBatch).toBe(store.arrivals.lastBatch());
    };
    await vi.waitFor(comesToRest, { timeout: 300_000, interval: 100 });
    await kill(last);
    await landed();

    let deliveries = 0;
    for (const place of places) {
      const channel = place.startsWith("U") ? `D${place.slice(1)}` : place;
      const messages = slack.web.posted(channel);
      const keys = messages.map(({ metadata }) => JSON.stringify(metadata));
      expect(new Set(keys).size).toBe(keys.length);
      for (const { title } of letters.slice(since)) {
        const parents = messages.filter(({ threadTs, text }) => threadTs === null && text.includes(`${title},`));
        const details = messages.filter(({ threadTs, text }) => threadTs !== null && text.startsWith(`${title}\n`));
        expect([title, parents.length, details.length]).toEqual([title, 1, 1]);
        expect(details[0]?.threadTs).toBe(parents[0]?.ts);
        deliveries += 1;
      }
    }
    process.stdout.write(`${JSON.stringify({ kills, letters: letters.length, deliveries })}\n`);
    expect(slack.refused).toEqual([]);
  }, 1_800_000);
});
