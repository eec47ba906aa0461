import { parseArgs } from "node:util";
import { readConfig } from "../config.ts";
import { type IntakeOutcome, takeIn } from "../ingest/intake.ts";
import { findPublications } from "../ingest/sources/folder.ts";
import { openStore } from "../store/store.ts";
import { Progress } from "./progress.ts";
import { UsageError, usageOf } from "./usage-error.ts";

export const usage = "ingest -- [--json] FILE|DIR…";

/**
 * Takes files and folders into the configured database; the last line says what came of it.
 *
 * @returns the exit code; a file that cannot be read is quarantined and is no failure
 * @throws UsageError, UserError
 */
export async function ingest(args: string[]): Promise<number> {
  const { values, positionals } = usageOf(() =>
    parseArgs({ args, allowPositionals: true, options: { json: { type: "boolean", default: false } } }),
  );
  if (positionals.length === 0) throw new UsageError("a file or folder is missing");
  const publications = positionals.flatMap(findPublications);
  const progress = new Progress(process.stderr);
  const store = openStore(readConfig(process.env, process.cwd()).database);
  try {
    const outcome = await takeIn("folder", publications, {
      store,
      follower: null,
      now: () => new Date(),
      onRefused: ({ reason }) => progress.line(`quarantined: ${reason.message}`),
      onProgress: (done, of) => progress.bar(done, of),
    });
    progress.end();
    process.stdout.write(`${values.json ? JSON.stringify(outcome) : inWords(outcome)}\n`);
    return 0;
  } finally {
    store.close();
  }
}

function inWords(outcome: IntakeOutcome): string {
  return Object.entries(outcome)
    .map(([name, count]) => `${count} ${name}`)
    .join(", ");
}
