// Tries a pattern on repeated strings, in a thread that can be ended: the cost is that of the processor, and a string
// that costs much is tried again at a quarter of its length.
import { parentPort } from "node:worker_threads";

/** Milliseconds of processor time so far. Of the whole process: the thread that waits for this one takes none. */
function processorTime() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Milliseconds of one use, the least of some. */
function costOf(pattern, text, times) {
  let least = Number.POSITIVE_INFINITY;
  for (let time = 0; time < times; time++) {
    pattern.lastIndex = 0;
    const start = processorTime();
    if (pattern.global) text.replace(pattern, "");
    else pattern.test(text);
    least = Math.min(least, processorTime() - start);
    if (least < 5) break;
  }
  return least;
}

parentPort.on("message", ({ source, flags, pumps, length, suspicious }) => {
  const pattern = new RegExp(source, flags);
  const slow = [];
  let tried = 0;
  for (const pump of pumps) {
    for (const [before, after] of [
      ["", "\u0001"],
      ["x ", "\n!"],
    ]) {
      const of = (long) => before + pump.repeat(Math.ceil(long / pump.length)) + after;
      parentPort.postMessage({ trying: pump });
      tried += 1;
      // Once more when it seems slow: the machine may have been busy with something else.
      for (const times of [3, 15]) {
        const cost = costOf(pattern, of(length), times);
        const quarter = cost < suspicious ? cost : costOf(pattern, of(length / 4), times);
        // Linear work costs four times as much, quadratic sixteen.
        if (cost <= quarter * 8) break;
        if (times === 15) slow.push({ pump, cost: Math.round(cost), quarter: Number(quarter.toFixed(2)) });
      }
    }
    if (slow.length > 3) break;
  }
  parentPort.postMessage({ done: true, slow, tried });
});
