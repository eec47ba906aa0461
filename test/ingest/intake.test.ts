import { copyFileSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { IndexFollower } from "../../src/ingest/index-follower.ts";
import { takeIn } from "../../src/ingest/intake.ts";
import { findPublications } from "../../src/ingest/sources/folder.ts";
import { projectRoot } from "../../src/root.ts";
import { openLocalIndex } from "../../src/search/local-index.ts";
import type { PassageIndex } from "../../src/search/passage-index.ts";
import { openStore, type Store } from "../../src/store/store.ts";

const bundled = join(projectRoot, "data/letters");
const now = () => new Date("2026-01-05T08:00:00Z");
let folder: string;
let store: Store;
let index: PassageIndex;
let follower: IndexFollower;
let refused: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "terugkeer-intake-"));
  store = openStore(":memory:");
  index = openLocalIndex();
  follower = new IndexFollower(store, index, now);
  refused = [];
});

afterEach(async () => {
  await index.close();
  store.close();
  rmSync(folder, { recursive: true });
});

const take = (path: string) =>
  takeIn("folder", findPublications(path), {
    store,
    follower,
    now,
    onRefused: ({ file, reason }) => refused.push(`${file}: ${reason.code}`),
  });

describe("taking letters in", () => {
  it("stores and indexes every letter of a folder, and does nothing the second time", async () => {
    expect(await take(bundled)).toEqual({ new: 5, unchanged: 0, updated: 0, quarantined: 0 });
    const { passages } = store.letters.collection();
    expect(await index.count()).toEqual({ letters: 5, passages });
    expect(await take(bundled)).toEqual({ new: 0, unchanged: 5, updated: 0, quarantined: 0 });
    expect(await index.count()).toEqual({ letters: 5, passages });
  });

  it("quarantines what cannot be read, with the reason, and goes on with the rest", async () => {
    writeFileSync(join(folder, "a-leeg.txt"), "");
    writeFileSync(join(folder, "b-binair.txt"), new Uint8Array([0, 1, 2, 3, 0, 0, 9]));
    writeFileSync(join(folder, "c-kapot.xml"), "<officiele-publicatie><kamerstuk>");
    writeFileSync(join(folder, "d-half.pdf"), "%PDF-1.7\n1 0 obj\n<<");
    writeFileSync(join(folder, "e-bom.docx"), "PK\u0003\u0004kapot");
    writeFileSync(join(folder, "f-groot.txt"), "");
    truncateSync(join(folder, "f-groot.txt"), 60 * 1024 * 1024);
    copyFileSync(join(bundled, "001_8c0d2c453858b144.txt"), join(folder, "g-goed.txt"));
    expect(await take(folder)).toEqual({ new: 1, unchanged: 0, updated: 0, quarantined: 6 });
    expect(refused).toEqual([
      "a-leeg.txt: empty",
      "b-binair.txt: binary",
      "c-kapot.xml: broken-xml",
      "d-half.pdf: truncated",
      "e-bom.docx: truncated",
      "f-groot.txt: too-large",
    ]);
    const kept = store.letters.quarantine();
    expect(kept.map(({ file, reason }) => reason.startsWith(file))).toEqual(Array(6).fill(true));
    expect(kept.map(({ bytes }) => bytes === null)).toEqual([false, false, false, false, false, true]);
  });

  it("replaces the passages of a letter that came in anew", async () => {
    const file = join(folder, "brief.txt");
    writeFileSync(file, "Aan de Voorzitter\n\nDatum 3 maart 2020\n\nDe samenwerking met Mongolië is goed.\n");
    await take(folder);
    writeFileSync(file, "Aan de Voorzitter\n\nDatum 3 maart 2020\n\nDe samenwerking met Mongolië is slecht.\n");
    expect(await take(folder)).toEqual({ new: 0, unchanged: 0, updated: 1, quarantined: 0 });
    expect(await index.count()).toEqual({ letters: 1, passages: 1 });
  });
});
