import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { joinAccents } from "../../src/formats/pdf-accents.ts";
import type { PdfPiece } from "../../src/formats/pdf-page.ts";
import { fonts, lay, measure, piece } from "./pdf-pieces.ts";

/** Pieces side by side: each begins where the one before it ends. */
function row(y: number, ...texts: string[]): PdfPiece[] {
  let x = 50;
  return texts.map((text) => {
    const made = piece(text, x, y);
    x += made.width;
    return made;
  });
}

/** A letter, then its accent drawn over it, then the rest, as a font without that letter has it. */
function overprinted(before: string, accent: string, after: string, gap: number): PdfPiece[] {
  const base = piece(before, 50, 700);
  const letter = measure(before.at(-1) ?? "", 10);
  const mark = piece(accent, base.x + base.width - letter / 2 - 1.65, 700);
  return [base, mark, ...(after === "" ? [] : [piece(after, base.x + base.width + gap, 700)])];
}

describe("an accent is joined to the letter it stands over", () => {
  it.each([
    ["Kostic", "´", "", 0, "Kostić"],
    ["Kostic", "´", "(PvdD)", 2.8, "Kostić (PvdD)"],
    ["Yes", "¸", "ilg", 0, "Yeşilg"],
    ["Bas", "ˇ", "ic", 0, "Bašic"],
    ["Erdog", "˘", "an", 0, "Erdoğan"],
    ["cli", "´", "nt", 0, "clínt"],
    ["ı", "´", "", 0, "í"],
  ])("%s %s %s", (before, accent, after, gap, meant) => {
    expect(lay(overprinted(before, accent, after, gap)).trim()).toBe(meant);
  });

  it("when what follows is drawn in one go with it, with or without a space", () => {
    const [base, mark] = overprinted("Yes", "¸", "", 0);
    if (base === undefined || mark === undefined) throw new Error("two pieces");
    const end = base.x + base.width;
    const together = (rest: string, gap: number): PdfPiece => ({
      ...mark,
      text: `¸ ${rest}`,
      width: end + gap + measure(rest, 10) - mark.x,
    });
    expect(lay([base, together("ilgoz-Zegerius", 0)]).trim()).toBe("Yeşilgoz-Zegerius");
    expect(lay([base, together("en anderen", 2.8)]).trim()).toBe("Yeş en anderen");
  });

  it("when the accent is drawn before the letter", () => {
    const before = piece("Kosti´", 50, 700);
    expect(lay([before, piece("c", before.x + before.width - 4, 700)]).trim()).toBe("Kostić");
  });

  it.each([
    ["foto", "´s"],
    ["Jose", "´ "],
    ["a", "¨"],
  ])("but not when it stands beside it: %s%s", (before, after) => {
    expect(lay(row(700, before, after)).trim()).toBe(`${before}${after}`.trim());
  });

  it("and no letter is lost or doubled, whatever is drawn where", () => {
    const any = fc.record({ text: fc.constantFrom("a", "´", "¸ x", "e¨", "bc"), x: fc.integer({ min: 0, max: 40 }) });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 8 }), (drawn) => {
        const pieces = drawn.map(({ text, x }) => piece(text, x, 700));
        const base = (all: PdfPiece[]): string =>
          all
            .map(({ text }) => text)
            .join("")
            .normalize("NFD")
            .replace(/[^a-z]/g, "");
        expect(base(joinAccents(pieces, fonts))).toBe(base(pieces));
      }),
    );
  });
});

describe("a raised number is a note mark", () => {
  it("in the text and at the head of a note", () => {
    const text = piece("een brief", 50, 700);
    const mark = piece("1", 50 + text.width, 703.5, { size: 6 });
    const noteMark = piece("1 ", 50, 102.5, { size: 4.5 });
    const note = piece("Kamerstuk", 54, 100, { size: 7 });
    expect(lay([text, mark, noteMark, note])).toBe("een brief<sup>1</sup>\n\n<sup>1</sup> Kamerstuk\n");
  });

  it("and marks of notes that follow each other are as many marks", () => {
    const text = piece("de motie", 50, 700);
    const raised = (mark: string) => piece(mark, 50 + text.width, 703.5, { size: 6 });
    const notes = (...marks: string[]) =>
      marks.flatMap((mark, at) => [
        piece(`${mark} `, 50, 102.5 - at * 12, { size: 4.5 }),
        piece("Kamerstuk", 56, 100 - at * 12, { size: 7 }),
      ]);
    expect(lay([text, raised("1011"), ...notes("10", "11")])).toMatch(/^de motie<sup>10<\/sup><sup>11<\/sup>\n/);
    expect(lay([text, raised("910"), ...notes("9", "10")])).toMatch(/^de motie<sup>9<\/sup><sup>10<\/sup>\n/);
    expect(lay([text, raised("10, 11"), ...notes("10", "11")])).toMatch(/^de motie<sup>10<\/sup><sup>11<\/sup>\n/);
    expect(lay([text, raised("12"), ...notes("1", "2")])).toMatch(/^de motie<sup>1<\/sup><sup>2<\/sup>\n/);
    expect(lay([text, raised("12"), ...notes("1", "2", "12")])).toMatch(/^de motie<sup>12<\/sup>\n/);
    expect(lay([text, raised("2015"), ...notes("20", "15")])).toMatch(/^de motie2015\n/);
  });

  it("but not after a unit of measure, and other raised text is text", () => {
    const area = piece("ruim 40 m", 50, 700);
    expect(lay([area, piece("2", 50 + area.width, 703.5, { size: 6 })])).toBe("ruim 40 m²\n");
    const rank = piece("de 2", 50, 700);
    expect(lay([rank, piece("e", 50 + rank.width, 703.5, { size: 6 })])).toBe("de 2e\n");
  });
});

describe("lines become paragraphs", () => {
  const lines = (...texts: [string, number][]): PdfPiece[] => texts.map(([text, y]) => piece(text, 50, y));
  const long = "een lange regel die tot aan de rand van de kolom komt en daar wordt afgebroken";

  it("where there is white space", () => {
    expect(lay(lines([long, 700], [`${long}.`, 688], ["Nieuw.", 664], [long, 652]))).toBe(
      `${long}\n${long}.\n\nNieuw.\n\n${long}\n`,
    );
  });

  it("where the next word would still have fitted, but not inside a sentence", () => {
    expect(lay(lines([long, 700], [long, 688], ["Kort.", 676], [long, 664]))).toBe(
      `${long}\n${long}\nKort.\n\n${long}\n`,
    );
    expect(lay(lines([long, 700], [long, 688], ["kort", 676], [long, 664]))).toBe(`${long}\n${long}\nkort\n${long}\n`);
  });

  it("by the edge of their own page, where its column is narrower than that of another", () => {
    const words = "de terugkeer naar Zandland en Duinmark wordt dit jaar verder besproken met de autoriteiten en dan";
    const page = (count: number) => [
      ...[0, 1, 2, 3, 4].map((at) => piece(words.slice(0, count), 50, 700 - at * 12)),
      piece("Zandland is een land.", 50, 640),
      piece("Duinmark ook.", 50, 628),
    ];
    const [narrow = "", wide = ""] = lay(page(48), page(97)).split("\f");
    expect(narrow.trim().split("\n\n")).toHaveLength(2);
    expect(wide.trim().split("\n\n")).toHaveLength(2);
    const broken = [
      "De Dienst spreekt met de",
      "Minister van Duinen",
      "over Zandland en over de",
      "toekomst daarvan met de",
    ];
    const first = broken.map((text, at) => piece(text, 50, 700 - at * 12));
    const more = broken.map((text, at) => piece(text.toLowerCase(), 50, 652 - at * 12));
    expect(lay([...first, ...more], page(97)).split("\f")[0]).not.toContain("\n\nM");
  });

  it("with the letters of a heading that stand apart put together, and no others", () => {
    expect(lay(row(700, "I n l e i d i n g", " ", "e n", " ", "2 0 2 3"))).toBe("Inleiding en 2023\n");
    expect(lay([piece("2 0 2 3", 50, 700), piece("a b", 50, 688)])).toBe("2 0 2 3\na b\n");
  });

  it("of bold text are marked", () => {
    const label = piece("Vraag 1", 50, 700, { font: "bold" });
    expect(lay([label, piece("Bent u bekend", 50, 688)])).toBe("**Vraag 1**\n\nBent u bekend\n");
  });

  it("and pages are parted", () => {
    expect(lay([piece("een", 50, 700)], [], [piece("twee", 50, 700)])).toBe("een\n\f\n\n\f\ntwee\n");
  });
});

describe("the order of reading", () => {
  it("puts a running head that is drawn last at the top", () => {
    expect(lay([piece("tekst", 50, 500), piece("voet", 50, 50), piece("kop", 50, 800)]).split(/\n+/)).toEqual([
      "kop",
      "tekst",
      "voet",
      "",
    ]);
  });

  it("keeps a column beside the text in one piece, ahead of the text", () => {
    const text = [700, 688, 676].map((y, at) => piece(`regel ${at} van de brief`, 50, y));
    const margin = [698, 689, 680].map((y, at) => piece(`kant ${at}`, 400, y, { size: 7 }));
    const laid = lay([...text, ...margin]);
    expect(laid).toMatch(/^kant 0\nkant 1\nkant 2\n+regel 0/);
  });

  it("puts a heading that is drawn later into the gap that is left for it", () => {
    expect(lay([piece("boven", 50, 700), piece("onder", 50, 600), piece("Kop", 50, 650)]).split(/\n+/)).toEqual([
      "boven",
      "Kop",
      "onder",
      "",
    ]);
  });

  it("keeps a label in the margin on the line of its text", () => {
    expect(lay([piece("Nr. 7", 50, 700), piece("BRIEF", 200, 700)])).toBe("Nr. 7   BRIEF\n");
    expect(lay([piece("BRIEF", 200, 700), piece("Nr. 7", 50, 700)])).toBe("Nr. 7   BRIEF\n");
  });
});

describe("whatever is drawn where", () => {
  it("every word comes out once", () => {
    const drawn = fc.record({
      x: fc.integer({ min: 5, max: 56 }).map((at) => at * 10),
      y: fc.integer({ min: 5, max: 80 }).map((at) => at * 6),
      size: fc.constantFrom(6, 7, 10),
      figure: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(fc.array(drawn, { maxLength: 60 }), { minLength: 1, maxLength: 3 }), (pages) => {
        const nameOf = (page: number, at: number, figure: boolean) => `${figure ? 7 : "w"}${page}${100 + at}`;
        const pieces = pages.map((page, number) =>
          page.map(({ x, y, size, figure }, at) => piece(nameOf(number, at, figure), x, y, { size })),
        );
        const laid = lay(...pieces).replace(/<\/?sup>/g, "");
        const wanted = pieces.flatMap((page) => page.map(({ text }) => text)).sort();
        expect(laid.match(/[w7]\d{4}/g)?.sort() ?? []).toEqual(wanted);
      }),
      { numRuns: 300 },
    );
  });
});

describe("lists", () => {
  it("have a dash for a bullet of any shape", () => {
    expect(lay([piece("• een;", 50, 700), piece("\uf0b7 twee;", 50, 688), piece("– drie.", 50, 676)])).toBe(
      "- een;\n- twee;\n- drie.\n",
    );
    expect(lay([piece("Twee redenen:", 50, 700), piece("– aap", 50, 688), piece("– noot", 50, 676)])).toMatch(
      /\n- aap\n+- noot\n/,
    );
  });

  it("have a dash for the signs of symbol fonts and of a second level too, but not for a word or a section", () => {
    const entry = (sign: string, text: string) => lay([piece(sign, 50, 700), piece(text, 70, 700)]);
    expect(["o", "§", "\uf076", "\uf0fc"].map((sign) => entry(sign, "de terugkeer;"))).toEqual(
      Array.from({ length: 4 }, () => "- de terugkeer;\n"),
    );
    expect(entry("§", "3.2")).toBe("§ 3.2\n");
    expect(lay(row(700, "o", "nderwerp"))).toBe("onderwerp\n");
  });

  it("but a dash inside a sentence stays", () => {
    expect(lay([piece("blijft zich", 50, 700), piece("– ook nu – inzetten", 50, 688)])).toBe(
      "blijft zich\n– ook nu – inzetten\n",
    );
  });
});
