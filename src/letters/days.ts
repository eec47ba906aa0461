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

/** The day with this year, month (1 to 12) and day of the month; null when there is no such day. */
export function dayOf(year: number, month: number, day: number): Day | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? (date.toISOString().slice(0, 10) as Day) : null;
}

/** The day that a text in the form of ISO 8601 begins with, alone or with a time: `2021-06-21`; null for anything else. */
export function parseDay(text: string): Day | null {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})(?:T|$)/.exec(text.trim()) ?? [];
  return day === undefined ? null : dayOf(Number(year), Number(month), Number(day));
}

/** The day so many days later; earlier when negative. */
export function daysAfter(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10) as Day;
}
