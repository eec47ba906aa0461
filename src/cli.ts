import { config as readDotenv } from "dotenv";
import { ask, usage as askUsage } from "./cli/ask.ts";
import { backup, backupUsage, restore, restoreUsage } from "./cli/backup.ts";
import { digest, usage as digestUsage } from "./cli/digest.ts";
import { ingest, usage as ingestUsage } from "./cli/ingest.ts";
import { parse, usage as parseUsage } from "./cli/parse.ts";
import { person, usage as personUsage } from "./cli/person.ts";
import { references, usage as referencesUsage } from "./cli/references.ts";
import { status, usage as statusUsage } from "./cli/status.ts";
import { sync, usage as syncUsage } from "./cli/sync.ts";
import { UsageError } from "./cli/usage-error.ts";
import { UserError } from "./errors.ts";
import { storageFault } from "./store/storage-fault.ts";

/** The commands behind `npm run`, each with its usage; the shapes of their `--json` output are in json.ts. */
const commands: Record<string, { run: (args: string[]) => Promise<number>; usage: string }> = {
  ask: { run: ask, usage: askUsage },
  digest: { run: digest, usage: digestUsage },
  ingest: { run: ingest, usage: ingestUsage },
  parse: { run: parse, usage: parseUsage },
  person: { run: person, usage: personUsage },
  backup: { run: backup, usage: backupUsage },
  restore: { run: restore, usage: restoreUsage },
  references: { run: references, usage: referencesUsage },
  status: { run: status, usage: statusUsage },
  sync: { run: sync, usage: syncUsage },
};

/** Exit code 0: done, 1: failed, with one sentence on standard error, 2: wrong usage. */
async function main([name = "", ...args]: string[]): Promise<number> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) return complain(`usage: npm run ${Object.keys(commands).join("|")} -- …`, 2);
  try {
    return await command.run(args);
  } catch (error) {
    if (error instanceof UsageError) return complain(`${error.message}\nusage: npm run ${command.usage}`, 2);
    const told = error instanceof UserError ? error : storageFault(error);
    if (told !== null) return complain(told.message, 1);
    throw error;
  }
}

function complain(text: string, code: number): number {
  process.stderr.write(`${text}\n`);
  return code;
}

readDotenv({ quiet: true });
process.exitCode = await main(process.argv.slice(2));
