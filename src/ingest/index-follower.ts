import type { LetterKey } from "../letters/stored-letter.ts";
import type { PassageIndex } from "../search/passage-index.ts";
import type { Store } from "../store/store.ts";
import { catalogue, indexedLetters } from "./index-letters.ts";

/**
 * Keeps an index level with the store, batch by batch, whoever stored them: a sync in this process, a command beside
 * it, or a run that ended between store and index. What is in the index may be announced, and the ledger notes it.
 */
export class IndexFollower {
  readonly #store: Store;
  readonly #index: PassageIndex;
  readonly #now: () => Date;
  /** The last batch that this index has or is being filled with; null before it is filled. */
  #last: number | null = null;
  #isFilled = false;
  #turn: Promise<void> = Promise.resolve();

  constructor(store: Store, index: PassageIndex, now: () => Date) {
    this.#store = store;
    this.#index = index;
    this.#now = now;
  }

  /**
   * Fills the index with all letters there are. The ledger is left alone: see {@link catchUp}.
   *
   * @throws what went wrong with reading a letter, as the store threw it
   */
  fill(): Promise<void> {
    const { letters, lastBatch } = this.#store.ledger.snapshot();
    this.#last = lastBatch;
    const { read, ...all } = catalogue(this.#store.letters, letters);
    let unread: unknown = null;
    // An error loses its kind on its way through the worker.
    const noting = (keys: LetterKey[]) =>
      read(keys).catch((error: unknown) => {
        unread = error;
        throw error;
      });
    return this.#index.fill({ ...all, read: noting }).then(
      () => {
        this.#isFilled = true;
      },
      (error: unknown) => {
        throw unread ?? error;
      },
    );
  }

  /**
   * The last batch whose letters can be searched in this index, with all before it; 0 while it is being filled. What
   * announces letters goes up to here: so it shows none that cannot be found, and who keeps the number misses none.
   */
  get indexedUntil(): number {
    return this.#isFilled ? (this.#last ?? 0) : 0;
  }

  /**
   * Indexes the batches that came in since, in order, and says in the ledger that they can be searched. Calls come one
   * after the other.
   */
  catchUp(): Promise<void> {
    const done = this.#turn.then(() => this.#catchUp());
    this.#turn = done.catch(() => undefined);
    return done;
  }

  async #catchUp(): Promise<void> {
    const { ledger } = this.#store;
    for (const batch of ledger.after(this.#last ?? 0)) {
      const keys = ledger.changes(batch);
      const letters = keys.flatMap((key) => indexedLetters(this.#store.letters, key));
      const present = new Set(letters.map(({ key }) => key));
      const gone = keys.filter((key) => !present.has(key));
      if (gone.length > 0) await this.#index.remove(gone);
      if (letters.length > 0) await this.#index.add(letters);
      this.#last = batch;
    }
    if (this.#last !== null) ledger.markSearchable(this.#last, this.#now());
  }
}
