import type { LetterCatalogue, PassageIndex, SavedSegments } from "./passage-index.ts";

/**
 * What the main thread and the search worker say to each other. Both may ask: the main thread for searches, the worker
 * for letters and saved segments.
 */

/** What the worker is started with. The word list is shared memory, so that it exists once. */
export interface WorkerStart {
  lexicon: Uint8Array | null;
  keepsSegments: boolean;
}

/** What the main thread can ask for; `fill` gets the list of letters, as the texts are asked for one group at a time. */
export interface MainAsks {
  fill(letters: LetterCatalogue["letters"]): Promise<void>;
  add: PassageIndex["add"];
  remove: PassageIndex["remove"];
  search: PassageIndex["search"];
  count: PassageIndex["count"];
  close: PassageIndex["close"];
}

/** What the worker can ask for. */
export interface WorkerAsks extends SavedSegments {
  read: LetterCatalogue["read"];
}

export type Message =
  | { ask: number; method: string; args: unknown[] }
  | { answer: number; value: unknown }
  | { answer: number; error: { name: string; message: string } };

/** The one method of a port that both ends share; Worker and MessagePort have it. */
export interface Port {
  postMessage(message: Message, transfer: ArrayBuffer[]): void;
}

type Methods = Record<string, (...args: never[]) => Promise<unknown>>;

/** One end of the line. Give it every message that comes in. */
export class Line {
  readonly #port: Port;
  readonly #serve: Methods;
  readonly #waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  #asked = 0;
  #broken: Error | null = null;

  constructor(port: Port, serve: Methods) {
    this.#port = port;
    this.#serve = serve;
  }

  ask(method: string, args: unknown[]): Promise<unknown> {
    if (this.#broken !== null) return Promise.reject(this.#broken);
    const ask = ++this.#asked;
    return new Promise((resolve, reject) => {
      this.#waiting.set(ask, { resolve, reject });
      this.#port.postMessage({ ask, method, args }, buffersOf(args));
    });
  }

  async receive(message: Message): Promise<void> {
    if ("ask" in message) return this.#answer(message.ask, message.method, message.args);
    const waiting = this.#waiting.get(message.answer);
    this.#waiting.delete(message.answer);
    if ("error" in message)
      waiting?.reject(Object.assign(new Error(message.error.message), { name: message.error.name }));
    else waiting?.resolve(message.value);
  }

  /** Nobody answers any more. */
  break(reason: Error): void {
    this.#broken = reason;
    for (const { reject } of this.#waiting.values()) reject(reason);
    this.#waiting.clear();
  }

  async #answer(answer: number, method: string, args: unknown[]): Promise<void> {
    try {
      const value = await this.#serve[method]?.(...(args as never[]));
      this.#port.postMessage({ answer, value }, buffersOf([value]));
    } catch (error) {
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      this.#port.postMessage({ answer, error: { name, message } }, []);
    }
  }
}

/** The bytes of a segment are handed over, as copying them would take both threads a while. */
function buffersOf(values: unknown[]): ArrayBuffer[] {
  return values.flatMap((value) =>
    value instanceof Uint8Array && value.buffer instanceof ArrayBuffer && value.length === value.buffer.byteLength
      ? value.buffer
      : [],
  );
}
