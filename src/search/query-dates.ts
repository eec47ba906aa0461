import type { Day } from "../letters/letter.ts";
import { fold } from "./fold.ts";

/**
 * Dates as people type them in a query: `2019`, `2019-06`, `2019-06-21`, `21-6-2019`, `juni 2019`, `21 juni 2019`.
 */

interface Period {
  year: number;
  /** 1 to 12; null for the whole year. */
  month: number | null;
  day: number | null;
}

const months = ["jan", "feb", "maart", "apr", "mei", "juni", "juli", "aug", "sep", "okt", "nov", "dec"];

/** The first day of the year, month or day meant; null when it is none that exists. */
export function firstDayOf(typed: string): Day | null {
  const period = readPeriod(typed);
  return period && dayText(period.year, period.month ?? 1, period.day ?? 1);
}

/** The last day of the year, month or day meant; null when it is none that exists. */
export function lastDayOf(typed: string): Day | null {
  const period = readPeriod(typed);
  if (period === null) return null;
  const month = period.month ?? 12;
  return dayText(period.year, month, period.day ?? daysIn(period.year, month));
}

function readPeriod(typed: string): Period | null {
  const parts = fold(typed)
    .split(/[-/. ]+/)
    .filter((part) => part !== "");
  const yearFirst = /^\d{4}$/.test(parts[0] ?? "");
  const [year, month = null, day = null, ...rest] = yearFirst ? parts : parts.reverse();
  if (!/^\d{4}$/.test(year ?? "") || rest.length > 0) return null;
  const period = { year: Number(year), month: month && monthOf(month), day: day && Number(day) };
  return exists(period) ? { ...period, month: period.month || null, day: period.day || null } : null;
}

/** 0 when it is none. */
function monthOf(text: string): number {
  if (/^\d{1,2}$/.test(text)) return Number(text);
  if (text.length < 3) return 0;
  return months.findIndex((month) => text.startsWith(month) || month.startsWith(text)) + 1;
}

function exists({ year, month, day }: { year: number; month: number | null | ""; day: number | null | "" }): boolean {
  if (year < 1814 || year > 2199) return false;
  if (month === null || month === "") return day === null || day === "";
  if (month < 1 || month > 12) return false;
  return day === null || day === "" || (day >= 1 && day <= daysIn(year, month));
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function dayText(year: number, month: number, day: number): Day {
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}` as Day;
}
