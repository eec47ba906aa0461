import { openParts, type Parts } from "../../src/parts.ts";
import { projectRoot } from "../../src/root.ts";
import { testLog } from "../logs/collect.ts";

/** The moment at which commands are typed. */
export const now = new Date("2026-01-05T08:00:00Z");

/** Where commands are typed, and by whom. */
export const somewhere = { team: "T1", user: "U1", channel: "C1", isSharedOutside: async () => false };

/** What commands use, with the bundled letters, all of which can be searched. */
export async function openBundled(): Promise<Parts> {
  const parts = await openParts({ database: ":memory:", letters: `${projectRoot}/data/letters` }, testLog(), {
    now: () => now,
  });
  await parts.indexed;
  return parts;
}
