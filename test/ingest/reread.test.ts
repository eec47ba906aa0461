import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { IndexFollower } from "../../src/ingest/index-follower.ts";
import { takeIn } from "../../src/ingest/intake.ts";
import { currentReadBy, isCurrent } from "../../src/ingest/read-by.ts";
import { readPublication } from "../../src/ingest/read-publication.ts";
import { rereadLetters } from "../../src/ingest/reread.ts";
import { findPublications } from "../../src/ingest/sources/folder.ts";
import type { PlacedPassage } from "../../src/letters/letter.ts";
import type { LetterKey } from "../../src/letters/stored-letter.ts";
import { projectRoot } from "../../src/root.ts";
import { openLocalIndex } from "../../src/search/local-index.ts";
import type { PassageIndex } from "../../src/search/passage-index.ts";
import type { Arrival } from "../../src/store/arrival.ts";
import { openStore, type Store } from "../../src/store/store.ts";

const bundled = join(projectRoot, "data/letters");
const now = () => new Date("2026-01-05T08:00:00Z");
let store: Store;
let index: PassageIndex;
let follower: IndexFollower;
let failed: number[];
let rests: number;

beforeEach(() => {
  store = openStore(":memory:");
  index = openLocalIndex();
  follower = new IndexFollower(store, index, now);
  failed = [];
  rests = 0;
});

afterEach(async () => {
  await index.close();
  store.close();
});

const reread = () =>
  rereadLetters({
    store,
    follower,
    clock: {
      now,
      wait: async () => {
        rests += 1;
      },
    },
    onFailed: (key) => failed.push(key),
  });

/** The bundled letters as they are read today. */
async function arrivals(): Promise<(Arrival & Required<Pick<Arrival, "reading">>)[]> {
  const read = await Promise.all(findPublications(bundled).map((found) => readPublication(found)));
  return read.flatMap((one) =>
    "letter" in one && one.reading !== undefined ? [{ ...one, reading: one.reading }] : [],
  );
}

/** As code of before read it, which knew less. */
async function asReadBefore(passages: PlacedPassage[] = []): Promise<Arrival[]> {
  return (await arrivals()).map((one) => ({
    ...one,
    letter: { ...one.letter, title: "Verkeerd gelezen", passages },
    reading: { ...one.reading, reader: "older" },
  }));
}

const titles = () => store.letters.latest(10).map(({ title }) => title);

describe("letters that other code read", () => {
  it("are read again, and say what this code makes of them", async () => {
    store.intake.addBatch("folder", now(), await asReadBefore(), []);
    await follower.catchUp();
    expect(new Set(titles())).toEqual(new Set(["Verkeerd gelezen"]));
    expect(await reread()).toEqual({ read: 5, changed: 5 });
    const read = await arrivals();
    expect(new Set(titles())).toEqual(new Set(read.map(({ letter }) => letter.title)));
    const passages = read.reduce((sum, { letter }) => sum + letter.passages.length, 0);
    expect(await index.count()).toEqual({ letters: 5, passages });
  });

  it("are no news for who follows new letters, and keep what was quoted of them", async () => {
    const quoted = { ordinal: 1, text: "Geciteerd.", headings: [], question: null, places: [{ start: 0, end: 10 }] };
    store.intake.addBatch("folder", now(), await asReadBefore([quoted]), []);
    const seen = store.arrivals.lastBatch();
    const before = store.letters.latest(10).map(({ key }) => key);
    await reread();
    expect(store.arrivals.lastBatch()).toBe(seen + 1);
    expect(store.arrivals.between(seen, seen + 1)).toEqual([]);
    expect(store.letters.latest(10).map(({ key, version }) => ({ key, version }))).toEqual(
      before.map((key) => ({ key, version: 2 })),
    );
    expect(store.letters.passagesOf("1" as LetterKey, 1).map(({ text }) => text)).toEqual(["Geciteerd."]);
  });

  it("are read once, and not at all by the code that read them", async () => {
    store.intake.addBatch("folder", now(), await arrivals(), []);
    expect(await reread()).toEqual({ read: 0, changed: 0 });
    expect(rests).toBe(0);
    store.intake.addBatch("folder", now(), await asReadBefore(), []);
    await reread();
    expect(await reread()).toEqual({ read: 0, changed: 0 });
  });

  it("stay the version that they are where nothing reads otherwise", async () => {
    const read = await arrivals();
    const older = read.map((one) => ({ ...one, reading: { ...one.reading, reader: "older" } }));
    store.intake.addBatch("folder", now(), older, []);
    const batch = store.arrivals.lastBatch();
    expect(await reread()).toEqual({ read: 5, changed: 0 });
    expect(store.arrivals.lastBatch()).toBe(batch);
    expect(new Set(store.letters.latest(10).map(({ version }) => version))).toEqual(new Set([1]));
  });

  it("stay as they are where a newer version came in meanwhile", async () => {
    const [older] = await asReadBefore();
    if (older === undefined) throw new Error("no letter is bundled");
    store.intake.addBatch("folder", now(), [older], []);
    const [of] = store.readings.stale(currentReadBy().reader, 0, 1);
    if (of === undefined) throw new Error("no letter is stale");
    const newer = { ...older, contentHash: "newer", letter: { ...older.letter, title: "Nieuwer" } };
    store.intake.addBatch("folder", now(), [newer], []);
    store.intake.addRereads(now(), [{ of, letter: older.letter, readBy: currentReadBy() }]);
    expect(titles()).toEqual(["Nieuwer"]);
  });

  it("stay as they are where the text that was kept is damaged, and the others are read", async () => {
    const [first, ...others] = await asReadBefore();
    if (first?.reading === undefined) throw new Error("no letter is bundled");
    const damaged = { ...first, reading: { ...first.reading, text: new Uint8Array([1, 2, 3]) } };
    store.intake.addBatch("folder", now(), [damaged, ...others], []);
    expect(await reread()).toEqual({ read: 4, changed: 4 });
    expect(failed).toEqual([1]);
  });
});

describe("a file that other code opened or read", () => {
  const take = () =>
    takeIn("folder", findPublications(bundled), { store, follower: null, now, onRefused: () => undefined });

  it.each(["opener", "reader"])("(%s) is read when it comes in again, though it is the same", async (which) => {
    const older = (await asReadBefore()).map((one) => ({
      ...one,
      ...(one.reading && { reading: { ...one.reading, ...currentReadBy(), [which]: "older" } }),
    }));
    store.intake.addBatch("folder", now(), older, []);
    expect(await take()).toEqual({ new: 0, unchanged: 0, updated: 5, quarantined: 0 });
    expect(titles()).not.toContain("Verkeerd gelezen");
    expect(await take()).toEqual({ new: 0, unchanged: 5, updated: 0, quarantined: 0 });
  });

  it("is told by the code itself", () => {
    expect(isCurrent(currentReadBy())).toBe(true);
    expect(isCurrent({ ...currentReadBy(), opener: "older" })).toBe(false);
    expect(isCurrent(null)).toBe(false);
    expect(currentReadBy().opener).toMatch(/^[\da-f]{64}$/);
    expect(currentReadBy().opener).not.toBe(currentReadBy().reader);
  });
});
