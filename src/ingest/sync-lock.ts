import { takeLock } from "../store/process-lock.ts";
import { SourceError } from "./http/source-error.ts";

/**
 * Does work while no other process asks the sources for the same database: two at once would be twice as impolite.
 *
 * @param database absolute path, or `:memory:`, which nobody else has
 * @throws SourceError `sync-running`
 */
export async function withSyncLock<Result>(database: string, work: () => Promise<Result>): Promise<Result> {
  if (database === ":memory:") return work();
  const release = takeLock(`${database}.sync`);
  if (release === null) throw new SourceError("sync-running", database, "wait for it to end");
  try {
    return await work();
  } finally {
    release();
  }
}
