import type { Day } from "./letter.ts";

/**
 * The parliamentary year (vergaderjaar): from Prinsjesdag, the third Tuesday of September (article 65 of the
 * constitution), to the day before the next. Known by the calendar year in which it starts.
 */

const tuesday = 2;

/** The day of the month of Prinsjesdag, 15 to 21. */
function prinsjesdag(year: number): number {
  const weekdayOfFirst = new Date(Date.UTC(year, 8, 1)).getUTCDay();
  return 1 + ((tuesday - weekdayOfFirst + 7) % 7) + 14;
}

/** The calendar year in which the parliamentary year of this day starts: 2024 for 2025-01-29. */
export function parliamentaryYear(day: Day): number {
  const year = Number(day.slice(0, 4));
  const monthAndDay = Number(day.slice(5, 7)) * 100 + Number(day.slice(8, 10));
  return monthAndDay >= 900 + prinsjesdag(year) ? year : year - 1;
}

/** As citations print it: `2024/25`, and `1999/2000` at the turn of a century. */
export function printYear(start: number): string {
  const next = start + 1;
  return `${start}/${next % 100 === 0 ? next : String(next % 100).padStart(2, "0")}`;
}

/** As publication ids have it: `20242025`. */
export function yearInId(start: number): string {
  return `${start}${start + 1}`;
}

/** The first year of `20242025`; null when the two do not follow each other. */
export function readYearInId(digits: string): number | null {
  return readYears(digits.slice(0, 4), digits.slice(4));
}

/** The first year of a pair as printed, `2024` and `25` or `2025`; null when the two do not follow each other. */
export function readYears(first: string, second: string): number | null {
  const start = Number(first);
  const end = second.length === 2 ? Number(first.slice(0, 2) + second) : Number(second);
  const follows = end === start + 1 || (second === "00" && start % 100 === 99);
  return follows ? start : null;
}
