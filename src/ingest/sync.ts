import { isRefusal } from "../formats/refusals.ts";
import type { Day } from "../letters/letter.ts";
import type { Arrival, Delivery, Origin, Refusal, Retry } from "../store/arrival.ts";
import type { KnownOrigin } from "../store/source-book.ts";
import type { Store } from "../store/store.ts";
import type { Clock } from "./clock.ts";
import { fetchDocument } from "./fetch-document.ts";
import type { SourceClient } from "./http/client.ts";
import { SourceError } from "./http/source-error.ts";
import type { IndexFollower } from "./index-follower.ts";
import { isCurrent } from "./read-by.ts";
import type { Listed, Source, SourceDocument } from "./sources/source.ts";

/** What came of a run, counted. `listed` counts all that the source named and that was chosen. */
export interface SyncOutcome {
  source: string;
  listed: number;
  new: number;
  updated: number;
  unchanged: number;
  withdrawn: number;
  /** Letters that turned out to be one with another. */
  merged: number;
  quarantined: number;
  placeholders: number;
  /** Documents that failed before and whose time has not come. */
  waiting: number;
}

export interface SyncParts {
  store: Store;
  client: SourceClient;
  clock: Clock;
  /** null when the index is in another process, which follows by itself. */
  follower: IndexFollower | null;
  /** Told after every batch. */
  onProgress?: (outcome: SyncOutcome) => void;
  onRefused?: (refusal: Refusal) => void;
  signal?: AbortSignal;
}

export interface SyncOptions {
  /** Everything modified since that day, whatever the cursor. */
  since: Day | null;
  /** Only lists: nothing is fetched, nothing written. */
  dryRun: boolean;
}

/** Documents to a batch: few, as reading each may take seconds and an interrupted batch is fetched again. */
const batchSize = 20;
const hour = 3_600_000;
/** How long a document that failed waits for its next attempt, by how often it has failed. */
const retryAfterHours = [1, 6, 24, 72, 168];
/** So many documents in a row that cannot be had: then it is the source that is down, not the document. */
const mostFailuresInARow = 3;

/**
 * Takes in what is new in a source, batch by batch: fetched, read, stored in one transaction together with the cursor,
 * then indexed. It can be stopped at any moment and goes on where it was.
 *
 * @throws SourceError when the source cannot be listed, or when nothing can be had of it any more; what came in before
 *   stays
 */
export async function syncSource(source: Source, parts: SyncParts, options: SyncOptions): Promise<SyncOutcome> {
  const run = new Run(source.name, parts, options);
  const { cursor } = parts.store.sources.state(source.name);
  if (!options.dryRun) await run.retry();
  for await (const page of source.pages({ cursor, since: options.since, signal: parts.signal })) {
    const chunks = inChunks(lastOfEach(page.listed));
    for (const [number, chunk] of chunks.entries()) {
      const isLast = number === chunks.length - 1;
      await run.take(chunk, isLast ? page.cursor : null);
    }
  }
  return run.outcome;
}

class Run {
  readonly outcome: SyncOutcome;
  readonly #source: string;
  readonly #parts: SyncParts;
  readonly #dryRun: boolean;
  readonly #since: Day | null;
  #failuresInARow = 0;

  constructor(source: string, parts: SyncParts, { dryRun, since }: SyncOptions) {
    this.#source = source;
    this.#parts = parts;
    this.#dryRun = dryRun;
    this.#since = since;
    const none = { listed: 0, new: 0, updated: 0, unchanged: 0, withdrawn: 0, merged: 0 };
    this.outcome = { source, ...none, quarantined: 0, placeholders: 0, waiting: 0 };
  }

  /** Tries again what failed in earlier runs and is due. */
  async retry(): Promise<void> {
    const { store, clock } = this.#parts;
    const due = store.sources.dueRetries(this.#source, clock.now());
    const documents = due.map(({ document }) => JSON.parse(document) as SourceDocument);
    for (const chunk of inChunks(documents)) {
      if (chunk.length > 0) await this.#fetchAll(chunk, { withdrawn: [] }, null);
    }
  }

  /** Takes in a part of a page; the cursor moves with it. */
  async take(listed: readonly Listed[], cursor: string | null): Promise<void> {
    const { store } = this.#parts;
    const documents: SourceDocument[] = [];
    const delivery: Delivery & { withdrawn: string[] } = { withdrawn: [] };
    for (const each of listed) {
      if (this.#isForeign(each)) continue;
      this.outcome.listed += 1;
      if (each.state === "placeholder") this.outcome.placeholders += 1;
      else if (each.state === "withdrawn") delivery.withdrawn.push(each.externalId);
      else if (this.#isKnown(each.document)) this.outcome.unchanged += 1;
      else if (this.#isWaiting(each.document)) this.outcome.waiting += 1;
      else documents.push(each.document);
    }
    if (this.#dryRun) return this.#foresee(documents, delivery.withdrawn);
    if (cursor !== null) delivery.cursor = cursor;
    const nothing = documents.length === 0 && delivery.withdrawn.length === 0;
    if (nothing && (cursor === null || cursor === store.sources.state(this.#source).cursor)) return;
    await this.#fetchAll(documents, delivery, cursor);
  }

  /** Whatever is deleted says no more of what it was: most of it was never one of ours. */
  #isForeign(each: Listed): boolean {
    if (each.state !== "withdrawn") return false;
    const { sources } = this.#parts.store;
    const { externalId } = each;
    return sources.origin(this.#source, externalId) === null && sources.retry(this.#source, externalId) === null;
  }

  /** What other code read is only fetched for that when a person asks for it: a source may feed thousands again. */
  #isToBeRead({ readBy }: KnownOrigin): boolean {
    return this.#since !== null && !isCurrent(readBy);
  }

  /** A document that is listed exactly as it was when it was read need not be asked for. */
  #isKnown({ externalId, stamp }: SourceDocument): boolean {
    const known = this.#parts.store.sources.origin(this.#source, externalId);
    return known !== null && !known.withdrawn && stamp !== null && known.stamp === stamp && !this.#isToBeRead(known);
  }

  #isWaiting(document: SourceDocument): boolean {
    const waiting = this.#parts.store.sources.retry(this.#source, document.externalId);
    return waiting !== null && waiting.document === JSON.stringify(document);
  }

  #foresee(documents: readonly SourceDocument[], withdrawn: readonly string[]): void {
    const { sources } = this.#parts.store;
    for (const { externalId } of documents) {
      this.outcome[sources.origin(this.#source, externalId) === null ? "new" : "updated"] += 1;
    }
    const held = withdrawn.map((externalId) => sources.origin(this.#source, externalId));
    this.outcome.withdrawn += held.filter((origin) => origin !== null && !origin.withdrawn).length;
  }

  async #fetchAll(
    documents: readonly SourceDocument[],
    delivery: Delivery & { withdrawn: string[] },
    cursor: string | null,
  ): Promise<void> {
    const arrivals: Arrival[] = [];
    const refused: Refusal[] = [];
    const unchanged: Origin[] = [];
    let down: SourceError | null = null;
    for (const document of documents) {
      this.#parts.signal?.throwIfAborted();
      const fetched = await this.#fetch(document);
      if ("reason" in fetched) {
        refused.push(fetched);
        down = this.#isDown(fetched.reason);
        if (down !== null) break;
        continue;
      }
      this.#failuresInARow = 0;
      if (fetched.state === "read") arrivals.push(fetched.arrival);
      else unchanged.push(fetched.origin);
    }
    const { cursor: _, ...withoutCursor } = delivery;
    await this.#store(arrivals, refused, {
      ...withoutCursor,
      unchanged,
      ...(cursor !== null && down === null && { cursor }),
    });
    if (down !== null) throw down;
  }

  async #fetch(document: SourceDocument) {
    const { store, client, signal } = this.#parts;
    const known = store.sources.origin(this.#source, document.externalId);
    try {
      const same = known === null || this.#isToBeRead(known) ? null : known;
      return await fetchDocument(document, same, { client, letters: store.letters, signal });
    } catch (error) {
      if (!(error instanceof SourceError) && !isRefusal(error)) throw error;
      const reason = error;
      const file = document.forms[0]?.name ?? document.externalId;
      const refusal: Refusal = { file, bytes: null, reason, retry: this.#retryOf(document) };
      return refusal;
    }
  }

  #retryOf(document: SourceDocument): Retry {
    const { store, clock } = this.#parts;
    const text = JSON.stringify(document);
    const before = store.sources.retry(this.#source, document.externalId);
    const failed = before !== null && before.document === text ? before.attempts : 0;
    const hours = retryAfterHours[failed];
    const dueAt = hours === undefined ? null : new Date(clock.now().getTime() + hours * hour);
    return { externalId: document.externalId, document: text, attempts: failed + 1, dueAt };
  }

  #isDown(reason: Error): SourceError | null {
    if (!(reason instanceof SourceError && reason.passes)) return null;
    this.#failuresInARow += 1;
    // A source that says when to come back is not asked again before.
    return reason.retryAt !== null || this.#failuresInARow >= mostFailuresInARow ? reason : null;
  }

  async #store(arrivals: readonly Arrival[], refused: readonly Refusal[], delivery: Delivery): Promise<void> {
    const { store, clock, follower, onProgress, onRefused } = this.#parts;
    const outcome = store.intake.addBatch(this.#source, clock.now(), arrivals, refused, delivery);
    for (const name of ["new", "updated", "unchanged", "withdrawn", "merged", "quarantined"] as const) {
      this.outcome[name] += outcome[name];
    }
    this.outcome.unchanged += delivery.unchanged?.length ?? 0;
    for (const refusal of refused) onRefused?.(refusal);
    await follower?.catchUp();
    onProgress?.(this.outcome);
  }
}

/** Of a document that is listed more than once, only how it was listed last. */
function lastOfEach(listed: readonly Listed[]): Listed[] {
  const last = new Map<string, Listed>();
  for (const each of listed) {
    const id = each.state === "present" ? each.document.externalId : each.externalId;
    last.delete(id);
    last.set(id, each);
  }
  return [...last.values()];
}

/** At least one chunk, so that the cursor of an empty page moves too. */
function inChunks<Item>(items: readonly Item[]): Item[][] {
  const count = Math.max(1, Math.ceil(items.length / batchSize));
  return Array.from({ length: count }, (_, chunk) => items.slice(chunk * batchSize, (chunk + 1) * batchSize));
}
