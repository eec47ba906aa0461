import { readLetter } from "../src/letters/parse.ts";
import { type ReadingTimes, textsToRead } from "./reading.ts";
import { run, WrongUsage } from "./run.ts";

/** Reads the text of this name three times over, and prints what that took: reading.ts starts this anew for each text. */
await run(async () => {
  const text = new Map(textsToRead()).get(process.argv[2] ?? "")?.();
  if (text === undefined) throw new WrongUsage(`no text is called ${process.argv[2]}`);
  const start = performance.now();
  const cpu = read(text);
  const first = { clock: performance.now() - start, cpu };
  const times: ReadingTimes = { first, running: Math.min(read(text), read(text)) };
  process.stdout.write(`${JSON.stringify(times)}\n`);
});

/** Milliseconds of processor time, of all threads. */
function read(text: string): number {
  const before = process.cpuUsage();
  readLetter({ file: "bench.txt", text, hints: {} });
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
