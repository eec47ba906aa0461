import { storageTroubleOf } from "./storage-fault.ts";

/** So many are remembered; then the oldest is forgotten. */
const most = 10_000;

/**
 * What expires within a day and could not be written: kept in memory until the process ends, so that questions are
 * answered while the disk takes nothing. What people keep never comes here: they are told that it was not kept.
 */
export class InMemory<Value> {
  readonly #kept = new Map<string, Value>();

  /** Writes, or remembers when the database cannot be written. @throws any other error */
  writeOrKeep<Result>(id: string, value: Value, write: () => Result, otherwise: Result): Result {
    try {
      return write();
    } catch (error) {
      if (storageTroubleOf(error) === null) throw error;
      const [oldest] = this.#kept.keys();
      if (this.#kept.size >= most && oldest !== undefined) this.#kept.delete(oldest);
      this.#kept.set(id, value);
      return otherwise;
    }
  }

  get(id: string): Value | undefined {
    return this.#kept.get(id);
  }
}
