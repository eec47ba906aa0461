import { afterEach, beforeEach, expect, it } from "vitest";
import { madeLetter } from "../letters/made-letter.ts";
import { guid, SyncFeedStandIn } from "../stand-in/syncfeed.ts";
import { openSyncing, type Syncing } from "./syncing.ts";

/** Old documents that a mass update feeds again; REFED=25000 for as many as were seen. */
const refed = Number(process.env.REFED ?? 1_000);

let feed: SyncFeedStandIn;
let syncing: Syncing;

beforeEach(async () => {
  feed = await SyncFeedStandIn.start();
  feed.pageSize = 250;
  syncing = openSyncing({ ...feed.settings });
});

afterEach(async () => {
  await syncing.close();
  await feed.server.stop();
});

/** Puts the documents of the feed into the store without reading files: what is in them is no matter here. */
async function fillFromListing(): Promise<void> {
  const source = syncing.official.sources.find(({ name }) => name === "tweede-kamer");
  for await (const { listed } of source?.pages({ cursor: null, since: null }) ?? []) {
    const arrivals = listed.flatMap((each) => {
      if (each.state !== "present") return [];
      const { externalId, stamp, ids } = each.document;
      const letter = madeLetter({ id: ids[0] ?? ("2025D0" as never), passages: [] });
      const origin = { externalId, stamp, url: null, etag: null, lastModified: null };
      return [{ letter, file: "a.pdf", form: "pdf" as const, contentHash: externalId, origin }];
    });
    syncing.store.intake.addBatch("tweede-kamer", syncing.clock.now(), arrivals, []);
  }
  await syncing.follower.catchUp();
}

it(`${refed} unchanged documents that are fed again cost no file, no batch and no index work`, {
  timeout: 60_000 + refed * 20,
}, async () => {
  const bytes = new Uint8Array(9);
  for (let number = 1; number <= refed; number++) {
    const documentNummer = `2025D${String(number).padStart(5, "0")}`;
    const about = { soort: "Brief regering", onderwerp: "terugkeer", documentNummer, version: guid(100_000 + number) };
    feed.change({ id: guid(number), contentType: "application/pdf", bytes, ...about });
  }
  await fillFromListing();
  const before = [syncing.store.ledger.after(0), await syncing.index.count()];
  feed.changeAll("2026-01-01T00:00:00Z");
  expect(await syncing.sync(["tweede-kamer"])).toEqual([{ listed: refed, unchanged: refed }]);
  expect([syncing.store.ledger.after(0), await syncing.index.count()]).toEqual(before);
  expect(syncing.store.letters.versions()).toHaveLength(refed);
  expect(feed.fetched).toEqual([]);
});
