import { describe, expect, it } from "vitest";
import { lay, piece } from "./pdf-pieces.ts";

const text = (top: number, ...lines: string[]) => lines.map((line, at) => piece(line, 50, top - at * 12));
const margin = (...lines: string[]) => lines.map((line, at) => piece(line, 460, 700 - at * 9, { size: 7 }));
const long = "een regel van de brief die tot aan de rand van de kolom komt en";

describe("the margin of a ministry's letter", () => {
  const first = margin("Directie Duinen", "Postbus 1", "Ons kenmerk", "1234567", "Pagina 1 van 2");
  const second = margin("Datum", "1 mei 2024", "Pagina 2 van 2");
  const wanted = `Directie Duinen\nPostbus 1\nOns kenmerk\n1234567\nPagina 1 van 2\n\n${long}\n${long}\n\f\nDatum\n1 mei 2024\nPagina 2 van 2\n\nwordt daar afgebroken.\n`;

  it("stands at the head of its page, whether it is drawn before the text or after it", () => {
    const [one, two] = [text(705, long, long), text(705, "wordt daar afgebroken.")];
    expect(lay([...one, ...first], [...two, ...second])).toBe(wanted);
    expect(lay([...first, ...one], [...second, ...two])).toBe(wanted);
  });

  it("is no table, no part of one, and no second column of text", () => {
    const beside = text(705, "links", "onder").map((line, at) => ({ ...piece(`rechts ${at}`, 460, line.y) }));
    expect(lay([...text(705, long, long), ...beside]).indexOf("rechts 0")).toBeGreaterThan(0);
    const wide = `${long} en nog wat dat in de marge steekt zodat hij niet meer vrij staat`;
    expect(lay([...text(705, wide, wide), ...first])).toMatch(/^een regel/);
  });
});
