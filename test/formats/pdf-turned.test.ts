import { describe, expect, it } from "vitest";
import { layOutPdf } from "../../src/formats/pdf-layout.ts";
import type { PdfPiece } from "../../src/formats/pdf-page.ts";
import { levelPage } from "../../src/formats/pdf-turned.ts";
import { fonts, lay, measure, piece } from "./pdf-pieces.ts";

const page = [
  piece("In de motie", 50, 700),
  piece("1", 50 + measure("In de motie", 10), 703.5, { size: 6 }),
  piece("van Zandland", 50, 688),
  ...["Land", "In", "Uit"].map((text, at) => piece(text, 50 + at * 150, 660)),
  ...["Duinmark", "1", "2"].map((text, at) => piece(text, 50 + at * 150, 644)),
];
const upright =
  "In de motie<sup>1</sup>\nvan Zandland\n\n| Land | In | Uit |\n| --- | --- | --- |\n| Duinmark | 1 | 2 |\n";

/** Pieces as they lie when their page is turned by an angle, against the clock, on a page of 842 by 595. */
function turn(pieces: readonly PdfPiece[], angle: number): PdfPiece[] {
  return pieces.map((one) => {
    const [x = 0, y = 0] =
      angle === 90 ? [842 - one.y, one.x] : angle === 180 ? [595 - one.x, 842 - one.y] : [one.y, 595 - one.x];
    return { ...one, x, y, angle };
  });
}
const read = (pieces: PdfPiece[]) => {
  const { page: level, beside } = levelPage({ pieces });
  return { text: layOutPdf({ pages: [level], fonts }), beside };
};

describe("a page that is turned", () => {
  it.each([90, 180, 270])("by %i degrees reads as one that is not, with its figures and its marks", (angle) => {
    expect(lay(page)).toBe(upright);
    expect(read(turn(page, angle))).toEqual({ text: upright, beside: [] });
  });
});

describe("text that runs in another direction than its page", () => {
  const stamp = [piece("Kopie voor", 20, 400, { angle: 90 }), piece(" het archief", 20, 450, { angle: 90 })];

  it.each([0, 90])("is no part of it, on a page turned by %i degrees", (angle) => {
    const turned = angle === 0 ? page : turn(page, angle);
    const aside = stamp.map((one) => ({ ...one, angle: (one.angle + angle) % 360 }));
    const across = piece("CONCEPT", 200, 300, { size: 60, angle: (45 + angle) % 360 });
    const { text, beside } = read([...turned.slice(0, 2), ...aside, across, ...turned.slice(2)]);
    expect(text).toBe(upright);
    expect(beside).toEqual(["Kopie voor het archief", "CONCEPT"]);
  });

  it("but names of columns that stand upright are the head of their table", () => {
    const names = ["Aanvragen", "Afgewezen", "Ingewilligd"].map((text, at) =>
      piece(text, 205 + at * 60, 674, { angle: 90 }),
    );
    const rows = ["Zandland", "Duinmark"].flatMap((land, row) =>
      [land, "1", "2", "3"].map((text, at) => piece(text, at === 0 ? 50 : 135 + at * 60, 658 - row * 16)),
    );
    const line = piece("De aantallen staan in de tabel hieronder.", 50, 780);
    expect(read([line, ...names, ...rows])).toEqual({
      text: "De aantallen staan in de tabel hieronder.\n\n|  | Aanvragen | Afgewezen | Ingewilligd |\n| --- | --- | --- | --- |\n| Zandland | 1 | 2 | 3 |\n| Duinmark | 1 | 2 | 3 |\n",
      beside: [],
    });
  });
});
