import { once } from "node:events";
import { WebSocket } from "ws";

/**
 * Looks into a process from outside, by the inspector of Node: so that memory can be measured after a collection
 * without anything for it in the bot.
 */

interface Reply {
  id?: number;
  method?: string;
  result?: Record<string, unknown>;
  params?: Record<string, unknown>;
  error?: { message: string };
}

type Say = (text: string) => void;

/** Commands to one thread, and their answers. */
class Session {
  readonly #say: Say;
  readonly #waiting = new Map<number, (reply: Reply) => void>();
  #sent = 0;

  constructor(say: Say) {
    this.#say = say;
  }

  async send(method: string, params: object = {}): Promise<Record<string, unknown>> {
    const id = ++this.#sent;
    const answered = new Promise<Reply>((resolve) => this.#waiting.set(id, resolve));
    this.#say(JSON.stringify({ id, method, params }));
    const { result = {}, error } = await answered;
    if (error !== undefined) throw new Error(`${method}: ${error.message}`);
    return result;
  }

  receive(reply: Reply): void {
    this.#waiting.get(reply.id ?? 0)?.(reply);
    this.#waiting.delete(reply.id ?? 0);
  }

  /** Bytes in use on the heap of the thread, after a collection. */
  async heapAfterCollection(): Promise<number> {
    await this.send("HeapProfiler.collectGarbage");
    const { usedSize } = await this.send("Runtime.getHeapUsage");
    return Number(usedSize);
  }
}

export class Inspector {
  readonly #socket: WebSocket;
  readonly #main: Session;
  readonly #workers = new Map<string, Session>();

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    this.#main = new Session((text) => socket.send(text));
    socket.on("message", (data) => this.#receive(JSON.parse(String(data)) as Reply));
  }

  /** @param address as Node prints it: `ws://127.0.0.1:port/id` */
  static async connect(address: string): Promise<Inspector> {
    const socket = new WebSocket(address);
    await once(socket, "open");
    const inspector = new Inspector(socket);
    await inspector.#main.send("NodeWorker.enable", { waitForDebuggerOnStart: false });
    return inspector;
  }

  /** Bytes in use on the heaps of the main thread and of its workers, after a collection. */
  async heapAfterCollection(): Promise<number> {
    const sessions = [this.#main, ...this.#workers.values()];
    const heaps = await Promise.all(sessions.map((session) => session.heapAfterCollection()));
    return heaps.reduce((sum, heap) => sum + heap);
  }

  close(): void {
    this.#socket.terminate();
  }

  #receive(reply: Reply): void {
    const { method, params = {} } = reply;
    const sessionId = String(params.sessionId);
    if (method === undefined) this.#main.receive(reply);
    else if (method === "NodeWorker.attachedToWorker") {
      const say: Say = (message) => void this.#main.send("NodeWorker.sendMessageToWorker", { sessionId, message });
      this.#workers.set(sessionId, new Session(say));
    } else if (method === "NodeWorker.detachedFromWorker") this.#workers.delete(sessionId);
    else if (method === "NodeWorker.receivedMessageFromWorker") {
      this.#workers.get(sessionId)?.receive(JSON.parse(String(params.message)) as Reply);
    }
  }
}
