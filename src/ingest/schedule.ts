import { Cron } from "croner";

/**
 * When the sources are asked next.
 *
 * croner: cron patterns in a time zone, no dependencies; MIT, 11.0.1 runs on Node 18 and newer.
 *
 * @param pattern a cron pattern; null for never
 */
export function nextRun(pattern: string | null, timeZone: string, now: Date): Date | null {
  if (pattern === null) return null;
  return new Cron(pattern, { timezone: timeZone, paused: true }).nextRun(now);
}

/** Does work at every moment of a pattern, never twice at once; a moment that comes while it runs is passed over. */
export function onSchedule(pattern: string, timeZone: string, work: () => Promise<void>): { stop(): void } {
  const cron = new Cron(pattern, { timezone: timeZone, protect: true }, work);
  return { stop: () => cron.stop() };
}
