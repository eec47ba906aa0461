import { divide } from "../src/digest/decide.ts";
import { type Matches, matchLetters } from "../src/digest/match.ts";
import type { Place } from "../src/digest/place.ts";
import type { Subscription } from "../src/digest/subscription.ts";
import { defaultFrequency } from "../src/digest/wish.ts";
import type { LetterKey } from "../src/letters/stored-letter.ts";
import { readLexicon } from "../src/ops/lexicon.ts";
import { openWorkerIndex } from "../src/search/worker-index.ts";
import { madeKey, madeLetter, madeQueries, passagesPerLetter } from "./made-letters.ts";
import { type Figure, type Measured, tableOf } from "./results.ts";

/** How long it takes to decide who gets what. */

const subscriptionCount = 500;
const letterCount = 5_000;
const placeCount = 120;
/** What came in: on a usual day, on a busy day, and after a month off. */
const arrivals = [5, 25, 250];

interface DigestFigures {
  subscriptions: number;
  letters: number;
  passages: number;
  decided: { newLetters: number; ms: number; processorMs: number; deliveries: number }[];
}

/** Decides for 500 subscriptions with as many different queries, among 5,000 letters in the index in its worker. */
export async function measureDigests(): Promise<Measured> {
  const index = openWorkerIndex({ lexicon: readLexicon(), saved: null });
  try {
    const keys = Array.from({ length: letterCount }, (_, number) => madeKey(number));
    await index.fill({
      letters: keys.map((key) => ({ key, version: "1" })),
      read: async (asked) => asked.map((key) => madeLetter(keys.indexOf(key))),
    });
    const queries = [...new Set(madeQueries(subscriptionCount * 2).short)].slice(0, subscriptionCount);
    const turns = queries.map((query, id) => ({ subscription: subscriptionTo(query, id), slot: null }));
    const decided = [];
    for (const newLetters of arrivals) {
      const arrived = keys.slice(-newLetters).map((key) => ({ key, version: 1, batch: 2 }));
      const among = new Set(arrived.map(({ key }) => key));
      const [start, before] = [performance.now(), process.cpuUsage()];
      const matches = new Map<string, Matches>();
      const searches = queries.map(async (query) => ({ query, found: await matchLetters(query, among, index) }));
      for (const { query, found } of await Promise.all(searches)) if (found !== null) matches.set(query, found);
      const answers = ({ query }: Subscription, key: LetterKey) => matches.get(query)?.letters.has(key) ?? false;
      const digests = divide(turns, arrived, 2, answers, []);
      const ms = performance.now() - start;
      const { user, system } = process.cpuUsage(before);
      const deliveries = digests.flatMap(({ letters }) => letters.flatMap(({ subscriptions }) => subscriptions)).length;
      decided.push({ newLetters, ms, processorMs: (user + system) / 1000, deliveries });
    }
    const figures = {
      subscriptions: turns.length,
      letters: letterCount,
      passages: letterCount * passagesPerLetter,
      decided,
    };
    return { figures, table: tableOf(rowsOf(figures)), section: "Digests: deciding who gets what" };
  } finally {
    await index.close();
  }
}

function subscriptionTo(query: string, id: number): Subscription {
  const place = `C${id % placeCount}` as Place;
  const since = { madeAt: new Date(0), paused: null, seenBatch: 1, lastTurn: null };
  const what = { subject: "letters" as const, query, question: null };
  return { id, team: "T1", place, maker: "U1", ...what, frequency: defaultFrequency, ...since };
}

function rowsOf({ subscriptions, letters, decided }: DigestFigures): Figure[] {
  return decided.flatMap(({ newLetters, ms, processorMs }) => {
    const name = `${subscriptions} subscriptions, ${newLetters} of ${letters} letters new`;
    return [
      { name: `${name} (ms)`, value: ms, fts5: null },
      { name: `${name}, processor time (ms)`, value: processorMs, fts5: null },
    ];
  });
}
