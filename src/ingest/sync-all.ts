import { SourceError } from "./http/source-error.ts";
import type { Source } from "./sources/source.ts";
import { type SyncOptions, type SyncOutcome, type SyncParts, syncSource } from "./sync.ts";

/** A source that could not be synchronised to the end, and what came in before that. */
export interface SyncFailure {
  source: string;
  error: SourceError;
}

/** Who is told that a source does not do its work; the texts are theirs. Whoever cannot be told rejects. */
export interface SourceWatcher {
  /** A source has failed for a day: once until it is back. */
  onTrouble(trouble: { source: string; since: Date; fault: string; reason: string }): Promise<void>;
  /** A source whose trouble was told is back. */
  onRecovered(recovery: { source: string; since: Date }): Promise<void>;
}

/** How long a source fails before its maintainers hear of it. */
const patience = 24 * 3_600_000;

type AllParts = SyncParts & {
  watcher?: SourceWatcher;
  /** Told why the maintainers could not be told. */
  onUntold?: (error: unknown) => void;
};

/** Synchronises sources one after the other; one that fails does not keep the next from its turn. */
export async function syncAll(
  sources: readonly Source[],
  parts: AllParts,
  options: SyncOptions,
): Promise<(SyncOutcome | SyncFailure)[]> {
  const results: (SyncOutcome | SyncFailure)[] = [];
  for (const source of sources) results.push(await syncOne(source, parts, options));
  return results;
}

async function syncOne(source: Source, parts: AllParts, options: SyncOptions): Promise<SyncOutcome | SyncFailure> {
  const { store, clock, watcher } = parts;
  const { name } = source;
  const before = store.sources.state(name);
  try {
    refuseTooEarly(before.notBefore, name, clock.now());
    const outcome = await syncSource(source, parts, options);
    if (options.dryRun) return outcome;
    store.sources.succeeded(name, clock.now());
    if (before.toldAt !== null && before.failingSince !== null) {
      const recovery = { source: name, since: new Date(before.failingSince) };
      await tell(parts, () => watcher?.onRecovered(recovery));
    }
    return outcome;
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    if (!options.dryRun) await noteFailure(name, error, parts);
    return { source: name, error };
  }
}

/** No source asks for longer, in milliseconds; what seems to was noted by a clock that ran ahead. */
const longestPause = 7 * 24 * 3_600_000;

/** What a source asked with Retry-After holds for the next run too. */
function refuseTooEarly(notBefore: string | null, name: string, now: Date): void {
  const early = notBefore === null ? 0 : Date.parse(notBefore) - now.getTime();
  if (notBefore === null || early <= 0 || early > longestPause) return;
  throw new SourceError("source-busy", name, `not before ${notBefore}`, new Date(notBefore));
}

async function noteFailure(source: string, error: SourceError, parts: AllParts): Promise<void> {
  const { store, clock, watcher } = parts;
  const now = clock.now();
  store.sources.failed(source, now, error.fault, error.message, error.retryAt);
  const { failingSince, toldAt } = store.sources.state(source);
  if (watcher === undefined || failingSince === null || toldAt !== null) return;
  const since = new Date(failingSince);
  if (now.getTime() - since.getTime() < patience) return;
  const trouble = { source, since, fault: error.fault, reason: error.message };
  // Who could not be told now is told at the next failure.
  if (await tell(parts, () => watcher.onTrouble(trouble))) store.sources.told(source, now);
}

/** Whether telling worked; that it did not is no reason to stop. */
async function tell({ onUntold }: AllParts, telling: () => Promise<void> | undefined): Promise<boolean> {
  try {
    await telling();
    return true;
  } catch (error) {
    onUntold?.(error);
    return false;
  }
}
