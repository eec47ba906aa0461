import type { Day } from "../letters/letter.ts";
import type { LetterMentions } from "../search/passage-index.ts";

/**
 * How often something was said, year by year. Pure: everything that a chart shows, in whatever form it is drawn.
 */

/** So many passages, in so many letters. */
export interface Count {
  passages: number;
  letters: number;
}

export interface YearCount extends Count {
  year: number;
  /** The dates of the letters that say it, oldest first; a date stands there once for each letter. */
  days: Day[];
  /** The collection holds letters of this year; without them "0" would claim a silence that nobody looked for. */
  hasLetters: boolean;
}

export interface Series {
  /** Every year of the period, oldest first, none left out. */
  years: YearCount[];
  /** Said before the first of `years`, where the period is longer than can be shown. */
  earlier: Count;
  /** Said in letters without a date, which belong to no year. */
  undated: Count;
  total: Count;
}

/** The period that was searched, from the filters; null where it is open. */
export interface Period {
  since: Day | null;
  until: Day | null;
}

/** More years than this are not drawn apart: a bar would become too thin to point at. */
const mostYears = 60;

/**
 * Counts by year.
 *
 * @param mentions one for every letter, in any order
 * @param yearsWithLetters the years of which the collection holds a letter
 */
export function seriesOf(
  mentions: readonly LetterMentions[],
  yearsWithLetters: readonly number[],
  period: Period,
): Series {
  const dated = mentions.flatMap(({ day, passages }) => (day === null ? [] : [{ day, passages }]));
  const searched = yearsWithLetters.filter((year) => isWithin(year, period));
  const all = [...searched, ...dated.map(({ day }) => yearNumber(day))];
  const last = all.reduce((most, year) => Math.max(most, year), Number.NEGATIVE_INFINITY);
  const first = Math.max(
    all.reduce((least, year) => Math.min(least, year), Number.POSITIVE_INFINITY),
    last - mostYears + 1,
  );
  const withLetters = new Set(all);
  const years = Array.from({ length: all.length === 0 ? 0 : last - first + 1 }, (_, place): YearCount => {
    const year = first + place;
    return { year, passages: 0, letters: 0, days: [], hasLetters: withLetters.has(year) };
  });
  for (const { day, passages } of dated) {
    const year = years[yearNumber(day) - first];
    if (year === undefined) continue;
    year.passages += passages;
    year.letters += 1;
    year.days.push(day);
  }
  for (const { days } of years) days.sort();
  return {
    years,
    earlier: countOf(dated.filter(({ day }) => yearNumber(day) < first)),
    undated: countOf(mentions.filter(({ day }) => day === null)),
    total: countOf(mentions),
  };
}

/** The year of a day, as a number: 2019. */
export function yearNumber(day: Day): number {
  return Number(day.slice(0, 4));
}

function isWithin(year: number, { since, until }: Period): boolean {
  return (since === null || year >= yearNumber(since)) && (until === null || year <= yearNumber(until));
}

function countOf(mentions: readonly LetterMentions[]): Count {
  return { passages: mentions.reduce((sum, { passages }) => sum + passages, 0), letters: mentions.length };
}
