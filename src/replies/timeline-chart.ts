import { timelineTexts } from "../texts/timeline.ts";
import type { Count, Series, YearCount } from "../timeline/series.ts";

/** The bars of the longest line, in characters. */
const widest = 16;
/** A chart of more lines is no small chart: the oldest years become one line. */
const mostLines = 14;

/** Years that follow each other and are shown together, newest first within a chart. */
interface Stretch extends Count {
  /** null: from the beginning. */
  first: number | null;
  last: number;
  hasLetters: boolean;
  /** Mentions of several years together, which a bar cannot show beside those of single years. */
  isSum: boolean;
}

/**
 * The chart in lines of text, newest year first, to be set in letters of one width:
 *
 *     2019           ████████  2 in 1 brief
 *     2018                     0
 *     2015 t/m 2017            geen brieven
 */
export function chartLines({ years, earlier, undated }: Series): string[] {
  const stretches = shortened(stretchesOf(years), earlier);
  const most = Math.max(1, ...stretches.filter(({ isSum }) => !isSum).map(({ passages }) => passages));
  const rows = stretches.map((stretch) => ({
    name: timelineTexts.years(stretch.first, stretch.last),
    bar: stretch.isSum ? "" : barOf(stretch.passages, most),
    count: stretch.hasLetters ? timelineTexts.count(stretch) : timelineTexts.noLetters,
  }));
  if (undated.letters > 0) rows.push({ name: timelineTexts.undatedLine, bar: "", count: timelineTexts.count(undated) });
  const nameWidth = Math.max(0, ...rows.map(({ name }) => name.length));
  const barWidth = Math.max(0, ...rows.map(({ bar }) => bar.length));
  return rows.map(({ name, bar, count }) => `${name.padEnd(nameWidth)}  ${bar.padEnd(barWidth)}  ${count}`);
}

/** The chart read aloud: `2019: 2 in 1 brief; 2018: 0; 2015 tot en met 2017: geen brieven`. */
export function spokenChart({ years, earlier }: Series): string {
  return shortened(stretchesOf(years), earlier)
    .map((stretch) => {
      const name = timelineTexts.yearsSpoken(stretch.first, stretch.last);
      return `${name}: ${stretch.hasLetters ? timelineTexts.count(stretch) : timelineTexts.noLetters}`;
    })
    .join("; ");
}

/** Newest first; years without mention that follow each other are one stretch, and so are years without letters. */
export function stretchesOf(years: readonly YearCount[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const { year, passages, letters, hasLetters } of years.toReversed()) {
    const last = stretches.at(-1);
    if (last !== undefined && passages === 0 && last.passages === 0 && last.hasLetters === hasLetters)
      last.first = year;
    else stretches.push({ first: year, last: year, passages, letters, hasLetters, isSum: false });
  }
  return stretches;
}

/** What does not fit becomes one line, with what was said before the first year. */
function shortened(stretches: readonly Stretch[], earlier: Count): Stretch[] {
  if (stretches.length <= mostLines && earlier.letters === 0) return [...stretches];
  const kept = stretches.slice(0, mostLines - 1);
  const rest = stretches.slice(mostLines - 1);
  const first = earlier.letters > 0 ? null : (rest.at(-1)?.first ?? null);
  const last = rest[0]?.last ?? (kept.at(-1)?.first ?? 0) - 1;
  const passages = rest.reduce((sum, stretch) => sum + stretch.passages, earlier.passages);
  const letters = rest.reduce((sum, stretch) => sum + stretch.letters, earlier.letters);
  const hasLetters = earlier.letters > 0 || rest.some((stretch) => stretch.hasLetters);
  return [...kept, { first, last, passages, letters, hasLetters, isSum: true }];
}

/** In halves of a character, and never nothing for what was said. */
function barOf(passages: number, most: number): string {
  if (passages === 0) return "";
  const halves = Math.max(1, Math.round((passages / most) * widest * 2));
  return "█".repeat(halves >> 1) + (halves % 2 === 1 ? "▌" : "");
}
