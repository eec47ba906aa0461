import { describe, expect, it } from "vitest";
import { lines, namespaces, open, p, r, table, textOf } from "./make-docx.ts";

const numbering = `<w:numbering ${namespaces}>
  <w:abstractNum w:abstractNumId="0">
    <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Vraag %1"/></w:lvl>
    <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2."/></w:lvl>
  </w:abstractNum>
  <w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>
  <w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val=""/></w:lvl></w:abstractNum>
  <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
  <w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
  <w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>
  <w:num w:numId="4"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
</w:numbering>`;
const numbered = (id: number, text: string, level = 0): string =>
  p(r(text), `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`);

describe("numbers that Word gives", () => {
  it("go on after an interruption", async () => {
    const body = numbered(2, "een") + p(r("tussendoor")) + numbered(2, "twee");
    expect(await textOf(body, { "numbering.xml": numbering })).toBe("1. een\n\ntussendoor\n\n2. twee\n");
  });

  it("begin where they are told to, and count per level", async () => {
    const body =
      numbered(4, "vijf") +
      numbered(1, "Hoe?") +
      numbered(1, "a", 1) +
      numbered(1, "b", 1) +
      numbered(1, "Wie?") +
      numbered(1, "a", 1);
    expect(await textOf(body, { "numbering.xml": numbering })).toBe(
      "5. vijf\n\nVraag 1 Hoe?\n\n  a. a\n  b. b\n\nVraag 2 Wie?\n\n  a. a\n",
    );
  });

  it("are dashes for bullets", async () => {
    expect(await textOf(numbered(3, "punt"), { "numbering.xml": numbering })).toBe("- punt\n");
  });
});

describe("text of a Word file", () => {
  it("keeps what was put in and leaves out what was taken out", async () => {
    const body = p(
      `${r("De ")}<w:del>${r("oude ")}</w:del><w:ins>${r("nieuwe ")}</w:ins>${r("brief")}${r(" geheim", "<w:vanish/>")}`,
    );
    expect(await textOf(body)).toBe("De nieuwe brief\n");
  });

  it("takes a text box once, before the paragraph it is tied to", async () => {
    const box = `<w:txbxContent>${p(r("Datum"))}${p(r("1 mei 2024"))}</w:txbxContent>`;
    const drawing = `<w:r><mc:AlternateContent><mc:Choice><w:drawing><wp:posOffset xmlns:wp="wp">3546475</wp:posOffset>${box}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    expect(await textOf(p(drawing + r("Geachte voorzitter,")))).toBe("Datum\n\n1 mei 2024\n\nGeachte voorzitter,\n");
  });

  it("marks a bold line, and not bold inside a sentence", async () => {
    const body =
      p(r("Vraag", "<w:b/>") + r(" 1", "<w:b/>")) + p(r("Ja, ") + r("zeker", "<w:b/>") + r(" wel", '<w:b w:val="0"/>'));
    expect(await textOf(body)).toBe("**Vraag 1**\n\nJa, zeker wel\n");
  });

  it("numbers notes by the order of their marks, and keeps the author's own", async () => {
    const footnotes = `<w:footnotes ${namespaces}><w:footnote w:id="7">${p(r("zeven"))}</w:footnote><w:footnote w:id="3">${p(r("drie"))}</w:footnote><w:footnote w:id="4">${p(r("ster"))}</w:footnote></w:footnotes>`;
    const mark = (id: number, more = ""): string => `<w:r><w:footnoteReference w:id="${id}"${more}/></w:r>`;
    const own = `<w:r><w:footnoteReference w:id="4" w:customMarkFollows="1"/><w:t>*</w:t></w:r>`;
    expect(await textOf(p(r("a") + mark(7) + r(" b") + own + r(" c") + mark(3)), { "footnotes.xml": footnotes })).toBe(
      "a<sup>1</sup> b<sup>*</sup> c<sup>2</sup>\n\n---\n\n<sup>1</sup> zeven\n\n<sup>*</sup> ster\n\n<sup>2</sup> drie\n",
    );
  });

  it("follows links and leaves fields alone", async () => {
    const rels = `<Relationships><Relationship Id="rId1" Target="https://www.voorbeeld.example/brief"/></Relationships>`;
    const body = p(`<w:r><w:instrText>PAGE</w:instrText></w:r><w:hyperlink r:id="rId1">${r("de brief")}</w:hyperlink>`);
    expect(await textOf(body, { "_rels/document.xml.rels": rels })).toBe(
      "[de brief](https://www.voorbeeld.example/brief)\n",
    );
  });
});

describe("what a Word file repeats or raises", () => {
  it("is left out when it is the table of contents", async () => {
    const styles = `<w:styles><w:style w:styleId="Inhopg1"><w:name w:val="toc 1"/></w:style><w:style w:styleId="KopInhoud"><w:name w:val="TOC Heading"/></w:style></w:styles>`;
    const line = (style: string, text: string): string => p(r(text), `<w:pStyle w:val="${style}"/>`);
    const gallery = `<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>`;
    const inBlock = `<w:sdt>${gallery}<w:sdtContent>${p(r("Inhoud"))}</w:sdtContent></w:sdt>`;
    const body = line("KopInhoud", "Inhoud") + line("Inhopg1", "1. Opvang 2") + inBlock + p(r("1. Opvang"));
    expect(await textOf(body, { "styles.xml": styles })).toBe("1. Opvang\n");
  });

  it("is a power behind a unit of measure, and a mark elsewhere", async () => {
    const raised = (text: string): string => r(text, `<w:vertAlign w:val="superscript"/>`);
    const body = p(r("25 km") + raised("2") + r(" in Duindorp") + raised("1"));
    expect(await textOf(body)).toBe("25 km² in Duindorp<sup>1</sup>\n");
  });
});

describe("headers of a Word file", () => {
  const rels = `<Relationships><Relationship Id="h1" Target="header1.xml"/><Relationship Id="h2" Target="header2.xml"/></Relationships>`;
  const header = (text: string): string => `<w:hdr ${namespaces}>${p(r(text))}</w:hdr>`;
  const section = (more: string): string =>
    `<w:sectPr><w:headerReference w:type="first" r:id="h1"/><w:headerReference w:type="default" r:id="h2"/>${more}</w:sectPr>`;
  const parts = {
    "_rels/document.xml.rels": rels,
    "header1.xml": header("Datum 1 mei 2024"),
    "header2.xml": header("Ons kenmerk 123"),
  };

  it("of the first page come before the text, the others are furniture", async () => {
    const { text, hints } = await open(p(r("Geachte voorzitter,")) + section("<w:titlePg/>"), parts);
    expect(text).toBe("Datum 1 mei 2024\n\nGeachte voorzitter,\n");
    expect(hints).toEqual({ furniture: ["Ons kenmerk 123"] });
  });

  it("of type first are not in force where the section says so with a value", async () => {
    const { text } = await open(p(r("Geachte voorzitter,")) + section('<w:titlePg w:val="false"/>'), parts);
    expect(text).toBe("Ons kenmerk 123\n\nGeachte voorzitter,\n");
  });

  it("that are not in force on the first page do not", async () => {
    const { text } = await open(p(r("Geachte voorzitter,")) + section(""), parts);
    expect(text).toBe("Ons kenmerk 123\n\nGeachte voorzitter,\n");
  });
});

describe("tables of a Word file", () => {
  const words = (rows: string[][]): string[][] => rows.map((cells) => cells.map((cell) => p(r(cell))));

  it("with lines are tables", async () => {
    expect(
      await textOf(
        table(
          words([
            ["Land", "Aantal"],
            ["Irak", "3"],
          ]),
          lines,
        ),
      ),
    ).toBe("| Land | Aantal |\n| --- | --- |\n| Irak | 3 |\n");
  });

  it("without lines only place text", async () => {
    expect(
      await textOf(
        table(
          words([
            ["Datum", "1 mei 2024"],
            ["Betreft", "Terugkeer"],
          ]),
        ),
      ),
    ).toBe("Datum 1 mei 2024\n\nBetreft Terugkeer\n");
  });

  it("without lines, of which rows have fewer cells than others, is the head of a paper", async () => {
    const head = table(words([["TWEEDE KAMER", "", "2"], ["Vergaderjaar 2023-2024"], ["36 410", "Zand", "Nr. 57"]]));
    expect(await textOf(head)).toBe("TWEEDE KAMER 2\n\nVergaderjaar 2023-2024\n\n36 410 Zand Nr. 57\n");
  });

  it("without lines may place signatures beside each other: each office is read with its name", async () => {
    const signed = table(
      words([
        ["De Minister van Zee,", "De Minister van Zand,"],
        ["Anna Duin", "Bert Kust"],
      ]),
    );
    expect(await textOf(signed)).toBe("De Minister van Zee,\n\nAnna Duin\n\nDe Minister van Zand,\n\nBert Kust\n");
  });
});
