import type { Place } from "../../src/digest/place.ts";
import type { Frequency, TimeOfDay } from "../../src/digest/subscription.ts";
import { openStore } from "../../src/store/store.ts";
import { openChannels } from "../../test/stand-in/channels.ts";
import { KoopStandIn, koopPublication } from "../../test/stand-in/koop.ts";
import type { SlackStandIn } from "../../test/stand-in/slack.ts";
import { SyncFeedStandIn } from "../../test/stand-in/syncfeed.ts";
import { madeQueries } from "../made-letters.ts";

/** What the bot does while people ask: it takes letters in, and sends digests. */

const subscriptionCount = 200;
const placeCount = 60;
/** One in so many follows everything. */
const everyEverything = 10;
/** Made long enough ago for today's slot to be theirs. */
const madeBefore = 10 * 86_400_000;

const frequencies: Frequency[] = [
  { every: "arrival" },
  { every: "day", at: "00:00" as TimeOfDay, days: "all", onHolidays: true },
];

/**
 * Lets people follow things in a database that no bot has open; the letters of the last two batches are new to them.
 *
 * @returns resolves when the first message of a digest has come in
 */
export function subscribe(database: string, slack: SlackStandIn): Promise<void> {
  openChannels(slack, { late: 0, silent: 0, longest: 0, chance: () => 1 });
  const { methods } = slack.web;
  const post = methods["chat.postMessage"];
  const first = new Promise<void>((resolve) => {
    methods["chat.postMessage"] = async (args) => {
      const answer = await post?.(args);
      // The key of the outbox.
      if (args.metadata !== undefined) resolve();
      return answer ?? {};
    };
  });
  const store = openStore(database);
  const seen = Math.max(0, store.arrivals.lastBatch() - 2);
  const queries = madeQueries(subscriptionCount * 2).short;
  for (let number = 0; number < subscriptionCount; number++) {
    const channel = `C7${String(number % placeCount).padStart(3, "0")}`;
    slack.web.channels.set(channel, slack.web.channels.get(channel) ?? []);
    const query = number % everyEverything === 0 ? "" : (queries[number] ?? "");
    const frequency = frequencies[number % frequencies.length] ?? { every: "arrival" };
    const wish = { team: "T0001", place: channel as Place, maker: "U0001", query, frequency };
    store.subscriptions.add(wish, seen, new Date(Date.now() - madeBefore));
  }
  store.close();
  return first;
}

/** Official sources that publish while the bot is asked. */
export class Publishing {
  /** For the bot: where the sources are, and to ask them every other second. */
  readonly settings: Record<string, string>;
  readonly #koop: KoopStandIn;
  readonly #feed: SyncFeedStandIn;
  #published = 0;
  #timer: NodeJS.Timeout | null = null;

  private constructor(koop: KoopStandIn, feed: SyncFeedStandIn) {
    this.#koop = koop;
    this.#feed = feed;
    const asking = { SYNC_SCHEDULE: "*/2 * * * * *", SOURCE_PAUSE: "20", SOURCE_CONTACT: "beheer@example.org" };
    this.settings = { ...asking, ...koop.settings, ...feed.settings };
  }

  static async open(): Promise<Publishing> {
    return new Publishing(await KoopStandIn.start(), await SyncFeedStandIn.start());
  }

  /** Publishes a few letters every so many milliseconds, until {@link end}. */
  begin(milliseconds: number): void {
    this.#publish();
    this.#timer = setInterval(() => this.#publish(), milliseconds);
  }

  end(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
  }

  async close(): Promise<void> {
    this.end();
    await this.#koop.server.stop();
    await this.#feed.server.stop();
  }

  #publish(): void {
    const today = new Date().toISOString().slice(0, 10);
    for (let count = 0; count < 3; count++) {
      this.#published += 1;
      const paper = { dossier: "19637", number: String(5_000 + this.#published), about: `zaak ${this.#published}` };
      this.#koop.publish(koopPublication(paper, today));
    }
  }
}
