import type { Day } from "../letters/letter.ts";
import { type Series, type YearCount, yearNumber } from "./series.ts";

/**
 * Where everything in the picture stands. Pure: measures of text come in, places in pixels come out; y grows downwards.
 */

export interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** What stands at one year. */
export interface Slot extends Rectangle {
  count: YearCount;
  bar: Rectangle;
  /** Where the marks of the letters stand, under the bar, oldest first; those that would cover each other are one. */
  marks: number[];
  /** The year is written below it. */
  isNamed: boolean;
}

export interface Tick {
  value: number;
  y: number;
}

export interface Layout {
  plot: Rectangle;
  slots: Slot[];
  ticks: Tick[];
  /** Half the width of a letter's mark. */
  markSize: number;
  /** The middle of the row of marks, and of the row of years. */
  marksAt: number;
  yearsAt: number;
}

/** Widths in pixels of what must not overlap. */
export interface Widths {
  year: number;
}

const barShare = 0.66;
const widestBar = 150;
/** White space between two years that are named. */
const betweenYears = 16;
/** Room above the highest bar for its number. */
const headroom = 34;
const mostTicks = 5;
const row = 40;

/** @param area what the bars, their letters and the years below them may take */
export function layoutOf({ years }: Series, area: Rectangle, widths: Widths): Layout {
  const plot = { ...area, y: Math.round(area.y), height: Math.round(area.height - 2 * row) };
  const baseline = plot.y + plot.height;
  const steps = ticksFor(Math.max(1, ...years.map(({ passages }) => passages)));
  const top = steps.at(-1) ?? 1;
  const heightOf = (passages: number) => (passages / top) * (plot.height - headroom);
  const slotWidth = plot.width / Math.max(1, years.length);
  const markSize = Math.max(3, Math.min(9, slotWidth / 3));
  const step = [1, 2, 5, 10, 20, 50, 100].find((wide) => wide * slotWidth >= widths.year + betweenYears) ?? 100;
  const slots = years.map((count, place): Slot => {
    // Whole pixels, so that edges are sharp and slots side by side leave no seam.
    const x = Math.round(plot.x + place * slotWidth);
    const next = Math.round(plot.x + (place + 1) * slotWidth);
    const width = Math.max(1, Math.round(Math.min(widestBar, slotWidth * barShare)));
    const left = Math.round((x + next - width) / 2);
    const height = heightOf(count.passages);
    const marks = count.days.map((day) => Math.round(left + partOfYear(day) * width));
    return {
      count,
      x,
      y: plot.y,
      width: next - x,
      height: plot.height,
      bar: { x: left, y: baseline - height, width, height },
      marks: apart(marks, markSize * 0.6),
      isNamed: count.year % step === 0,
    };
  });
  const ticks = steps.map((value) => ({ value, y: baseline - heightOf(value) }));
  return { plot, slots, ticks, markSize, marksAt: baseline + row / 2, yearsAt: baseline + row * 1.5 };
}

/** Round numbers from 0 to at least `most`, at most five above 0. */
export function ticksFor(most: number): number[] {
  const step = roundSteps.find((wide) => Math.ceil(most / wide) <= mostTicks) ?? most;
  return Array.from({ length: Math.ceil(most / step) + 1 }, (_, n) => n * step);
}

/** 1, 2, 5, 10, 20, 50 and so on. */
const roundSteps = Array.from({ length: 12 }, (_, power) => [1, 2, 5].map((digit) => digit * 10 ** power)).flat();

/** Of places in order those that lie at least so far from the one before. */
function apart(places: readonly number[], least: number): number[] {
  const kept: number[] = [];
  for (const place of places) if (place - (kept.at(-1) ?? Number.NEGATIVE_INFINITY) >= least) kept.push(place);
  return kept;
}

/** 0 on 1 January, just below 1 on 31 December. */
function partOfYear(day: Day): number {
  const year = yearNumber(day);
  const start = Date.UTC(year, 0, 1);
  const length = Date.UTC(year + 1, 0, 1) - start;
  return (Date.parse(`${day}T00:00:00Z`) - start) / length;
}
