import { describe, expect, it } from "vitest";
import { openLocalIndex } from "../../src/search/local-index.ts";
import type {
  IndexedLetter,
  LetterCatalogue,
  Page,
  PassageIndex,
  SavedSegments,
} from "../../src/search/passage-index.ts";
import { parseQuery } from "../../src/search/query.ts";
import { openWorkerIndex } from "../../src/search/worker-index.ts";
import { lexicon, roughLetters } from "./rough-letters.ts";

const page: Page = { offset: 0, limit: 20, perLetter: null };
const ask = (index: PassageIndex, query: string) => index.search(parseQuery(query), page);

/** A store in memory that counts what is read and built. */
class Shelf implements SavedSegments {
  readonly bytes = new Map<string, Uint8Array>();
  saves = 0;

  async load(hash: string): Promise<Uint8Array | null> {
    return this.bytes.get(hash)?.slice() ?? null;
  }

  async save(hash: string, bytes: Uint8Array): Promise<void> {
    this.saves++;
    this.bytes.set(hash, bytes);
  }

  async keepOnly(hashes: string[]): Promise<void> {
    for (const hash of this.bytes.keys()) if (!hashes.includes(hash)) this.bytes.delete(hash);
  }
}

function catalogueOf(letters: IndexedLetter[], version = "1"): LetterCatalogue & { reads: number } {
  const catalogue = {
    reads: 0,
    letters: letters.map(({ key }) => ({ key, version })),
    read: async (keys: string[]) => {
      catalogue.reads++;
      return letters.filter(({ key }) => keys.includes(key));
    },
  };
  return catalogue;
}

async function filled(shelf: Shelf, catalogue: LetterCatalogue): Promise<PassageIndex> {
  const index = openLocalIndex({ lexicon, saved: shelf });
  await index.fill(catalogue);
  return index;
}

describe("saved segments", () => {
  it("give the same answers as the index that saved them, without reading a letter", async () => {
    const shelf = new Shelf();
    const built = await filled(shelf, catalogueOf(roughLetters()));
    const catalogue = catalogueOf(roughLetters());
    const loaded = await filled(shelf, catalogue);
    expect(catalogue.reads).toBe(0);
    for (const query of [
      "Algerije",
      "terugkeer Marokko",
      '"glijdende schaal"',
      "van:Faber visum",
      "hoeveel vreemdelingen",
    ]) {
      expect(await ask(loaded, query), query).toEqual(await ask(built, query));
    }
  });

  it("are built anew when one is damaged", async () => {
    const shelf = new Shelf();
    await filled(shelf, catalogueOf(roughLetters()));
    for (const bytes of shelf.bytes.values()) bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    const catalogue = catalogueOf(roughLetters());
    const index = await filled(shelf, catalogue);
    expect(catalogue.reads).toBeGreaterThan(0);
    expect((await ask(index, "Algerije")).total).toBeGreaterThan(0);
  });

  it("are built anew when one is cut short", async () => {
    const shelf = new Shelf();
    await filled(shelf, catalogueOf(roughLetters()));
    for (const [hash, bytes] of shelf.bytes) shelf.bytes.set(hash, bytes.slice(0, bytes.length >> 1));
    expect((await ask(await filled(shelf, catalogueOf(roughLetters())), "Algerije")).total).toBeGreaterThan(0);
  });

  it("are dropped when a letter has a new version", async () => {
    const shelf = new Shelf();
    await filled(shelf, catalogueOf(roughLetters()));
    const before = [...shelf.bytes.keys()];
    await filled(shelf, catalogueOf(roughLetters(), "2"));
    expect(shelf.bytes.size).toBe(before.length);
    expect(before.some((hash) => shelf.bytes.has(hash))).toBe(false);
  });
});

describe("the index in a worker", () => {
  it("answers as the index in this thread does", async () => {
    const own = openLocalIndex({ lexicon });
    const worker = openWorkerIndex({ lexicon, saved: new Shelf() });
    await own.fill(catalogueOf(roughLetters()));
    await worker.fill(catalogueOf(roughLetters()));
    expect(await worker.count()).toEqual(await own.count());
    for (const query of ["Algerije", "terugkeer Marokko", "-Syrië Turkije"]) {
      expect(await ask(worker, query), query).toEqual(await ask(own, query));
    }
    await worker.close();
  });

  it("loads what it saved before, without reading a letter", async () => {
    const shelf = new Shelf();
    const first = openWorkerIndex({ lexicon, saved: shelf });
    await first.fill(catalogueOf(roughLetters()));
    const before = await ask(first, "Algerije");
    await first.close();
    const catalogue = catalogueOf(roughLetters());
    const second = openWorkerIndex({ lexicon, saved: shelf });
    await second.fill(catalogue);
    expect(await ask(second, "Algerije")).toEqual(before);
    expect([catalogue.reads, shelf.saves]).toEqual([0, shelf.bytes.size]);
    await second.close();
  });

  it("answers while it is being filled, and says that it is not complete", async () => {
    const worker = openWorkerIndex({ lexicon });
    const filling = worker.fill(catalogueOf(roughLetters()));
    const early = await ask(worker, "Algerije");
    expect(early.loading).toEqual({ letters: 0, of: 5 });
    await filling;
    expect((await ask(worker, "Algerije")).loading).toBeUndefined();
    await worker.close();
  });

  it("says so when it has ended", async () => {
    const worker = openWorkerIndex({});
    await worker.close();
    await expect(ask(worker, "Algerije")).rejects.toThrow();
  });
});
