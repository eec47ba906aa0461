import { parseArgs } from "node:util";
import { readConfig } from "../config.ts";
import type { Subject } from "../digest/subscription.ts";
import { openLog } from "../ops/log.ts";
import { openParts } from "../parts.ts";
import { type DigestJson, digestJson } from "./json.ts";
import { UsageError, usageOf } from "./usage-error.ts";

export const usage = "digest -- --dry-run [--json]";

/**
 * Shows what would go where if every subscription had its turn now. Nothing is sent and nothing is written: sending is
 * the bot's work.
 *
 * @returns the exit code
 * @throws UsageError, UserError
 */
export async function digest(args: string[]): Promise<number> {
  const { values } = usageOf(() =>
    parseArgs({ args, options: { json: { type: "boolean", default: false }, "dry-run": { type: "boolean" } } }),
  );
  if (values["dry-run"] !== true)
    throw new UsageError("the running bot sends digests; here only --dry-run is possible");
  const log = await openLog({ to: "stderr", level: "warn" });
  const parts = await openParts(readConfig(process.env, process.cwd()), log);
  try {
    await parts.indexed;
    const rehearsed = await parts.digests.rehearse();
    const shown = rehearsed.map((digest) => digestJson(digest, parts.letters));
    const lines = values.json ? shown.map((one) => JSON.stringify(one)) : shown.map(inWords);
    if (lines.length === 0 && !values.json) lines.push("nothing to send");
    for (const line of lines) process.stdout.write(`${line}\n`);
    return 0;
  } finally {
    await parts.close();
  }
}

/** What each subject is a digest of, one and many. */
const counted: Record<Subject, [one: string, many: string]> = {
  letters: ["letter", "letters"],
  answers: ["answered or delayed question", "answered or delayed questions"],
  overdue: ["overdue question", "overdue questions"],
};

function inWords({ place, subject, letters }: DigestJson): string {
  const lines = letters.map(({ id, title, version, subscriptions }) => {
    const again = version === 1 ? "" : ` (version ${version})`;
    return `  ${id}${again}  ${title}  for ${subscriptions.join(", ")}`;
  });
  return [`${place}: ${letters.length} ${counted[subject][letters.length === 1 ? 0 : 1]}`, ...lines].join("\n");
}
