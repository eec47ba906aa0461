import { readFileSync } from "node:fs";
import { monitorEventLoopDelay } from "node:perf_hooks";

/**
 * How long the main thread is held. The delay of the event loop holds the time in which other processes, or other
 * machines, had the processor; what this thread itself worked between two turns does not.
 */

export interface LoopDelays {
  /** By the clock, in milliseconds (monitorEventLoopDelay). */
  longestMs: number;
  p99Ms: number;
  /** Work of this thread between two turns, in milliseconds; null where the system does not tell. */
  longestWorkMs: number | null;
}

const resolution = 5;

/** Starts to watch; the function returned ends it. */
export function watchLoop(): () => LoopDelays {
  const delay = monitorEventLoopDelay({ resolution });
  delay.enable();
  let before = threadTime();
  let longest = 0;
  const timer = setInterval(() => {
    const now = threadTime();
    if (now === null || before === null) return;
    longest = Math.max(longest, now - before);
    before = now;
  }, resolution);
  return () => {
    clearInterval(timer);
    delay.disable();
    return {
      longestMs: delay.max / 1e6,
      p99Ms: delay.percentile(99) / 1e6,
      longestWorkMs: before === null ? null : longest,
    };
  };
}

/** What the main thread, whose number is that of the process, has worked: in milliseconds (proc(5), schedstat). */
function threadTime(): number | null {
  try {
    const [worked] = readFileSync(`/proc/self/task/${process.pid}/schedstat`, "utf8").split(" ");
    return Number(worked) / 1e6;
  } catch {
    return null;
  }
}
