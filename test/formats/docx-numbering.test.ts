import { describe, expect, it } from "vitest";
import { inList, level, lines, list, p, part, r, row, table, textOf } from "./make-docx.ts";

const numbering = (...lists: string[]): Record<string, string> => ({
  "numbering.xml": part("numbering", lists.join("")),
});
const plain = list(1, level(0, "decimal", "%1."));
const questions = list(1, level(0, "decimal", "Vraag %1"));

describe("numbers of paragraphs without text", () => {
  it("are printed by themselves, as letters do above a question", async () => {
    const body = ["Hoeveel?", "Waarheen?"].map((question) => p("", inList(1)) + p(r(question))).join("");
    expect(await textOf(body, numbering(questions))).toBe("Vraag 1\n\nHoeveel?\n\nVraag 2\n\nWaarheen?\n");
  });

  it("are printed when they are bare figures, and count among the others", async () => {
    const body = p(r("een"), inList(1)) + p("", inList(1)) + p(r("drie"), inList(1));
    expect(await textOf(body, numbering(plain))).toBe("1. een\n\n2.\n\n3. drie\n");
    expect(await textOf(p("", inList(1)) + p(r("Hoe?")), numbering(list(1, level(0, "decimal", "%1"))))).toBe(
      "1\n\nHoe?\n",
    );
  });

  it("are titles where the paragraph is one", async () => {
    const body = p("", `<w:outlineLvl w:val="1"/>${inList(1)}`) + p(r("Hoeveel?"));
    expect(await textOf(body, numbering(questions))).toBe("## Vraag 1\n\nHoeveel?\n");
  });

  it("are nothing for bullets, for hidden paragraphs and for those that were deleted", async () => {
    const gone = (mark: string): string => p(r("weg", "<w:vanish/>"), `${inList(1)}<w:rPr>${mark}</w:rPr>`);
    const body = p("", inList(2)) + gone("<w:vanish/>") + gone("<w:del/>") + p(r("een"), inList(1));
    expect(await textOf(body, numbering(plain, list(2, level(0, "bullet", "•"))))).toBe("1. een\n");
  });

  it("stand in the cells of tables", async () => {
    const cells = (question: string): string[] => [p("", inList(1)), p(r(question)), p(r("Ja."))];
    const head = ["Nr", "Vraag", "Antwoord"].map((word) => p(r(word)));
    expect(await textOf(table([head, cells("Klopt dit?"), cells("En dit?")], lines), numbering(plain))).toBe(
      "| Nr | Vraag | Antwoord |\n| --- | --- | --- |\n| 1. | Klopt dit? | Ja. |\n| 2. | En dit? | Ja. |\n",
    );
  });

  it("stand in a cell once, however many rows it covers", async () => {
    const covered = `<w:tcPr><w:vMerge/></w:tcPr>${p("", inList(1))}`;
    const rows = [row([p(r("a"), inList(1)), p(r("b")), p(r("c"))]), row([covered, p(r("d")), p(r("e"))])];
    expect(await textOf(`<w:tbl><w:tblPr>${lines}</w:tblPr>${rows.join("")}</w:tbl>`, numbering(plain))).toBe(
      "| 1. a | b | c |\n| --- | --- | --- |\n|  | d | e |\n",
    );
  });
});

describe("numbers of levels", () => {
  const item = (text: string, depth: number): string => p(r(text), inList(1, depth));
  const outline = (more: string, first = "decimal"): string =>
    list(
      1,
      level(0, first, "%1.").replace('w:start w:val="1"', 'w:start w:val="4"'),
      level(1, "decimal", "%1.%2", more),
    );

  it("take the first number of the level above that has not come yet", async () => {
    expect(await textOf(item("a", 1) + item("b", 1) + item("c", 0), numbering(outline("")))).toBe(
      "4.1 a\n\n4.2 b\n\n4. c\n",
    );
  });

  it("begin anew below the next number above, unless the list says never", async () => {
    const body = item("a", 0) + item("b", 1) + item("c", 0) + item("d", 1);
    expect(await textOf(body, numbering(outline("")))).toContain("5.1 d");
    expect(await textOf(body, numbering(outline('<w:lvlRestart w:val="0"/>')))).toContain("5.2 d");
  });

  it("are in figures where the level asks for that, whatever is above", async () => {
    const body = item("a", 0) + item("b", 1);
    expect(await textOf(body, numbering(outline("", "upperRoman")))).toBe("IV. a\n\nIV.1 b\n");
    expect(await textOf(body, numbering(outline("<w:isLgl/>", "upperRoman")))).toBe("IV. a\n\n4.1 b\n");
  });

  it("have a nought before them where they are counted so", async () => {
    expect(await textOf(item("a", 0) + item("b", 0), numbering(list(1, level(0, "decimalZero", "%1."))))).toBe(
      "01. a\n02. b\n",
    );
  });

  it("follow from the style that a level is kept for", async () => {
    const styles = part(
      "styles",
      `<w:style w:styleId="Sub"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`,
    );
    const body = item("a", 0) + p(r("b"), `<w:pStyle w:val="Sub"/>`);
    expect(await textOf(body, { ...numbering(outline('<w:pStyle w:val="Sub"/>')), "styles.xml": styles })).toBe(
      "4. a\n\n4.1 b\n",
    );
  });
});

describe("a list that borrows its levels from a style for lists", () => {
  const borrowing = `<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="Lijst"/></w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="5"/></w:num>`;
  const style = (id: number): string =>
    part(
      "styles",
      `<w:style w:type="numbering" w:styleId="Lijst"><w:pPr><w:numPr><w:numId w:val="${id}"/></w:numPr></w:pPr></w:style>`,
    );
  const body = p(r("zorg voor opvang"), inList(5)) + p(r("zorg voor overzicht"), inList(5));
  const printed = "Aanbeveling 1: zorg voor opvang\n\nAanbeveling 2: zorg voor overzicht\n";

  it("is numbered as the list of that style", async () => {
    const lender = list(6, level(0, "decimal", "Aanbeveling %1:"));
    expect(await textOf(body, { ...numbering(lender, borrowing), "styles.xml": style(6) })).toBe(printed);
  });

  it("is numbered as the list that was made for it, where the style does not lead there", async () => {
    const lender = list(6, `<w:styleLink w:val="Lijst"/>`, level(0, "decimal", "Aanbeveling %1:"));
    expect(await textOf(body, numbering(lender, borrowing))).toBe(printed);
  });

  it("has no numbers when it borrows from itself", async () => {
    expect(await textOf(body, { ...numbering(borrowing), "styles.xml": style(5) })).toBe(
      "zorg voor opvang\n\nzorg voor overzicht\n",
    );
  });
});

it("a list in the header of a page does not count on in the text", async () => {
  const parts = {
    ...numbering(plain),
    "_rels/document.xml.rels": `<Relationships><Relationship Id="h1" Target="header1.xml"/></Relationships>`,
    "header1.xml": part("hdr", p(r("kop"), inList(1))),
  };
  expect(await textOf(p(r("een"), inList(1)), parts)).toBe("1. een\n");
});
