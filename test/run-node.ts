import { spawn } from "node:child_process";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { projectRoot } from "../src/root.ts";
import { collectOutput } from "./logs/collect.ts";

/** What a finished process left behind. */
export interface Outcome {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs a compiled file of ours (`npm test` builds first) and waits for its end; settings come from `env` alone. */
export async function runNode(
  file: string,
  args: string[],
  env: Record<string, string> = {},
  input = "",
): Promise<Outcome> {
  const child = startNode(file, args, env);
  child.stdin.end(input);
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (data) => {
    stdout += data;
  });
  child.stderr.on("data", (data) => {
    stderr += data;
  });
  const [code] = (await once(child, "close")) as [number | null];
  return { code, stdout, stderr };
}

/** Starts a compiled file of ours, away from any .env of the developer's; the caller ends it. */
export function startNode(file: string, args: string[], env: Record<string, string> = {}, cwd = tmpdir()) {
  const child = spawn(process.execPath, [join(projectRoot, "dist", file), ...args], {
    cwd,
    env: { PATH: process.env.PATH ?? "", ...env },
    stdio: "pipe",
  });
  // A command prints its answer on standard output, the bot its log.
  overhear(child.stderr, child.pid);
  if (!file.endsWith("cli.js")) overhear(child.stdout, child.pid);
  return child;
}

/** Collects what comes in without reading it away from the test: a listener would make it flow before the test listens. */
export function overhear(stream: Readable, pid: number | undefined): void {
  const push = stream.push.bind(stream);
  stream.push = (chunk: Uint8Array | null, encoding) => {
    if (chunk !== null) collectOutput(pid, chunk);
    return push(chunk, encoding);
  };
}
