import { inflateRawSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { SourceText } from "../../src/formats/source-text.ts";
import type { Day } from "../../src/letters/letter.ts";
import { readLetter } from "../../src/letters/parse.ts";
import { type LetterKey, passageId } from "../../src/letters/stored-letter.ts";
import { letterDocx } from "../golden-forms/to-docx.ts";
import { letterPdf } from "../golden-forms/to-pdf.ts";
import { KoopStandIn, koopPublication } from "../stand-in/koop.ts";
import { type MadePaper, madeContent } from "../stand-in/made-papers.ts";
import { type FeedDocument, guid, SyncFeedStandIn } from "../stand-in/syncfeed.ts";
import { openSyncing, type Syncing } from "./syncing.ts";

const word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const paper = (number: number | string, about = `zaak${number}`, dossier = "19637"): MadePaper => ({
  dossier,
  number: String(number),
  about,
});

let koop: KoopStandIn;
let feed: SyncFeedStandIn;
let syncing: Syncing;

beforeEach(async () => {
  koop = await KoopStandIn.start();
  feed = await SyncFeedStandIn.start();
  feed.dossier(guid(19637), 19637);
  syncing = openSyncing({ ...koop.settings, ...feed.settings });
});

afterEach(async () => {
  await syncing.close();
  await koop.server.stop();
  await feed.server.stop();
});

async function ministryWord(made: MadePaper, given: Partial<FeedDocument> = {}): Promise<FeedDocument> {
  return {
    id: guid(1),
    contentType: word,
    bytes: await letterDocx(madeContent(made)),
    version: guid(1001),
    dossier: guid(Number(made.dossier)),
    soort: "Brief regering",
    documentNummer: "2025D00001",
    onderwerp: `Brief over ${made.about}`,
    datum: "2025-03-14T00:00:00",
    volgnummer: Number(made.number),
    ...given,
  };
}

describe("KOOP", () => {
  it("is read in the chosen dossiers and by words, for both chambers, and nothing else", async () => {
    koop.publish(
      koopPublication(paper(1), "2025-03-14"),
      koopPublication(paper("J", "senaat", "30573"), "2025-03-15"),
      koopPublication(paper(7, "de terugkeerhub", "36000"), "2025-03-15"),
      koopPublication(paper(8, "de wegen", "36000"), "2025-03-15"),
    );
    expect(await syncing.sync(["koop"])).toEqual([{ listed: 3, new: 3 }]);
    expect(await syncing.find("Mongolië")).toEqual(["kst-19637-1", "kst-30573-J", "kst-36000-7"]);
    const letters = syncing.store.letters.versions().map(({ key }) => syncing.store.letters.letter(key));
    expect(letters[1]).toMatchObject({
      url: "https://zoek.officielebekendmakingen.nl/kst-30573-J.html",
      dossier: "30573",
      date: "2025-03-14",
    });
  });

  it("costs nothing when nothing changed, and one letter when one did", async () => {
    koop.publish(...Array.from({ length: 130 }, (_, number) => koopPublication(paper(number + 1), "2025-03-14")));
    expect(await syncing.sync(["koop"])).toEqual([{ listed: 130, new: 130 }]);
    const batches = syncing.store.ledger.after(0);
    const fetched = koop.fetched.length;
    expect(fetched).toBe(260);
    expect(await syncing.sync(["koop"])).toEqual([{ listed: 130, unchanged: 130 }]);
    expect(koop.fetched).toHaveLength(fetched);
    expect(syncing.store.ledger.after(0)).toEqual(batches);
    koop.publish(koopPublication(paper(5, "nieuws"), "2025-04-01"));
    expect(await syncing.sync(["koop"])).toEqual([{ listed: 130, unchanged: 129, updated: 1 }]);
    expect(await syncing.find("nieuws")).toEqual(["kst-19637-5"]);
    // The cursor stands at April now, so March is not listed any more.
    expect(await syncing.sync(["koop"])).toEqual([{ listed: 1, unchanged: 1 }]);
  });

  it("fed again with another moment of change, asks on condition and makes no batch", async () => {
    const papers = Array.from({ length: 30 }, (_, number) => paper(number + 1));
    koop.publish(...papers.map((each) => koopPublication(each, "2025-03-14")));
    await syncing.sync(["koop"]);
    const [batches, passages] = [syncing.store.ledger.after(0), await syncing.index.count()];
    koop.publish(...papers.map((each) => koopPublication(each, "2025-06-01", "10:00:00")));
    expect(await syncing.sync(["koop"])).toEqual([{ listed: 30, unchanged: 30 }]);
    expect(koop.fetched.length - 60).toBe(30);
    expect([syncing.store.ledger.after(0), await syncing.index.count()]).toEqual([batches, passages]);
  });

  it("lets people search meanwhile: the letters of a batch are found while the next is fetched", async () => {
    const papers = Array.from({ length: 25 }, (_, number) => koopPublication(paper(number + 1), "2025-03-14"));
    koop.publish(...papers);
    let found: Promise<string[]> | null = null;
    koop.fail(
      "kst-19637-23.xml",
      (request, response, url) => {
        found = syncing.find("Mongolië");
        koop.answer(request, response, url);
      },
      1,
    );
    expect(await syncing.sync(["koop"])).toEqual([{ listed: 25, new: 25 }]);
    expect(await found).toHaveLength(20);
  });

  it("takes everything since a day when it is asked to, whatever the cursor", async () => {
    koop.publish(koopPublication(paper(1), "2025-01-01"), koopPublication(paper(2), "2025-05-01"));
    await syncing.sync(["koop"]);
    koop.publish(koopPublication(paper(3), "2025-01-02"));
    expect(await syncing.sync(["koop"])).toEqual([{ listed: 1, unchanged: 1 }]);
    expect(await syncing.sync(["koop"], { since: "2025-01-01" as never })).toEqual([
      { listed: 3, new: 1, unchanged: 2 },
    ]);
  });

  it("reads again, when asked for everything since a day and only then, what other code opened", async () => {
    koop.publish(koopPublication(paper(1), "2025-01-01"));
    await syncing.sync(["koop"]);
    const [of] = syncing.store.readings.stale("another", 0, 1);
    if (of === undefined) throw new Error("what the letter was read from was not kept");
    const letter = readLetter(JSON.parse(inflateRawSync(of.reading.text).toString("utf8")) as SourceText);
    const readBy = { opener: "older", reader: "older" };
    syncing.store.intake.addRereads(syncing.clock.now(), [{ of, letter, readBy }]);
    const fetched = koop.fetched.length;
    expect(await syncing.sync(["koop"])).toEqual([{ listed: 1, unchanged: 1 }]);
    expect(koop.fetched).toHaveLength(fetched);
    const since = "2025-01-01" as Day;
    expect(await syncing.sync(["koop"], { since })).toEqual([{ listed: 1, unchanged: 1 }]);
    expect(koop.fetched).toHaveLength(fetched + 2);
    expect(await syncing.sync(["koop"], { since })).toEqual([{ listed: 1, unchanged: 1 }]);
    expect(koop.fetched).toHaveLength(fetched + 2);
  });

  it("says in a dry run what would come in, and neither fetches nor writes", async () => {
    koop.publish(koopPublication(paper(1), "2025-03-14"));
    expect(await syncing.sync(["koop"], { dryRun: true })).toEqual([{ listed: 1, new: 1 }]);
    expect(koop.fetched).toEqual([]);
    expect(syncing.store.sources.states()).toEqual([]);
  });

  it("takes a worse form where the best is an error page, and what is in no form to be read is tried again later", async () => {
    const [first, second] = [koopPublication(paper(1), "2025-03-14"), koopPublication(paper(2), "2025-03-14")];
    first.files.delete("kst-19637-1.xml");
    first.files.set("kst-19637-1.pdf", { type: "application/pdf", bytes: await letterPdf(madeContent(paper(1))) });
    second.files.clear();
    koop.publish(first, second);
    expect(await syncing.sync(["koop"])).toEqual([{ listed: 2, new: 1, quarantined: 1 }]);
    expect(syncing.store.letters.quarantine()).toMatchObject([{ file: "kst-19637-2.xml", code: "source-error-page" }]);
    koop.publish(koopPublication(paper(2), "2025-03-14"));
    syncing.clock.advance(30 * 60_000);
    expect(await syncing.sync(["koop"])).toMatchObject([{ listed: 2, unchanged: 1, waiting: 1 }]);
    syncing.clock.advance(40 * 60_000);
    expect(await syncing.sync(["koop"])).toMatchObject([{ new: 1 }]);
    expect(syncing.store.letters.quarantine()).toEqual([]);
  });
});

describe("the Tweede Kamer", () => {
  it("gives the chosen kinds and subjects, and passes over placeholders and what it deleted before we knew it", async () => {
    feed.dossier(guid(36600), 36600, "VI");
    const bytes = await letterDocx(madeContent(paper(3)));
    const brief = { contentType: word, bytes, soort: "Brief regering" };
    feed.change(await ministryWord(paper(3)));
    feed.change({ ...brief, id: guid(2), soort: "Motie", documentNummer: "2025D00002", onderwerp: "terugkeer" });
    feed.change({ ...brief, id: guid(3), documentNummer: "2025D00003", onderwerp: "Wegen", dossier: guid(36600) });
    feed.change({
      ...brief,
      id: guid(4),
      documentNummer: "2025D00004",
      onderwerp: "Brief over Terugkeer",
      volgnummer: 9,
      dossier: guid(36600),
      bytes: await letterDocx(madeContent(paper(4))),
    });
    feed.change({ id: guid(5) });
    feed.change({ id: guid(6), soort: "Brief regering", documentNummer: "2025D00006", onderwerp: "terugkeer" });
    feed.change({ id: guid(7), deleted: true });
    expect(await syncing.sync(["tweede-kamer"])).toEqual([{ listed: 4, new: 2, placeholders: 2 }]);
    const ids = syncing.store.letters.versions().map(({ key }) => syncing.store.letters.letter(key)?.id);
    expect(ids).toEqual(["kst-19637-3", "kst-36600-VI-9"]);
  });

  it("goes on from its skiptoken, whether the feed ends without a next page or with itself as the next", async () => {
    for (const number of [1, 2, 3, 4]) {
      feed.change(await ministryWord(paper(number), { id: guid(number), documentNummer: `2025D0000${number}` }));
    }
    expect(await syncing.sync(["tweede-kamer"])).toEqual([{ listed: 4, new: 4 }]);
    feed.endsWithItself = true;
    feed.change(await ministryWord(paper(5), { id: guid(5), documentNummer: "2025D00005" }));
    expect(await syncing.sync(["tweede-kamer"])).toEqual([{ listed: 2, new: 1, unchanged: 1 }]);
    expect(feed.fetched).toHaveLength(5);
  });

  it("replaces the ministry's Word file by the publication: the same letter, both versions kept", async () => {
    feed.change(await ministryWord(paper(3, "het voorlopige")));
    await syncing.sync(["tweede-kamer"]);
    const [before] = syncing.store.letters.versions();
    const quoted = passageId(before?.key as LetterKey, 1, 1);
    const pdf = await letterPdf(madeContent(paper(3, "het officiële")));
    feed.change(await ministryWord(paper(3), { contentType: "application/pdf", bytes: pdf, version: guid(1002) }));
    expect(await syncing.sync(["tweede-kamer"])).toEqual([{ listed: 1, updated: 1 }]);
    expect(syncing.store.letters.versions()).toEqual([{ key: before?.key, version: 2 }]);
    expect(syncing.store.letters.passage(quoted)?.text).toContain("het voorlopige");
    expect(await syncing.find("officiële")).toEqual(["kst-19637-3"]);
    expect(await syncing.find('"het voorlopige"')).toEqual([]);
  });

  it("fed again as a whole, costs no request for a file, no batch and no index work", async () => {
    for (const number of [1, 2, 3, 4, 5, 6, 7]) {
      feed.change(await ministryWord(paper(number), { id: guid(number), documentNummer: `2025D0000${number}` }));
    }
    await syncing.sync(["tweede-kamer"]);
    const [batches, fetched] = [syncing.store.ledger.after(0), feed.fetched.length];
    feed.changeAll("2026-01-01T00:00:00Z");
    expect(await syncing.sync(["tweede-kamer"])).toEqual([{ listed: 7, unchanged: 7 }]);
    expect([syncing.store.ledger.after(0), feed.fetched.length]).toEqual([batches, fetched]);
  });

  it("reads a file for what it is when its type is announced wrongly", async () => {
    feed.change(await ministryWord(paper(3), { contentType: "application/pdf" }));
    expect(await syncing.sync(["tweede-kamer"])).toEqual([{ listed: 1, new: 1 }]);
    const [{ key } = { key: "" }] = syncing.store.letters.versions();
    expect(syncing.store.letters.letter(key as LetterKey)?.file).toBe("2025D00001.docx");
  });

  it("takes a withdrawn letter out of search and keeps what was quoted of it; published again, it is back", async () => {
    const document = await ministryWord(paper(3));
    feed.change(document);
    await syncing.sync(["tweede-kamer"]);
    const [{ key } = { key: "" as LetterKey }] = syncing.store.letters.versions();
    feed.change({ id: document.id, deleted: true });
    expect(await syncing.sync(["tweede-kamer"])).toEqual([{ listed: 1, withdrawn: 1 }]);
    expect(await syncing.find("Mongolië")).toEqual([]);
    expect(await syncing.index.count()).toMatchObject({ letters: 0 });
    expect(syncing.store.letters.letter(key)).toBeNull();
    expect(syncing.store.letters.lastKnown(key)).toMatchObject({
      letter: { id: "kst-19637-3" },
      withdrawnAt: expect.any(String),
    });
    expect(syncing.store.letters.passage(passageId(key, 1, 1))?.text).toContain("Mongolië");
    expect(syncing.store.status.read()).toMatchObject({ letters: 0, withdrawn: 1 });
    feed.change(document);
    expect(await syncing.sync(["tweede-kamer"])).toEqual([{ listed: 1, updated: 1 }]);
    expect(await syncing.find("Mongolië")).toEqual(["kst-19637-3"]);
    expect(syncing.store.letters.versions()).toEqual([{ key, version: 1 }]);
  });
});

describe("one letter from both sources", () => {
  it("is one letter when its number is known, whichever comes first, and the publication counts", async () => {
    feed.change(await ministryWord(paper(3, "het voorlopige")));
    koop.publish(koopPublication(paper(3, "het officiële"), "2025-03-20"));
    expect(await syncing.sync(["koop", "tweede-kamer"])).toEqual([
      { listed: 1, new: 1 },
      { listed: 1, unchanged: 1 },
    ]);
    expect(await syncing.find("Mongolië")).toEqual(["kst-19637-3"]);
    expect(await syncing.find("officiële")).toEqual(["kst-19637-3"]);
  });

  it("becomes one letter when the number of a provisional one becomes known", async () => {
    const early = await ministryWord(paper(3, "terugkeer, het voorlopige"));
    const { volgnummer: _, ...unnumbered } = early;
    feed.change(unnumbered);
    koop.publish(koopPublication(paper(3, "terugkeer, het officiële"), "2025-03-20"));
    expect(await syncing.sync(["koop", "tweede-kamer"])).toEqual([
      { listed: 1, new: 1 },
      { listed: 1, new: 1 },
    ]);
    expect(await syncing.find("Mongolië")).toEqual(["2025D00001", "kst-19637-3"]);
    const [, provisional] = syncing.store.letters.versions();
    feed.change(early);
    expect(await syncing.sync(["tweede-kamer"])).toEqual([{ listed: 1, unchanged: 1, merged: 1 }]);
    expect(await syncing.find("Mongolië")).toEqual(["kst-19637-3"]);
    expect(await syncing.index.count()).toMatchObject({ letters: 1 });
    // What was quoted of the provisional letter is still there, and leads to the letter that it became.
    const key = provisional?.key as LetterKey;
    expect(syncing.store.letters.passage(passageId(key, 1, 1))?.text).toContain("het voorlopige");
    expect(syncing.store.letters.letter(key)?.id).toBe("kst-19637-3");
  });

  it("stays when only one of them withdraws it", async () => {
    feed.change(await ministryWord(paper(3)));
    koop.publish(koopPublication(paper(3), "2025-03-20"));
    await syncing.sync(["koop", "tweede-kamer"]);
    feed.change({ id: guid(1), deleted: true });
    expect(await syncing.sync(["tweede-kamer"])).toEqual([{ listed: 1 }]);
    expect(await syncing.find("Mongolië")).toEqual(["kst-19637-3"]);
  });
});
