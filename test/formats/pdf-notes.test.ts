import { describe, expect, it } from "vitest";
import { lay, piece } from "./pdf-pieces.ts";

const body = (top: number, ...lines: string[]) => lines.map((line, at) => piece(line, 50, top - at * 12));
const note = (mark: string, top: number, ...lines: string[]) => [
  piece(`${mark} `, 50, top + 2.5, { size: 4.5 }),
  ...lines.map((line, at) => piece(line, 54, top - at * 9, { size: 7 })),
];
const rest = (top: number, ...lines: string[]) => lines.map((line, at) => piece(line, 54, top - at * 9, { size: 7 }));
const sentence = "Dit staat in de brief over Zandland en wordt";

describe("a note that goes over the page", () => {
  const first = [...body(700, sentence), ...note("1", 110, "Jaarverslag Duinmark, https://duinmark.example/a-")];

  it("is one note, also where its rest is the tail of an address", () => {
    const second = [...body(700, "hier herhaald."), ...rest(124, "b/c?d=e"), ...note("2", 110, "Kamerstuk.")];
    expect(lay(first, second)).toBe(
      `${sentence}\n\n<sup>1</sup> Jaarverslag Duinmark, https://duinmark.example/a-\nb/c?d=e\n\f\nhier herhaald.\n\n<sup>2</sup> Kamerstuk.\n`,
    );
  });

  it("also where the next page has no notes of its own", () => {
    expect(lay(first, [...body(700, "hier herhaald."), ...rest(130, "b/c?d=e")])).toContain("/a-\nb/c?d=e\n\f\n");
  });

  it("but small print below a text, after a note that has ended, is none of it", () => {
    const ended = [...body(700, sentence), ...note("1", 110, "Jaarverslag Duinmark.")];
    expect(lay(ended, [...body(700, "hier herhaald."), ...rest(130, "Bron: DT&V")])).toContain(
      "\n\f\nhier herhaald.\n\nBron: DT&V",
    );
  });
});
