import type { Day } from "./letter.ts";

/** Reckoning with calendar days: dates without a time, and without a time zone once they are known. */

/**
 * The calendar day at an instant.
 * @param timeZone IANA name
 */
export function dayAt(instant: Date, timeZone: string): Day {
  const known = formats.get(timeZone);
  // Sweden writes its days as ISO 8601 does.
  const format = known ?? new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" });
  if (known === undefined) formats.set(timeZone, format);
  return format.format(instant) as Day;
}

/** Made once a zone: making one costs far more than using it. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** The day so many days later; earlier when negative. */
export function daysAfter(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10) as Day;
}
