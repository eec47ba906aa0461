import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { debat } from "../../commands/debat.ts";
import type { Parts } from "../../src/parts.ts";
import { keptFromBundled } from "../debate/kept.ts";
import { now, openBundled, somewhere } from "./bundled.ts";

let parts: Parts;

beforeAll(async () => {
  parts = await openBundled();
});

afterAll(() => parts.close());

describe("/debat", () => {
  it("says how to keep where nothing was kept", async () => {
    const { text } = await debat.answer("", parts, somewhere);
    expect(text).toContain("Er is nog niets bewaard");
    expect(text).toContain("Bewaar voor debat");
  });

  it("lists the collections of the channel and its threads, each with its size and the way to it", async () => {
    const [first, second] = keptFromBundled().collection.passages.map(({ copy }) => copy);
    if (first === undefined || second === undefined) throw new Error("no passages");
    const thread = { team: "T1", channel: "C1", thread: "1700000000.000100" };
    parts.collections.keep(thread, first, "U1", now);
    const { collection } = parts.collections.keep(thread, second, "U2", now);
    parts.collections.rename(collection, "Debat JBZ-Raad");
    parts.collections.keep({ ...thread, thread: null }, first, "U1", new Date(now.getTime() + 1));
    parts.collections.keep({ ...thread, channel: "C2" }, first, "U1", now);
    const { text, blocks } = await debat.answer("", parts, somewhere);
    expect(text.split("\n")).toEqual([
      "De debatdossiers van dit kanaal.",
      "Debatdossier van dit kanaal: 1 passage.",
      "Debat JBZ-Raad: 2 passages.",
    ]);
    expect(JSON.stringify(blocks)).toContain(`"action_id":"collection-open","value":"${collection}"`);
  });
});
