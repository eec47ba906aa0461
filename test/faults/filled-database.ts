import { copyFileSync, cpSync } from "node:fs";
import { join } from "node:path";
import { openParts } from "../../src/parts.ts";
import { projectRoot } from "../../src/root.ts";
import { testLog } from "../logs/collect.ts";

/**
 * Makes a database of the bundled letters, and its saved index, as a bot leaves them. Tests of what happens to a bot
 * later copy it: to read the letters is most of the time that a first start takes.
 */
export async function makeFilledDatabase(folder: string): Promise<string> {
  const database = join(folder, "filled.sqlite");
  const parts = await openParts({ database, letters: join(projectRoot, "data/letters") }, testLog());
  try {
    await parts.indexed;
    await parts.follower.catchUp();
  } finally {
    await parts.close();
  }
  return database;
}

/** Copies a database that nobody has open, with its saved index. */
export function copyDatabase(from: string, to: string): void {
  copyFileSync(from, to);
  cpSync(`${from}.index`, `${to}.index`, { recursive: true });
}
