import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Day, PublicationId, ReadLetter } from "../../src/letters/letter.ts";
import type { LetterKey } from "../../src/letters/stored-letter.ts";
import type { Arrival, Origin } from "../../src/store/arrival.ts";
import { openStore, type Store } from "../../src/store/store.ts";
import { madeLetter } from "../letters/made-letter.ts";

const at = new Date("2026-01-05T08:00:00Z");
let store: Store;

beforeEach(() => {
  store = openStore(":memory:");
});

afterEach(() => store.close());

interface Given extends Partial<Omit<Arrival, "letter" | "origin">> {
  id: string;
  text?: string;
  from?: string;
  also?: string[];
}

/** A letter with one passage; its file and what was known of it are told apart by `text` unless given. */
function arrival({ id, text = "Tekst.", from, also = [], ...given }: Given): Arrival {
  const passages = [{ ordinal: 1, text, headings: [], question: null, places: [] }];
  const origin: Origin | null =
    from === undefined ? null : { externalId: from, stamp: null, url: null, etag: null, lastModified: null };
  return {
    letter: madeLetter({ id: id as PublicationId, passages }),
    ...{ file: "brief.xml", form: "xml", contentHash: `${id} ${text}`, fileHash: text, origin },
    aliases: also as PublicationId[],
    ...given,
  };
}

const take = (source: string, ...given: Given[]) => {
  const { changed: _, ...counts } = store.intake.addBatch(source, at, given.map(arrival), []);
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
};
const held = () => store.letters.versions().map(({ key }) => store.letters.letter(key)?.id);

describe("one letter once", () => {
  it("knows a letter by any of its ids, and questions with and without their chamber", () => {
    expect(take("tk", { id: "2024D02852" })).toEqual({ new: 1 });
    expect(take("koop", { id: "kst-29344-155", text: "Officieel.", also: ["2024D02852"] })).toEqual({ updated: 1 });
    expect(take("koop", { id: "kv-tk-2013Z14907" }, { id: "kv-2013Z14907", contentHash: "ander" })).toEqual({
      new: 1,
      updated: 1,
    });
    expect(held()).toEqual(["kst-29344-155", "kv-2013Z14907"]);
  });

  it("knows the same file under a provisional id, but takes two publications that are printed alike for two", () => {
    expect(take("folder", { id: "file:brief" })).toEqual({ new: 1 });
    expect(take("koop", { id: "kst-29344-155" })).toEqual({ updated: 1 });
    expect(take("folder", { id: "file:kopie" })).toEqual({ unchanged: 1 });
    expect(take("koop", { id: "kst-29344-156" })).toEqual({ new: 1 });
    expect(held()).toEqual(["kst-29344-155", "kst-29344-156"]);
  });

  it("knows the ministry's answers again in their publication, by case, day and number of questions", () => {
    const question = { numbers: [1], question: "Klopt het?", askers: [], answer: "Ja.", refersTo: [] };
    const answers = (id: string, given: Partial<ReadLetter> = {}): Arrival => {
      const { letter, ...rest } = arrival({ id, text: id });
      const questions = [question, question];
      return {
        ...rest,
        letter: { ...letter, kind: "antwoord", questions, caseNumber: "2019Z18636", ...given },
      };
    };
    const add = (...arrivals: Arrival[]) => store.intake.addBatch("koop", at, arrivals, []);
    add(answers("2019D46752"));
    expect(add(answers("ah-tk-20192020-998", { date: "2020-03-01" as Day }))).toMatchObject({ new: 1 });
    expect(add(answers("ah-tk-20192020-999", { questions: [question] }))).toMatchObject({ new: 1 });
    expect(add(answers("ah-tk-20192020-1000"))).toMatchObject({ updated: 1 });
    expect(add(answers("ah-tk-20192020-1001"))).toMatchObject({ new: 1 });
    expect(held()).toHaveLength(4);
  });

  it("takes two files of one name for two letters, and one file in one place for one", () => {
    const here = { id: "file:brief", from: "/a/brief" };
    expect(take("folder", { ...here, text: "Een." }, { id: "file:brief", from: "/b/brief", text: "Twee." })).toEqual({
      new: 2,
    });
    expect(take("folder", { ...here, text: "Een, beter." })).toEqual({ updated: 1 });
    expect(take("folder", { id: "file:brief", from: "/b/brief", text: "Twee, beter." })).toEqual({ updated: 1 });
    expect(held()).toHaveLength(2);
  });

  it("lets the official publication replace a provisional one whatever its form, and never the reverse", () => {
    const id = "kst-29344-155";
    expect(take("tk", { id, text: "Word.", form: "docx", provisional: true })).toEqual({ new: 1 });
    expect(take("tk", { id, text: "PDF.", form: "pdf", provisional: false })).toEqual({ updated: 1 });
    expect(take("tk", { id, text: "Word, beter.", form: "docx", provisional: true })).toEqual({ unchanged: 1 });
    expect(take("koop", { id, text: "XML.", form: "xml", provisional: false })).toEqual({ updated: 1 });
    expect(take("tk", { id, text: "PDF.", form: "pdf", provisional: false })).toEqual({ unchanged: 1 });
  });

  it("does not swing between the files that two sources send of one letter", () => {
    const [ours, theirs] = ["van KOOP", "van de Kamer"].map((text) => ({
      id: "kst-29344-155",
      text,
      form: "pdf" as const,
    }));
    expect(take("koop", ours as Given)).toEqual({ new: 1 });
    expect(take("tk", theirs as Given)).toEqual({ updated: 1 });
    for (let round = 0; round < 3; round++) {
      expect([take("koop", ours as Given), take("tk", theirs as Given)]).toEqual([{ unchanged: 1 }, { unchanged: 1 }]);
    }
  });

  it("takes other bytes that read the same for no news", () => {
    take("koop", { id: "kst-29344-155" });
    expect(take("koop", { id: "kst-29344-155", contentHash: "opnieuw gemaakt", fileHash: "anders" })).toEqual({
      unchanged: 1,
    });
  });

  it("merges letters that turn out to be one into the publication, and what was quoted of the other stays", () => {
    take("tk", { id: "2024D02852", text: "Voorlopig.", from: "tk-1" });
    take("koop", { id: "kst-29344-155", text: "Officieel.", from: "k-1" });
    const [provisional] = store.letters.versions();
    const both = { id: "kst-29344-155", also: ["2024D02852"], text: "Voorlopig.", provisional: true, from: "tk-1" };
    expect(take("tk", both)).toEqual({ unchanged: 1, merged: 1 });
    expect(held()).toEqual(["kst-29344-155"]);
    const key = provisional?.key as LetterKey;
    expect(store.letters.passagesOf(key, 1).map(({ text }) => text)).toEqual(["Voorlopig."]);
    expect(store.letters.letter(key)?.id).toBe("kst-29344-155");
    // Withdrawn by the one that had it provisionally, it is still published by the other.
    expect(store.intake.addBatch("tk", at, [], [], { withdrawn: ["tk-1"] }).withdrawn).toBe(0);
    expect(store.intake.addBatch("koop", at, [], [], { withdrawn: ["k-1"] }).withdrawn).toBe(1);
    expect(held()).toEqual([]);
    expect(store.letters.lastKnown(key)).toMatchObject({
      letter: { id: "kst-29344-155" },
      withdrawnAt: at.toISOString(),
    });
  });

  it("whatever order letters come in, holds each id once and each place in the index once", () => {
    const given = fc.record({
      id: fc.constantFrom("2024D00001", "2024D00002", "kst-1-1", "kst-1-2", "file:a", "kst-19637-1", "kst-19637-2"),
      also: fc.array(fc.constantFrom("2024D00001", "2024D00002", "kst-19637-1"), { maxLength: 2 }),
      text: fc.constantFrom("Een.", "Twee.", "Drie."),
      from: fc.constantFrom("1", "2", "3"),
      form: fc.constantFrom("xml" as const, "docx" as const, "pdf" as const),
    });
    const step = fc.record({
      source: fc.constantFrom("koop", "tk"),
      given,
      withdraw: fc.option(fc.constantFrom("1", "2")),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 15 }), (steps) => {
        const own = openStore(":memory:");
        try {
          const present = new Set<string>();
          for (const { source, given: one, withdraw } of steps) {
            const { changed } = own.intake.addBatch(source, at, [arrival(one)], [], {
              withdrawn: withdraw === null ? [] : [withdraw],
            });
            // An index that follows only what it is told has exactly what is held.
            for (const key of changed) {
              if (own.letters.versions().some((letter) => letter.key === key)) present.add(key);
              else present.delete(key);
            }
          }
          const keys = own.letters.versions().map(({ key }) => key as string);
          expect([...present].toSorted()).toEqual(keys.toSorted());
          const ids = keys
            .map((key) => own.letters.letter(key as LetterKey)?.id)
            .filter((id) => !id?.startsWith("file:"));
          expect(new Set(ids).size).toBe(ids.length);
        } finally {
          own.close();
        }
      }),
      { numRuns: 60 },
    );
  });
});
