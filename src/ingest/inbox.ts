import { statSync, watch } from "node:fs";
import { basename, relative } from "node:path";
import { UserError } from "../errors.ts";
import type { Refusal } from "../store/arrival.ts";
import type { Store } from "../store/store.ts";
import type { Clock } from "./clock.ts";
import type { IndexFollower } from "./index-follower.ts";
import { type IntakeOutcome, takeIn } from "./intake.ts";
import { currentReadBy } from "./read-by.ts";
import { type FoundPublication, findPublications } from "./sources/folder.ts";

export interface InboxParts {
  store: Store;
  follower: IndexFollower | null;
  clock: Clock;
  onRefused: (refusal: Refusal) => void;
  /** Told of every look that took something in. */
  onTaken: (outcome: IntakeOutcome) => void;
  /** Told when the folder cannot be read, in one sentence. */
  onTrouble: (error: UserError) => void;
  /** Told when a look failed, as on a full disk; the next is a minute later. */
  onFailed: (error: unknown) => void;
}

/** A file that has not changed for so long is whole: who copies a file writes more often than that. */
const settleMilliseconds = 2_000;
/** Shared folders do not tell of changes, so every now and then somebody has to look. */
const lookMilliseconds = 60_000;

/** Files that are being written, by the programs that write them. */
const unfinished = /^~\$|\.(?:part|partial|tmp|crdownload|filepart|download)$/i;

/** A folder into which people put letters. What has been taken in, or refused, is only read again when it changes. */
export class Inbox {
  readonly #folder: string;
  readonly #parts: InboxParts;
  /** What each publication looked like at the last look, and since when. */
  #seen = new Map<string, { stamp: string; since: number }>();

  constructor(folder: string, parts: InboxParts) {
    this.#folder = folder;
    this.#parts = parts;
  }

  /**
   * Looks once, and takes in what has settled.
   *
   * @returns whether something is there that has not settled yet
   */
  async look(): Promise<boolean> {
    const { clock } = this.#parts;
    const now = clock.now().getTime();
    const seen = new Map<string, { stamp: string; since: number }>();
    const settled: FoundPublication[] = [];
    for (const publication of this.#find()) {
      const stamp = stampOf(publication);
      if (stamp === null) continue;
      const name = this.#nameOf(publication);
      const before = this.#seen.get(name);
      const since = before?.stamp === stamp ? Math.min(before.since, now) : now;
      seen.set(name, { stamp, since });
      if (!this.#isDone(name, stamp) && now - since >= settleMilliseconds) settled.push(publication);
    }
    this.#seen = seen;
    if (settled.length > 0) await this.#take(settled);
    return [...seen].some(([name, { stamp }]) => !this.#isDone(name, stamp));
  }

  /** Looks for as long as the bot runs: at every sign of a change, and every minute. */
  async run(signal: AbortSignal): Promise<void> {
    const { clock, onFailed } = this.#parts;
    const changes = new Changes(this.#folder);
    try {
      while (!signal.aborted) {
        const unsettled = await this.look().catch((error: unknown) => {
          onFailed(error);
          return false;
        });
        const waited = new AbortController();
        const wait = clock.wait(
          unsettled ? settleMilliseconds : lookMilliseconds,
          AbortSignal.any([signal, waited.signal]),
        );
        await Promise.race([wait.catch(() => undefined), ...(unsettled ? [] : [changes.next()])]);
        waited.abort();
      }
    } finally {
      changes.close();
    }
  }

  #find(): FoundPublication[] {
    try {
      return findPublications(this.#folder).flatMap(({ paths, hints }) => {
        const whole = paths.filter((path) => !unfinished.test(basename(path)));
        return whole.length === 0 ? [] : [{ paths: whole, hints }];
      });
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      this.#parts.onTrouble(error);
      return [];
    }
  }

  #nameOf({ paths: [path = ""] }: FoundPublication): string {
    return relative(this.#folder, path).replace(/\.[^./\\]*$/, "");
  }

  #isDone(name: string, stamp: string): boolean {
    const { sources } = this.#parts.store;
    return sources.origin("inbox", name)?.stamp === stamp || sources.retry("inbox", name)?.document === stamp;
  }

  async #take(publications: readonly FoundPublication[]): Promise<void> {
    const { store, follower, clock, onRefused, onTaken } = this.#parts;
    const originOf = (publication: FoundPublication) => {
      const name = this.#nameOf(publication);
      return { externalId: name, stamp: this.#seen.get(name)?.stamp ?? null };
    };
    onTaken(await takeIn("inbox", publications, { store, follower, now: () => clock.now(), onRefused, originOf }));
  }
}

/**
 * Names, sizes and times of change of the forms of a publication, and by which code it is read: other code may read
 * more of it. null when one has gone meanwhile.
 */
function stampOf({ paths, hints }: FoundPublication): string | null {
  const files = paths.map((path) => {
    const found = statSync(path, { throwIfNoEntry: false });
    return found === undefined ? null : [basename(path), found.size, found.mtimeMs];
  });
  return files.includes(null) ? null : JSON.stringify([files, hints, currentReadBy()]);
}

/** Signs of change in a folder and the folders in it, as far as the system gives them. */
class Changes {
  readonly #close: () => void;
  #changed = false;
  #tell: () => void = () => undefined;

  constructor(folder: string) {
    const note = () => {
      this.#changed = true;
      this.#tell();
    };
    try {
      const watcher = watch(folder, { recursive: true, persistent: false }, note).on("error", () => watcher.close());
      this.#close = () => watcher.close();
    } catch {
      // Not every system can; the look every minute remains.
      this.#close = () => undefined;
    }
  }

  /** Resolves at the next change, or at once when one came since the last call. */
  async next(): Promise<void> {
    if (!this.#changed) {
      await new Promise<void>((resolve) => {
        this.#tell = resolve;
      });
    }
    this.#changed = false;
  }

  close(): void {
    this.#close();
  }
}
