import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { LetterKey } from "../../src/letters/stored-letter.ts";
import { openStore, type Store } from "../../src/store/store.ts";

const start = new Date("2026-01-05T08:00:00Z");
const minutesLater = (minutes: number) => new Date(start.getTime() + minutes * 60_000);
const letter = "1" as LetterKey;
let store: Store;

beforeEach(() => {
  store = openStore(":memory:");
});

afterEach(() => store.close());

describe("what was shown under pasted links", () => {
  it("may be shown once in half an hour, and again when that is over", () => {
    expect(store.unfurls.claim("C1", letter, start)).toBe(true);
    expect(store.unfurls.claim("C1", letter, minutesLater(0))).toBe(false);
    expect(store.unfurls.claim("C1", letter, minutesLater(29))).toBe(false);
    expect(store.unfurls.claim("C1", letter, minutesLater(30))).toBe(true);
  });

  it("counts for one channel and one letter", () => {
    expect(store.unfurls.claim("C1", letter, start)).toBe(true);
    expect(store.unfurls.claim("C2", letter, start)).toBe(true);
    expect(store.unfurls.claim("C1", "2" as LetterKey, start)).toBe(true);
  });

  it("may be shown after all when it was taken back", () => {
    store.unfurls.claim("C1", letter, start);
    store.unfurls.release("C1", letter);
    expect(store.unfurls.claim("C1", letter, minutesLater(1))).toBe(true);
  });
});
