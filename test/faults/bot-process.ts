import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { projectRoot } from "../../src/root.ts";
import type { Message, SlackStandIn } from "../stand-in/slack.ts";

/** A line of the log, as far as tests look at it. */
export interface Line {
  level: number;
  msg: string;
  code?: string;
  address?: string;
  reason?: string;
}

/** The compiled bot as a process of its own, over HTTP, with a stand-in for Slack on the other side. */
export class BotProcess {
  readonly log: Line[] = [];
  /** Everything that it wrote, also what is no line of the log. */
  output = "";
  readonly #child: ChildProcessByStdio<null, Readable, Readable>;
  readonly #slack: SlackStandIn;
  readonly #ended: Promise<number | null>;
  readonly #waiting = new Set<() => void>();

  /** @param through a command, with its arguments, that starts the bot's */
  constructor(slack: SlackStandIn, env: Record<string, string>, through: readonly string[] = []) {
    this.#slack = slack;
    const [program = "", ...args] = [...through, process.execPath, join(projectRoot, "dist/src/main.js")];
    this.#child = spawn(program, args, {
      cwd: tmpdir(),
      env: {
        PATH: process.env.PATH ?? "",
        SLACK_BOT_TOKEN: slack.botToken,
        SLACK_SIGNING_SECRET: slack.signingSecret,
        SLACK_API_URL: slack.apiUrl,
        PORT: "0",
        HEALTH_PORT: "off",
        SYNC_SCHEDULE: "off",
        ...env,
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.#ended = once(this.#child, "close").then(([code]) => {
      for (const look of this.#waiting) look();
      return code as number | null;
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      createInterface({ input: stream }).on("line", (text) => this.#read(text));
    }
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** Where Slack's requests go; resolves when the bot says `klaar`. @throws when it ends before that */
  async ready(): Promise<string> {
    const { address } = await this.said(({ msg }) => msg === "klaar");
    return `${address}/slack/events`;
  }

  /** The first line of the log that is meant, as soon as it is there. @throws when the process ends without it */
  async said(isMeant: (line: Line) => boolean): Promise<Line> {
    for (;;) {
      const line = this.log.find(isMeant);
      if (line !== undefined) return line;
      if (this.#child.exitCode !== null || this.#child.signalCode !== null) {
        await this.#ended;
        throw new Error(`the bot ended: ${this.output}`);
      }
      await new Promise<void>((resolve) => this.#waiting.add(resolve));
      this.#waiting.clear();
    }
  }

  /** Types a command, and gives the answer. */
  async type(command: string, text: string, channel = "C0001"): Promise<Message> {
    const { id, body } = this.#slack.slashCommand(command, text, channel);
    await this.#slack.deliver(await this.ready(), body);
    return this.#slack.answer(id);
  }

  async press(button: object, where: Parameters<SlackStandIn["press"]>[1] = {}): Promise<Message> {
    const { id, body } = this.#slack.press(button, where);
    await this.#slack.deliver(await this.ready(), body);
    return this.#slack.answer(id);
  }

  /** Ends it as a power cut would. */
  async kill(): Promise<void> {
    this.#child.kill("SIGKILL");
    await this.#ended;
  }

  /** @returns the exit code */
  async stop(): Promise<number | null> {
    this.#child.kill("SIGTERM");
    return this.#ended;
  }

  /** The exit code, when it ends by itself. */
  ended(): Promise<number | null> {
    return this.#ended;
  }

  #read(text: string): void {
    this.output += `${text}\n`;
    if (text.startsWith("{")) this.log.push(JSON.parse(text) as Line);
    for (const look of this.#waiting) look();
  }
}
