import { createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import { type Layout, layoutOf, type Rectangle, type Slot } from "./layout.ts";
import { canDraw, font } from "./lettering.ts";
import type { Series } from "./series.ts";

/** The words in the picture, in the language of the reader. */
export interface PictureWords {
  /** Shortened with … where it does not fit in two lines. */
  title: string;
  /** Takes the place of a title that the font has no letters for. */
  otherTitle: string;
  subtitle: string;
  /** What is not in the picture, as sentences; drawn below it, each on a line. */
  notes: readonly string[];
  passages: string;
  letter: string;
  noLetters: string;
  /** A number as readers write it. */
  figures: (value: number) => string;
}

/** In pixels: legible when Slack shows it at half this size. */
export const pictureSize = { width: 1200, height: 750 } as const;

/** Text stands out from the paper by at least 7 to 1, shapes by at least 4.5 to 1 (WCAG 2.2, 1.4.6 and 1.4.3). */
export const colours = {
  paper: "#ffffff",
  edge: "#8a94a3",
  text: "#1b2430",
  grid: "#d9dee5",
  axis: "#1b2430",
  bar: "#154273",
  mark: "#b03a00",
  emptyYear: "#f1f3f6",
  hatch: "#8a94a3",
} as const;

const sizes = { title: 42, subtitle: 30, label: 26, numbers: [26, 22, 20] } as const;
const margin = 44;
const lineHeight = 1.22;

/**
 * Draws mentions a year as bars, with the letters marked on their dates and the years without letters hatched.
 *
 * @returns a PNG of {@link pictureSize}, on paper of its own, so that it reads the same in light and dark
 */
export async function drawTimeline(series: Series, words: PictureWords): Promise<Buffer> {
  const canvas = createCanvas(pictureSize.width, pictureSize.height);
  const context = canvas.getContext("2d");
  context.textBaseline = "middle";
  drawPaper(context);
  const top = drawTitles(context, words);
  const bottom = drawFooter(context, words, series);
  drawChart(context, chartLayout(context, series, words, top, bottom), words);
  return canvas.encode("png");
}

function drawPaper(context: SKRSContext2D): void {
  context.fillStyle = colours.paper;
  context.fillRect(0, 0, pictureSize.width, pictureSize.height);
  context.strokeStyle = colours.edge;
  context.lineWidth = 2;
  context.strokeRect(1, 1, pictureSize.width - 2, pictureSize.height - 2);
}

/** Returns where the titles end. */
function drawTitles(context: SKRSContext2D, { title, otherTitle, subtitle }: PictureWords): number {
  const room = pictureSize.width - 2 * margin;
  let y = margin;
  context.fillStyle = colours.text;
  context.font = font(sizes.title, "bold");
  for (const line of linesOf(canDraw(title) ? title : otherTitle, 2, room, widthIn(context))) {
    y = drawLine(context, line, y, sizes.title);
  }
  context.font = font(sizes.subtitle);
  return drawLine(context, shortened(subtitle, room, widthIn(context)), y, sizes.subtitle) + 14;
}

/** The key and the notes, from below upwards; returns where they begin. */
function drawFooter(context: SKRSContext2D, words: PictureWords, series: Series): number {
  context.font = font(sizes.label);
  const room = pictureSize.width - 2 * margin;
  const lines = words.notes.map((note) => shortened(note, room, widthIn(context)));
  const height = sizes.label * lineHeight;
  const top = pictureSize.height - margin + 10 - (lines.length + 1) * height;
  drawKey(context, words, series, top + height / 2);
  context.fillStyle = colours.text;
  for (const [place, line] of lines.entries()) drawLine(context, line, top + (place + 1) * height, sizes.label);
  return top - 14;
}

function drawKey(context: SKRSContext2D, words: PictureWords, { years }: Series, y: number): void {
  const side = 24;
  let x = margin;
  const entry = (text: string, sample: (middle: number) => void) => {
    sample(x + side / 2);
    context.fillStyle = colours.text;
    context.fillText(text, x + side + 10, y);
    x += side + 10 + context.measureText(text).width + 40;
  };
  entry(words.passages, (middle) => {
    context.fillStyle = colours.bar;
    context.fillRect(middle - side / 2, y - side / 2, side, side);
  });
  entry(words.letter, (middle) => drawMark(context, middle, y, 10));
  if (years.every(({ hasLetters }) => hasLetters)) return;
  entry(words.noLetters, (middle) =>
    drawEmptyYear(context, { x: middle - side / 2, y: y - side / 2, width: side, height: side }),
  );
}

function chartLayout(
  context: SKRSContext2D,
  series: Series,
  { figures }: PictureWords,
  top: number,
  bottom: number,
): Layout {
  context.font = font(sizes.label);
  const most = Math.max(1, ...series.years.map(({ passages }) => passages));
  const left = margin + context.measureText(figures(most * 2)).width + 16;
  const area = { x: left, y: top, width: pictureSize.width - margin - left, height: bottom - top };
  return layoutOf(series, area, { year: context.measureText("2000").width });
}

function drawChart(context: SKRSContext2D, layout: Layout, { figures }: PictureWords): void {
  const { plot, slots, ticks, markSize, marksAt, yearsAt } = layout;
  const baseline = plot.y + plot.height;
  for (const slot of slots) if (!slot.count.hasLetters) drawEmptyYear(context, slot);
  context.font = font(sizes.label);
  for (const { value, y } of ticks) {
    context.fillStyle = value === 0 ? colours.axis : colours.grid;
    context.fillRect(plot.x, y - (value === 0 ? 1 : 0.5), plot.width, value === 0 ? 2 : 1);
    context.fillStyle = colours.text;
    context.textAlign = "right";
    context.fillText(figures(value), plot.x - 14, y);
  }
  context.textAlign = "center";
  for (const { bar } of slots) {
    context.fillStyle = colours.bar;
    context.fillRect(bar.x, bar.y, bar.width, bar.height);
  }
  const middle = ({ x, width }: Rectangle) => x + width / 2;
  const size = numberSize(context, slots, figures);
  for (const slot of slots) {
    if (size === null || !slot.count.hasLetters) continue;
    context.font = font(size);
    drawOnPaper(context, figures(slot.count.passages), middle(slot), slot.bar.y - 18);
  }
  context.font = font(sizes.label);
  for (const { marks } of slots) for (const x of marks) drawMark(context, x, marksAt, markSize);
  context.fillStyle = colours.text;
  for (const slot of slots) if (slot.isNamed) context.fillText(String(slot.count.year), middle(slot), yearsAt);
  context.fillRect(plot.x, baseline - 1, plot.width, 2);
  context.textAlign = "left";
}

/** The largest size in which every number fits above its bar; null for none: with one left out it would look like 0. */
function numberSize(context: SKRSContext2D, slots: readonly Slot[], figures: PictureWords["figures"]): number | null {
  const fits = ({ count, width }: Slot) => context.measureText(figures(count.passages)).width <= width - 2;
  const size = sizes.numbers.find((pixels) => {
    context.font = font(pixels);
    return slots.every((slot) => !slot.count.hasLetters || fits(slot));
  });
  return size ?? null;
}

/** Text with an edge of paper, legible across lines and hatching. */
function drawOnPaper(context: SKRSContext2D, text: string, x: number, y: number): void {
  context.strokeStyle = colours.paper;
  context.lineWidth = 6;
  context.strokeText(text, x, y);
  context.fillStyle = colours.text;
  context.fillText(text, x, y);
}

/** A lozenge, with an edge of paper so that marks that overlap can be told apart. */
function drawMark(context: SKRSContext2D, x: number, y: number, size: number): void {
  context.beginPath();
  context.moveTo(x, y - size * 1.3);
  context.lineTo(x + size, y);
  context.lineTo(x, y + size * 1.3);
  context.lineTo(x - size, y);
  context.closePath();
  context.fillStyle = colours.mark;
  context.fill();
  context.strokeStyle = colours.paper;
  context.lineWidth = 1.5;
  context.stroke();
}

function drawEmptyYear(context: SKRSContext2D, { x, y, width, height }: Rectangle): void {
  context.save();
  context.beginPath();
  context.rect(x, y, width, height);
  context.clip();
  context.fillStyle = colours.emptyYear;
  context.fillRect(x, y, width, height);
  context.strokeStyle = colours.hatch;
  context.lineWidth = 1;
  const apart = 12;
  context.beginPath();
  // Lines of one pattern for the whole picture, so that years side by side join.
  const first = Math.floor((x - height) / apart) * apart;
  for (let start = first; start < x + width + height; start += apart) {
    context.moveTo(start, y + height);
    context.lineTo(start + height, y);
  }
  context.stroke();
  context.restore();
}

function drawLine(context: SKRSContext2D, text: string, y: number, size: number): number {
  context.fillText(text, margin, y + (size * lineHeight) / 2);
  return y + size * lineHeight;
}

type Width = (text: string) => number;

function widthIn(context: SKRSContext2D): Width {
  return (text) => context.measureText(text).width;
}

/** The text in at most so many lines, broken between words; what does not fit ends in …. */
export function linesOf(text: string, most: number, room: number, width: Width): string[] {
  const lines: string[] = [];
  let rest = text.replaceAll(/\s+/g, " ").trim();
  while (lines.length < most - 1 && width(rest) > room) {
    const words = rest.split(" ");
    let line = "";
    while (words.length > 0 && width(`${line} ${words[0]}`.trimStart()) <= room)
      line = `${line} ${words.shift()}`.trimStart();
    if (line === "") break;
    lines.push(line);
    rest = words.join(" ");
  }
  return [...lines, shortened(rest, room, width)];
}

/** As much as fits, cut between words; a word too long by itself is cut between graphemes, but never in a number. */
function shortened(text: string, room: number, width: Width): string {
  if (width(text) <= room) return text;
  const fits = (part: string) => width(`${part}…`) <= room;
  const words = text.split(" ");
  while (words.length > 0 && !fits(words.join(" "))) words.pop();
  if (words.length > 0) return `${words.join(" ")}…`;
  const graphemes = [...new Intl.Segmenter("nl").segment(text)].map(({ segment }) => segment);
  while (graphemes.length > 0 && !fits(graphemes.join(""))) graphemes.pop();
  return `${graphemes.join("").replace(/(?<![\d.,])[\d.,]+$/, "")}…`;
}
