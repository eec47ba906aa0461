import { setImmediate } from "node:timers/promises";
import { inflateRawSync } from "node:zlib";
import type { SourceText } from "../formats/source-text.ts";
import { readLetter } from "../letters/parse.ts";
import type { Reread } from "../store/letter-writer.ts";
import type { StaleLetter } from "../store/readings.ts";
import type { Store } from "../store/store.ts";
import type { Clock } from "./clock.ts";
import type { IndexFollower } from "./index-follower.ts";
import { currentReadBy } from "./read-by.ts";

export interface RereadParts {
  store: Store;
  /** null when the index is in another process, which follows by itself. */
  follower: IndexFollower | null;
  clock: Clock;
  signal?: AbortSignal;
  /** Told of a letter whose text cannot be had any more; it stays as it is. */
  onFailed: (key: number, error: unknown) => void;
}

/** How many letters make a batch, as in an intake. */
const batchSize = 20;
/** Between two batches whoever asks the bot something goes first. */
const restMilliseconds = 100;

/**
 * Reads letters again that other code read, from the text that was kept of them: after an upgrade they say what the new
 * reader makes of it. Files are not opened again; see {@link Reading}.
 *
 * @returns how many were read, and how many of them say something else now
 */
export async function rereadLetters(parts: RereadParts): Promise<{ read: number; changed: number }> {
  const { store, follower, clock, signal, onFailed } = parts;
  const readBy = currentReadBy();
  const outcome = { read: 0, changed: 0 };
  let stale = store.readings.stale(readBy.reader, 0, batchSize);
  while (stale.length > 0) {
    const rereads: Reread[] = [];
    for (const of of stale) {
      signal?.throwIfAborted();
      try {
        rereads.push({ of, letter: readLetter(textOf(of)), readBy: { ...readBy, opener: of.reading.opener } });
      } catch (error) {
        onFailed(of.key, error);
      }
      await setImmediate();
    }
    const { updated } = store.intake.addRereads(clock.now(), rereads);
    outcome.read += rereads.length;
    outcome.changed += updated;
    if (updated > 0) await follower?.catchUp();
    await clock.wait(restMilliseconds, signal);
    stale = store.readings.stale(readBy.reader, stale.at(-1)?.key ?? Number.POSITIVE_INFINITY, batchSize);
  }
  return outcome;
}

function textOf({ reading }: StaleLetter): SourceText {
  return JSON.parse(inflateRawSync(reading.text).toString("utf8")) as SourceText;
}
