import { resolve } from "node:path";
import { readConfig } from "../config.ts";
import { backUp, restore as restoreFrom } from "../store/backup.ts";
import { UsageError } from "./usage-error.ts";

export const backupUsage = "backup -- FILE";
export const restoreUsage = "restore -- FILE";

/**
 * Copies the database into FILE, also while the bot runs.
 *
 * @throws UsageError, UserError
 */
export async function backup(args: string[]): Promise<number> {
  const file = onlyFile(args);
  const { letters } = await backUp(readConfig(process.env, process.cwd()).database, file);
  process.stdout.write(`${letters} letters backed up in ${file}\n`);
  return 0;
}

/**
 * Puts FILE in the place of the database, which is kept beside it; the bot must be stopped.
 *
 * @throws UsageError, UserError
 */
export async function restore(args: string[]): Promise<number> {
  const file = onlyFile(args);
  const { database } = readConfig(process.env, process.cwd());
  const { letters, keptAside } = await restoreFrom(file, database, new Date());
  process.stdout.write(`${letters} letters restored into ${database}\n`);
  if (keptAside !== null) process.stdout.write(`the database that was there is kept as ${keptAside}\n`);
  return 0;
}

function onlyFile(args: string[]): string {
  const [file, ...more] = args;
  if (file === undefined || file.startsWith("-") || more.length > 0) throw new UsageError("give one FILE");
  return resolve(file);
}
