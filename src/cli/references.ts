import { text } from "node:stream/consumers";
import { parseArgs } from "node:util";
import { findReferences } from "../letters/references.ts";
import { usageOf } from "./usage-error.ts";

export const usage = "references -- [--json] < TEXT";

/**
 * Finds the citations in the text on standard input, in order of appearance.
 *
 * @returns the exit code
 * @throws UsageError
 */
export async function references(args: string[]): Promise<number> {
  const { values } = usageOf(() => parseArgs({ args, options: { json: { type: "boolean", default: false } } }));
  const found = findReferences((await text(process.stdin)).normalize("NFC")).map(({ printed, id, kind }) => ({
    printed,
    id,
    kind,
  }));
  const lines = found.map(({ printed, id, kind }) => `${id ?? "?"}\t${kind}\t${printed.replaceAll(/\s+/g, " ")}\n`);
  process.stdout.write(values.json ? `${JSON.stringify(found)}\n` : lines.join(""));
  return 0;
}
