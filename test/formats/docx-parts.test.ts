import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { openDocument } from "../../src/formats/open.ts";
import { p, part, r } from "./make-docx.ts";
import { outcomeOf } from "./shared.ts";

const types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${types}/${type}" Target="${target}"/>`;
const relations = (...each: string[]): string => `<Relationships>${each.join("")}</Relationships>`;
const zip = (parts: Record<string, string>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([path, inside]) => [path, strToU8(inside)])));

/** A letter whose parts have names that no rule foresees. */
const letter = (main: string): Record<string, string> => {
  const folder = main.slice(0, main.lastIndexOf("/") + 1);
  const name = main.slice(folder.length);
  const body =
    p(`${r("Duindorp")}<w:r><w:footnoteReference w:id="1"/></w:r>`) +
    p(r("Opvang"), `<w:pStyle w:val="Titel"/>`) +
    `<w:sectPr><w:headerReference w:type="default" r:id="h"/></w:sectPr>`;
  return {
    "_rels/.rels": relations(relation("m", "officeDocument", `/${main}`)),
    [main]: part("document", `<w:body>${body}</w:body>`),
    [`${folder}_rels/${name}.rels`]: relations(
      relation("h", "header", "bovenaan.xml"),
      relation("n", "footnotes", `/${folder}voet.xml`),
      relation("s", "styles", "stijl2.xml"),
    ),
    [`${folder}bovenaan.xml`]: part("hdr", p(r("Datum 1 mei 2024"))),
    [`${folder}voet.xml`]: part("footnotes", `<w:footnote w:id="1">${p(r("Bron."))}</w:footnote>`),
    [`${folder}stijl2.xml`]: part("styles", `<w:style w:styleId="Titel"><w:name w:val="heading 2"/></w:style>`),
  };
};

describe("the parts of a Word file", () => {
  it.each(["word/document2.xml", "tekst/brief.xml", "document.xml"])("are found by relations: %s", async (main) => {
    const { text } = await openDocument(zip(letter(main)), "brief.docx");
    expect(text).toBe("Datum 1 mei 2024\n\nDuindorp<sup>1</sup>\n\n## Opvang\n\n---\n\n<sup>1</sup> Bron.\n");
  });

  it("are not those of a spreadsheet, which has a main part too", async () => {
    const sheet = {
      "_rels/.rels": relations(relation("m", "officeDocument", "xl/workbook.xml")),
      "xl/workbook.xml": "<workbook/>",
    };
    expect(await outcomeOf(zip(sheet), "lijst.xlsx")).toBe("unknown-form");
    const named = {
      ...sheet,
      "[Content_Types].xml": `<Types><Override PartName="/xl/workbook.xml" ContentType="sheet.main"/></Types>`,
    };
    expect(await outcomeOf(zip(named), "lijst.xlsx")).toBe("unknown-form");
  });

  it("may lie in any folder where the types of the file say that they are of Word", async () => {
    const main = "tekst/brief.xml";
    const declared = `<Types><Override PartName="/${main}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
    const { text } = await openDocument(zip({ ...letter(main), "[Content_Types].xml": declared }), "brief.docx");
    expect(text).toContain("Duindorp");
  });

  it("that a relation names but the file does not have are done without", async () => {
    const parts = letter("word/document.xml");
    delete parts["word/voet.xml"];
    delete parts["word/bovenaan.xml"];
    expect((await openDocument(zip(parts), "brief.docx")).text).toBe("Duindorp<sup>1</sup>\n\n## Opvang\n");
  });
});
