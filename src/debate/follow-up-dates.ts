import words from "../../data/follow-up-words.json" with { type: "json" };
import { monthNames, shortMonthNames } from "../letters/dates.ts";
import { daysAfter } from "../letters/days.ts";
import type { Day } from "../letters/letter.ts";
import { fold } from "../search/fold.ts";
import { firstDayOf, lastDayOf } from "../search/query-dates.ts";

/**
 * Periods as people say them in a follow-up: `sinds 2020`, `in 2019`, `tussen 2015 en 2018`, `voor maart 2021`, `na
 * 2020`, `vorig jaar`, `de afgelopen vijf jaar`. "Tot" takes the year along, as the filter `tot:` does; "voor" and "na"
 * do not.
 */
export interface Period {
  /** As the filters `sinds:` and `tot:` want them; null when that side stays as it is. */
  since: string | null;
  until: string | null;
  /** Both sides are meant, so an open one is open. */
  whole: boolean;
  /** How many words said it. */
  length: number;
}

type Said = Omit<Period, "length">;

const year = "((?:19|20)\\d\\d)";
const relativeYears: Readonly<Record<string, number>> = words.yearsFromNow;
const date = `((?:(?:\\d{1,2} )?(?:${monthNames}|${shortMonthNames}) )?(?:19|20)\\d\\d(?!\\d)|(?:19|20)\\d\\d-\\d\\d?(?:-\\d\\d?)?|\\d{1,2}-\\d{1,2}-(?:19|20)\\d\\d|${Object.keys(relativeYears).join("|")})`;

/** A form of data/follow-up-words.json as a pattern, for the start of what was said. */
function patternOf(form: string, parts: Readonly<Record<string, string>>): RegExp {
  const source = Object.entries(parts).reduce((made, [name, part]) => made.replaceAll(`<${name}>`, part), form);
  return new RegExp(`^${source}(?= |$)`);
}

/** What a form says with the dates in it; null when these are none that exist, or in the wrong order. */
const readers: Readonly<Record<keyof typeof words.periods, (first: string, second: string) => Said | null>> = {
  between: both,
  since: (from) => side("since", from),
  after: (from) => {
    const last = lastDayOf(from);
    return last === null ? null : { since: shortSince(daysAfter(last, 1)), until: null, whole: false };
  },
  before: (until) => {
    const first = firstDayOf(until);
    return first === null ? null : { since: null, until: shortUntil(daysAfter(first, -1)), whole: false };
  },
  until: (until) => side("until", until),
  in: (of) => both(of, of),
};

const periods: Readonly<Record<string, readonly string[]>> = words.periods;

/** In the order in which they are tried. */
const forms = Object.entries(readers).flatMap(([says, read]) =>
  (periods[says] ?? []).map((form) => ({ pattern: patternOf(form, { date, year }), read })),
);

const numbers: readonly string[] = words.numbers;
const monthsPerUnit: Readonly<Record<string, number>> = words.monthsPerUnit;
const recently = patternOf(words.recently, {
  count: `(\\d{1,2}|${numbers.join("|")})`,
  unit: `(${Object.keys(monthsPerUnit).join("|")})`,
});

/** The period that the words from `start` say; null when they say none. `today` is the day of asking. */
export function periodAt(typed: readonly string[], start: number, today: Day): Period | null {
  const said = typed
    .slice(start, start + 10)
    .map(fold)
    .join(" ");
  const ago = recently.exec(said);
  if (ago !== null) {
    const [all, count = "1", unit = ""] = ago;
    const months = (numbers.indexOf(count) + 1 || Number(count)) * (monthsPerUnit[unit] ?? 1);
    return { since: monthsBefore(today, months), until: null, whole: true, length: all.split(" ").length };
  }
  for (const { pattern, read } of forms) {
    const found = pattern.exec(said);
    if (found === null) continue;
    const [all, first = "", second = ""] = found;
    const period = read(inYears(first, today), inYears(second, today));
    if (period !== null) return { ...period, length: all.split(" ").length };
  }
  return null;
}

/** The period that lies before or after the one asked for; null when it has no such side. */
export function periodBeside(side: "before" | "after", since: string | null, until: string | null): Period | null {
  const edge = side === "before" ? since && firstDayOf(since) : until && lastDayOf(until);
  if (edge === null || edge === "") return null;
  return side === "before"
    ? { since: null, until: shortUntil(daysAfter(edge, -1)), whole: true, length: 1 }
    : { since: shortSince(daysAfter(edge, 1)), until: null, whole: true, length: 1 };
}

function both(from: string, until: string): Said | null {
  const first = firstDayOf(from);
  const last = lastDayOf(until);
  if (first === null || last === null || first > last) return null;
  // "In januari 2025" is not said as "from 2025 to January 2025", though it begins on the same day.
  const since = shortUntil(last).length === "2025-01".length ? first.replace(/-01$/, "") : shortSince(first);
  return { since, until: shortUntil(last), whole: true };
}

function side(which: "since" | "until", value: string): Said | null {
  const day = which === "since" ? firstDayOf(value) : lastDayOf(value);
  if (day === null) return null;
  return which === "since"
    ? { since: shortSince(day), until: null, whole: false }
    : { since: null, until: shortUntil(day), whole: false };
}

/** `vorig jaar` as the year that it is. */
function inYears(said: string, today: Day): string {
  const years = Object.hasOwn(relativeYears, said) ? relativeYears[said] : undefined;
  return years === undefined ? said : String(Number(today.slice(0, 4)) + years);
}

function monthsBefore(day: Day, months: number): string {
  const [year = 0, month = 1] = day.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1 - months, 1)).toISOString().slice(0, 7);
}

/** `2020-01-01` as `2020`, `2020-03-01` as `2020-03`: the shortest that the filter reads as the same day. */
function shortSince(day: Day): string {
  return day.endsWith("-01-01") ? day.slice(0, 4) : day.endsWith("-01") ? day.slice(0, 7) : day;
}

function shortUntil(day: Day): string {
  if (day.endsWith("-12-31")) return day.slice(0, 4);
  return lastDayOf(day.slice(0, 7)) === day ? day.slice(0, 7) : day;
}
