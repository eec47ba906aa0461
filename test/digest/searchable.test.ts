import { expect, it } from "vitest";
import type { Place } from "../../src/digest/place.ts";
import { openParts } from "../../src/parts.ts";
import { projectRoot } from "../../src/root.ts";
import { madeLetter } from "../letters/made-letter.ts";
import { testLog } from "../logs/collect.ts";

it("a letter is announced as soon as the index of this process has it, and not before, whatever the ledger says", async () => {
  const now = () => new Date("2026-01-05T08:00:00Z");
  const parts = await openParts({ database: ":memory:", letters: `${projectRoot}/data/letters` }, testLog(), { now });
  try {
    await parts.indexed;
    const { store, digests, follower } = parts;
    const wish = { team: "T1", place: "C1" as Place, maker: "U1", query: "", frequency: { every: "arrival" as const } };
    const { id } = store.subscriptions.add(wish, store.arrivals.lastBatch(), now());
    const seen = () => store.subscriptions.one(id)?.seenBatch;
    const before = seen();

    store.intake.addBatch("made", now(), [{ letter: madeLetter(), file: "x", form: "text", contentHash: "x" }], []);
    // As another process notes that has it in an index of its own.
    store.ledger.markSearchable(store.arrivals.lastBatch(), now());
    expect([await digests.giveTurns(), await digests.rehearse(), seen()]).toEqual([0, [], before]);

    await follower.catchUp();
    expect(await digests.giveTurns()).toBe(1);
    expect(seen()).toBe(store.arrivals.lastBatch());
  } finally {
    await parts.close();
  }
});
