/** The time, passed in so that a test decides what three seconds are. */

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Runs something once after that many milliseconds; returns how to call it off. */
  after(milliseconds: number, run: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
};
