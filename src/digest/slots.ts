import { Cron } from "croner";
import type { Day } from "../letters/letter.ts";
import { type LiberationDay, publicHolidays } from "./holidays.ts";
import type { Frequency } from "./subscription.ts";

/**
 * When a subscription has its turn. A slot is named by its day, so that a day has one however the clock is set; croner
 * tells at which instant it begins: a time that a change of the clock skips comes with that change, one that comes
 * twice the first time.
 */

/** The readers' calendar. */
export interface Calendar {
  /** IANA name. */
  timeZone: string;
  liberationDay: LiberationDay;
}

/** The slot that is open at `now`: it has begun, today. null when there is none, and for `arrival`, which has no slots. */
export function openSlot(frequency: Frequency, calendar: Calendar, now: Date): Day | null {
  if (frequency.every === "arrival") return null;
  const today = dayAt(now, calendar.timeZone);
  // croner looks for what lies before an instant, in whole seconds: what begins in this second counts.
  const afterThisSecond = new Date((Math.floor(now.getTime() / 1000) + 1) * 1000);
  const [latest] = schedule(frequency, calendar.timeZone).previousRuns(1, afterThisSecond);
  if (latest === undefined || dayAt(latest, calendar.timeZone) !== today) return null;
  return isLeftOut(today, frequency, calendar) ? null : today;
}

/** The instant at which the next slot begins, after `now`; null for `arrival`. */
export function nextSlot(frequency: Frequency, calendar: Calendar, now: Date): Date | null {
  if (frequency.every === "arrival") return null;
  const slots = schedule(frequency, calendar.timeZone);
  for (let next = slots.nextRun(now); next !== null; next = slots.nextRun(next)) {
    if (!isLeftOut(dayAt(next, calendar.timeZone), frequency, calendar)) return next;
  }
  return null;
}

/** The calendar day at an instant. */
export function dayAt(instant: Date, timeZone: string): Day {
  return remembered(dayFormats, timeZone, () => new Intl.DateTimeFormat("sv-SE", { timeZone })).format(instant) as Day;
}

function isLeftOut(day: Day, frequency: Frequency, { liberationDay }: Calendar): boolean {
  if (frequency.every !== "day" || frequency.onHolidays) return false;
  const year = Number(day.slice(0, 4));
  return remembered(holidays, `${year} ${liberationDay}`, () => publicHolidays(year, liberationDay)).has(day);
}

function schedule(frequency: Exclude<Frequency, { every: "arrival" }>, timeZone: string): Cron {
  const [hour, minute] = frequency.at.split(":").map(Number);
  const days = frequency.every === "week" ? frequency.on : frequency.days === "working" ? "1-5" : "*";
  const pattern = `${minute} ${hour} * * ${days}`;
  return remembered(schedules, `${pattern} ${timeZone}`, () => new Cron(pattern, { timezone: timeZone, paused: true }));
}

// Made once for each of the few there are: they cost more than using them.
const schedules = new Map<string, Cron>();
const dayFormats = new Map<string, Intl.DateTimeFormat>();
const holidays = new Map<string, Map<Day, string>>();

function remembered<Value>(kept: Map<string, Value>, name: string, make: () => Value): Value {
  const known = kept.get(name);
  if (known !== undefined) return known;
  const made = make();
  kept.set(name, made);
  return made;
}
