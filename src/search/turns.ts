import { setImmediate as nextTurn } from "node:timers/promises";

/**
 * Long work in short turns, so that a search that comes meanwhile waits for one turn at most.
 */

/** In milliseconds. */
const longestTurn = 8;

/** Runs a generator to its end, giving way to other work between its steps. */
export async function inTurns<Result>(steps: Generator<void, Result>): Promise<Result> {
  let turnEnds = performance.now() + longestTurn;
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() < turnEnds) continue;
    await nextTurn();
    turnEnds = performance.now() + longestTurn;
  }
}
