import type { Day } from "../letters/letter.ts";

const days = new Intl.DateTimeFormat("nl-NL", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
const numbers = new Intl.NumberFormat("nl-NL");
const lists = new Intl.ListFormat("nl-NL", { type: "conjunction" });

/** From the first day of the week. */
export const weekdays = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"] as const;

/** `2019-11-21` as `21 november 2019`. */
export function writtenDay(day: Day): string {
  return days.format(new Date(`${day}T00:00:00Z`));
}

/** `22 november 2026 om 08:30`, on the clock of a time zone. */
export function writtenMoment(at: Date, timeZone: string): string {
  const day = new Intl.DateTimeFormat("nl-NL", { day: "numeric", month: "long", year: "numeric", timeZone });
  const time = new Intl.DateTimeFormat("nl-NL", { hour: "2-digit", minute: "2-digit", timeZone });
  return `${day.format(at)} om ${time.format(at)}`;
}

/** The year of a day: `2019`. */
export function yearOf(day: Day): string {
  return day.slice(0, 4);
}

/** `1.240`. */
export function figures(count: number): string {
  return numbers.format(count);
}

/** `1 brief`, `1.240 brieven`. */
export function counted(count: number, one: string, many: string): string {
  return `${figures(count)} ${count === 1 ? one : many}`;
}

/** `a, b en c`. */
export function listed(items: readonly string[]): string {
  return lists.format(items);
}
