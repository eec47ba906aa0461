import { monthNumber, toDay } from "../letters/dates.ts";
import { daysAfter } from "../letters/days.ts";
import type { Day } from "../letters/letter.ts";
import { fold } from "./fold.ts";

/**
 * Dates as people type them in a query: `2019`, `2019-06`, `2019-06-21`, `21-6-2019`, `juni 2019`, `21 juni 2019`.
 */

interface Period {
  first: Day;
  last: Day;
}

/** The first day of the year, month or day meant; null when it is none that exists. */
export function firstDayOf(typed: string): Day | null {
  return readPeriod(typed)?.first ?? null;
}

/** The last day of the year, month or day meant; null when it is none that exists. */
export function lastDayOf(typed: string): Day | null {
  return readPeriod(typed)?.last ?? null;
}

/** From the first States General of the kingdom to what nobody means by a year any more. */
const years = { first: 1814, last: 2199 };

function readPeriod(typed: string): Period | null {
  const parts = fold(typed)
    .split(/[-/. ]+/)
    .filter((part) => part !== "");
  const yearFirst = /^\d{4}$/.test(parts[0] ?? "");
  const [typedYear = "", typedMonth, typedDay, ...rest] = yearFirst ? parts : parts.reverse();
  const year = /^\d{4}$/.test(typedYear) ? Number(typedYear) : 0;
  if (year < years.first || year > years.last || rest.length > 0) return null;
  if (typedMonth === undefined) return period(toDay(year, 1, 1), toDay(year, 12, 31));
  const month = /^\d{1,2}$/.test(typedMonth) ? Number(typedMonth) : monthNumber(typedMonth);
  if (typedDay !== undefined) {
    const day = toDay(year, month, Number(typedDay));
    return period(day, day);
  }
  const next = month === 12 ? toDay(year + 1, 1, 1) : toDay(year, month + 1, 1);
  return period(toDay(year, month, 1), next && daysAfter(next, -1));
}

function period(first: Day | null, last: Day | null): Period | null {
  return first === null || last === null ? null : { first, last };
}
