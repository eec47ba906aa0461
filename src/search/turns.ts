import { setImmediate as nextTurn } from "node:timers/promises";

/**
 * Long work in short turns, so that a search that comes meanwhile waits for one turn at most.
 */

/** In milliseconds. */
const longestTurn = 5;

/**
 * Runs a generator to its end, giving way to other work between its steps. `first`: gives a promise of work that goes
 * before this, and is waited for after every turn.
 */
export async function inTurns<Result>(
  steps: Generator<void, Result>,
  first: () => Promise<unknown> = () => Promise.resolve(),
): Promise<Result> {
  let turnEnds = performance.now() + longestTurn;
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() < turnEnds) continue;
    await nextTurn();
    await first();
    turnEnds = performance.now() + longestTurn;
  }
}
