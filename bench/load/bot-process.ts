import type { ChildProcess } from "node:child_process";
import { EventEmitter, once } from "node:events";
import { createServer } from "node:net";
import { createInterface } from "node:readline";
import { startNode } from "../../test/run-node.ts";
import { Inspector } from "./inspector.ts";

/** The bot as it runs: `dist/src/main.js` in a process of its own, seen from outside only. */

interface LogLine {
  level: number;
  msg: string;
  address?: string;
}

/** What Node writes to standard error because it is looked into. */
const ofDebugger = /^(For help, see: |Debugger attached|Debugger ending on |Waiting for the debugger)/;

/** What is left of a bot when it has ended. */
export interface End {
  /** 0 when it ended because it was asked to. */
  code: number | null;
  /** Lines of its log that say that something is wrong (warnings are not among them), and what it wrote to standard error. */
  faults: string[];
}

/** What a bot says of itself: figures of `/metrics` by their names. */
export type Figures = ReadonlyMap<string, number>;

export class BotProcess {
  /** Where Slack's requests go; null in Socket Mode. */
  readonly address: string | null;
  readonly inspector: Inspector;
  readonly #child: ChildProcess;
  readonly #ended: Promise<number | null>;
  readonly #monitor: string;
  readonly #lines: LogLine[];
  readonly #log: EventEmitter;
  readonly #errors: string[];

  private constructor(
    child: ChildProcess,
    inspector: Inspector,
    monitor: string,
    address: string | null,
    lines: LogLine[],
    log: EventEmitter,
    errors: string[],
  ) {
    this.#child = child;
    this.#ended = once(child, "close").then(([code]) => code as number | null);
    this.inspector = inspector;
    this.#monitor = monitor;
    this.address = address;
    this.#lines = lines;
    this.#log = log;
    this.#errors = errors;
  }

  /**
   * Resolves when the bot is ready and has all letters in its index.
   *
   * @param env its settings
   */
  static async start(env: Record<string, string>): Promise<BotProcess> {
    const port = String(await freePort());
    const settings = { NODE_OPTIONS: "--inspect=127.0.0.1:0", PORT: "0", HEALTH_PORT: port, ...env };
    const child = startNode("src/main.js", [], settings);
    // Whatever becomes of who measures, no bot stays behind.
    process.once("exit", () => child.kill("SIGKILL"));
    const lines: LogLine[] = [];
    // By message.
    const log = new EventEmitter();
    const errors: string[] = [];
    let tellReady: (line: LogLine) => void = () => {};
    let tellInspector: (address: string) => void = () => {};
    const ready = new Promise<LogLine>((resolve) => {
      tellReady = resolve;
    });
    const inspected = new Promise<string>((resolve) => {
      tellInspector = resolve;
    });
    createInterface({ input: child.stdout }).on("line", (text) => {
      const line = JSON.parse(text) as LogLine;
      lines.push(line);
      log.emit(line.msg);
      if (line.msg === "klaar") tellReady(line);
    });
    createInterface({ input: child.stderr }).on("line", (text) => {
      const address = /^Debugger listening on (ws:\S+)$/.exec(text)?.[1];
      if (address !== undefined) tellInspector(address);
      else if (!ofDebugger.test(text)) errors.push(text);
    });
    const early = once(child, "exit").then(() => {
      throw new Error(`the bot ended before it was ready: ${[...errors, ...lines.map(({ msg }) => msg)].join("; ")}`);
    });
    const [{ address }, inspector] = await Promise.race([
      Promise.all([ready, inspected.then((at) => Inspector.connect(at))]),
      early,
    ]);
    // From here on its end is what stop() waits for.
    early.catch(() => undefined);
    const events = address === undefined ? null : `${address}/slack/events`;
    return new BotProcess(child, inspector, `http://127.0.0.1:${port}/metrics`, events, lines, log, errors);
  }

  /** Figures without labels, as `/metrics` gives them. */
  async figures(): Promise<Figures> {
    const response = await fetch(this.#monitor);
    const pairs = (await response.text()).matchAll(/^(\w+) ([\d.e+-]+)$/gm);
    return new Map([...pairs].map(([, name = "", value]) => [name, Number(value)]));
  }

  /** What the log says under this message, in order. */
  logged(message: string): object[] {
    return this.#lines.filter(({ msg }) => msg === message);
  }

  /** Resolves when so many more lines of this message have been logged. */
  afterLogging(message: string, lines: number): Promise<void> {
    return new Promise((resolve) => {
      let left = lines;
      const count = () => {
        left -= 1;
        if (left > 0) return;
        this.#log.off(message, count);
        resolve();
      };
      this.#log.on(message, count);
    });
  }

  async stop(): Promise<End> {
    this.inspector.close();
    this.#child.kill("SIGTERM");
    const code = await this.#ended;
    const wrong = this.#lines.filter(({ level }) => level >= 50).map((line) => JSON.stringify(line));
    return { code, faults: [...wrong, ...this.#errors] };
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no port is free");
  return address.port;
}
