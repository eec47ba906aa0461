import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { logsFolder } from "./collect.ts";
import { findLeaks } from "./find-leaks.ts";

/** So many leaks are shown. */
const mostShown = 20;

/**
 * Before the first test: makes the folder where the suite collects its logs. After the last: no log may hold a token, a
 * signature, a question or a message; the run fails when one does.
 */
export default function setUp(): () => void {
  const folder = mkdtempSync(join(tmpdir(), "terugkeer-logs-"));
  process.env[logsFolder] = folder;
  return () => {
    try {
      check(folder);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };
}

function check(folder: string): void {
  const read = (end: string) =>
    readdirSync(folder)
      .filter((name) => name.endsWith(end))
      .flatMap((name) => readFileSync(join(folder, name), "utf8").split("\n"))
      .filter((line) => line !== "");
  const parsed = (end: string) => read(end).map((line) => JSON.parse(line) as string);
  const { lines, texts, secrets, leftOut, found } = findLeaks({
    lines: read(".log"),
    texts: parsed(".texts"),
    secrets: parsed(".secrets"),
  });
  const reasons = Object.entries(leftOut).map(([reason, count]) => `${count} ${reason}`);
  const without = reasons.length === 0 ? "" : ` (not looked for: ${reasons.join("; ")})`;
  process.stdout.write(`The log of the suite: ${lines} lines held against ${texts} texts${without}`);
  process.stdout.write(` and ${secrets} secrets, ${found.length} leaks\n`);
  if (found.length === 0) return;
  const more = found.length > mostShown ? `\nand ${found.length - mostShown} more` : "";
  process.stderr.write(`The log holds what it must not:\n${found.slice(0, mostShown).join("\n")}${more}\n`);
  // Vitest only reports what is thrown here, and would still end well.
  process.exitCode = 1;
}
