import { setImmediate as nextTurn } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import type { LetterKey } from "../letters/stored-letter.ts";
import type { IndexOptions } from "./local-index.ts";
import type { LetterCatalogue, PassageIndex, SearchResult } from "./passage-index.ts";
import { Line, type Message, type WorkerAsks, type WorkerStart } from "./worker-messages.ts";

/**
 * The index in a worker thread, from the main thread's side: the same methods, and the event loop stays free.
 */

export interface WorkerOptions extends IndexOptions {
  /** The compiled worker.ts: Node 20 runs no TypeScript. */
  workerFile: URL;
}

/** Beside this file when that is compiled, in dist/ when it is not (under vitest). */
function compiledWorker(): URL {
  const here = import.meta.url;
  return new URL(here.endsWith(".ts") ? "../../dist/src/search/worker.js" : "./worker.js", here);
}

/** So many letters go to the worker in one message, as a message is copied while everything waits. */
const lettersAtOnce = 16;

/** Starts the worker. It holds the process open until `close`. */
export function openWorkerIndex({
  lexicon = null,
  saved = null,
  workerFile = compiledWorker(),
}: Partial<WorkerOptions> = {}): PassageIndex {
  let read: LetterCatalogue["read"] = async () => [];
  const serve: WorkerAsks = {
    // The worker asks for the next as soon as it has one, and a port delivers as long as there is something to deliver.
    read: async (keys) => {
      await nextTurn();
      return read(keys);
    },
    load: async (hash) => (await saved?.load(hash)) ?? null,
    save: async (hash, bytes) => saved?.save(hash, bytes),
    keepOnly: async (hashes) => saved?.keepOnly(hashes),
  };
  const workerData: WorkerStart = { lexicon: lexicon && shared(lexicon), keepsSegments: saved !== null };
  const worker = new Worker(workerFile, { workerData });
  const line = new Line(worker, { ...serve });
  worker.on("message", (message: Message) => void line.receive(message));
  worker.on("error", (error) => line.break(error));
  worker.on("exit", () => line.break(new Error("The search worker has ended")));
  // A port delivers all that has come in at once, and a server accepts one connection a turn of the event loop: were all
  // answers to a crowd made in one turn, the next questions would wait for all of them to be acknowledged.
  let handed: Promise<void> = Promise.resolve();
  const handOut = async (result: SearchResult): Promise<SearchResult> => {
    handed = handed.then(() => nextTurn());
    await handed;
    return result;
  };
  return {
    fill: async ({ letters, read: readLetters }) => {
      read = readLetters;
      await line.ask("fill", [letters]);
    },
    add: async (letters) => {
      for (let at = 0; at < letters.length; at += lettersAtOnce) {
        await line.ask("add", [letters.slice(at, at + lettersAtOnce)]);
      }
    },
    remove: async (keys: LetterKey[]) => void (await line.ask("remove", [keys])),
    search: async (query, page) => handOut((await line.ask("search", [query, page])) as SearchResult),
    count: async () => (await line.ask("count", [])) as { letters: number; passages: number },
    close: async () => {
      await line.ask("close", []);
      await worker.terminate();
    },
  };
}

/** The same bytes in memory that both threads see. */
function shared(bytes: Uint8Array): Uint8Array {
  if (bytes.buffer instanceof SharedArrayBuffer) return bytes;
  const copy = new Uint8Array(new SharedArrayBuffer(bytes.length));
  copy.set(bytes);
  return copy;
}
