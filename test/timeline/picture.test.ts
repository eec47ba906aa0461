import { createCanvas, type Image, loadImage } from "@napi-rs/canvas";
import { describe, expect, it } from "vitest";
import type { Day } from "../../src/letters/letter.ts";
import { pictureWords } from "../../src/replies/timeline-picture-blocks.ts";
import { canDraw, font } from "../../src/timeline/lettering.ts";
import { colours, drawTimeline, linesOf, pictureSize } from "../../src/timeline/picture.ts";
import { type Series, seriesOf } from "../../src/timeline/series.ts";

const always = { since: null, until: null };

function seriesWith(counts: Record<number, number>, withLetters: number[] = []): Series {
  const mentions = Object.entries(counts).map(([year, passages]) => ({ day: `${year}-06-15` as Day, passages }));
  return seriesOf(mentions, withLetters, always);
}

/** A picture that can be asked for its pixels, by place or by colour. */
async function drawn(series: Series, name = "Algerije") {
  const png = await drawTimeline(series, pictureWords(name, series));
  const image: Image = await loadImage(png);
  const canvas = createCanvas(image.width, image.height);
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0);
  const { data, width, height } = context.getImageData(0, 0, image.width, image.height);
  const at = (x: number, y: number) => {
    const place = (y * width + x) * 4;
    return `#${Buffer.from(data.subarray(place, place + 3)).toString("hex")}`;
  };
  /** By column: how many pixels between two heights have a colour. */
  const columns = (colour: string, top: number, bottom: number) => {
    const [red, green, blue] = Buffer.from(colour.slice(1), "hex");
    const found = new Array<number>(width).fill(0);
    for (let place = top * width; place < bottom * width; place++) {
      const first = place * 4;
      if (data[first] !== red || data[first + 1] !== green || data[first + 2] !== blue) continue;
      found[place % width] = (found[place % width] ?? 0) + 1;
    }
    return found;
  };
  return { png, width, height, at, columns };
}

/** What stands above the key, which shows the same colours. */
const aboveKey = Math.round(pictureSize.height * 0.87);

/** From left to right the height in pixels of everything in one colour that stands apart. */
function heightsOf({ columns }: Awaited<ReturnType<typeof drawn>>, colour: string): number[] {
  const found = columns(colour, 0, aboveKey);
  return found.filter((pixels, x) => pixels > 0 && (found[x - 1] ?? 0) === 0);
}

describe("the picture of a timeline", () => {
  it("is a PNG of the size that it says", async () => {
    const picture = await drawn(seriesWith({ 2019: 1 }));
    expect(picture.png.subarray(0, 8).toString("hex")).toBe("89504e470d0a1a0a");
    expect({ width: picture.width, height: picture.height }).toEqual(pictureSize);
  });

  it("has a bar for every year with mentions, as high as its number", async () => {
    const heights = heightsOf(await drawn(seriesWith({ 2014: 10, 2015: 5, 2016: 1, 2018: 8 }, [2017])), colours.bar);
    const unit = (heights[0] ?? 0) / 10;
    expect(unit).toBeGreaterThan(20);
    expect(heights.length).toBe(4);
    for (const [place, count] of [10, 5, 1, 8].entries()) {
      expect(Math.abs((heights[place] ?? 0) - count * unit)).toBeLessThanOrEqual(1.5);
    }
  });

  it.each([1, 2, 12, 40, 60])("draws %d years, each with its own bar and mark", async (count) => {
    const counts = Object.fromEntries(Array.from({ length: count }, (_, place) => [2025 - place, 200_000 - place]));
    const picture = await drawn(seriesWith(counts));
    expect(heightsOf(picture, colours.bar).length).toBe(count);
    expect(heightsOf(picture, colours.mark).length).toBe(count);
  });

  it("hatches years without letters, and leaves years without mention bare", async () => {
    const { at, height, width } = await drawn(seriesWith({ 2014: 1, 2018: 1 }, [2016]));
    const shades = (middle: number) => {
      const seen = new Set<string>();
      for (let y = height * 0.3; y < height * 0.6; y++) seen.add(at(Math.round(width * middle), Math.round(y)));
      return seen;
    };
    // The five years share the width: 2015 and 2017 stand at a third and two thirds, 2016 in the middle.
    expect(shades(0.3)).toContain(colours.emptyYear);
    expect(shades(0.72)).toContain(colours.emptyYear);
    expect(shades(0.515)).not.toContain(colours.emptyYear);
  });

  it("has paper of its own, so that it reads the same on light and dark", async () => {
    const { at, width, height } = await drawn(seriesWith({ 2019: 1 }));
    expect(at(10, 10)).toBe(colours.paper);
    expect(at(width - 10, height - 10)).toBe(colours.paper);
    expect(at(0, 0)).toBe(colours.edge);
  });

  it("has text and shapes that stand out", () => {
    expect(contrast(colours.text, colours.paper)).toBeGreaterThan(7);
    expect(contrast(colours.text, colours.emptyYear)).toBeGreaterThan(7);
    for (const shape of [colours.bar, colours.mark]) expect(contrast(shape, colours.paper)).toBeGreaterThan(4.5);
    expect(contrast(colours.hatch, colours.emptyYear)).toBeGreaterThan(2.5);
  });

  it("stays within its paper with the longest words, and with a query in another script", async () => {
    for (const name of ["w".repeat(100), "lang ".repeat(20), "المغرب", "摩洛哥", "👩‍👩‍👧", "a\u202eb"]) {
      const { columns, width, height } = await drawn(seriesWith({ 2019: 200_000, 2020: 1 }), name);
      const paper = columns(colours.paper, 4, height - 4);
      for (const x of [4, 20, width - 20, width - 5]) expect([name, x, paper[x]]).toEqual([name, x, height - 8]);
    }
  });
});

describe("the title of the picture", () => {
  const width = (text: string) => text.length * 10;

  it("breaks between words, and ends in … where it does not fit", () => {
    expect(linesOf("terugkeer van vreemdelingen", 2, 150, width)).toEqual(["terugkeer van", "vreemdelingen"]);
    expect(linesOf("een twee drie vier vijf", 2, 90, width)).toEqual(["een twee", "drie…"]);
  });

  it("never cuts a number in two", () => {
    expect(linesOf("landen sinds:2017 tot:2019", 1, 120, width)).toEqual(["landen…"]);
    expect(linesOf("dossier:36600123456", 1, 150, width)).toEqual(["dossier:…"]);
  });
});

describe("the font of the picture", () => {
  it("has a shape of its own for every character that it is said to have", () => {
    const shapes = new Map<string, string>();
    const missing = shapeOf("\u{10ffff}");
    for (let code = 0x20; code < 0x3000; code++) {
      const character = String.fromCodePoint(code);
      if (!canDraw(character) || /\s/u.test(character)) continue;
      shapes.set(character, shapeOf(character));
    }
    expect(shapes.size).toBeGreaterThan(300);
    expect([...shapes].filter(([, shape]) => shape === missing).map(([character]) => character)).toEqual([]);
  });

  it.each(["Algerije", "«more for more»", "Curaçao", "Yeşilgöz", "Kostić", "€ 10 miljoen – 50%"])(
    "draws %s",
    (text) => {
      expect(canDraw(text)).toBe(true);
    },
  );

  it.each(["المغرب", "摩洛哥", "👍", "\u202eabc", "a\nb"])("knows that it cannot draw %j", (text) => {
    expect(canDraw(text)).toBe(false);
  });
});

function shapeOf(character: string): string {
  const context = createCanvas(40, 40).getContext("2d");
  context.font = font(24);
  context.fillText(character, 4, 30);
  return Buffer.from(context.getImageData(0, 0, 40, 40).data).toString("base64");
}

/** As WCAG 2.2 defines it. */
function contrast(first: string, second: string): number {
  const [dark = 0, light = 0] = [luminance(first), luminance(second)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [...Buffer.from(colour.slice(1), "hex")].map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
