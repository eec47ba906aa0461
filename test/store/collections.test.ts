import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { PassageCopy, StoredCollection } from "../../src/debate/kept-passage.ts";
import { openStore, type Store } from "../../src/store/store.ts";
import { keptFromBundled } from "../debate/kept.ts";

const thread = { team: "T1", channel: "C1", thread: "1700000000.000100" };
const copies = keptFromBundled().collection.passages.map(({ copy }) => copy);
let folder: string;
let file: string;
let store: Store;
let clock: Date;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "terugkeer-collections-"));
  file = join(folder, "terugkeer.sqlite");
  store = openStore(file);
  clock = new Date("2026-01-05T08:00:00Z");
});

afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

function copy(place: number): PassageCopy {
  const found = copies[place];
  if (found === undefined) throw new Error("no such passage");
  return found;
}

function keep(...places: number[]): void {
  for (const place of places) store.collections.keep(thread, copy(place), "U1", clock);
}

function collection(): StoredCollection {
  const found = store.collections.ofPlace(thread, clock);
  if (found === null) throw new Error("no collection");
  return found;
}

function order(): number[] {
  return collection()
    .passages.filter(({ isRemoved }) => !isRemoved)
    .map((kept) => copies.findIndex(({ id }) => id === kept.copy.id));
}

/** The id of the passage that stands there. */
function at(place: number): number {
  return collection().passages[place]?.id ?? -1;
}

function minutesLater(minutes: number): void {
  clock = new Date(clock.getTime() + minutes * 60_000);
}

describe("a collection of passages for a debate", () => {
  it("keeps the passage with who kept it, when, and its own copy of all that a citation needs", () => {
    keep(3);
    expect(collection().passages).toEqual([
      { id: expect.any(Number), copy: copy(3), keptBy: "U1", keptAt: clock, note: null, isRemoved: false },
    ]);
  });

  it("keeps a passage once, with who kept it first", () => {
    keep(3);
    expect(store.collections.keep(thread, copy(3), "U2", clock)).toMatchObject({ isNew: false });
    expect(collection().passages.map(({ keptBy }) => keptBy)).toEqual(["U1"]);
  });

  it("is one a thread, and one a channel", () => {
    keep(1);
    store.collections.keep({ ...thread, thread: null }, copy(2), "U1", clock);
    expect(order()).toEqual([1]);
    expect(store.collections.ofPlace({ ...thread, thread: null }, clock)?.passages.length).toBe(1);
    expect(store.collections.ofPlace({ ...thread, team: "T2" }, clock)).toBeNull();
  });

  it("loses nothing when two people keep, remove and order at the same time, in two processes", () => {
    const other = openStore(file);
    keep(1, 2);
    other.collections.keep(thread, copy(3), "U2", clock);
    store.collections.keep(thread, copy(4), "U1", clock);
    other.collections.move(at(0), "later");
    store.collections.remove(at(3), clock);
    other.collections.annotate(at(0), "van U2");
    expect(order()).toEqual([2, 1, 3]);
    expect(collection().passages[0]?.note).toBe("van U2");
    other.close();
  });

  it("can be ordered; at either end a passage stays where it is", () => {
    keep(1, 2, 3);
    store.collections.move(at(2), "earlier");
    expect(order()).toEqual([1, 3, 2]);
    store.collections.move(at(0), "earlier");
    store.collections.move(at(2), "later");
    expect(order()).toEqual([1, 3, 2]);
  });

  it("orders past what was removed", () => {
    keep(1, 2, 3);
    store.collections.remove(at(1), clock);
    store.collections.move(at(2), "earlier");
    expect(order()).toEqual([3, 1]);
  });

  it("gives back what was removed, at its place and with its note, for ten minutes", () => {
    keep(1, 2, 3);
    store.collections.annotate(at(1), "navragen");
    const removed = at(1);
    store.collections.remove(removed, clock);
    expect(order()).toEqual([1, 3]);
    expect(collection().passages.map(({ isRemoved }) => isRemoved)).toEqual([false, true, false]);
    minutesLater(10);
    expect(store.collections.undo(removed, clock)).toBe(true);
    expect(order()).toEqual([1, 2, 3]);
    expect(collection().passages[1]?.note).toBe("navragen");
  });

  it("forgets what was removed after that", () => {
    keep(1, 2);
    const removed = at(1);
    store.collections.remove(removed, clock);
    minutesLater(11);
    expect(collection().passages.length).toBe(1);
    expect(store.collections.undo(removed, clock)).toBe(false);
    expect(order()).toEqual([1]);
  });

  it("keeps anew what was removed before, at the end", () => {
    keep(1, 2);
    store.collections.remove(at(0), clock);
    expect(store.collections.keep(thread, copy(1), "U2", clock)).toMatchObject({ isNew: true });
    expect(order()).toEqual([2, 1]);
  });

  it("has a name and notes that can be given and taken away", () => {
    keep(1);
    store.collections.rename(collection().id, "  Debat \n JBZ ");
    store.collections.annotate(at(0), " let op ");
    expect(collection()).toMatchObject({ name: "Debat JBZ", passages: [{ note: "let op" }] });
    store.collections.rename(collection().id, "");
    store.collections.annotate(at(0), " ");
    expect(collection()).toMatchObject({ name: null, passages: [{ note: null }] });
  });

  it("is listed with its channel, the one last added to first, and not when it is empty", () => {
    keep(1, 2);
    minutesLater(1);
    store.collections.keep({ ...thread, thread: null }, copy(2), "U1", clock);
    store.collections.keep({ ...thread, thread: "1700000009.000100" }, copy(2), "U1", clock);
    store.collections.remove(
      store.collections.ofPlace({ ...thread, thread: "1700000009.000100" }, clock)?.passages[0]?.id ?? -1,
      clock,
    );
    const lines = store.collections.ofChannel("T1", "C1").map(({ place, passages }) => [place.thread, passages]);
    expect(lines).toEqual([
      [null, 1],
      [thread.thread, 2],
    ]);
  });

  it("is there again after a restart, and outlives the letter", () => {
    keep(1);
    store.close();
    store = openStore(file);
    expect(order()).toEqual([1]);
    expect(collection().passages[0]?.copy.text).toBe(copy(1).text);
  });

  it("is not given to another team", () => {
    keep(1);
    expect(store.collections.collection(collection().id, "T2", clock)).toBeNull();
    expect(store.collections.collectionOf(at(0), "T2", clock)).toBeNull();
  });
});

describe("the subject of a thread", () => {
  it("is remembered for fourteen days after the last question, then forgotten", () => {
    store.subjects.remember(thread, "Marokko visum", clock);
    minutesLater(13 * 24 * 60);
    store.subjects.remember(thread, "Algerije visum", clock);
    minutesLater(14 * 24 * 60);
    expect(store.subjects.of(thread, clock)).toBe("Algerije visum");
    minutesLater(1);
    expect(store.subjects.of(thread, clock)).toBeNull();
  });

  it("belongs to one thread", () => {
    store.subjects.remember(thread, "Marokko visum", clock);
    expect(store.subjects.of({ ...thread, thread: null }, clock)).toBeNull();
    expect(store.subjects.of({ ...thread, channel: "C2" }, clock)).toBeNull();
  });
});
