import words from "../../data/follow-up-words.json" with { type: "json" };
import { monthNames } from "../letters/dates.ts";
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

const shortMonths = "jan|feb|mrt|apr|jun|jul|aug|sept?|okt|nov|dec";
const date = `((?:(?:\\d{1,2} )?(?:${monthNames}|${shortMonths}) )?(?:19|20)\\d\\d(?!\\d)|(?:19|20)\\d\\d-\\d\\d?(?:-\\d\\d?)?|\\d{1,2}-\\d{1,2}-(?:19|20)\\d\\d|(?:dit|vorig) jaar)`;
const end = "(?= |$)";

interface Form {
  pattern: RegExp;
  read(found: readonly string[]): Omit<Period, "length"> | null;
}

const forms: readonly Form[] = [
  {
    pattern: new RegExp(`^(?:tussen|van|sinds|vanaf) ${date} (?:en|tot(?: en met)?|t/m) ${date}${end}`),
    read: ([, from = "", until = ""]) => both(from, until),
  },
  {
    pattern: new RegExp(`^(?:in |over |uit )?${date} (?:-|tot(?: en met)?|t/m|en) ${date}${end}`),
    read: ([, from = "", until = ""]) => both(from, until),
  },
  {
    pattern: /^(?:in |over |uit |van )?((?:19|20)\d\d)[-/]((?:19|20)\d\d)(?= |$)/,
    read: ([, a = "", b = ""]) => both(a, b),
  },
  {
    pattern: new RegExp(
      `^(?:sinds|vanaf|van) ${date}(?: (?:tot|tot en met|t/m) (?:nu|heden|vandaag)| af| en later)${end}`,
    ),
    read: ([, from = ""]) => side("since", from),
  },
  { pattern: new RegExp(`^(?:sinds|vanaf) ${date}${end}`), read: ([, from = ""]) => side("since", from) },
  {
    pattern: new RegExp(`^(?:na|later dan|nieuwer dan|recenter dan) ${date}${end}`),
    read: ([, from = ""]) => {
      const last = lastDayOf(from);
      return last === null ? null : { since: shortSince(daysAfter(last, 1)), until: null, whole: false };
    },
  },
  {
    pattern: new RegExp(`^(?:voor|eerder dan|ouder dan) ${date}${end}`),
    read: ([, until = ""]) => {
      const first = firstDayOf(until);
      return first === null ? null : { since: null, until: shortUntil(daysAfter(first, -1)), whole: false };
    },
  },
  { pattern: new RegExp(`^(?:tot en met|t/m|tot) ${date}${end}`), read: ([, until = ""]) => side("until", until) },
  {
    pattern: new RegExp(`^(?:in |over |uit |van |anno |rond |tijdens )?(?:het jaar )?${date}${end}`),
    read: ([, of = ""]) => both(of, of),
  },
];

const numbers: readonly string[] = words.numbers;
const recent = new RegExp(
  `^(?:(?:in|over|sinds|van) )?(?:de |het )?(?:afgelopen|laatste|voorbije) (?:(\\d{1,2}|${numbers.join("|")}) )?(jaar|jaren|maand|maanden)${end}`,
);

/** The period that the words from `start` say; null when they say none. `today` is the day of asking. */
export function periodAt(typed: readonly string[], start: number, today: Day): Period | null {
  const said = typed
    .slice(start, start + 10)
    .map(fold)
    .join(" ");
  const ago = recent.exec(said);
  if (ago !== null) {
    const [all, count = "1", unit = ""] = ago;
    const months =
      (numbers.indexOf(count) + 1 || Number(count)) * (unit.startsWith("jaar") || unit === "jaren" ? 12 : 1);
    return { since: monthsBefore(today, months), until: null, whole: true, length: all.split(" ").length };
  }
  for (const { pattern, read } of forms) {
    const found = pattern.exec(said);
    if (found === null) continue;
    const period = read(found.map((part) => (part === undefined ? part : inYears(part, today))) as string[]);
    if (period !== null) return { ...period, length: found[0].split(" ").length };
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

function both(from: string, until: string): Omit<Period, "length"> | null {
  const first = firstDayOf(from);
  const last = lastDayOf(until);
  if (first === null || last === null || first > last) return null;
  // "In januari 2025" is not said as "from 2025 to January 2025", though it begins on the same day.
  const since = shortUntil(last).length === "2025-01".length ? first.replace(/-01$/, "") : shortSince(first);
  return { since, until: shortUntil(last), whole: true };
}

function side(which: "since" | "until", value: string): Omit<Period, "length"> | null {
  const day = which === "since" ? firstDayOf(value) : lastDayOf(value);
  if (day === null) return null;
  return which === "since"
    ? { since: shortSince(day), until: null, whole: false }
    : { since: null, until: shortUntil(day), whole: false };
}

function inYears(part: string, today: Day): string {
  const year = Number(today.slice(0, 4));
  return part.replaceAll("dit jaar", String(year)).replaceAll("vorig jaar", String(year - 1));
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
