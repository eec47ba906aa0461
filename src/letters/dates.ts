import { dayOf } from "./days.ts";
import type { Day } from "./letter.ts";

const months = [
  "januari",
  "februari",
  "maart",
  "april",
  "mei",
  "juni",
  "juli",
  "augustus",
  "september",
  "oktober",
  "november",
  "december",
];

/** The months as an alternation, for patterns elsewhere. */
export const monthNames = months.join("|");

/** The abbreviations in use as an alternation, with or without a full stop: three letters, and `mrt`, `sept`. */
export const shortMonthNames = "jan|feb|mrt|apr|jun|jul|aug|sept?|okt|nov|dec";

const written = new RegExp(
  `(?<!\\d)(\\d{1,2})(?:(?:e|ste|de)(?=\\s))?\\s*(${monthNames}|(?:${shortMonthNames})\\.?)\\s*(\\d{4})(?!\\d)`,
  "iu",
);
/** `21-11-2019`; with full stops or strokes only in full, for `1.2.2019` and `12/3/2019` may be something else. */
const figures = /(?<![\d-])(\d{1,2})-(\d{1,2})-(\d{4})(?![\d-])|(?<![\d./-])(\d\d)([./])(\d\d)\5(\d{4})(?![\d/-]|\.\d)/;
const isoDay = /(?<![\d-])(\d{4})-(\d\d)-(\d\d)(?![\d-])/;

/**
 * The first complete date in a text, written out (`21 november 2019`, `21 nov. 2019`, `1e maart 2019`) or in figures
 * (`21-11-2019`, `21.11.2019`, `2019-11-21`), as a day. A date without its year ("20 december jl.") is none. Returns null
 * when there is no date or no such day.
 */
export function findDate(text: string): Day | null {
  const words = written.exec(text);
  if (words?.[1] && words[2] && words[3])
    return toDay(Number(words[3]), monthNumber(words[2].toLowerCase()), Number(words[1]));
  const numbers = figures.exec(text);
  if (numbers) {
    const [, day, month, year, otherDay, , otherMonth, otherYear] = numbers;
    return toDay(Number(year ?? otherYear), Number(month ?? otherMonth), Number(day ?? otherDay));
  }
  const [, year, month, day] = isoDay.exec(text) ?? [];
  return year === undefined ? null : toDay(Number(year), Number(month), Number(day));
}

/** 1 to 12, of a month in small letters, in full or by its first three letters or more; 0 when it is none. */
export function monthNumber(printed: string): number {
  if (printed.length < 3) return 0;
  const start = printed.slice(0, 3);
  return months.findIndex((name) => name.startsWith(start === "mrt" ? "maart" : start)) + 1;
}

/** The day of this year, month (1 to 12) and day of the month; null when there is no such day, or before 1800. */
export function toDay(year: number, month: number, day: number): Day | null {
  return year < earliestYear ? null : dayOf(year, month, day);
}

/** Numbers below it are no years in these papers. */
const earliestYear = 1800;
