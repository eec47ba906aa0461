import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Development } from "../../src/debate/development.ts";
import type { KeptPassage, StoredCollection } from "../../src/debate/kept-passage.ts";
import type { PassageId } from "../../src/letters/stored-letter.ts";
import { checkMessage, checkView } from "../../src/preview/slack-limits.ts";
import { nameView, noteView } from "../../src/replies/collection-fields.ts";
import { collectionView, passagesOnPage } from "../../src/replies/collection-view.ts";
import { collectionReply, collectionsReply, howToAskReply, keptReply } from "../../src/replies/debate-replies.ts";
import { developmentView } from "../../src/replies/development-view.ts";
import { keptFromBundled } from "../debate/kept.ts";

const { collection } = keptFromBundled();
const place = { team: "T1", channel: "C1", thread: "1700000000.000100" };

function stored(passages: readonly KeptPassage[], name: string | null = null): StoredCollection {
  return { id: 7, name, place, passages: passages.map((kept, at) => ({ ...kept, isRemoved: at % 7 === 3 })) };
}

describe("the modal of a collection", () => {
  it("keeps to Slack's limits on every page, whatever was kept and noted", () => {
    const noted = collection.passages.map((kept) => ({ ...kept, note: "Een heel lange notitie. ".repeat(42) }));
    const pages = Math.ceil(noted.length / passagesOnPage);
    for (let page = 0; page < pages; page++) expect(checkView({ ...collectionView(stored(noted), page) })).toEqual([]);
  });

  it("shows each passage on exactly one page, in order", () => {
    const all = stored(collection.passages);
    const pages = Math.ceil(all.passages.length / passagesOnPage);
    const shown = Array.from({ length: pages }, (_, page) => JSON.stringify(collectionView(all, page).blocks)).join("");
    const ids = [...shown.matchAll(/"action_id":"kept-(?:remove|undo)","value":"(\d+)"/g)].map(([, id]) => Number(id));
    expect(ids).toEqual(all.passages.map(({ id }) => id));
  });

  it("shows the last page when asked for one that is gone", () => {
    const [first] = collection.passages;
    const view = collectionView(stored(first === undefined ? [] : [first]), 9);
    expect(JSON.stringify(view.blocks)).toContain("kept-remove");
  });

  it("says how to keep when it is empty", () => {
    const view = collectionView(stored([]), 0);
    expect(checkView({ ...view })).toEqual([]);
    expect(JSON.stringify(view.blocks)).toContain("Bewaar voor debat");
  });

  it("offers no way up for the first and none down for the last", () => {
    const two = { ...stored(collection.passages.slice(0, 2)) };
    const shown = JSON.stringify(collectionView(two, 0).blocks);
    expect(shown.match(/"kept-earlier"/g)?.length).toBe(1);
    expect(shown.match(/"kept-later"/g)?.length).toBe(1);
  });
});

describe("every view and message of a debate", () => {
  it("keeps to Slack's limits and lets nothing that people type become a mention", () => {
    const wild = fc.oneof(fc.string({ unit: "binary", maxLength: 120 }), fc.constantFrom("<!channel>", "*a*", "&lt;"));
    const [kept] = collection.passages;
    if (kept === undefined) throw new Error("no passages");
    fc.assert(
      fc.property(wild, wild, (name, note) => {
        const one = stored([{ ...kept, note: note || null }], name || null);
        const line = { id: 7, name: name || null, place, passages: 3, lastKeptAt: kept.keptAt };
        const views = [
          collectionView(one, 0),
          nameView(name, { id: 7, below: "V1" }),
          noteView(note, { id: 7, below: null }),
        ];
        const replies = [
          keptReply(one, true),
          keptReply(one, false),
          collectionReply(one),
          collectionsReply([line]),
          howToAskReply(name),
        ];
        for (const view of views) expect(checkView({ ...view })).toEqual([]);
        for (const reply of replies) {
          expect(checkMessage({ ...reply })).toEqual([]);
          expect(reply.text).not.toContain("<");
        }
      }),
      { numRuns: 60 },
    );
  });

  it("shows a long development within Slack's limits", () => {
    const statements = collection.passages.slice(0, 12).map(({ copy }): Development["statements"][number] => {
      const letter = { ...copy.source, file: "x.txt" } as unknown as Development["statements"][number]["letter"];
      const passage = {
        id: copy.id as PassageId,
        ordinal: 1,
        text: copy.text,
        headings: copy.headings,
        question: null,
        places: [],
      };
      return { letter, passage, question: copy.question, when: "earlier" };
    });
    const [kept] = collection.passages;
    if (kept === undefined) throw new Error("no passages");
    const marking = { terms: ["terugkeer"], phrases: [] };
    for (const some of [statements, []]) {
      const view = developmentView(kept.copy, { statements: some, countries: kept.copy.countries, marking }, place);
      expect(checkView({ ...view })).toEqual([]);
    }
  });
});
