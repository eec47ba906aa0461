import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, it } from "vitest";
import { bundledCollection, type Collection } from "../../bench/load/collection.ts";
import { measureLine } from "../../bench/load/line.ts";
import { growth } from "../../bench/load/memory.ts";

/** `npm run soak` asks much; the gate the same, smaller. Times are measured by `npm run bench -- --load`. */
const whole = process.env.SOAK !== undefined;
const size = whole ? { people: 200, seconds: 10, questions: 4_000 } : { people: 40, seconds: 2, questions: 40 };
const seed = Number(process.env.SEED ?? 2_026);
/** Digests are looked after when the minute turns, which small crowds can wait for together. */
const each = whole ? it : it.concurrent;

let folder: string;
let collection: Collection;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "terugkeer-crowd-"));
  collection = await bundledCollection(join(folder, "bundled"));
});

afterAll(() => rmSync(folder, { recursive: true }));

describe("a crowd that asks at once, while digests go out and letters come in", () => {
  each.for(["http", "socket"] as const)(
    "is answered over %s, everybody once, and nothing is rejected unheard",
    { timeout: 1_800_000 },
    async (mode, { expect }) => {
      const options = { mode, collection, folder: join(folder, mode), overTheMinute: false, seed, ...size };
      const report = await measureLine(options);
      expect(report.crowd).toHaveLength(size.people);
      expect(report.lost).toEqual([]);
      expect(report.refused).toEqual([]);
      expect(report.end).toEqual({ code: 0, faults: [] });
      expect(report.digestMessagesInAll).toBeGreaterThan(0);
      expect(report.lettersTakenIn).toBeGreaterThan(0);
      if (whole) expect(growth(report.memory, ({ heapMb }) => heapMb)).toBeLessThan(1);
    },
  );
});
