/**
 * Milliseconds of processor time that a call takes, the best of a few: the time on the clock says more about what
 * else the machine is doing.
 */
export function processorTime(call: () => void): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 3; run++) {
    const before = process.cpuUsage();
    call();
    best = Math.min(best, process.cpuUsage(before).user / 1000);
  }
  return best;
}
