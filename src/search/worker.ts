import { parentPort, workerData } from "node:worker_threads";
import type { LetterKey } from "../letters/stored-letter.ts";
import { openLocalIndex } from "./local-index.ts";
import type { IndexedLetter, Page, Query } from "./passage-index.ts";
import { Line, type MainAsks, type Message, type WorkerStart } from "./worker-messages.ts";

/**
 * The search worker: the index in a thread of its own, so that Slack is answered whatever the index is doing. Started
 * by worker-index.ts only.
 */

const port = parentPort;
if (port === null) throw new Error("worker.ts runs in a worker thread only");

const { lexicon, keepsSegments } = workerData as WorkerStart;
const saved = {
  load: async (hash: string) => (await line.ask("load", [hash])) as Uint8Array | null,
  save: async (hash: string, bytes: Uint8Array) => void (await line.ask("save", [hash, bytes])),
  keepOnly: async (hashes: string[]) => void (await line.ask("keepOnly", [hashes])),
};
const index = openLocalIndex({ lexicon, saved: keepsSegments ? saved : null });

const serve = {
  fill: (letters) => index.fill({ letters, read: (keys) => line.ask("read", [keys]) as Promise<IndexedLetter[]> }),
  add: (letters: IndexedLetter[]) => index.add(letters),
  remove: (keys: LetterKey[]) => index.remove(keys),
  search: (query: Query, page: Page) => index.search(query, page),
  count: () => index.count(),
  close: () => index.close(),
} satisfies MainAsks;

const line = new Line(port, serve);
port.on("message", (message: Message) => void line.receive(message));
