import { readFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";

/**
 * What a run was measured on, and how much of the processors it did not get: on a shared machine the clock on the wall
 * tells more about the neighbours than about the code.
 */

export function describeMachine(): string {
  const [first] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} × ${first?.model.trim() ?? "unknown"}, ${memory} GiB, Node ${process.version}, ${process.platform} ${process.arch}`;
}

/** Shares of the time that all processors had, between 0 and 1; null where the system does not tell. */
export interface Shares {
  /** Given to other virtual machines. */
  stolen: number;
  /** Given to other processes of this one. */
  others: number;
}

/** Starts to count; the function returned tells the shares since then. */
export function watchProcessors(): () => Shares | null {
  const before = processorTimes();
  const own = process.cpuUsage();
  const start = performance.now();
  return () => {
    const after = processorTimes();
    if (before === null || after === null) return null;
    const { user, system } = process.cpuUsage(own);
    const all = ((performance.now() - start) / 1000) * cpus().length;
    const busy = after.busy - before.busy - (user + system) / 1e6;
    return { stolen: (after.stolen - before.stolen) / all, others: Math.max(0, busy) / all };
  };
}

/** In seconds since the machine started (proc(5), /proc/stat; a tick is a hundredth). */
function processorTimes(): { busy: number; stolen: number } | null {
  try {
    const [line = ""] = readFileSync("/proc/stat", "utf8").split("\n", 1);
    const [, user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0, steal = 0] = line.split(/ +/).map(Number);
    return { busy: (user + nice + system + irq + softirq) / 100, stolen: steal / 100 };
  } catch {
    return null;
  }
}
