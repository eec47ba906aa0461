import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { segmentFiles } from "../../src/store/segment-files.ts";

const [one, other] = ["a".repeat(64), "b".repeat(64)];
let folder: string;

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), "terugkeer-segments-")), "x.sqlite.index");
});

afterEach(() => rmSync(join(folder, ".."), { recursive: true }));

describe("saved segments of the index", () => {
  it("come back as they were saved; what was never saved is not there", async () => {
    const saved = segmentFiles(folder);
    expect(await saved.load(one)).toBeNull();
    await saved.save(one, new Uint8Array([1, 2, 3]));
    expect([...((await saved.load(one)) ?? [])]).toEqual([1, 2, 3]);
  });

  it("are thrown away when no longer used, with what a crash left half-written", async () => {
    const saved = segmentFiles(folder);
    await saved.save(one, new Uint8Array([1]));
    await saved.save(other, new Uint8Array([2]));
    writeFileSync(join(folder, `${one}.segment.4711`), "half");
    await saved.keepOnly([other]);
    expect(readdirSync(folder)).toEqual([`${other}.segment`]);
  });

  it("count as not there when they cannot be read", async () => {
    mkdirSync(join(folder, `${one}.segment`), { recursive: true });
    expect(await segmentFiles(folder).load(one)).toBeNull();
  });

  it("never have a name that leads out of their folder", async () => {
    await expect(segmentFiles(folder).save("../../elders", new Uint8Array())).rejects.toThrow("no hash");
  });
});
