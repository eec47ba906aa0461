import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { openDocument } from "../../src/formats/open.ts";

const namespaces = ["office", "text", "table", "style", "fo", "draw", "svg", "xlink", "dc"]
  .map((name) => `xmlns:${name}="${name}"`)
  .join(" ");

interface Parts {
  /** Automatic styles of content.xml. */
  styles?: string;
  /** Common styles of styles.xml. */
  common?: string;
  /** Master pages of styles.xml. */
  pages?: string;
}

function odt(body: string, { styles = "", common = "", pages = "" }: Parts = {}): Uint8Array {
  const content = `<office:document-content ${namespaces}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`;
  const other = `<office:document-styles ${namespaces}><office:styles>${common}</office:styles><office:master-styles>${pages}</office:master-styles></office:document-styles>`;
  return zipSync({ "content.xml": strToU8(content), "styles.xml": strToU8(other) });
}

const open = async (body: string, parts?: Parts) => openDocument(odt(body, parts), "brief.odt");
const textOf = async (body: string, parts?: Parts): Promise<string> => (await open(body, parts)).text;

const p = (inside: string, style = "x"): string => `<text:p text:style-name="${style}">${inside}</text:p>`;
const h = (inside: string, more = ""): string => `<text:h text:outline-level="1"${more}>${inside}</text:h>`;
const item = (...inside: string[]): string => `<text:list-item>${inside.join("")}</text:list-item>`;
const list = (style: string, items: string[], more = ""): string =>
  `<text:list text:style-name="${style}"${more}>${items.join("")}</text:list>`;
const level = (number: number, format: string, more = ""): string =>
  `<text:list-level-style-number text:level="${number}" style:num-format="${format}" ${more}/>`;
const listStyle = (name: string, ...levels: string[]): string =>
  `<text:list-style style:name="${name}">${levels.join("")}</text:list-style>`;
const goesOn = ' text:continue-numbering="true"';

describe("what an ODT text hides is not read", () => {
  const styles = `<style:style style:name="H"><style:text-properties text:display="none"/></style:style><style:style style:name="Kind" style:parent-style-name="H"/>`;

  it("whether a style, a field or a section hides it", async () => {
    const body = [
      p(`Getoond<text:span text:style-name="H"> intern</text:span>.`),
      p("Intern.", "Kind"),
      `<text:section text:display="none">${p("Intern.")}</text:section>`,
      `<text:section text:display="condition" text:is-hidden="true">${p("Intern.")}</text:section>`,
      `<text:section text:display="condition">${p("Getoond.")}</text:section>`,
      p(`Een<text:hidden-text text:is-hidden="true">intern</text:hidden-text>.`),
      p(`Intern<text:hidden-paragraph text:is-hidden="true"/>.`),
    ];
    expect(await textOf(body.join(""), { styles })).toBe("Getoond.\n\nGetoond.\n\nEen.\n");
  });
});

describe("small print above a word of an ODT text", () => {
  it("that says how it is pronounced is no part of the text", async () => {
    const ruby = "<text:ruby><text:ruby-base>duin</text:ruby-base><text:ruby-text>duun</text:ruby-text></text:ruby>";
    expect(await textOf(p(`De ${ruby}bode.`))).toBe("De duinbode.\n");
  });
});

describe("numbers of an ODT text", () => {
  it("show as many levels as their style says, and go on where the list does", async () => {
    const styles = listStyle(
      "L",
      level(1, "1", 'style:num-suffix="."'),
      level(2, "1", 'text:display-levels="2"'),
      level(3, "a", 'style:num-prefix="(" style:num-suffix=")"'),
    );
    const deep = list("L", [item(p("diep"))]);
    const sub = `<text:list>${item(p("sub een"))}${item(p("sub twee"), deep)}</text:list>`;
    const body =
      list("L", [item(p("een"), sub), item(p("twee"))]) + p("tussendoor") + list("L", [item(p("drie"))], goesOn);
    expect(await textOf(body, { styles })).toBe(
      "1. een\n\n1.1 sub een\n\n1.2 sub twee\n\n    (a) diep\n2. twee\n\ntussendoor\n\n3. drie\n",
    );
  });

  it("begin anew in a list that does not go on, and go on in the list that is named", async () => {
    const styles = listStyle("L", level(1, "1", 'style:num-suffix="."'));
    const body =
      list("L", [item(p("een"))], ' xml:id="eerste"') +
      p("tussen") +
      list("L", [item(p("weer een"))]) +
      p("tussen") +
      list("L", [item(p("twee"))], ' text:continue-list="eerste"');
    expect(await textOf(body, { styles })).toBe("1. een\n\ntussen\n\n1. weer een\n\ntussen\n\n2. twee\n");
  });

  it("are left out where their format is empty, and are words where their prefix is", async () => {
    const styles =
      listStyle("Kaal", level(1, "", 'style:num-suffix="."')) +
      listStyle("Vraag", level(1, "1", 'style:num-prefix="Vraag "')) +
      listStyle("Nieuw", level(1, "1", 'style:num-list-format="Antwoord %1%:" style:num-suffix=":"'));
    const body = list("Kaal", [item(p("kaal"))]) + list("Vraag", [item(p("Hoe?"))]) + list("Nieuw", [item(p("Zo."))]);
    expect(await textOf(body, { styles })).toBe("kaal\n\nVraag 1 Hoe?\n\nAntwoord 1: Zo.\n");
  });

  it("that are a label are printed before a paragraph without text", async () => {
    const styles =
      listStyle("Vraag", level(1, "1", 'style:num-prefix="Vraag "')) + listStyle("L", level(1, "1"), level(2, "1"));
    const body =
      list("Vraag", [item(h(""))]) +
      p("Hoe?") +
      list("Vraag", [item(p(""))], goesOn) +
      p("Wie?") +
      list("L", [item(p(""))]);
    expect(await textOf(body, { styles })).toBe("# Vraag 1\n\nHoe?\n\nVraag 2\n\nWie?\n");
  });

  it("stand before headings that are in a list, or that the outline of the text numbers", async () => {
    const styles = listStyle("L", level(1, "1", 'style:num-suffix="."'));
    const body = list("L", [item(h("Inleiding"))]) + p("tekst") + list("L", [item(h("Cijfers"))], goesOn);
    expect(await textOf(body, { styles })).toBe("# 1. Inleiding\n\ntekst\n\n# 2. Cijfers\n");

    const common = `<text:outline-style><text:outline-level-style text:level="1" style:num-format="I" style:num-suffix="."/><text:outline-level-style text:level="2" style:num-format=""/></text:outline-style><style:style style:name="Los" style:list-style-name=""/>`;
    const outline = [
      h("Een"),
      h("Zonder", ' text:is-list-header="true"'),
      h("Los", ' text:style-name="Los"'),
      '<text:h text:outline-level="2">Onder</text:h>',
      h("Twee"),
    ];
    expect(await textOf(outline.join(""), { common })).toBe(
      "# I. Een\n\n# Zonder\n\n# Los\n\n## Onder\n\n# II. Twee\n",
    );
  });
});

describe("notes of an ODT text", () => {
  const note = (kind: string, mark: string, text: string): string =>
    `<text:note text:note-class="${kind}"><text:note-citation>${mark}</text:note-citation><text:note-body>${p(text)}</text:note-body></text:note>`;

  it("have their marks as printed, roman, letter or sign", async () => {
    const body = p(
      `Een${note("endnote", "i", "Eind.")} en${note("footnote", "b", "Voet.")}${note("footnote", "*", "Ster.")}.`,
    );
    expect(await textOf(body)).toBe(
      "Een<sup>i</sup> en<sup>b</sup><sup>*</sup>.\n\n---\n\n<sup>i</sup> Eind.\n\n<sup>b</sup> Voet.\n\n<sup>*</sup> Ster.\n",
    );
  });

  it("are counted as the file says to where it does not print the marks", async () => {
    const common = `<text:notes-configuration text:note-class="endnote" style:num-format="i" text:start-value="1"/><text:notes-configuration text:note-class="footnote" style:num-format="a"/>`;
    const body = p(`Een${note("endnote", "", "Eind.")} en${note("footnote", "", "Voet.")}.`);
    expect(await textOf(body, { common })).toBe(
      "Een<sup>ii</sup> en<sup>a</sup>.\n\n---\n\n<sup>ii</sup> Eind.\n\n<sup>a</sup> Voet.\n",
    );
  });
});

describe("what stands beside the running text of an ODT file", () => {
  const frame = (inside: string, more = ""): string =>
    `<draw:frame${more}><draw:text-box>${inside}</draw:text-box></draw:frame>`;

  it("is text before its paragraph where it is tied to one", async () => {
    const body = p(`${frame(p("Datum") + p("12 maart 2024"), ' text:anchor-type="paragraph"')}Aan de Voorzitter`);
    const shape = p(`Slot.<draw:g><draw:custom-shape>${p("In totaal 2.300 plaatsen.")}</draw:custom-shape></draw:g>`);
    expect(await textOf(body + shape)).toBe(
      "Datum\n\n12 maart 2024\n\nAan de Voorzitter\n\nIn totaal 2.300 plaatsen.\n\nSlot.\n",
    );
  });

  it("comes before the text from the top of the first page, and is furniture from its foot", async () => {
    const onPage = (y: string, inside: string) =>
      frame(inside, ` text:anchor-type="page" text:anchor-page-number="1" svg:y="${y}"`);
    const body = onPage("2.5cm", p("Datum 12 maart 2024")) + onPage("253mm", p("kst-1-2")) + p("Geachte voorzitter,");
    expect(await open(body)).toMatchObject({
      text: "Datum 12 maart 2024\n\nGeachte voorzitter,\n",
      hints: { furniture: ["kst-1-2"] },
    });
  });

  it("comes before the text from the header of the first page, and is furniture from other headers and footers", async () => {
    const page = (name: string, inside: string) =>
      `<style:master-page style:name="${name}">${inside}</style:master-page>`;
    const header = (text: string, kind = "") => `<style:header${kind}>${p(text)}</style:header${kind}>`;
    const pages =
      page("Standard", header("Pagina's")) +
      page(
        "Eerste",
        `${header("Datum 12 maart 2024", "-first")}${header("Vervolg")}<style:footer>${p("2")}</style:footer>`,
      );
    const styles = `<style:style style:name="Begin" style:master-page-name="Eerste"/>`;
    expect(await open(p("Geachte voorzitter,", "Begin"), { styles, pages })).toMatchObject({
      text: "Datum 12 maart 2024\n\nGeachte voorzitter,\n",
      hints: { furniture: ["Pagina's", "Vervolg", "2"] },
    });
    const number = page("Standard", `<style:header>${p("Pagina 1 van 2")}</style:header>`);
    expect(await textOf(p("Geachte voorzitter,"), { pages: number })).toBe("Geachte voorzitter,\n");
  });
});

describe("tables of an ODT text", () => {
  const table = (rows: string[][], style = ""): string =>
    `<table:table>${rows.map((row) => `<table:table-row>${row.map((cell) => `<table:table-cell table:style-name="${style}">${cell}</table:table-cell>`).join("")}</table:table-row>`).join("")}</table:table>`;
  const styles = `<style:style style:name="Lijn"><style:table-cell-properties fo:border-left="none" fo:border-bottom="0.05pt solid #000000"/></style:style>`;
  const rows = [
    [p("Land"), p("Toelichting")],
    [p("Zandland"), p("werkt mee")],
  ];

  it("are tables with lines, and lines of text without", async () => {
    expect(await textOf(table(rows, "Lijn"), { styles })).toBe(
      "| Land | Toelichting |\n| --- | --- |\n| Zandland | werkt mee |\n",
    );
    expect(await textOf(table(rows), { styles })).toBe("Land Toelichting\n\nZandland werkt mee\n");
  });

  it("that place signatures beside each other are read column by column", async () => {
    const signed = [
      [p("De Minister van Duinen,"), p("De Staatssecretaris van Zand,")],
      [p(""), p("")],
      [p("A. Helmgras"), p("B. Strandhaver")],
    ];
    expect(await textOf(table(signed))).toBe(
      "De Minister van Duinen,\n\nA. Helmgras\n\nDe Staatssecretaris van Zand,\n\nB. Strandhaver\n",
    );
  });
});

describe("raised figures of an ODT text", () => {
  it("are powers behind a unit and may be marks of notes elsewhere", async () => {
    const styles = `<style:style style:name="Sup"><style:text-properties style:text-position="super 58%"/></style:style>`;
    const raised = (text: string) => `<text:span text:style-name="Sup">${text}</text:span>`;
    expect(await textOf(p(`25 km${raised("2")} in 2024${raised("1")}, de 1${raised("e")}`), { styles })).toBe(
      "25 km² in 2024<sup>1</sup>, de 1e\n",
    );
  });
});
