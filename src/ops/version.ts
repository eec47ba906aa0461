import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../root.ts";

/** The version of the bot, as package.json has it. */
export function readVersion(): string {
  const { version } = JSON.parse(readFileSync(join(projectRoot, "package.json"), "utf8")) as { version: string };
  return version;
}
