import { describe, expect, it } from "vitest";
import { openDocument } from "../../src/formats/open.ts";
import { utf8 } from "./shared.ts";

const textOf = async (body: string, sheet = ""): Promise<string> =>
  (await openDocument(utf8(`<html><head><style>${sheet}</style></head><body>${body}</body></html>`), "a.html")).text;
const table = (rows: string[][], attributes = ""): string =>
  `<table${attributes}>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("")}</table>`;

describe("a table of a page that only places text", () => {
  it("is read as lines where it is a letterhead, with or without lines around it", async () => {
    const head = [
      ["<b>Datum</b>", ":", "12 maart 2024"],
      ["<b>Betreft</b>", ":", "Terugkeer naar Zandland"],
    ];
    for (const attributes of ["", ' border="1"']) {
      expect(await textOf(table(head, attributes))).toBe(
        "Datum : 12 maart 2024\n\nBetreft : Terugkeer naar Zandland\n",
      );
    }
  });

  it("is read cell by cell where the cells have more lines", async () => {
    const address = "Aan de Voorzitter<br>Postbus 1";
    const margin = "<b>Datum</b><br>12 maart 2024";
    expect(await textOf(table([[address, margin]]))).toBe("Aan de Voorzitter\nPostbus 1\n\n**Datum**\n12 maart 2024\n");
  });

  it("has labels above their values on two lines", async () => {
    const rows = [
      ["Datum", "Ons kenmerk", "Bijlage"],
      ["12 maart 2024", "123456", "1"],
    ];
    expect(await textOf(table(rows))).toBe("Datum Ons kenmerk Bijlage\n\n12 maart 2024 123456 1\n");
  });

  it("is read column by column where ministers sign beside each other", async () => {
    const rows = [
      ["De Minister van Duinen,", "", "De Staatssecretaris van Zand,"],
      ["", "", ""],
      ["A. Helmgras", "", "B. Strandhaver"],
    ];
    expect(await textOf(table(rows))).toBe(
      "De Minister van Duinen,\n\nA. Helmgras\n\nDe Staatssecretaris van Zand,\n\nB. Strandhaver\n",
    );
  });
});

describe("a table of data of a page stays a table", () => {
  const rows = [
    ["Land", "Toelichting"],
    ["Zandland", "werkt mee"],
  ];
  const meant = "| Land | Toelichting |\n| --- | --- |\n| Zandland | werkt mee |\n";

  it.each([
    ["lines by an attribute", ' border="1"', ""],
    ["lines by a style", ' style="border: 1px solid black"', ""],
    ["lines by a class", ' class="raster"', ".raster { border-top: 1px solid }"],
  ])("with %s", async (_how, attributes, sheet) => {
    expect(await textOf(table(rows, attributes), sheet)).toBe(meant);
  });

  it("with lines around its cells only, or with a bold first row", async () => {
    const cells = table(rows).replaceAll("<td>", "<td style='border:solid windowtext 1.0pt'>");
    expect(await textOf(cells)).toBe(meant);
    const bold = table([["<b>Land</b>", "<strong>Toelichting</strong>"], rows[1] ?? []]);
    expect((await textOf(bold)).replaceAll("**", "")).toBe(meant);
  });

  it("without any lines where it holds figures or has more columns", async () => {
    const figures = [
      ["Land", "2023"],
      ["Zandland", "1.204"],
      ["Duinland", "12,5%"],
    ];
    expect(await textOf(table(figures))).toContain("| Zandland | 1.204 |");
    const wide = [
      ["Maatregel", "Stand", "Datum"],
      ["Visum", "besloten", "1 juli 2024"],
    ];
    expect(await textOf(table(wide))).toContain("| Visum | besloten | 1 juli 2024 |");
  });

  it("has its foot below, wherever that is written", async () => {
    const foot = "<tfoot><tr><td>Totaal</td><td>2</td></tr></tfoot>";
    const rest = "<thead><tr><th>Land</th><th>n</th></tr></thead>";
    expect(await textOf(`<table>${rest}${foot}<tbody><tr><td>Zandland</td><td>2</td></tr></tbody></table>`)).toBe(
      "| Land | n |\n| --- | --- |\n| Zandland | 2 |\n| Totaal | 2 |\n",
    );
  });
});

describe("a table of very many cells", () => {
  it("is read, with lines and without", async () => {
    const rows = Array.from({ length: 70_000 }, () => ["x", "y"]);
    expect(await textOf(table(rows, " border=1"))).toHaveLength(
      "| x | y |\n".length * 70_000 + "| --- | --- |\n".length,
    );
    expect(await textOf(table(rows))).toHaveLength("x y\n\n".length * 70_000 - 1);
  });
});
