import { parseArgs } from "node:util";
import { readConfig } from "../config.ts";
import type { PersonalRows } from "../store/personal-data.ts";
import { openStore } from "../store/store.ts";
import { UsageError, usageOf } from "./usage-error.ts";

export const usage = "person -- ID… [--json] [--delete]";

/**
 * Shows everything that is kept about a person, by Slack's id (U…), or forgets it; also while the bot runs. The id of the
 * person's own conversation with the bot (D…) may be given too: the database does not know whose it is.
 *
 * @returns the exit code
 * @throws UsageError, UserError
 */
export async function person(args: string[]): Promise<number> {
  const options = { json: { type: "boolean", default: false }, delete: { type: "boolean", default: false } } as const;
  const { values, positionals } = usageOf(() => parseArgs({ args, options, allowPositionals: true }));
  const wrong = positionals.find((id) => !/^[UWD][A-Z0-9]{2,20}$/.test(id));
  if (wrong !== undefined) throw new UsageError(`not the id of a person (U…) or of a direct message (D…): ${wrong}`);
  if (positionals.length === 0) throw new UsageError("give the ID of a person");
  const store = openStore(readConfig(process.env, process.cwd()).database);
  try {
    const kept = values.delete ? store.personalData.forget(positionals) : store.personalData.of(positionals);
    process.stdout.write(values.json ? `${JSON.stringify(byTable(kept))}\n` : inWords(kept, values.delete));
    return 0;
  } finally {
    store.close();
  }
}

/** The shape of `--json`: the rows of each table that holds something. */
function byTable(kept: readonly PersonalRows[]): Record<string, PersonalRows["rows"]> {
  return Object.fromEntries(kept.map(({ table, rows }) => [table, rows]));
}

function inWords(kept: readonly PersonalRows[], isForgotten: boolean): string {
  if (kept.length === 0) return "nothing is kept about this person\n";
  const lines = kept.flatMap(({ table, rows }) => [
    `${table}: ${rows.length}`,
    ...rows.map(
      (row) =>
        `  ${Object.entries(row)
          .map(([name, value]) => `${name} ${value ?? "-"}`)
          .join(", ")}`,
    ),
  ]);
  return `${isForgotten ? "forgotten:\n" : ""}${lines.join("\n")}\n`;
}
