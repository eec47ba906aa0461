import { describe, expect, it } from "vitest";
import type { PdfPiece } from "../../src/formats/pdf-page.ts";
import { lay, measure, piece } from "./pdf-pieces.ts";

describe("columns of cells are a table", () => {
  const cells = (y: number, ...texts: string[]): PdfPiece[] => texts.map((text, at) => piece(text, 50 + at * 150, y));

  it("with one line a cell", () => {
    expect(
      lay([...cells(700, "Land", "In", "Uit"), ...cells(685, "Marokko", "1", "2"), piece("Tekst.", 50, 640)]),
    ).toBe("| Land | In | Uit |\n| --- | --- | --- |\n| Marokko | 1 | 2 |\n\nTekst.\n");
  });

  it("also where a cell has two lines, drawn cell by cell", () => {
    const second = [piece("Verenigde", 50, 685), piece("Staten", 50, 673), piece("1", 200, 685), piece("2", 350, 685)];
    expect(lay([...cells(700, "Land", "In", "Uit"), ...second, ...cells(655, "Marokko", "3", "4")])).toContain(
      "| Verenigde Staten | 1 | 2 |\n| Marokko | 3 | 4 |",
    );
  });

  it("also where the cells of a row are centred, and none of them begins at the same height", () => {
    const head = [
      piece("Land", 50, 694),
      piece("Aantal in", 200, 700),
      piece("het jaar 2023", 200, 688),
      piece("2024", 350, 694),
    ];
    expect(lay([...head, ...cells(670, "Marokko", "1", "2"), ...cells(655, "Irak", "3", "4")])).toBe(
      "| Land | Aantal in het jaar 2023 | 2024 |\n| --- | --- | --- |\n| Marokko | 1 | 2 |\n| Irak | 3 | 4 |\n",
    );
  });

  it("but a label with its value is not", () => {
    expect(
      lay([
        piece("Datum", 50, 700),
        piece("1 mei 2024", 150, 700),
        piece("Betreft", 50, 688),
        piece("Terugkeer", 150, 688),
      ]),
    ).toBe("Datum   1 mei 2024\nBetreft   Terugkeer\n");
  });
});

/** Cells of a row, each set to the right so that it ends at its place, or to the left where the place is a beginning. */
const right = (text: string, end: number, y: number): PdfPiece => piece(text, end - measure(text, 10), y);
const below = "In 2023 keerden in Zandland meer personen terug dan in het jaar daarvoor.";

describe("columns that stand close to each other are parted where rows agree", () => {
  it("and no figure runs into the next", () => {
    const rowOf = (y: number, land: string, ...figures: string[]) => [
      piece(land, 50, y),
      ...figures.map((text, at) => right(text, 148 + at * 37, y)),
    ];
    const laid = lay([
      ...rowOf(700, "Land", "2021", "2022", "2023"),
      ...rowOf(682, "Zandland", "120", "1 340", "34"),
      ...rowOf(664, "Duinmark", "12 500", "10 290", "11 008"),
      piece(below, 50, 640),
    ]);
    expect(laid).toBe(
      `| Land | 2021 | 2022 | 2023 |\n| --- | --- | --- | --- |\n| Zandland | 120 | 1 340 | 34 |\n| Duinmark | 12 500 | 10 290 | 11 008 |\n\n${below}\n`,
    );
  });

  it("but a wide gap in justified text is a space", () => {
    const gap = 7;
    const words = (y: number, first: string, second: string) => {
      const left = piece(first, 50, y);
      return [left, piece(second, left.x + left.width + gap, y)];
    };
    expect(
      lay([
        ...words(700, "Het overleg met", "de autoriteiten van"),
        ...words(688, "Zandland loopt nu", "nog en wordt in het"),
        ...words(676, "voorjaar gevoerd", "in Duindorp."),
      ]),
    ).toBe(
      "Het overleg met de autoriteiten van\nZandland loopt nu nog en wordt in het\nvoorjaar gevoerd in Duindorp.\n",
    );
  });

  it("and the marks of a list stay with their entries", () => {
    const entry = (y: number, mark: string, text: string) => [piece(mark, 50, y), piece(text, 65, y)];
    expect(lay([...entry(700, "1", "een;"), ...entry(688, "2", "twee;"), ...entry(676, "3", "drie.")])).toBe(
      "1 een;\n2 twee;\n3 drie.\n",
    );
  });

  it("and so do the marks of notes", () => {
    const note = (y: number, mark: string, text: string) => [
      piece(mark, 50, y + 2.5, { size: 4.5 }),
      piece(text, 57, y, { size: 7 }),
    ];
    expect(lay([...note(120, "1", "Een."), ...note(110, "2", "Twee."), ...note(100, "3", "Drie.")])).toBe(
      "<sup>1</sup> Een.\n\n<sup>2</sup> Twee.\n\n<sup>3</sup> Drie.\n",
    );
  });

  it("and a cell may be empty where the head is set to the left and figures to the right", () => {
    const cells = (y: number, ...figures: (string | null)[]) =>
      figures.flatMap((figure, at) => (figure === null ? [] : [right(figure, 220 + at * 80, y)]));
    const laid = lay([
      ...["Land", "2021", "2022", "2023"].map((text, at) => piece(text, at === 0 ? 50 : 80 + at * 80, 700)),
      ...[piece("Zandland", 50, 684), ...cells(684, "12", null, "45")],
      ...[piece("Duinmark", 50, 668), ...cells(668, "1", "2", "3")],
      ...[piece("Zeeland", 50, 652), ...cells(652, null, "9", null)],
    ]);
    expect(laid).toContain("| Zandland | 12 |  | 45 |\n| Duinmark | 1 | 2 | 3 |\n| Zeeland |  | 9 |  |\n");
  });

  it("and a head may stand over several of them", () => {
    const laid = lay([
      piece("Land", 50, 720),
      piece("Gedwongen vertrek", 130, 720),
      piece("Zelfstandig", 290, 720),
      ...["2022", "2023", "2022", "2023"].map((text, at) => piece(text, 130 + at * 80, 704)),
      piece("Zandland", 50, 688),
      ...["1", "2", "3", "4"].map((text, at) => piece(text, 130 + at * 80, 688)),
      piece("Duinmark", 50, 672),
      ...["5", "6", "7", "8"].map((text, at) => piece(text, 130 + at * 80, 672)),
    ]);
    expect(laid).toBe(
      "| Land | Gedwongen vertrek |  | Zelfstandig |  |\n| --- | --- | --- | --- | --- |\n|  | 2022 | 2023 | 2022 | 2023 |\n| Zandland | 1 | 2 | 3 | 4 |\n| Duinmark | 5 | 6 | 7 | 8 |\n",
    );
  });
});

describe("two columns are a table where the second holds figures", () => {
  const rowsOf = (head: [string, string] | null, ...rows: [string, string][]) => [
    ...(head === null ? [] : [piece(head[0], 50, 716), piece(head[1], 160, 716)]),
    ...rows.flatMap(([label, figure], at) => [piece(label, 50, 700 - at * 16), right(figure, 260, 700 - at * 16)]),
    piece(below, 50, 700 - rows.length * 16),
  ];

  it("with a head, or set to the right, and the last row is no part of the paragraph below", () => {
    const figures: [string, string][] = [
      ["2020", "980"],
      ["2021", "1 120"],
      ["2022", "10 000"],
    ];
    const rows = "| 2020 | 980 |\n| 2021 | 1 120 |\n| 2022 | 10 000 |";
    expect(lay(rowsOf(["Jaar", "Aantal"], ...figures))).toBe(`| Jaar | Aantal |\n| --- | --- |\n${rows}\n\n${below}\n`);
    expect(lay(rowsOf(null, ...figures))).toBe(`${rows.replace("\n", "\n| --- | --- |\n")}\n\n${below}\n`);
  });

  it.each([
    ["a letterhead", ["Datum", "1"], ["Ons kenmerk", "1234567"], ["Bijlagen", "2"]],
    ["a list of contents", ["Inleiding", "2"], ["Cijfers", "7"], ["Slot", "12"]],
  ] as [string, ...[string, string][]][])("but %s is none", (_, ...rows) => {
    expect(lay(rowsOf(null, ...rows))).not.toContain("|");
  });
});

describe("two columns of words are lines", () => {
  it("and the last of them is no part of the paragraph below", () => {
    const rows = [
      ["Zandland", "verdrag"],
      ["Duinmark", "convenant"],
    ].flatMap((row, at) => row.map((text, place) => piece(text, 50 + place * 150, 700 - at * 12)));
    expect(lay([...rows, piece(below, 50, 676), piece(below, 50, 664)])).toBe(
      `Zandland   verdrag\nDuinmark   convenant\n\n${below}\n${below}\n`,
    );
  });
});

describe("a row whose label takes several lines is one row", () => {
  const leading = 14.4;
  const text = [0, 1, 2, 3, 4].map((at) =>
    piece(`Een regel ${at} van de brief over Zandland en Duinmark,`, 50, 780 - at * leading),
  );
  const figures = (y: number, ...of: string[]) => of.map((figure, at) => piece(figure, 200 + at * 80, y));
  const short = (y: number, label: string, ...of: string[]) => [piece(label, 50, y), ...figures(y, ...of)];
  const label = (y: number) =>
    ["Verenigde", "Republiek", "Zandland"].map((part, at) => piece(part, 50, y - at * leading));

  it("at the leading of the page, drawn cell by cell", () => {
    const table = [
      ...short(690, "Land", "2022", "2023"),
      ...label(670),
      ...figures(670, "12", "9"),
      ...short(620, "Duinmark", "1", "2"),
    ];
    expect(lay([...text, ...table])).toContain(
      "| Land | 2022 | 2023 |\n| --- | --- | --- |\n| Verenigde Republiek Zandland | 12 | 9 |\n| Duinmark | 1 | 2 |\n",
    );
  });

  it("also where the figures stand beside the middle of the label", () => {
    const [first, second, third] = label(670);
    if (!first || !second || !third) throw new Error("three lines");
    const middle = [first, second, ...figures(second.y, "12", "9"), third];
    const table = [...short(690, "Land", "2022", "2023"), ...middle, ...short(620, "Duinmark", "1", "2")];
    expect(lay([...text, ...table])).toContain("| Verenigde Republiek Zandland | 12 | 9 |\n| Duinmark | 1 | 2 |\n");
  });
});

describe("a word that is broken in a cell is made whole", () => {
  it("also without a hyphen, where the text writes the whole word and its halves nowhere else", () => {
    const cells = (y: number, ...texts: string[]) => texts.map((text, at) => piece(text, 50 + at * 150, y));
    const laid = lay([
      piece("De overnameovereenkomst met Zandland en de overdracht daarvan.", 50, 760),
      ...cells(700, "Onderwerp", "Stand", "Gereed"),
      ...["Overnameovereenkom", "sten met Duinmark over"].map((text, at) => piece(text, 50, 680 - at * 12)),
      ...["Afgerond", "2024"].map((text, at) => piece(text, 200 + at * 150, 680)),
      ...cells(650, "Cijfers over", "Loopt", "2025"),
    ]);
    expect(laid).toContain("| Overnameovereenkomsten met Duinmark over | Afgerond | 2024 |");
  });

  it("and a hyphen before a part left out stays", () => {
    const cell = (x: number, ...lines: string[]) => lines.map((line, at) => piece(line, x, 680 - at * 12));
    const head = ["Onderwerp", "Stand", "Gereed"].map((text, at) => piece(text, 50 + at * 150, 700));
    const laid = lay([
      ...head,
      ...cell(50, "Herkomst- en transit-", "landen, de overname-", "overeenkomst"),
      ...cell(200, "Afgerond"),
      ...cell(350, "2024"),
      ...["Cijfers", "Loopt", "2025"].map((text, at) => piece(text, 50 + at * 150, 630)),
    ]);
    expect(laid).toContain("| Herkomst- en transitlanden, de overnameovereenkomst | Afgerond | 2024 |");
  });
});

describe("offices side by side", () => {
  const office = (x: number, ...lines: string[]) => lines.map((line, at) => piece(line, x, 300 - at * 12));
  const names = [piece("A. Duin", 50, 240), piece("B. van Zand", 260, 240)];
  const signed = (...offices: PdfPiece[][]) =>
    lay([piece(`${below} Dat blijft zo.`, 50, 340), ...offices.flat(), ...names]);

  it.each([
    ["De Minister van", "Duinen,", "De Staatssecretaris van", "Zand en Zee,"],
    ["De Minister van Duinen,", "", "De Staatssecretaris van", "Zand en Zee,"],
    ["De Minister van", "Duinen,", "De Staatssecretaris van Zand,", ""],
  ])("are two columns above two names: %s %s", (...parts) => {
    const [left = [], right = []] = [parts.slice(0, 2), parts.slice(2)].map((lines) => lines.filter((line) => line));
    expect(signed(office(50, ...left), office(260, ...right))).toContain(
      `\n\n${left.join(" ")}   ${right.join(" ")}\n\nA. Duin   B. van Zand\n`,
    );
  });

  it("but a label beside a text of several lines is none", () => {
    const answer = (y: number, label: string, ...lines: string[]) => [
      piece(label, 50, y),
      ...lines.map((line, at) => piece(line, 130, y - at * 12)),
    ];
    expect(
      lay([...answer(300, "Antwoord 1", "Ja, dat is", "zo."), ...answer(250, "Antwoord 2", "Nee, dat is", "niet zo.")]),
    ).toContain("Antwoord 1   Ja, dat is\nzo.\n");
  });

  it("also where there is little room between them", () => {
    const left = piece("De Minister van Duinen,", 50, 300);
    const x = 50 + left.width + 14;
    const laid = lay([
      left,
      piece("De Staatssecretaris van Zand,", x, 300),
      piece("A. Duin", 50, 240),
      piece("B. Zee", x, 240),
    ]);
    expect(laid).toBe("De Minister van Duinen,   De Staatssecretaris van Zand,\n\nA. Duin   B. Zee\n");
  });
});
