/** How long to wait before asking again: pure arithmetic, in milliseconds. */

const firstStep = 2_000;
const longestStep = 60_000;

/**
 * Exponential back-off with full jitter, so that clients which failed together do not come back together.
 *
 * @param attempt how many attempts have failed, counted from 1
 * @param random from 0 up to 1
 * @returns at least a quarter of the step: 2 s, 4 s, 8 s, … 60 s
 */
export function backOff(attempt: number, random: number): number {
  const step = Math.min(longestStep, firstStep * 2 ** (attempt - 1));
  return Math.round(step * (0.25 + 0.75 * random));
}

/**
 * Reads a Retry-After header: seconds, or a date (RFC 9110, 10.2.3).
 *
 * @returns milliseconds from `now`, never negative; null when it is absent or says neither
 */
export function retryAfter(header: string | undefined, now: Date): number | null {
  const text = header?.trim() ?? "";
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1_000;
  const date = /^[A-Z][a-z]{2},? /.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? null : Math.max(0, date - now.getTime());
}
