import { Cron } from "croner";
import { dayAt } from "../letters/days.ts";
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
  const start = slotOf(today, frequency, calendar.timeZone);
  if (start === null || start > now || isLeftOut(today, frequency, calendar)) return null;
  return today;
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

/** The instant at which the slot of a day begins; null on a day without one. */
function slotOf(day: Day, frequency: Exclude<Frequency, { every: "arrival" }>, timeZone: string): Date | null {
  return remembered(slots, `${day} ${patternOf(frequency)} ${timeZone}`, () => {
    const starts = schedule(frequency, timeZone);
    // No day begins earlier than this anywhere.
    let start = starts.nextRun(new Date(Date.parse(day) - 15 * 3_600_000));
    while (start !== null && dayAt(start, timeZone) < day) start = starts.nextRun(start);
    return start !== null && dayAt(start, timeZone) === day ? start : null;
  });
}

function isLeftOut(day: Day, frequency: Frequency, { liberationDay }: Calendar): boolean {
  if (frequency.every !== "day" || frequency.onHolidays) return false;
  const year = Number(day.slice(0, 4));
  return remembered(holidays, `${year} ${liberationDay}`, () => publicHolidays(year, liberationDay)).has(day);
}

function schedule(frequency: Exclude<Frequency, { every: "arrival" }>, timeZone: string): Cron {
  const pattern = patternOf(frequency);
  return remembered(schedules, `${pattern} ${timeZone}`, () => new Cron(pattern, { timezone: timeZone, paused: true }));
}

function patternOf(frequency: Exclude<Frequency, { every: "arrival" }>): string {
  const [hour, minute] = frequency.at.split(":").map(Number);
  const days = frequency.every === "week" ? frequency.on : frequency.days === "working" ? "1-5" : "*";
  return `${minute} ${hour} * * ${days}`;
}

// Made once for each of the few there are: they cost more than using them.
const schedules = new Map<string, Cron>();
const holidays = new Map<string, Map<Day, string>>();
const slots = new Map<string, Date | null>();
/** Slots of days gone by are of no use any more. */
const mostRemembered = 1_000;

function remembered<Value>(kept: Map<string, Value>, name: string, make: () => Value): Value {
  const known = kept.get(name);
  if (known !== undefined) return known;
  const made = make();
  if (kept.size >= mostRemembered) kept.clear();
  kept.set(name, made);
  return made;
}
