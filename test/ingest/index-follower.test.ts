import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { IndexFollower } from "../../src/ingest/index-follower.ts";
import type { PublicationId } from "../../src/letters/letter.ts";
import { openLocalIndex } from "../../src/search/local-index.ts";
import type { PassageIndex } from "../../src/search/passage-index.ts";
import { openStore, type Store } from "../../src/store/store.ts";
import { madeLetter } from "../letters/made-letter.ts";

const now = () => new Date("2026-01-05T08:00:00Z");
let store: Store;
let index: PassageIndex;

beforeEach(() => {
  store = openStore(":memory:");
  index = openLocalIndex();
});

afterEach(async () => {
  await index.close();
  store.close();
});

function arrive(number: number, contentHash = "a") {
  const letter = madeLetter({ id: `kst-99999-${number}` as PublicationId, title: `Brief ${number} ${contentHash}` });
  const stamp = { stamp: null, url: null, etag: null, lastModified: null };
  const origin = { externalId: String(number), ...stamp };
  return store.intake.addBatch("koop", now(), [{ letter, file: "a.xml", form: "xml", contentHash, origin }], []);
}

/** The last batch that may be announced, and how many the ledger says are not in the index yet. */
function searchable(follower: IndexFollower) {
  return { until: follower.indexedUntil, notYet: store.status.read().notSearchable };
}

describe("the index follows the store", () => {
  it("batch by batch, and only then says in the ledger that letters can be searched", async () => {
    const follower = new IndexFollower(store, index, now);
    await follower.fill();
    arrive(1);
    expect(searchable(follower)).toEqual({ until: 0, notYet: 1 });
    await follower.catchUp();
    expect(searchable(follower)).toEqual({ until: 1, notYet: 0 });
    expect(await index.count()).toMatchObject({ letters: 1 });
  });

  it("repairs at a start what was stored when the bot died before the index had it", async () => {
    arrive(1);
    arrive(2);
    const follower = new IndexFollower(store, index, now);
    await follower.fill();
    // Whoever only looks leaves the ledger alone.
    expect(searchable(follower)).toEqual({ until: 2, notYet: 2 });
    await follower.catchUp();
    expect(searchable(follower)).toEqual({ until: 2, notYet: 0 });
    expect(await index.count()).toMatchObject({ letters: 2 });
  });

  it("takes in what came in while it was being filled", async () => {
    arrive(1);
    const follower = new IndexFollower(store, index, now);
    const filled = follower.fill();
    arrive(2);
    arrive(1, "b");
    expect(searchable(follower)).toEqual({ until: 0, notYet: 3 });
    await filled;
    expect(searchable(follower)).toEqual({ until: 1, notYet: 3 });
    await follower.catchUp();
    expect(await index.count()).toMatchObject({ letters: 2 });
    expect(searchable(follower)).toEqual({ until: 3, notYet: 0 });
  });

  it("announces nothing after a batch that the index could not take, and takes it at the next occasion", async () => {
    let broken = true;
    const brittle: PassageIndex = {
      ...methods(index),
      add: async (letters) => {
        if (broken) throw new Error("no memory");
        await index.add(letters);
      },
    };
    const follower = new IndexFollower(store, brittle, now);
    await follower.fill();
    arrive(1);
    await expect(follower.catchUp()).rejects.toThrow("no memory");
    arrive(2);
    await expect(follower.catchUp()).rejects.toThrow("no memory");
    expect(searchable(follower)).toEqual({ until: 0, notYet: 2 });
    broken = false;
    await follower.catchUp();
    expect(searchable(follower)).toEqual({ until: 2, notYet: 0 });
    expect(await index.count()).toMatchObject({ letters: 2 });
  });

  it("takes a withdrawn letter out, and an unchanged one costs no batch", async () => {
    const follower = new IndexFollower(store, index, now);
    await follower.fill();
    arrive(1);
    arrive(1);
    store.intake.addBatch("koop", now(), [], [], { withdrawn: ["1"] });
    await follower.catchUp();
    expect(await index.count()).toMatchObject({ letters: 0 });
    expect(searchable(follower)).toEqual({ until: 2, notYet: 0 });
  });
});

function methods(given: PassageIndex): PassageIndex {
  return {
    fill: (catalogue) => given.fill(catalogue),
    add: (letters) => given.add(letters),
    remove: (keys) => given.remove(keys),
    search: (query, page) => given.search(query, page),
    count: () => given.count(),
    close: () => given.close(),
  };
}
