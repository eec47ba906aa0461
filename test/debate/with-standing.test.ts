import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { debateContents } from "../../src/debate/contents.ts";
import { copyPassage, type StoredCollection } from "../../src/debate/kept-passage.ts";
import { withStanding } from "../../src/debate/with-standing.ts";
import type { Day } from "../../src/letters/letter.ts";
import { collectionView } from "../../src/replies/collection-view.ts";
import { openStore, type Store } from "../../src/store/store.ts";
import { madeLetter } from "../letters/made-letter.ts";

const at = new Date("2026-01-05T08:00:00Z");
const place = { team: "T1", channel: "C1", thread: null };
const origin = { externalId: "12", stamp: null, url: null, etag: null, lastModified: null };
let store: Store;

beforeEach(() => {
  store = openStore(":memory:");
  const arrival = { letter: madeLetter(), file: "x.txt", form: "text" as const, contentHash: "x", origin };
  store.intake.addBatch("koop", at, [arrival], []);
  const [{ key, version } = { key: null, version: 0 }] = store.letters.versions();
  const letter = key === null ? null : store.letters.letter(key);
  const [passage] = key === null ? [] : store.letters.passagesOf(key, version);
  if (letter === null || passage === undefined) throw new Error("the letter did not come in");
  store.collections.keep(place, copyPassage(letter, passage), "U1", at);
});

afterEach(() => store.close());

function shown(): { view: string; document: string } {
  const kept = store.collections.ofPlace(place, at);
  if (kept === null) throw new Error("nothing kept");
  const collection: StoredCollection = withStanding(kept, store.letters);
  const contents = debateContents(collection, "letter", "2026-01-05" as Day);
  return { view: JSON.stringify(collectionView(collection, 0).blocks), document: JSON.stringify(contents) };
}

describe("a kept passage of a letter that was withdrawn", () => {
  it("says so in the collection and twice in the document, and keeps its text", () => {
    expect(shown().view).not.toContain("Ingetrokken");
    expect(shown().document).not.toContain("Ingetrokken");
    store.intake.addBatch("koop", at, [], [], { withdrawn: ["12"] });
    expect(shown().view).toContain("Ingetrokken");
    expect(shown().document.match(/Ingetrokken/g)?.length).toBe(2);
    expect(shown().document).toContain("Een eerste alinea.");
  });
});
