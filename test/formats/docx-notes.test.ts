import { describe, expect, it } from "vitest";
import { numeral } from "../../src/formats/numerals.ts";
import { p, part, r, textOf } from "./make-docx.ts";

type Kind = "footnote" | "endnote";

const raised = `<w:vertAlign w:val="superscript"/>`;
const mark = (id: number, kind: Kind = "footnote"): string => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`;
const notes = (texts: Record<number, string>, kind: Kind = "footnote"): Record<string, string> => {
  const bodies = Object.entries(texts).map(([id, text]) => {
    const inside = text.startsWith("<") ? text : p(`<w:r><w:${kind}Ref/></w:r>${r(` ${text}`)}`);
    return `<w:${kind} w:id="${id}">${inside}</w:${kind}>`;
  });
  return { [`${kind}s.xml`]: part(`${kind}s`, bodies.join("")) };
};
const settings = (kind: Kind, inside: string): Record<string, string> => ({
  "settings.xml": part("settings", `<w:${kind}Pr>${inside}</w:${kind}Pr>`),
});
const section = (inside: string): string => `<w:sectPr><w:footnotePr>${inside}</w:footnotePr></w:sectPr>`;

describe("marks of notes in a Word file", () => {
  const body = p(r("Duindorp") + mark(1, "endnote") + r(" en Zandland") + mark(2, "endnote"));
  const endnotes = notes({ 1: "Eerste.", 2: "Tweede." }, "endnote");
  const withMarks = (one: string, two: string): string =>
    `Duindorp<sup>${one}</sup> en Zandland<sup>${two}</sup>\n\n---\n\n<sup>${one}</sup> Eerste.\n\n<sup>${two}</sup> Tweede.\n`;

  it("are small roman figures for endnotes of which nothing is said", async () => {
    expect(await textOf(body, endnotes)).toBe(withMarks("i", "ii"));
  });

  it.each([
    ["decimal", "1", "2"],
    ["upperRoman", "I", "II"],
    ["lowerLetter", "a", "b"],
    ["upperLetter", "A", "B"],
    ["chicago", "*", "†"],
  ])("are counted in %s where the settings of the file say so", async (format, one, two) => {
    const parts = { ...endnotes, ...settings("endnote", `<w:numFmt w:val="${format}"/>`) };
    expect(await textOf(body, parts)).toBe(withMarks(one, two));
  });

  it("are counted as their section says, whatever the settings of the file", async () => {
    const parts = {
      ...notes({ 1: "Eerste.", 2: "Tweede." }),
      ...settings("footnote", `<w:numFmt w:val="upperRoman"/>`),
    };
    const inside = body.replaceAll("endnote", "footnote");
    expect(await textOf(inside + section(`<w:numFmt w:val="lowerLetter"/>`), parts)).toBe(withMarks("a", "b"));
    expect(await textOf(inside + section(`<w:numStart w:val="5"/>`), parts)).toBe(withMarks("V", "VI"));
  });

  it("begin anew in a section that says so, and go on in one that begins anew on every page", async () => {
    const parts = notes({ 1: "Een.", 2: "Twee.", 3: "Drie." });
    const text = (restart: string): Promise<string> => {
      const ends = section(`<w:numRestart w:val="${restart}"/>`);
      return textOf(p(r("a") + mark(1) + r(" b") + mark(2)) + p("", ends) + p(r("c") + mark(3)) + ends, parts);
    };
    expect(await text("eachSect")).toContain("b<sup>2</sup>\n\nc<sup>1</sup>");
    expect(await text("eachPage")).toContain("b<sup>2</sup>\n\nc<sup>3</sup>");
  });

  it("begin anew in the section behind the table of contents, though that is not read", async () => {
    const ends = section(`<w:numRestart w:val="eachSect"/>`);
    const styles = part("styles", `<w:style w:styleId="Inhopg1"><w:name w:val="toc 1"/></w:style>`);
    const contents = p(r("1. Opvang 2"), `<w:pStyle w:val="Inhopg1"/>${ends}`);
    const body = p(r("a") + mark(1)) + contents + p(r("b") + mark(2)) + ends;
    expect(await textOf(body, { ...notes({ 1: "Een.", 2: "Twee." }), "styles.xml": styles })).toContain(
      "b<sup>1</sup>",
    );
  });

  it("count on for each kind by itself", async () => {
    const parts = { ...notes({ 1: "Voet." }), ...notes({ 1: "Eind." }, "endnote") };
    expect(await textOf(p(r("a") + mark(1) + r(" b") + mark(1, "endnote")), parts)).toBe(
      "a<sup>1</sup> b<sup>i</sup>\n\n---\n\n<sup>1</sup> Voet.\n\n<sup>i</sup> Eind.\n",
    );
  });

  it("of hidden or deleted references count for nothing", async () => {
    const hidden = `<w:r><w:rPr><w:vanish/></w:rPr><w:footnoteReference w:id="1"/></w:r>`;
    const text = await textOf(
      p(`${r("a")}${hidden}<w:del>${mark(1)}</w:del>${mark(2)}`),
      notes({ 1: "Weg.", 2: "Er." }),
    );
    expect(text).toBe("a<sup>1</sup>\n\n---\n\n<sup>1</sup> Er.\n");
  });
});

describe("marks of the author's own choice in a Word file", () => {
  const own = (id: number, after = ""): string =>
    `<w:r><w:footnoteReference w:id="${id}" w:customMarkFollows="1"/>${after}</w:r>`;
  const sign = (text: string): string => `<w:t xml:space="preserve">${text}</w:t>`;

  it("are printed as they stand, and not a second time before the note", async () => {
    const body = p(
      r("cijfers") + own(1, sign("a")) + r(" aantallen") + own(2, sign("†")) + r(" meer") + own(3, sign("**")),
    );
    const typed = notes({
      1: p(r("a", raised) + r(" Noot a.")),
      2: p(r("† Noot kruis.")),
      3: p(r("**", raised) + r("Noot ster.")),
    });
    expect(await textOf(body, typed)).toBe(
      "cijfers<sup>a</sup> aantallen<sup>†</sup> meer<sup>**</sup>\n\n---\n\n<sup>a</sup> Noot a.\n\n<sup>†</sup> Noot kruis.\n\n<sup>**</sup> Noot ster.\n",
    );
  });

  it("are found in the run that follows their reference, or at the start of its words", async () => {
    const star = notes({ 1: p(r("Afgerond.")) });
    expect(await textOf(p(r("cijfers") + own(1) + r("*", raised) + r(" van Duindorp")), star)).toBe(
      "cijfers<sup>*</sup> van Duindorp\n\n---\n\n<sup>*</sup> Afgerond.\n",
    );
    expect(await textOf(p(r("cijfers") + own(1) + r("* van Duindorp")), star)).toContain(
      "cijfers<sup>*</sup> van Duindorp\n",
    );
  });

  it("take no number, and leave alone a note that only begins with the same letter", async () => {
    const body = p(r("cijfers") + own(1, sign("a")) + r(" aantallen") + mark(2));
    expect(await textOf(body, notes({ 1: p(r("aantal personen")), 2: "Bron." }))).toBe(
      "cijfers<sup>a</sup> aantallen<sup>1</sup>\n\n---\n\n<sup>a</sup> aantal personen\n\n<sup>1</sup> Bron.\n",
    );
  });

  it("are an asterisk where the file has none, for the note is still there", async () => {
    expect(await textOf(p(r("cijfers") + own(1)), notes({ 1: p(r("Afgerond.")) }))).toBe(
      "cijfers<sup>*</sup>\n\n---\n\n<sup>*</sup> Afgerond.\n",
    );
  });
});

it("links in the notes of a Word file are those of the notes, not those of the text", async () => {
  const relations = (address: string): string =>
    `<Relationships><Relationship Id="rId1" Target="https://www.voorbeeld.example/${address}"/></Relationships>`;
  const note = p(`<w:hyperlink r:id="rId1">${r("de bron")}</w:hyperlink>`);
  const text = await textOf(p(r("a") + mark(1)), {
    ...notes({ 1: note }),
    "_rels/document.xml.rels": relations("brief"),
    "_rels/footnotes.xml.rels": relations("bron"),
  });
  expect(text).toContain("<sup>1</sup> [de bron](https://www.voorbeeld.example/bron)");
});

it("signs of notes go round after the fourth, doubled", () => {
  expect([1, 2, 3, 4, 5, 8, 9].map((number) => numeral(number, "chicago"))).toEqual([
    "*",
    "†",
    "‡",
    "§",
    "**",
    "§§",
    "***",
  ]);
});
