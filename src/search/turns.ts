import { setImmediate as nextTurn, setTimeout as pause } from "node:timers/promises";

/**
 * Long work in short turns, so that a search that comes meanwhile waits for one turn at most.
 */

/** In milliseconds. */
const longestTurn = 5;

/** Runs a generator to its end, giving way to other work between its steps. */
export async function inTurns<Result>(
  steps: Generator<void, Result>,
  rest: () => Promise<void> = () => nextTurn(),
): Promise<Result> {
  let turnEnds = performance.now() + longestTurn;
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() < turnEnds) continue;
    await rest();
    turnEnds = performance.now() + longestTurn;
  }
}

/** In milliseconds: so long must nothing have been asked, and so long at most is that waited for. */
const quiet = { least: 15, longestWait: 500 };

/**
 * Like {@link inTurns}, for work that nobody waits for: between its turns it rests until it is quiet.
 *
 * @param lastAsked when somebody last asked for something, by the clock of `performance.now`
 */
export function inQuietTurns<Result>(steps: Generator<void, Result>, lastAsked: () => number): Promise<Result> {
  return inTurns(steps, async () => {
    const start = performance.now();
    await nextTurn();
    while (performance.now() - lastAsked() < quiet.least && performance.now() - start < quiet.longestWait) {
      await pause(quiet.least);
    }
  });
}
