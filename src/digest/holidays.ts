import { daysAfter } from "../letters/days.ts";
import type { Day } from "../letters/letter.ts";

/**
 * Dutch public holidays: those of article 3 of the Algemene termijnenwet on which ministries are closed. Good Friday,
 * which that law treats as one, is a working day there.
 */

/** When 5 May counts: every year, every fifth year (1945, 1950, …) as most employers have it, or never. */
export const liberationDays = ["yearly", "lustrum", "never"] as const;
export type LiberationDay = (typeof liberationDays)[number];

/** Days from Easter Sunday. */
const movable = { "Tweede Paasdag": 1, Hemelvaartsdag: 39, "Tweede Pinksterdag": 50 };
/** Month and day. */
const fixed = { Nieuwjaarsdag: "01-01", "Eerste Kerstdag": "12-25", "Tweede Kerstdag": "12-26" };

/** The public holidays of a year with their names. Sundays that are a holiday anyway are left out. */
export function publicHolidays(year: number, liberationDay: LiberationDay): Map<Day, string> {
  const easter = easterSunday(year);
  const holidays = new Map<Day, string>();
  for (const [name, monthAndDay] of Object.entries(fixed)) holidays.set(`${year}-${monthAndDay}` as Day, name);
  for (const [name, after] of Object.entries(movable)) holidays.set(daysAfter(easter, after), name);
  holidays.set(kingsDay(year), "Koningsdag");
  if (liberationDay === "yearly" || (liberationDay === "lustrum" && year % 5 === 0)) {
    holidays.set(`${year}-05-05` as Day, "Bevrijdingsdag");
  }
  return holidays;
}

/** 27 April, or the day before when that is a Sunday. */
function kingsDay(year: number): Day {
  const day = `${year}-04-27` as Day;
  return new Date(day).getUTCDay() === 0 ? daysAfter(day, -1) : day;
}

/** The anonymous Gregorian algorithm (Nature, 20 April 1876; Meeus, Astronomical Algorithms, chapter 8). */
function easterSunday(year: number): Day {
  const a = year % 19;
  const [b, c] = [Math.floor(year / 100), year % 100];
  const [d, e] = [Math.floor(b / 4), b % 4];
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const [i, k] = [Math.floor(c / 4), c % 4];
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  const day = (h + l - 7 * m + 33 * month + 19) % 32;
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}` as Day;
}
