import { describe, expect, it } from "vitest";
import { inList, level, lines, list, p, part, r, row, textOf } from "./make-docx.ts";

const sign = (type: string, inside = ""): string =>
  `<w:r><w:fldChar w:fldCharType="${type}">${inside}</w:fldChar></w:r>`;
const code = (text: string): string => `<w:r><w:instrText>${text}</w:instrText></w:r>`;
const field = (instruction: string, result: string): string =>
  sign("begin") + instruction + sign("separate") + result + sign("end");

describe("fields of a Word file", () => {
  it("print their result, and nothing of the fields inside their instruction", async () => {
    const inside = field(code("DOCPROPERTY aan"), r("1"));
    const nested = field(code("IF ") + inside + code(' = "1" "een" "') + inside + code('"'), r("meerdere"));
    expect(await textOf(p(r("Uw Kamer ontving ") + nested + r(" brieven.")))).toBe(
      "Uw Kamer ontving meerdere brieven.\n",
    );
  });

  it("print the results inside their result", async () => {
    const link = field(code('HYPERLINK "x"'), r("pagina ") + field(code("PAGEREF x"), r("4")));
    expect(await textOf(p(r("zie ") + link))).toBe("zie pagina 4\n");
  });

  it("without a result print nothing", async () => {
    expect(await textOf(p(r("a") + sign("begin") + code("IF ") + r("weg") + sign("end") + r("b")))).toBe("ab\n");
  });

  it("may begin in one paragraph and end in another", async () => {
    const numbering = { "numbering.xml": part("numbering", list(1, level(0, "decimal", "%1."))) };
    const body =
      p(r("a") + sign("begin") + code("IF ")) +
      p(r("weg"), inList(1)) +
      p(sign("separate") + r("b")) +
      p(r("c") + sign("end")) +
      p(r("een"), inList(1));
    expect(await textOf(body, numbering)).toBe("ab\n\nc\n\n1. een\n");
  });

  it("that have no end swallow nothing", async () => {
    expect(await textOf(p(r("a") + sign("begin") + code("IF ") + r("b")) + p(r("c")))).toBe("ab\n\nc\n");
  });

  it("of a form print what was chosen", async () => {
    const choice = (chosen: string): string =>
      `<w:ffData><w:ddList>${chosen}<w:listEntry w:val="Ja"/><w:listEntry w:val="Nee"/></w:ddList></w:ffData>`;
    const box = (checked: string): string => `<w:ffData><w:checkBox>${checked}</w:checkBox></w:ffData>`;
    const form = (inside: string): string => sign("begin", inside) + code("FORM") + sign("end");
    const shown = [choice('<w:result w:val="1"/>'), choice(""), box("<w:checked/>"), box('<w:default w:val="0"/>')];
    expect(await textOf(p(shown.map(form).join(r(" "))))).toBe("Nee Ja ☒ ☐\n");
  });
});

describe("hidden text of a Word file", () => {
  const style = (id: string, inside: string): string => `<w:style w:styleId="${id}">${inside}</w:style>`;
  const hidden = "<w:rPr><w:vanish/></w:rPr>";
  const styles = (more = ""): Record<string, string> => ({
    "styles.xml": part(
      "styles",
      more +
        style("Intern", hidden) +
        style("InternTeken", `<w:link w:val="Intern"/>`) +
        style("Daaronder", `<w:basedOn w:val="Intern"/>`) +
        style("Open", `<w:basedOn w:val="Intern"/><w:rPr><w:vanish w:val="0"/></w:rPr>`),
    ),
  });
  const run = (id: string): string => r(` ${id}`, `<w:rStyle w:val="${id}"/>`);
  const paragraph = (id: string, inside = r(id)): string => p(inside, `<w:pStyle w:val="${id}"/>`);

  it("is not printed, whatever style of a run says so", async () => {
    const body = p(r("zichtbaar") + run("Intern") + run("InternTeken") + run("Daaronder") + run("Open"));
    expect(await textOf(body, styles())).toBe("zichtbaar Open\n");
  });

  it("is not printed, whatever style of a paragraph says so", async () => {
    const shown = r("toch", `<w:vanish w:val="false"/>`);
    const body = paragraph("Intern") + paragraph("Daaronder") + p(r("a")) + paragraph("Intern", shown) + p(r(" b"));
    expect(await textOf(body, styles())).toBe("a\n\ntoch b\n");
  });

  it("is seen again where a hidden style stands in a hidden paragraph, as Word toggles it", async () => {
    expect(await textOf(paragraph("Intern", run("Intern")) + p(r(" b")), styles())).toBe("Intern b\n");
  });

  it("is all text of which no style says otherwise, where the file says so", async () => {
    const defaults = `<w:docDefaults><w:rPrDefault>${hidden}</w:rPrDefault></w:docDefaults>`;
    expect(await textOf(p(r("weg")) + paragraph("Open"), styles(defaults))).toBe("Open\n");
  });

  it("may be a row of a table, and so may what was deleted", async () => {
    const cells = (word: string): string[] => [p(r(word)), p(r(word))];
    const rows = [row(cells("a")), row(cells("b"), "<w:hidden/>"), row(cells("c"), "<w:del/>"), row(cells("d"))];
    expect(await textOf(`<w:tbl><w:tblPr>${lines}</w:tblPr>${rows.join("")}</w:tbl>`)).toBe(
      "| a | a |\n| --- | --- |\n| d | d |\n",
    );
  });
});

describe("paragraphs that are printed as one", () => {
  const mark = (inside: string): string => `<w:rPr>${inside}</w:rPr>`;

  it.each(["w:del", "w:moveFrom", "w:vanish"])("are those with %s on the mark between them", async (name) => {
    const body = p(r("In 2023 keerden 1.2"), mark(`<${name}/>`)) + p(r("04 personen terug.")) + p(r("Slot."));
    expect(await textOf(body)).toBe("In 2023 keerden 1.204 personen terug.\n\nSlot.\n");
  });

  it("are what the last of them is, and counted once", async () => {
    const numbering = { "numbering.xml": part("numbering", list(1, level(0, "decimal", "%1."))) };
    const body =
      p(r("een en "), `${inList(1)}${mark("<w:del/>")}`) + p(r("ander"), inList(1)) + p(r("twee"), inList(1));
    expect(await textOf(body, numbering)).toBe("1. een en ander\n2. twee\n");
  });

  it("are a numbered title and the text that runs on behind it", async () => {
    const numbering = { "numbering.xml": part("numbering", list(1, level(0, "decimal", "Punt %1:"))) };
    const body = p(r("Opvang. "), `${inList(1)}${mark("<w:vanish/><w:specVanish/>")}`) + p(r("In Duindorp."));
    expect(await textOf(body, numbering)).toBe("Punt 1: Opvang. In Duindorp.\n");
  });

  it("are a large first letter and its paragraph, though a bookmark stands between them", async () => {
    const body = `${p(r("D"), `<w:framePr w:dropCap="drop"/>`)}<w:bookmarkStart w:id="1"/>${p(r("e terugkeer."))}`;
    expect(await textOf(body)).toBe("De terugkeer.\n");
  });

  it("end where a table begins", async () => {
    const one = `<w:tbl><w:tr><w:tc>${p(r("cel"))}</w:tc></w:tr></w:tbl>`;
    expect(await textOf(p(r("a"), mark("<w:del/>")) + one + p(r("b")))).toBe("a\n\ncel\n\nb\n");
  });
});

describe("rows of a table that begin or end later than the others", () => {
  it("keep their cells below the right heads", async () => {
    const cells = (...words: string[]): string[] => words.map((word) => p(r(word)));
    const rows = [
      row(cells("Land", "2022", "2023")),
      row(cells("88", "104"), `<w:gridBefore w:val="1"/>`),
      row(cells("Zandland"), `<w:gridAfter w:val="2"/>`),
    ];
    expect(await textOf(`<w:tbl><w:tblPr>${lines}</w:tblPr>${rows.join("")}</w:tbl>`)).toBe(
      "| Land | 2022 | 2023 |\n| --- | --- | --- |\n|  | 88 | 104 |\n| Zandland |  |  |\n",
    );
  });
});
